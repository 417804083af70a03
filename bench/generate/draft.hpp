// Policy drafts of any size for measuring: numbered parts, headings and items, with responsibility
// clauses in the styles that real texts use, about as often as they use them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace mingze::bench {

/// At least `bytes` bytes of UTF-8, ending at an item's end. The same for the same arguments.
[[nodiscard]] std::string generate_draft(std::uint64_t seed, std::size_t bytes);

/// One to 999 in Chinese: 一, 十二, 一百零三.
[[nodiscard]] std::string chinese_number(std::size_t value);

}  // namespace mingze::bench
