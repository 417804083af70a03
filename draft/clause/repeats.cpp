#include "draft/clause/repeats.hpp"

#include <string_view>
#include <unordered_map>

namespace mingze::draft {

void mark_repeats(const std::vector<ItemWords>& words, std::vector<Item>& items) {
  std::unordered_map<std::u32string_view, std::size_t> by_words;
  std::unordered_map<std::u32string_view, std::size_t> by_beginning;
  by_words.reserve(items.size());
  by_beginning.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].repeats.clear();
    const ItemWords& now = words[i];
    if (!now.tell()) continue;
    const auto same = by_words.emplace(now.words, i).first->second;
    if (same != i) items[i].repeats = items[same].id;
    const std::u32string_view beginning = now.beginning();
    if (beginning.empty()) continue;
    const auto begun_alike = by_beginning.emplace(beginning, i).first->second;
    if (same == i && begun_alike != i && are_nearly_same(words[begun_alike], now))
      items[i].repeats = items[begun_alike].id;
  }
}

}  // namespace mingze::draft
