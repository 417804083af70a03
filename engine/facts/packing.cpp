#include "engine/facts/packing.hpp"

#include <boost/sort/spreadsort/integer_sort.hpp>

namespace mingze {

std::vector<std::uint32_t> greatest(std::span<const std::uint32_t> values, std::uint32_t width) {
  std::vector<std::uint32_t> out(width);
  for (std::size_t i = 0; i < values.size(); i += width)
    for (std::uint32_t c = 0; c < width; ++c) out[c] = std::max(out[c], values[i + c]);
  return out;
}

void sort_words(std::vector<std::uint64_t>& words) {
  if (!std::is_sorted(words.begin(), words.end()))
    boost::sort::spreadsort::integer_sort(words.begin(), words.end());
}

}  // namespace mingze
