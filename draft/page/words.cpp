#include "draft/page/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

// What the first field of a row says it is.
constexpr std::string_view page_row = "1";
constexpr std::string_view line_row = "4";
constexpr std::string_view word_row = "5";
// level page_num par_num block_num line_num word_num left top width height conf text
constexpr std::size_t fields = 12;

using Fields = std::array<std::string_view, fields>;

/// The fields of a row; the last one is all that is left. Fewer: nothing.
std::optional<Fields> fields_of(std::string_view row) {
  Fields found;
  for (std::size_t i = 0; i + 1 < fields; ++i) {
    const std::size_t tab = row.find('\t');
    if (tab == row.npos) return {};
    found[i] = row.substr(0, tab);
    row.remove_prefix(tab + 1);
  }
  found[fields - 1] = row;
  return found;
}

std::optional<double> number_in(std::string_view field) {
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  const bool whole = error == std::errc{} && end == field.data() + field.size();
  return whole && value >= -farthest && value <= farthest ? std::optional(value) : std::nullopt;
}

std::optional<Box> box_of(const Fields& row) {
  const auto left = number_in(row[6]);
  const auto top = number_in(row[7]);
  const auto width = number_in(row[8]);
  const auto height = number_in(row[9]);
  if (!left || !top || !width || !height || *width < 0 || *height < 0) return {};
  return Box{*left, *top, *left + *width, *top + *height};
}

/// Without what is no character: bytes that are no UTF-8, and controls.
std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.bytes;
    if (point.value >= 0x20 && point.value != 0x7F) append_utf8(out, point.value);
  }
  return out;
}

Box box_of(const std::vector<Word>& line) {
  Box box = line.front().box;
  for (const Word& word : line) box.add(word.box);
  return box;
}

}  // namespace

void Box::add(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

bool in_one_row(const Box& a, const Box& b) {
  return a.top <= b.middle() && b.middle() <= a.bottom && b.top <= a.middle() &&
         a.middle() <= b.bottom;
}

std::vector<Page> read_words(std::string_view tsv) {
  std::vector<Page> pages;
  bool new_line = true;
  for (std::size_t begin = 0; begin < tsv.size();) {
    const std::size_t end = std::min(tsv.find('\n', begin), tsv.size());
    const auto row = fields_of(tsv.substr(begin, end - begin));
    begin = end + 1;
    if (!row) continue;
    if ((*row)[0] == page_row) pages.emplace_back();
    new_line = new_line || (*row)[0] == line_row || (*row)[0] == page_row;
    if ((*row)[0] != word_row || pages.empty()) continue;
    const auto box = box_of(*row);
    std::string text = shown((*row)[fields - 1]);
    if (!box || text.empty()) continue;
    auto& lines = pages.back().lines;
    if (new_line) lines.emplace_back();
    lines.back().push_back({*box, std::move(text)});
    new_line = false;
  }
  return pages;
}

bool has_columns(const Page& page) {
  std::vector<Box> lines;
  for (const auto& line : page.lines) lines.push_back(box_of(line));
  std::sort(lines.begin(), lines.end(),
            [](const Box& a, const Box& b) { return a.middle() < b.middle(); });
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Box& a = lines[i - 1];
    const Box& b = lines[i];
    if (in_one_row(a, b) && (a.right < b.left || b.right < a.left)) return true;
  }
  return false;
}

}  // namespace mingze::draft
