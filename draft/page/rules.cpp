#include "draft/page/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

#include "draft/page/words.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

// Thicker than this is a bar or a ground, not a line.
constexpr double thickest = 3;
// A stroke this far off an axis is still along it.
constexpr double most_slant = 0.8;
// Shorter pieces are dots and parts of letters; pieces nearer than this are one line.
constexpr double shortest_piece = 3;
constexpr double shortest_rule = 8;
constexpr double nearest = 3;
// A page of tables has some hundreds of pieces; more than this is a drawing.
constexpr std::size_t most_pieces = 50'000;
constexpr std::size_t most_rules = 1'000;

struct Point {
  double x = 0;
  double y = 0;
};

/// matrix(a,b,c,d,e,f)
struct Transform {
  std::array<double, 6> m{1, 0, 0, 1, 0, 0};
  [[nodiscard]] Point of(Point p) const {
    return {m[0] * p.x + m[2] * p.y + m[4], m[1] * p.x + m[3] * p.y + m[5]};
  }
};

/// Whether it may be on a page: a transformation may lead anywhere, and to no number at all.
bool is_on_page(Point p) { return std::abs(p.x) <= farthest && std::abs(p.y) <= farthest; }

/// Reads letters and numbers one after another.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// The next sign that is no white space and no comma; 0 at the end.
  char next() {
    skip();
    if (text_.empty()) return 0;
    const char c = text_.front();
    text_.remove_prefix(1);
    return c;
  }
  std::optional<double> number() {
    skip();
    double value = 0;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return {};
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    return value;
  }
  std::optional<Point> point() {
    const auto x = number();
    const auto y = x ? number() : std::nullopt;
    return y ? std::optional(Point{*x, *y}) : std::nullopt;
  }

 private:
  void skip() {
    while (!text_.empty() && (text_.front() == ' ' || text_.front() == ',' ||
                              text_.front() == '\n' || text_.front() == '\t'))
      text_.remove_prefix(1);
  }
  std::string_view text_;
};

Transform transform_of(std::string_view text) {
  constexpr std::string_view head = "matrix(";
  Transform read;
  if (!text.starts_with(head)) return read;
  Scanner scanner(text.substr(head.size()));
  for (double& value : read.m) {
    const auto number = scanner.number();
    if (!number) return {};
    value = *number;
  }
  return read;
}

/// The closed and open lines of a path; none where it has a curve, as letters have.
std::vector<std::vector<Point>> lines_of(std::string_view path, const Transform& transform) {
  std::vector<std::vector<Point>> lines;
  Scanner scanner(path);
  for (char c = scanner.next(); c != 0; c = scanner.next()) {
    if (c == 'Z') {
      if (!lines.empty() && !lines.back().empty()) lines.back().push_back(lines.back().front());
      continue;
    }
    const auto point = scanner.point();
    if ((c != 'M' && c != 'L') || !point) return {};
    if (c == 'M') lines.emplace_back();
    if (lines.empty()) return {};
    lines.back().push_back(transform.of(*point));
  }
  return lines;
}

/// How a path is drawn: attributes of its own, or a style of the same words.
struct Paint {
  bool stroked = false;
  bool filled = false;
};

std::string_view property(std::string_view style, std::string_view name) {
  for (std::size_t begin = 0; begin < style.size();) {
    const std::size_t end = std::min(style.find(';', begin), style.size());
    std::string_view one = style.substr(begin, end - begin);
    begin = end + 1;
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    if (one.starts_with(name) && one.substr(name.size()).starts_with(":"))
      return one.substr(name.size() + 1);
  }
  return {};
}

bool is_seen(std::string_view colour) {
  return !colour.empty() && colour != "none" && !colour.starts_with("rgb(100%,100%,100%)") &&
         !colour.starts_with("rgb(100%, 100%, 100%)") && colour != "white";
}

Paint paint_of(const XmlAttributes& attributes) {
  const std::string_view style = attributes.get("style");
  const auto colour = [&](std::string_view name) {
    const std::string_view own = attributes.get(name);
    return own.empty() ? property(style, name) : own;
  };
  return {is_seen(colour("stroke")), is_seen(colour("fill"))};
}

