// The one hash of bytes: the same in every build, so that it may be stored.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mingze {

[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U ^ bytes.size();
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 1099511628211U;
    hash ^= hash >> 29U;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    mix(word);
  }
  if (at < bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    mix(word);
  }
  // Multiplying moves the differences of the last bytes upwards only; tables look at the low bits.
  hash *= 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

/// Whether two texts are equal: for short ones, which a call would take longer to compare.
[[nodiscard]] inline bool same_bytes(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t at = 0;
  for (; at + 8 <= a.size(); at += 8) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a.data() + at, 8);
    std::memcpy(&right, b.data() + at, 8);
    if (left != right) return false;
  }
  for (; at < a.size(); ++at)
    if (a[at] != b[at]) return false;
  return true;
}

}  // namespace mingze
