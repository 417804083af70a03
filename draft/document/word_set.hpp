// Small tables of words that texts are looked through for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mingze::draft {

/// Characters by their low bits: true of all that were added and of a few others, so that nearly
/// every character of a text is told by one look.
class CharacterFilter {
 public:
  constexpr CharacterFilter() = default;
  constexpr explicit CharacterFilter(std::u32string_view characters) {
    for (const char32_t c : characters) add(c);
  }
  constexpr void add(char32_t c) { bits_[c >> 6U & 15U] |= std::uint64_t{1} << (c & 63U); }
  constexpr void add(const CharacterFilter& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  [[nodiscard]] constexpr bool may_hold(char32_t c) const {
    return (bits_[c >> 6U & 15U] >> (c & 63U) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 16> bits_{};
};

/// Words, none of them empty, with what they begin and end with.
template <std::size_t Count>
class WordSet {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): written like the array that it is
  constexpr WordSet(const std::array<std::u32string_view, Count>& words) : words_(words) {
    for (const std::u32string_view word : words_) {
      firsts_.add(word.front());
      lasts_.add(word.back());
    }
  }

  [[nodiscard]] constexpr auto begin() const { return words_.begin(); }
  [[nodiscard]] constexpr auto end() const { return words_.end(); }
  [[nodiscard]] constexpr std::u32string_view front() const { return words_.front(); }
  [[nodiscard]] constexpr std::span<const std::u32string_view> all() const { return words_; }
  [[nodiscard]] constexpr const CharacterFilter& firsts() const { return firsts_; }
  [[nodiscard]] constexpr const CharacterFilter& lasts() const { return lasts_; }

 private:
  std::array<std::u32string_view, Count> words_;
  CharacterFilter firsts_;
  CharacterFilter lasts_;
};

/// Length of the longest of the words that the text starts or ends with, or 0; and whether one of
/// them stands anywhere in it. `firsts`: what the words begin with.
[[nodiscard]] std::size_t longest_start(std::u32string_view text,
                                        std::span<const std::u32string_view> words);
[[nodiscard]] std::size_t longest_end(std::u32string_view text,
                                      std::span<const std::u32string_view> words);
[[nodiscard]] bool contains_any(std::u32string_view text, const CharacterFilter& firsts,
                                std::span<const std::u32string_view> words);

template <std::size_t Count>
[[nodiscard]] std::size_t longest_start(std::u32string_view text, const WordSet<Count>& words) {
  if (text.empty() || !words.firsts().may_hold(text.front())) return 0;
  return longest_start(text, words.all());
}
template <std::size_t Count>
[[nodiscard]] std::size_t longest_end(std::u32string_view text, const WordSet<Count>& words) {
  if (text.empty() || !words.lasts().may_hold(text.back())) return 0;
  return longest_end(text, words.all());
}
template <std::size_t Count>
[[nodiscard]] bool starts_with_any(std::u32string_view text, const WordSet<Count>& words) {
  return longest_start(text, words) > 0;
}
template <std::size_t Count>
[[nodiscard]] bool ends_with_any(std::u32string_view text, const WordSet<Count>& words) {
  return longest_end(text, words) > 0;
}
template <std::size_t Count>
[[nodiscard]] bool contains_any(std::u32string_view text, const WordSet<Count>& words) {
  return contains_any(text, words.firsts(), words.all());
}
[[nodiscard]] inline bool contains(std::u32string_view text, std::u32string_view word) {
  return text.find(word) != std::u32string_view::npos;
}

}  // namespace mingze::draft
