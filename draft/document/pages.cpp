#include "draft/document/pages.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "draft/document/fold.hpp"
#include "draft/document/line_shape.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

// Fewer pages than this tell nothing about what they share.
constexpr std::size_t fewest_pages = 3;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text, char separator) {
  Lines lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// A line without white space, as texts are folded.
std::u32string folded_line(std::string_view line) {
  std::u32string out;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = decode_at(line, at);
    const char32_t folded = fold(point.value);
    if (folded != 0 && !is_space(point.value)) out += folded;
    at += point.bytes;
  }
  return out;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// At the edge of a page a bare number is its number, too.
bool is_number_of_page(std::u32string_view line) {
  const bool bare = line.size() <= 4 && std::all_of(line.begin(), line.end(), is_digit);
  return bare || is_page_number(line);
}

/// A running head may hold the number of its page.
std::u32string without_digits(std::u32string line) {
  std::erase_if(line, is_digit);
  return line;
}

/// One page, from the first line that is its own to the last.
struct Page {
  Lines lines;
  std::size_t begin = 0;
  std::size_t end = 0;

  void skip_empty() {
    while (begin < end && folded_line(lines[begin]).empty()) ++begin;
    while (begin < end && folded_line(lines[end - 1]).empty()) --end;
  }
  void skip_numbers() {
    skip_empty();
    if (begin < end && is_number_of_page(folded_line(lines[begin]))) ++begin;
    if (begin < end && is_number_of_page(folded_line(lines[end - 1]))) --end;
    skip_empty();
  }
  [[nodiscard]] std::u32string head() const {
    return begin < end ? without_digits(folded_line(lines[begin])) : std::u32string();
  }
  [[nodiscard]] std::u32string foot() const {
    return begin < end ? without_digits(folded_line(lines[end - 1])) : std::u32string();
  }
};

/// Leaves out the lines at one edge that more than half of the pages share.
template <typename Edge, typename Drop>
void drop_shared(std::vector<Page>& pages, Edge edge, Drop drop) {
  std::map<std::u32string, std::size_t> counts;
  for (const Page& page : pages) ++counts[edge(page)];
  for (Page& page : pages) {
    const std::u32string line = edge(page);
    if (!line.empty() && counts[line] * 2 > pages.size()) drop(page);
  }
}

}  // namespace

std::string joined_pages(std::string_view text) {
  std::vector<Page> pages;
  for (const std::string_view page : lines_of(text, '\f')) {
    Lines lines = lines_of(page, '\n');
    const std::size_t count = lines.size();
    pages.push_back({std::move(lines), 0, count});
    pages.back().skip_numbers();
  }
  std::erase_if(pages, [](const Page& page) { return page.begin == page.end; });
  if (pages.size() >= fewest_pages) {
    drop_shared(pages, std::mem_fn(&Page::head), [](Page& page) { ++page.begin; });
    drop_shared(pages, std::mem_fn(&Page::foot), [](Page& page) { --page.end; });
    for (Page& page : pages) page.skip_numbers();
  }
  std::string out;
  for (const Page& page : pages) {
    for (std::size_t i = page.begin; i < page.end; ++i) {
      out += page.lines[i];
      out += '\n';
    }
  }
  return out;
}

}  // namespace mingze::draft