/// Pieces of lines to whole ones.
std::vector<Rule> joined(std::vector<Rule> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) {
    return std::tie(a.at, a.begin, a.end) < std::tie(b.at, b.begin, b.end);
  });
  // Lines at nearly one place stand at one.
  for (std::size_t i = 0, first = 0; i < pieces.size(); ++i) {
    if (pieces[i].at - pieces[first].at > nearest / 2) first = i;
    pieces[i].at = pieces[first].at;
  }
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) {
    return std::tie(a.at, a.begin, a.end) < std::tie(b.at, b.begin, b.end);
  });
  std::vector<Rule> rules;
  for (const Rule& piece : pieces) {
    if (!rules.empty() && rules.back().at == piece.at && piece.begin <= rules.back().end + nearest)
      rules.back().end = std::max(rules.back().end, piece.end);
    else
      rules.push_back(piece);
  }
  std::erase_if(rules, [](const Rule& rule) { return rule.end - rule.begin < shortest_rule; });
  return rules;
}

class DrawingReader final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (defining_ > 0 || name.local == "defs") {
      ++defining_;
    } else if (name.local == "page") {
      if (paged_) end_page();
      paged_ = true;
    } else if (name.local == "path" && pieces_.across.size() + pieces_.down.size() < most_pieces) {
      add_path(attributes);
    }
  }
  void end(XmlName, ByteRange) override {
    if (defining_ > 0) --defining_;
  }
  void text(std::string_view, ByteRange) override {}

  std::vector<PageRules> take() {
    end_page();
    return std::move(pages_);
  }

 private:
  void add_path(const XmlAttributes& attributes) {
    const Paint paint = paint_of(attributes);
    if (!paint.stroked && !paint.filled) return;
    const auto lines = lines_of(attributes.get("d"), transform_of(attributes.get("transform")));
    for (const auto& line : lines) {
      for (std::size_t i = 1; paint.stroked && i < line.size(); ++i) add(line[i - 1], line[i]);
      if (paint.filled && line.size() >= 4) add_area(line);
    }
  }

  void add(Point a, Point b) {
    if (!is_on_page(a) || !is_on_page(b)) return;
    const double width = std::abs(a.x - b.x);
    const double height = std::abs(a.y - b.y);
    if (height <= most_slant && width >= shortest_piece)
      pieces_.across.push_back({(a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
    if (width <= most_slant && height >= shortest_piece)
      pieces_.down.push_back({(a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
  }

  void add_area(const std::vector<Point>& corners) {
    Point least = corners.front();
    Point most = corners.front();
    for (const Point p : corners) {
      least = {std::min(least.x, p.x), std::min(least.y, p.y)};
      most = {std::max(most.x, p.x), std::max(most.y, p.y)};
    }
    const Point middle{(least.x + most.x) / 2, (least.y + most.y) / 2};
    const double width = most.x - least.x;
    const double height = most.y - least.y;
    if (height <= thickest && width > height) add({least.x, middle.y}, {most.x, middle.y});
    if (width <= thickest && height > width) add({middle.x, least.y}, {middle.x, most.y});
  }

  void end_page() {
    const bool drawing = pieces_.across.size() + pieces_.down.size() >= most_pieces;
    PageRules rules{joined(std::move(pieces_.across)), joined(std::move(pieces_.down))};
    pieces_ = {};
    if (drawing || rules.across.size() + rules.down.size() > most_rules) rules = {};
    pages_.push_back(std::move(rules));
  }

  std::vector<PageRules> pages_;
  PageRules pieces_;
  std::uint32_t defining_ = 0;  ///< depth within what is only defined
  bool paged_ = false;          ///< pages are told apart: several ones
};

}  // namespace

std::vector<PageRules> read_rules(std::string_view svg) {
  DrawingReader reader;
  if (!read_xml(svg, reader)) return {};
  return reader.take();
}

}  // namespace mingze::draft
