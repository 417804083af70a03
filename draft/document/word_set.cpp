#include "draft/document/word_set.hpp"

namespace mingze::draft {

std::size_t longest_start(std::u32string_view text, std::span<const std::u32string_view> words) {
  std::size_t longest = 0;
  for (const std::u32string_view word : words)
    if (word.size() > longest && text.front() == word.front() && text.starts_with(word))
      longest = word.size();
  return longest;
}

std::size_t longest_end(std::u32string_view text, std::span<const std::u32string_view> words) {
  std::size_t longest = 0;
  for (const std::u32string_view word : words)
    if (word.size() > longest && text.back() == word.back() && text.ends_with(word))
      longest = word.size();
  return longest;
}

bool contains_any(std::u32string_view text, const CharacterFilter& firsts,
                  std::span<const std::u32string_view> words) {
  for (; !text.empty(); text.remove_prefix(1))
    if (firsts.may_hold(text.front()) && longest_start(text, words) > 0) return true;
  return false;
}

}  // namespace mingze::draft
