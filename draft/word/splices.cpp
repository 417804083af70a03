#include "draft/word/splices.hpp"

#include <algorithm>
#include <iterator>

#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

/// A start tag that keeps white space at the ends of its text.
std::string keeping_space(std::string_view tag) {
  std::string out(tag);
  if (tag.find("xml:space") == std::string_view::npos)
    out.insert(out.size() - 1, " xml:space=\"preserve\"");
  return out;
}

/// The byte of the XML for a byte of the text within a piece; an entity is not divided.
std::uint32_t byte_of(const TextPiece& piece, std::uint32_t text, bool at_end) {
  const bool as_typed = piece.xml.end - piece.xml.begin == piece.text.end - piece.text.begin;
  if (as_typed) return piece.xml.begin + (text - piece.text.begin);
  return at_end ? piece.xml.end : piece.xml.begin;
}

}  // namespace

bool Splices::is_open(const TextPiece& piece) const {
  return word_.runs[word_.tags[piece.tag].run].open_to_comments;
}

bool Splices::surround(ByteRange words, const std::string& before, const std::string& after) {
  const auto& pieces = word_.laid.text.pieces;
  const auto begin = std::partition_point(pieces.begin(), pieces.end(), [&](const auto& piece) {
    return piece.text.end <= words.begin;
  });
  const TextPiece* first = nullptr;
  const TextPiece* last = nullptr;
  for (auto piece = begin; piece != pieces.end() && piece->text.begin < words.end; ++piece) {
    if (!is_open(*piece)) continue;
    if (first == nullptr) first = &*piece;
    last = &*piece;
  }
  if (first == nullptr) {
    const TextPiece* near = piece_near(words.begin);
    if (near == nullptr) return false;
    first = last = near;
    words = first->text;
  }
  marks_before(*first, std::max(words.begin, first->text.begin)).before += before;
  marks_after(*last, std::min(words.end, last->text.end)).after += after;
  return true;
}

/// Where a comment stands whose own words can have none: at the reference to the note they are in,
/// else at the next words before them.
const TextPiece* Splices::piece_near(std::uint32_t text) const {
  const auto& pieces = word_.laid.text.pieces;
  const auto at = std::partition_point(pieces.begin(), pieces.end(),
                                       [&](const TextPiece& one) { return one.text.end <= text; });
  const auto open = [&](const TextPiece& piece) { return is_open(piece); };
  if (at != pieces.end()) {
    const std::uint32_t tag = word_.runs[word_.tags[at->tag].run].near;
    const auto is_of_tag = [&](const TextPiece& piece) { return piece.tag == tag && open(piece); };
    const auto noted = std::find_if(pieces.rbegin(), pieces.rend(), is_of_tag);
    if (tag != RunPlace::nowhere && noted != pieces.rend()) return &*noted;
  }
  const auto above = std::find_if(std::make_reverse_iterator(at), pieces.rend(), open);
  if (above != pieces.rend()) return &*above;
  const auto below = std::find_if(at, pieces.end(), open);
  return below == pieces.end() ? nullptr : &*below;
}

Splices::Marks& Splices::marks_before(const TextPiece& piece, std::uint32_t text) {
  const std::uint32_t byte = byte_of(piece, text, false);
  const TextTag& tag = word_.tags[piece.tag];
  if (tag.first && byte == tag.tag.end) return marks_[word_.runs[tag.run].tag.begin];
  return divide(piece.tag, byte);
}

Splices::Marks& Splices::marks_after(const TextPiece& piece, std::uint32_t text) {
  const std::uint32_t byte = byte_of(piece, text, true);
  const TextTag& tag = word_.tags[piece.tag];
  const bool at_end = xml_.substr(byte).starts_with("</") && !is_within_cdata(piece.tag, byte);
  if (tag.last && at_end) return marks_[word_.runs[tag.run].end];
  return divide(piece.tag, byte);
}

Splices::Marks& Splices::divide(std::uint32_t tag, std::uint32_t byte) {
  Marks& marks = marks_[byte];
  marks.divided = tag;
  return marks;
}

/// Whether a byte of a <w:t> lies in a CDATA section, which ends before a tag can stand there.
bool Splices::is_within_cdata(std::uint32_t tag, std::uint32_t byte) const {
  for (std::size_t at = xml_.find('<', word_.tags[tag].tag.end); at < byte;) {
    const std::string_view rest = xml_.substr(at);
    const bool cdata = rest.starts_with("<![CDATA[");
    const std::string_view closing = cdata ? "]]>" : rest.starts_with("<!--") ? "-->" : "?>";
    const std::size_t end = xml_.find(closing, at);
    if (end == std::string_view::npos || (cdata && byte <= end)) return cdata;
    at = xml_.find('<', end + closing.size());
  }
  return false;
}

std::string Splices::written() const {
  std::map<std::uint32_t, ByteRange> divided;  // start tags, by where they begin
  for (const auto& [byte, marks] : marks_) {
    if (!marks.divided) continue;
    const TextTag& tag = word_.tags[*marks.divided];
    divided[tag.tag.begin] = tag.tag;
  }
  std::string out;
  std::uint32_t done = 0;
  const auto copy_until = [&](std::uint32_t byte) {
    for (auto tag = divided.lower_bound(done); tag != divided.end() && tag->first < byte; ++tag) {
      out += xml_.substr(done, tag->first - done);
      out += keeping_space(raw(tag->second));
      done = tag->second.end;
    }
    out += xml_.substr(done, byte - done);
    done = byte;
  };
  for (const auto& [byte, marks] : marks_) {
    copy_until(byte);
    const std::string between = marks.after + marks.before;
    if (!marks.divided) {
      out += between;
    } else {
      const TextTag& tag = word_.tags[*marks.divided];
      const RunPlace& run = word_.runs[tag.run];
      const std::string text_tag = keeping_space(raw(tag.tag));
      const bool cdata = is_within_cdata(*marks.divided, byte);
      out += (cdata ? "]]></" : "</") + std::string(tag_name(text_tag)) + "></" +
             std::string(tag_name(raw(run.tag))) + ">" + between;
      out += std::string(raw(run.tag)) + std::string(raw(run.properties)) + text_tag;
      if (cdata) out += "<![CDATA[";
    }
    done = std::max(done, marks.left_out);
  }
  copy_until(static_cast<std::uint32_t>(xml_.size()));
  return out;
}

}  // namespace mingze::draft
