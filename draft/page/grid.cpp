#include "draft/page/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingze::draft {

namespace {

// Rules end this far from one another and still touch.
constexpr double touching = 4;
// Lines nearer than this are one: the two lines of a double border, a border and a ground's edge.
constexpr double same_line = 3;
// A rule parts two cells when it stands along this much of their side.
constexpr double enough = 0.6;
// More cells than a page has room for.
constexpr std::size_t most_cells = 5'000;

/// Sets of things, by number.
class Sets {
 public:
  explicit Sets(std::size_t count) : above_(count) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t one) {
    while (above_[one] != one) one = above_[one] = above_[above_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) { above_[find(b)] = find(a); }

 private:
  std::vector<std::size_t> above_;
};

bool touch(const Rule& across, const Rule& down) {
  return across.begin - touching <= down.at && down.at <= across.end + touching &&
         down.begin - touching <= across.at && across.at <= down.end + touching;
}

/// Sorted, and nearly equal ones made one.
std::vector<double> distinct(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double value : values) {
    if (out.empty() || value - out.back() > same_line) out.push_back(value);
  }
  return out;
}

/// Whether the rules at a place stand along most of the way from `begin` to `end`.
bool parts(const std::vector<Rule>& rules, double at, double begin, double end) {
  double covered = 0;
  for (const Rule& rule : rules) {
    if (rule.at < at - same_line || rule.at > at + same_line) continue;
    covered = std::max(covered, std::min(end, rule.end) - std::max(begin, rule.begin));
  }
  return covered >= enough * (end - begin);
}

/// The place of a value among lines: between which two it stands.
std::optional<std::size_t> between(const std::vector<double>& lines, double value) {
  const auto after = std::upper_bound(lines.begin(), lines.end(), value);
  if (after == lines.begin() || after == lines.end()) return {};
  return static_cast<std::size_t>(after - lines.begin()) - 1;
}

std::optional<Grid> grid_of(const PageRules& rules) {
  if (rules.across.empty() || rules.down.empty()) return {};
  std::vector<double> across;
  std::vector<double> down;
  for (const Rule& rule : rules.across) {
    across.push_back(rule.at);
    down.insert(down.end(), {rule.begin, rule.end});
  }
  for (const Rule& rule : rules.down) {
    down.push_back(rule.at);
    across.insert(across.end(), {rule.begin, rule.end});
  }
  // Rules end at lines; where they stand out a little, or stop short, there is no further line.
  const auto edges = [](std::vector<double> lines, const std::vector<Rule>& at) {
    const auto [least, most] = std::minmax_element(lines.begin(), lines.end());
    std::vector<double> own;
    for (const Rule& rule : at) own.push_back(rule.at);
    const auto far = [&](double edge) {
      return std::none_of(own.begin(), own.end(),
                          [&](double line) { return std::abs(line - edge) <= 2 * touching; });
    };
    if (far(*least)) own.push_back(*least);
    if (far(*most)) own.push_back(*most);
    return distinct(std::move(own));
  };
  down = edges(std::move(down), rules.down);
  across = edges(std::move(across), rules.across);
  if (down.size() < 2 || across.size() < 2) return {};
  if ((down.size() - 1) * (across.size() - 1) > most_cells) return {};
  Grid grid(std::move(down), std::move(across), rules);
  return grid.columns() > 1 && grid.cells() > 1 ? std::optional(std::move(grid)) : std::nullopt;
}

}  // namespace

Grid::Grid(std::vector<double> down, std::vector<double> across, const PageRules& rules)
    : down_(std::move(down)), across_(std::move(across)), merged_(rows() * columns()) {
  std::iota(merged_.begin(), merged_.end(), std::size_t{0});
  for (std::size_t row = 0; row < rows(); ++row) {
    for (std::size_t column = 0; column < columns(); ++column) {
      const std::size_t place = row * columns() + column;
      const bool open_right = column + 1 < columns() &&
                              !parts(rules.down, down_[column + 1], across_[row], across_[row + 1]);
      const bool open_below = row + 1 < rows() && !parts(rules.across, across_[row + 1],
                                                         down_[column], down_[column + 1]);
      if (open_right) merge(place, place + 1);
      if (open_below) merge(place, place + columns());
    }
  }
  for (std::size_t place = 0; place < merged_.size(); ++place) merged_[place] = first_of(place);
}

std::size_t Grid::first_of(std::size_t place) const {
  while (merged_[place] != place) place = merged_[place];
  return place;
}

void Grid::merge(std::size_t a, std::size_t b) {
  a = first_of(a);
  b = first_of(b);
  merged_[std::max(a, b)] = std::min(a, b);
}

std::optional<std::size_t> Grid::cell_at(double x, double y) const {
  const auto row = between(across_, y);
  const auto column = between(down_, x);
  if (!row || !column) return {};
  return cell(*row, *column);
}

Box Grid::box_of(std::size_t cell_name) const {
  Box box{down_[column_of(cell_name)], across_[row_of(cell_name)], down_[column_of(cell_name)],
          across_[row_of(cell_name)]};
  for (std::size_t place = cell_name; place < merged_.size(); ++place) {
    if (merged_[place] != cell_name) continue;
    box.add({down_[column_of(place)], across_[row_of(place)], down_[column_of(place) + 1],
             across_[row_of(place) + 1]});
  }
  return box;
}

std::size_t Grid::cells() const {
  std::size_t count = 0;
  for (std::size_t place = 0; place < merged_.size(); ++place) count += merged_[place] == place;
  return count;
}

std::vector<Grid> grids_of(const PageRules& rules) {
  const std::size_t first_down = rules.across.size();
  Sets sets(first_down + rules.down.size());
  for (std::size_t i = 0; i < rules.across.size(); ++i) {
    for (std::size_t j = 0; j < rules.down.size(); ++j) {
      if (touch(rules.across[i], rules.down[j])) sets.join(i, first_down + j);
    }
  }
  std::vector<PageRules> tables(first_down + rules.down.size());
  for (std::size_t i = 0; i < rules.across.size(); ++i)
    tables[sets.find(i)].across.push_back(rules.across[i]);
  for (std::size_t j = 0; j < rules.down.size(); ++j)
    tables[sets.find(first_down + j)].down.push_back(rules.down[j]);
  std::vector<Grid> grids;
  for (const PageRules& table : tables) {
    if (auto grid = grid_of(table)) grids.push_back(std::move(*grid));
  }
  return grids;
}

}  // namespace mingze::draft
