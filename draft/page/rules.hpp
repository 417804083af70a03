// The straight lines drawn on pages, from what Poppler's pdftocairo makes of them.
#pragma once

#include <string_view>
#include <vector>

namespace mingze::draft {

/// A line across or down a page, in points from its top left corner.
struct Rule {
  double at = 0;  ///< its height, or its distance from the left
  double begin = 0;
  double end = 0;
  bool operator==(const Rule&) const = default;
};

struct PageRules {
  std::vector<Rule> across;
  std::vector<Rule> down;
};

/// The rules on each page of a drawing (SVG as `pdftocairo -svg` writes it): strokes along an axis
/// and filled rectangles too thin to be an area, whatever colour but white. Pieces of one line are
/// made one. A page with more lines than tables have (a map, a plan) has none. Empty where the
/// drawing is no SVG.
[[nodiscard]] std::vector<PageRules> read_rules(std::string_view svg);

}  // namespace mingze::draft
