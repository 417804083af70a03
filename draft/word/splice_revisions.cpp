// Tracked changes at the words they change.
#include <algorithm>

#include "draft/word/splices.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

/// w:ins of <w:ins w:id="1">, w:r of <w:r>.
std::string element_of(std::string_view tag) {
  return std::string(tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1));
}

std::string prefix_of(const std::string& element) {
  const std::size_t colon = element.find(':');
  return colon == std::string::npos ? std::string() : element.substr(0, colon + 1);
}

bool is_as_typed(const TextPiece& piece) {
  return piece.xml.end - piece.xml.begin == piece.text.end - piece.text.begin;
}

std::string around(const std::string& tag, const std::string& inner) {
  return tag + inner + "</" + element_of(tag) + ">";
}

}  // namespace

/// The words as the XML has them; nothing where some of them cannot be changed.
std::optional<std::vector<Splices::Stretch>> Splices::stretches(ByteRange words) const {
  const auto& pieces = word_.laid.text.pieces;
  auto piece = std::partition_point(pieces.begin(), pieces.end(), [&](const TextPiece& one) {
    return one.text.end <= words.begin;
  });
  std::vector<Stretch> out;
  std::uint32_t done = words.begin;
  for (; piece != pieces.end() && piece->text.begin < words.end; ++piece) {
    const std::uint32_t begin = std::max(words.begin, piece->text.begin);
    const std::uint32_t end = std::min(words.end, piece->text.end);
    const bool whole = begin == piece->text.begin && end == piece->text.end;
    const bool can_change = is_open(*piece) && !word_.runs[word_.tags[piece->tag].run].changed;
    if (begin != done || !can_change || !(whole || is_as_typed(*piece))) return std::nullopt;
    ByteRange xml = piece->xml;
    if (!whole)
      xml = {xml.begin + (begin - piece->text.begin), xml.begin + (end - piece->text.begin)};
    if (!out.empty() && out.back().tag == piece->tag && out.back().xml.end == xml.begin)
      out.back().xml.end = xml.end;
    else
      out.push_back({piece->tag, xml});
    done = end;
  }
  if (done != words.end) return std::nullopt;
  return out;
}

/// What words that are put in lean on: the word before, else the one behind.
const TextPiece* Splices::piece_beside(std::uint32_t text) const {
  const auto& pieces = word_.laid.text.pieces;
  const auto at = std::partition_point(pieces.begin(), pieces.end(),
                                       [&](const TextPiece& one) { return one.text.end < text; });
  for (auto piece = at; piece != pieces.end() && piece->text.begin <= text; ++piece) {
    const bool divides = text != piece->text.begin && text != piece->text.end;
    if (is_open(*piece) && !word_.runs[word_.tags[piece->tag].run].changed &&
        (is_as_typed(*piece) || !divides))
      return &*piece;
  }
  return nullptr;
}

/// A run with the look of the one that this tag stands in.
std::string Splices::run_of(std::uint32_t tag, const std::string& element,
                            std::string_view xml) const {
  const RunPlace& run = word_.runs[word_.tags[tag].run];
  const std::string run_tag(raw(run.tag));
  const std::string text = prefix_of(element_of(run_tag)) + element;
  return around(run_tag, std::string(raw(run.properties)) +
                             around("<" + text + " xml:space=\"preserve\">", std::string(xml)));
}

/// A run of nothing but these words is crossed out whole; another one is divided.
void Splices::delete_stretch(const Stretch& stretch, const std::string& deleted) {
  const TextTag& tag = word_.tags[stretch.tag];
  const RunPlace& run = word_.runs[tag.run];
  const bool whole = tag.first && tag.last && stretch.xml.begin == tag.tag.end &&
                     xml_.substr(stretch.xml.end).starts_with("</");
  Marks& marks = whole ? marks_[run.tag.begin] : divide(stretch.tag, stretch.xml.begin);
  marks.before += deleted;
  marks.left_out = whole ? run.end : stretch.xml.end;
}

bool Splices::revise(ByteRange words, const std::string& inserted, const std::string& deletion,
                     const std::string& insertion) {
  if (inserted.find_first_of("\n\t") != std::string::npos) return false;
  const auto crossed = stretches(words);
  if (!crossed) return false;
  const std::string text = xml_escaped(inserted);
  for (std::size_t i = 0; i < crossed->size(); ++i) {
    const Stretch& stretch = (*crossed)[i];
    const bool cdata = is_within_cdata(stretch.tag, stretch.xml.begin);
    const std::string gone(raw(stretch.xml));
    std::string out =
        around(deletion, run_of(stretch.tag, "delText", cdata ? "<![CDATA[" + gone + "]]>" : gone));
    if (i + 1 == crossed->size() && !text.empty())
      out += around(insertion, run_of(stretch.tag, "t", text));
    delete_stretch(stretch, out);
  }
  if (!crossed->empty() || text.empty()) return true;
  const TextPiece* piece = piece_beside(words.begin);
  if (piece == nullptr) return false;
  const std::string put_in = around(insertion, run_of(piece->tag, "t", text));
  if (piece->text.begin == words.begin)
    marks_before(*piece, words.begin).before += put_in;
  else
    marks_after(*piece, words.begin).after += put_in;
  return true;
}

}  // namespace mingze::draft
