#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/base/utf8.hpp"
#include "report/check_html.hpp"

namespace mingze::report {

namespace {

using Cooperation = DutyMatrix::Cooperation;

constexpr std::size_t most_ribbons = 400;  ///< the strongest are drawn; the table has all
constexpr double drawing_width = 920;
constexpr double label_width = 250;
constexpr double node_width = 9;
constexpr double least_node = 20;  ///< a name has room beside it
constexpr double node_gap = 5;
constexpr double top = 26;  ///< below the headings of the two sides
constexpr double wanted_height = 700;
constexpr double thickest_item = 7;
constexpr std::size_t label_columns = 30;

/// A body on one side of the drawing.
struct CooperationNode {
  std::uint32_t body = 0;
  std::uint64_t items = 0;  ///< that its ribbons stand for, taken together
  double y = 0;
  double height = 0;
  double used = 0;  ///< how far down ribbons are fastened
};

/// Those that lead on the left, those that take part on the right, ribbons as wide as they have
/// items together. A force-directed picture of so many pairs can't be read; this one can.
class CooperationDrawing {
 public:
  CooperationDrawing(const DraftPage& page, std::vector<Cooperation> ribbons)
      : page_(page), ribbons_(std::move(ribbons)) {
    left_ = side(&Cooperation::lead);
    right_ = side(&Cooperation::cooperating);
    std::uint64_t all = 1;
    for (const Cooperation& ribbon : ribbons_) all += ribbon.items;
    unit_ = std::min(thickest_item, wanted_height / static_cast<double>(all));
    height_ = std::max(place(left_), place(right_));
  }

  void write() {
    page_.out << fmt::format(
        "<svg class=\"cooperation\" viewBox=\"0 0 {} {:.0f}\" role=\"group\" aria-label=\"{}\">\n",
        drawing_width, height_,
        page_.say(
            "左边牵头，右边配合，连线越粗，共同的事项越多",
            "on the left who leads, on the right who cooperates; the wider a ribbon, the more "
            "items they have together"));
    title(label_width, "end", page_.say("牵头", "lead"));
    title(drawing_width - label_width, "start", page_.say("配合", "cooperate"));
    page_.out << "<g class=\"ribbons\">\n";
    for (const Cooperation& one : ribbons_) ribbon(one);
    page_.out << "</g>\n";
    for (const CooperationNode& node : left_) name(node, true);
    for (const CooperationNode& node : right_) name(node, false);
    page_.out << "</svg>\n";
  }

 private:
  std::vector<CooperationNode> side(std::uint32_t Cooperation::*end) const {
    std::map<std::uint32_t, CooperationNode> nodes;
    for (const Cooperation& ribbon : ribbons_) {
      nodes[ribbon.*end].body = ribbon.*end;
      nodes[ribbon.*end].items += ribbon.items;
    }
    std::vector<CooperationNode> out;
    for (const auto& [body, node] : nodes) out.push_back(node);
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.items > b.items; });
    return out;
  }

  /// Gives the nodes of one side their places, and returns where they end.
  double place(std::vector<CooperationNode>& nodes) const {
    double y = top;
    for (CooperationNode& node : nodes) {
      const double ribbons = static_cast<double>(node.items) * unit_;
      node.y = y;
      node.height = std::max(least_node, ribbons);
      node.used = y + (node.height - ribbons) / 2;
      y += node.height + node_gap;
    }
    return y;
  }

  static CooperationNode& node_of(std::vector<CooperationNode>& nodes, std::uint32_t body) {
    return *std::find_if(nodes.begin(), nodes.end(),
                         [&](const CooperationNode& node) { return node.body == body; });
  }

  void title(double x, const char* anchor, const std::string& text) const {
    page_.out << fmt::format(
        "<text class=\"side\" x=\"{:.0f}\" y=\"14\" text-anchor=\"{}\">{}</text>\n", x, anchor,
        text);
  }

