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

  /// Has `words` crossed out and `inserted` stand after them, as tracked changes: `deletion` and
  /// `insertion` are the start tags of these. False where that cannot be done: where words were not
  /// typed, stand in text boxes or notes, or are part of a change that is tracked already.
  [[nodiscard]] bool revise(ByteRange words, const std::string& inserted,
                            const std::string& deletion, const std::string& insertion);

  [[nodiscard]] std::string written() const;

 private:
  /// At one byte, what ends there comes before what begins there.
  struct Marks {
    std::string after;
    std::string before;
    std::optional<std::uint32_t> divided;  ///< the tag of the <w:t> that is divided there
    std::uint32_t left_out = 0;            ///< up to this byte, if it lies further on
  };
  /// Words within one <w:t> that are written in one stretch.
  struct Stretch {
    std::uint32_t tag;
    ByteRange xml;
  };

  [[nodiscard]] bool is_open(const TextPiece& piece) const;
  [[nodiscard]] std::string_view raw(ByteRange place) const {
    return xml_.substr(place.begin, place.end - place.begin);
  }
  [[nodiscard]] const TextPiece* piece_near(std::uint32_t text) const;
  Marks& marks_before(const TextPiece& piece, std::uint32_t text);
  Marks& marks_after(const TextPiece& piece, std::uint32_t text);
  Marks& divide(std::uint32_t tag, std::uint32_t byte);
  [[nodiscard]] bool is_within_cdata(std::uint32_t tag, std::uint32_t byte) const;
  [[nodiscard]] std::optional<std::vector<Stretch>> stretches(ByteRange words) const;
  [[nodiscard]] const TextPiece* piece_beside(std::uint32_t text) const;
  [[nodiscard]] std::string run_of(std::uint32_t tag, const std::string& element,
                                   std::string_view xml) const;
  void delete_stretch(const Stretch& stretch, const std::string& deleted);

  const WordText& word_;
  std::string_view xml_;
  std::map<std::uint32_t, Marks> marks_;
};

}  // namespace mingze::draft
