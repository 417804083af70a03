#include "draft/clause/repeats.hpp"

#include <string>
#include <unordered_map>
#include <vector>

#include "draft/clause/item_words.hpp"

namespace mingze::draft {

void mark_repeats(const TextView& text, std::vector<Item>& items) {
  std::vector<ItemWords> said;
  said.reserve(items.size());
  std::unordered_map<std::u32string, std::size_t> by_words;
  std::unordered_map<std::u32string, std::size_t> by_beginning;
  for (std::size_t i = 0; i < items.size(); ++i) {
    said.push_back(words_of(text.document(), items[i]));
    const ItemWords& now = said.back();
    if (!now.tell()) continue;
    const auto same = by_words.emplace(now.words, i).first->second;
    if (same != i) items[i].repeats = items[same].id;
    const std::u32string beginning = now.beginning();
    if (beginning.empty()) continue;
    const auto begun_alike = by_beginning.emplace(beginning, i).first->second;
    if (same == i && begun_alike != i && are_nearly_same(said[begun_alike], now))
      items[i].repeats = items[begun_alike].id;
  }
}

}  // namespace mingze::draft
