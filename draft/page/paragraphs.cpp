#include "draft/page/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "draft/document/fold.hpp"
#include "draft/document/line_shape.hpp"
#include "draft/document/numbering.hpp"

namespace mingze::draft {

namespace {

// Fewer pages than this tell nothing about what they share.
constexpr std::size_t fewest_pages = 3;
// Fewer lines than this tell no margin.
constexpr std::size_t fewest_lines = 4;
// All in heights of a line, which is about the width of a Chinese character. A line that ends a
// sentence is full only to the margin; another one may stop short by the characters that must not
// begin the next.
constexpr double at_margin = 1.0;
constexpr double short_of_margin = 2.4;
constexpr double indent = 1.2;
constexpr double new_paragraph_gap = 1.2;
// Lines of one paragraph have letters of one size.
constexpr double other_size = 1.25;

bool is_leader(char32_t c) { return c == U'.' || c == U'…' || c == U'·' || c == U'⋯'; }

/// At the edge of a page a bare number is its number, too.
bool is_number_of_page(std::u32string_view line) {
  const bool bare = line.size() <= 4 && std::all_of(line.begin(), line.end(), is_digit);
  return bare || is_page_number(line);
}

/// The lines of one page from top to bottom; those left between the edges.
struct Edges {
  std::vector<std::size_t> order;
  std::vector<std::u32string> folded;  ///< by the order
  std::size_t begin = 0;
  std::size_t end = 0;

  explicit Edges(const std::vector<TextLine>& lines) : end(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return lines[a].box.middle() < lines[b].box.middle();
    });
    for (const std::size_t line : order) folded.push_back(folded_name(lines[line].text));
  }
  void skip_numbers() {
    if (begin < end && is_number_of_page(folded[begin])) ++begin;
    if (begin < end && is_number_of_page(folded[end - 1])) --end;
  }
  /// A running head may hold the number of its page.
  [[nodiscard]] std::u32string head() const { return begin < end ? bare(folded[begin]) : U""; }
  [[nodiscard]] std::u32string foot() const { return begin < end ? bare(folded[end - 1]) : U""; }

 private:
  static std::u32string bare(std::u32string line) {
    std::erase_if(line, is_digit);
    return line;
  }
};

/// Leaves out the lines at one edge that more than half of the pages share.
template <typename Edge, typename Drop>
void drop_shared(std::vector<Edges>& pages, std::size_t count, Edge edge, Drop drop) {
  std::map<std::u32string, std::size_t> times;
  for (const Edges& page : pages) ++times[edge(page)];
  for (Edges& page : pages) {
    const std::u32string line = edge(page);
    if (!line.empty() && times[line] * 2 > count) drop(page);
  }
}

/// The value that most lines have within the width of a character; the outermost of equals.
template <typename Less>
double common(std::vector<double> values, double width, Less outer) {
  std::sort(values.begin(), values.end(), outer);
  double best = values.front();
  std::size_t most = 0;
  for (std::size_t i = 0, first = 0; i < values.size(); ++i) {
    while (std::abs(values[first] - values[i]) > width) ++first;
    if (i - first + 1 <= most) continue;
    most = i - first + 1;
    best = values[first];
  }
  return best;
}

/// Whether a line can only be the rest of the one above, wherever they begin and end: it begins
/// with a mark that nothing begins with, closes a bracket of that one (国发〔202 / 1〕4号), or goes
/// on with the names of a clause.
bool goes_on_in_words(const LineShape& one, const LineShape& two, std::u32string_view lower) {
  constexpr std::u32string_view never_first = U"、,。;";
  if (never_first.find(lower.front()) != never_first.npos) return true;
  if (one.leaves_open && two.closes_first) return true;
  return one.leaves_open && one.starts_label && !two.numbered && !two.starts_label;
}

/// Whether a line is one of a table of contents: dots lead to the number of a page.
bool is_line_of_contents(std::u32string_view line) {
  constexpr std::size_t fewest_dots = 5;
  while (!line.empty() && is_digit(line.back())) line.remove_suffix(1);
  std::size_t dots = 0;
  while (dots < line.size() && is_leader(line[line.size() - 1 - dots])) ++dots;
  return dots >= fewest_dots;
}

}  // namespace

