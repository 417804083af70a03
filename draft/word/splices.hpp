// Where marks go into the XML of a main text, so that a comment begins and ends at exact words.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draft/word/word_text.hpp"

namespace mingze::draft {

/// Collects marks, then writes the XML with them. A mark stands between runs; within a run, the run
/// is divided there into two of the same properties.
class Splices {
 public:
  /// Both must outlive it.
  Splices(const WordText& word, std::string_view xml) : word_(word), xml_(xml) {}

  /// Puts marks around some words of the text; false where no words are open to comments.
  [[nodiscard]] bool surround(ByteRange words, const std::string& before, const std::string& after);

  [[nodiscard]] std::string written() const;

 private:
  /// At one byte, what ends there comes before what begins there.
  struct Marks {
    std::string after;
    std::string before;
    std::optional<std::uint32_t> divided;  ///< the tag of the <w:t> that is divided there
  };

  [[nodiscard]] bool is_open(const TextPiece& piece) const;
  [[nodiscard]] std::string_view raw(ByteRange place) const {
    return xml_.substr(place.begin, place.end - place.begin);
  }
  Marks& marks_before(const TextPiece& piece, std::uint32_t text);
  Marks& marks_after(const TextPiece& piece, std::uint32_t text);
  Marks& divide(std::uint32_t tag, std::uint32_t byte);
  [[nodiscard]] bool is_within_cdata(std::uint32_t tag, std::uint32_t byte) const;

  const WordText& word_;
  std::string_view xml_;
  std::map<std::uint32_t, Marks> marks_;
};

}  // namespace mingze::draft
