// An edited text: its lines that differ are folded and put in place of those that were there.
#include <algorithm>
#include <cstring>
#include <utility>

#include "draft/document/document.hpp"

namespace mingze::draft {

namespace {

/// Whole lines that differ, in bytes: all before and all after them is the same in both texts.
struct DifferingLines {
  std::size_t begin = 0;
  std::size_t old_end = 0;
  std::size_t new_end = 0;
};

/// How many bytes are the same at the beginning of both; most of two drafts' are.
std::size_t same_at_begin(std::string_view a, std::string_view b) {
  constexpr std::size_t step = 256;
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same + step <= shorter && std::memcmp(a.data() + same, b.data() + same, step) == 0)
    same += step;
  while (same < shorter && a[same] == b[same]) ++same;
  return same;
}

/// The same at the end.
std::size_t same_at_end(std::string_view a, std::string_view b) {
  constexpr std::size_t step = 256;
  const std::size_t shorter = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  std::size_t same = 0;
  while (same + step <= shorter && std::memcmp(a_end - same - step, b_end - same - step, step) == 0)
    same += step;
  while (same < shorter && a_end[-1 - static_cast<std::ptrdiff_t>(same)] ==
                               b_end[-1 - static_cast<std::ptrdiff_t>(same)])
    ++same;
  return same;
}

/// Lines are told apart at line feeds alone, since a carriage return may be half of a line break.
DifferingLines differing_lines(std::string_view before, std::string_view now) {
  const std::size_t head = same_at_begin(before, now);
  const std::size_t tail = same_at_end(before.substr(head), now.substr(head));
  DifferingLines lines;
  const std::size_t line_feed = head == 0 ? std::string_view::npos : before.rfind('\n', head - 1);
  lines.begin = line_feed == std::string_view::npos ? 0 : line_feed + 1;
  const std::size_t next = before.find('\n', before.size() - tail);
  lines.old_end = next == std::string_view::npos ? before.size() : next + 1;
  lines.new_end = now.size() - (before.size() - lines.old_end);
  return lines;
}

/// Puts a piece in the place of [begin, end).
template <typename Items>
void splice(Items& items, Range range, const Items& piece) {
  const auto begin = items.begin() + range.begin;
  items.insert(items.erase(begin, items.begin() + range.end), piece.begin(), piece.end());
}

}  // namespace

TextChange Document::replace(std::string text) {
  const DifferingLines lines = differing_lines(text_, text);
  Document piece(source_, text.substr(lines.begin, lines.new_end - lines.begin));
  const Range was{index_at(static_cast<std::uint32_t>(lines.begin)),
                  index_at(static_cast<std::uint32_t>(lines.old_end))};
  TextChange change{was, {was.begin, was.begin + static_cast<std::uint32_t>(piece.folded_.size())}};
  change.byte = static_cast<std::uint32_t>(lines.old_end);
  change.bytes = static_cast<std::int64_t>(text.size()) - static_cast<std::int64_t>(text_.size());

  for (Origin& origin : piece.origins_) origin.begin += static_cast<std::uint32_t>(lines.begin);
  for (std::size_t i = was.end; i < origins_.size(); ++i)
    origins_[i].begin = static_cast<std::uint32_t>(origins_[i].begin + change.bytes);
  splice(folded_, was, piece.folded_);
  splice(origins_, was, piece.origins_);
  text_ = std::move(text);

  const auto line_at = [this](std::uint32_t index) {
    const auto at = std::lower_bound(
        lines_.begin(), lines_.end(), index,
        [](const LineShape& line, std::uint32_t begin) { return line.begin < begin; });
    return static_cast<std::uint32_t>(at - lines_.begin());
  };
  const Range old_lines{line_at(was.begin), line_at(was.end)};
  for (std::size_t i = old_lines.end; i < lines_.size(); ++i) {
    lines_[i].begin = change.moved(lines_[i].begin);
    lines_[i].end = change.moved(lines_[i].end);
  }
  for (LineShape& line : piece.lines_) {
    line.begin += was.begin;
    line.end += was.begin;
  }
  splice(lines_, old_lines, piece.lines_);
  const std::vector<Paragraph> old_paragraphs = std::move(paragraphs_);
  make_paragraphs();
  return with_paragraphs(change, old_paragraphs);
}

/// The change, widened to all paragraphs that are others now: an edit may change how a text is
/// wrapped, and so where its lines are joined.
TextChange Document::with_paragraphs(TextChange change,
                                     const std::vector<Paragraph>& before) const {
  const std::size_t fewer = std::min(before.size(), paragraphs_.size());
  std::size_t head = 0;
  while (head < fewer && before[head] == paragraphs_[head] &&
         before[head].range.end <= change.before.begin)
    ++head;
  std::size_t tail = 0;
  while (tail < fewer - head) {
    const Paragraph& was = before[before.size() - 1 - tail];
    const Paragraph& is = paragraphs_[paragraphs_.size() - 1 - tail];
    if (was.range.begin < change.before.end || change.moved(was.range) != is.range ||
        was.table_row != is.table_row || was.markdown_heading != is.markdown_heading)
      break;
    ++tail;
  }
  const auto old_size =
      static_cast<std::uint32_t>(folded_.size() - change.after.size() + change.before.size());
  const std::uint32_t begin = head == 0 ? 0 : before[head - 1].range.end;
  const std::uint32_t end = tail == 0 ? old_size : before[before.size() - tail].range.begin;
  const std::uint32_t new_end = change.moved(std::max(end, change.before.end));
  change.before = {std::min(begin, change.before.begin), std::max(end, change.before.end)};
  change.after = {change.before.begin, new_end};
  return change;
}

}  // namespace mingze::draft