std::vector<std::vector<bool>> marks_of_pages(const std::vector<std::vector<TextLine>>& pages) {
  std::vector<Edges> edges;
  std::size_t count = 0;
  for (const auto& lines : pages) {
    edges.emplace_back(lines);
    edges.back().skip_numbers();
    if (!lines.empty()) ++count;
  }
  if (count >= fewest_pages) {
    drop_shared(edges, count, std::mem_fn(&Edges::head), [](Edges& page) { ++page.begin; });
    drop_shared(edges, count, std::mem_fn(&Edges::foot), [](Edges& page) { --page.end; });
    for (Edges& page : edges) page.skip_numbers();
  }
  std::vector<std::vector<bool>> marks;
  for (const Edges& page : edges) {
    auto& own = marks.emplace_back(page.order.size(), true);
    for (std::size_t i = page.begin; i < page.end; ++i)
      own[page.order[i]] = is_line_of_contents(page.folded[i]);
  }
  return marks;
}

ParagraphJoiner::Margins ParagraphJoiner::margins_of(std::vector<const TextLine*> lines) {
  if (lines.size() < fewest_lines) return {};
  std::vector<double> lefts;
  std::vector<double> rights;
  std::vector<double> heights;
  for (const TextLine* line : lines) {
    lefts.push_back(line->box.left);
    rights.push_back(line->box.right);
    heights.push_back(line->box.height());
  }
  std::nth_element(heights.begin(),
                   heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2),
                   heights.end());
  const double character = heights[heights.size() / 2];
  return {common(std::move(lefts), character / 2, std::less<>()),
          common(std::move(rights), character, std::greater<>()), true};
}

ParagraphJoiner::ParagraphJoiner(const std::vector<TextLine>& lines) {
  std::vector<std::vector<const TextLine*>> pages;
  for (const TextLine& line : lines) {
    if (line.page >= pages.size()) pages.resize(line.page + 1);
    pages[line.page].push_back(&line);
  }
  Margins last;
  for (auto& page : pages) {
    const Margins own = margins_of(page);
    if (own.known) last = own;
    margins_.push_back(last);
  }
  std::size_t indented = 0;
  for (const TextLine& line : lines) {
    const double in = line.box.left - at(line.page).left;
    if (in >= indent * line.box.height() && in <= 3.5 * line.box.height()) ++indented;
  }
  indents_ = indented * 12 >= lines.size();
}

bool ParagraphJoiner::goes_on(const TextLine& above, const TextLine& line) const {
  const Margins& margins = at(above.page);
  if (!margins.known) return false;
  const double character = above.box.height();
  const double larger = std::max(character, line.box.height());
  if (larger > other_size * std::min(character, line.box.height())) return false;

  const std::u32string upper = folded_name(above.text);
  const std::u32string lower = folded_name(line.text);
  if (upper.empty() || lower.empty()) return false;
  const LineShape one = line_shape(upper);
  const LineShape two = line_shape(lower);
  if (goes_on_in_words(one, two, lower)) return true;
  if (one.starts_label && two.numbered) return false;
  const double slack = (one.ends_sentence ? at_margin : short_of_margin) * character;
  if (above.box.right < margins.right - slack) return false;
  const bool indented = line.box.left > at(line.page).left + indent * character;
  if (one.ends_sentence) {
    const bool apart =
        line.page == above.page && line.box.top - above.box.bottom > new_paragraph_gap * character;
    return indents_ && !indented && !two.numbered && !two.starts_label && !apart;
  }
  if (two.starts_label && !one.leaves_open) return false;
  const bool heading = one.numbered && !one.has_stop;
  if (!indented) return !two.numbered || (!heading && (one.has_stop || one.ends_open));
  return !heading && !two.numbered && (one.ends_open || one.leaves_open || one.has_stop);
}

}  // namespace mingze::draft
