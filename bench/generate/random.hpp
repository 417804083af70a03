// Numbers that are the same for the same seed on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mingze::bench {

/// SplitMix64. The standard's distributions differ between libraries, so none is used.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// From 0 to below - 1.
  std::size_t below(std::size_t below) { return static_cast<std::size_t>(next() % below); }
  /// True in `share` of the cases, 0 to 1.
  bool chance(double share) { return static_cast<double>(next() >> 11U) * 0x1p-53 < share; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace mingze::bench