  void ribbon(const Cooperation& one) {
    const double width = static_cast<double>(one.items) * unit_;
    CooperationNode& lead = node_of(left_, one.lead);
    CooperationNode& other = node_of(right_, one.cooperating);
    const double from = lead.used + width / 2;
    const double to = other.used + width / 2;
    lead.used += width;
    other.used += width;
    const double x1 = label_width + node_width;
    const double x2 = drawing_width - label_width - node_width;
    const double middle = (x1 + x2) / 2;
    const std::string items = std::to_string(one.items);
    page_.out << fmt::format(
        "<path data-lead=\"{}\" data-other=\"{}\" d=\"M{:.0f} {:.1f}C{:.0f} {:.1f} {:.0f} {:.1f} "
        "{:.0f} {:.1f}\" stroke-width=\"{:.1f}\"><title>{} → {} · {}</title></path>\n",
        one.lead + 1, one.cooperating + 1, x1, from, middle, from, middle, to, x2, to,
        std::max(width, 1.0), escaped(page_.table.bodies[one.lead].name),
        escaped(page_.table.bodies[one.cooperating].name),
        page_.say(items + " 项", items + " items"));
  }

  void name(const CooperationNode& node, bool leads) const {
    const std::string& full = page_.table.bodies[node.body].name;
    const std::string shown = shortened(full, label_columns);
    page_.out << fmt::format(
        "<a href=\"#{}\" data-{}=\"{}\"{}><title>{}</title><rect class=\"{}\" x=\"{:.0f}\" "
        "y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.1f}\"/><text x=\"{:.0f}\" y=\"{:.1f}\" "
        "text-anchor=\"{}\">{}</text></a>\n",
        page_.anchor(body_anchor, node.body), leads ? "lead" : "other", node.body + 1,
        page_.chinese(), escaped(full), leads ? "l" : "c",
        leads ? label_width : drawing_width - label_width - node_width, node.y, node_width,
        node.height, leads ? label_width - 8 : drawing_width - label_width + 8,
        node.y + node.height / 2 + 4.5, leads ? "end" : "start", escaped(shown));
  }

  const DraftPage& page_;
  std::vector<Cooperation> ribbons_;
  std::vector<CooperationNode> left_;
  std::vector<CooperationNode> right_;
  double unit_ = 1;
  double height_ = 0;
};

/// The strongest, in the order of the bodies.
std::vector<Cooperation> strongest(std::vector<Cooperation> all) {
  if (all.size() <= most_ribbons) return all;
  std::vector<Cooperation> by_items = all;
  std::stable_sort(by_items.begin(), by_items.end(),
                   [](const auto& a, const auto& b) { return a.items > b.items; });
  by_items.resize(most_ribbons);
  std::stable_sort(by_items.begin(), by_items.end(), [](const auto& a, const auto& b) {
    return std::pair(a.lead, a.cooperating) < std::pair(b.lead, b.cooperating);
  });
  return by_items;
}

/// The same in words: a row for each body that leads.
void write_cooperation_table(const DraftPage& page, const std::vector<Cooperation>& all) {
  page.out << "<details><summary>" << page.say("列成表", "As a table")
           << "</summary>\n<table>\n<thead><tr><th scope=\"col\">" << page.say("牵头", "Leads")
           << "</th><th scope=\"col\">"
           << page.say("配合（共同的事项数）", "Cooperate (items together)")
           << "</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool first = i == 0 || all[i].lead != all[i - 1].lead;
    if (first)
      page.out << "<tr" << page.chinese() << "><th scope=\"row\">"
               << escaped(page.table.bodies[all[i].lead].name) << "</th><td>";
    page.out << (first ? "" : "、") << escaped(page.table.bodies[all[i].cooperating].name) << " "
             << all[i].items;
    if (i + 1 == all.size() || all[i + 1].lead != all[i].lead) page.out << "</td></tr>\n";
  }
  page.out << "</tbody>\n</table>\n</details>\n";
}

}  // namespace

void write_cooperation_part(const DraftPage& page) {
  page.open("together", page.say("牵头与配合", "Who leads with whom"));
  const std::vector<Cooperation> all = page.table.cooperations();
  if (all.empty()) {
    page.out << "<p>"
             << page.say("没有读到一家牵头、另一家配合的事项。",
                         "No item was read that one body leads and another takes part in.")
             << "</p>\n";
  } else {
    if (all.size() > most_ribbons) {
      const std::string most = std::to_string(most_ribbons);
      const std::string of = std::to_string(all.size());
      page.out << "<p class=\"legend\">"
               << page.say("共 " + of + " 对，图上只画共同事项最多的 " + most + " 对；表里是全部。",
                           "Of " + of + " pairs the " + most +
                               " with most items are drawn; the table has all.")
               << "</p>\n";
    }
    page.out << "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" << page.id
             << "-together-title\">\n";
    CooperationDrawing(page, strongest(all)).write();
    page.out << "</div>\n";
    write_cooperation_table(page, all);
  }
  page.close();
}

}  // namespace mingze::report
