// What stands before the bytes of a tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/hash.hpp"

namespace mingze::dsl {

/// Changes whenever the tree does.
inline constexpr std::string_view archive_magic = "mzast02\n";
inline constexpr std::size_t checksum_size = 8;

/// Eight bytes that tell an archive that was changed since it was written.
inline std::string checksum_bytes(std::string_view body) {
  const std::uint64_t sum = hash_of(body);
  std::string out;
  for (std::size_t i = 0; i < checksum_size; ++i)
    out += static_cast<char>((sum >> (8 * i)) & 0xFFU);
  return out;
}

}  // namespace mingze::dsl
