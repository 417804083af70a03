// The order of clauses: 第二条 before 第十条, whatever the order of their characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingze::report {

/// The numbers in a clause's name, Arabic or Chinese, in their order: 第十二条第三款 → 12, 3. Numbers
/// too large to mean anything are cut off at a billion.
[[nodiscard]] std::vector<std::uint64_t> numbers_in(std::string_view clause);

/// Whether a clause stands before another: by their numbers, then by their text. Clauses without a
/// number come first.
[[nodiscard]] bool clause_before(std::string_view a, std::string_view b);

}  // namespace mingze::report
