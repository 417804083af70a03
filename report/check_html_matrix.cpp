#include <algorithm>

#include "report/check_html.hpp"

namespace mingze::report {

namespace {

/// Cells of one table that a browser draws at once. Where there would be more, the bodies that do
/// least share a column.
constexpr std::size_t most_cells = 30000;
constexpr std::size_t fewest_columns = 12;

class MatrixPart {
 public:
  explicit MatrixPart(const DraftPage& page) : page_(page), bodies_(page.table.bodies) {
    const std::size_t items = std::max<std::size_t>(page.table.items.size(), 1);
    columns_ = std::max(most_cells / items, fewest_columns);
    if (columns_ + 1 >= bodies_.size()) columns_ = bodies_.size();
  }

  void write() {
    page_.open("matrix", page_.say("事项分工", "Who does what"));
    if (page_.table.items.empty()) {
      page_.out << "<p>" << page_.say("没有读到事项。", "No items were read.") << "</p>\n";
    } else {
      explain();
      table();
    }
    page_.close();
  }

 private:
  void explain() const {
    page_.out << "<p class=\"legend\"><span class=\"sample l\">" << short_lead() << "</span> "
              << page_.say("牵头", "leads") << " <span class=\"sample c\">" << short_cooperating()
              << "</span> " << page_.say("配合", "cooperates") << " <span class=\"sample n\">"
              << short_named() << "</span> "
              << page_.say("列名而未定牵头", "named, and nobody is said to lead")
              << "</p>\n<div class=\"tools\" role=\"group\" aria-label=\""
              << page_.say("筛选和排序", "filter and sort") << "\" hidden>\n"
              << "<label>" << page_.say("事项", "Items")
              << " <input type=\"search\" class=\"words\" placeholder=\""
              << page_.say("含有的字词", "words in it") << "\"></label>\n<label>"
              << page_.say("单位", "Body") << " <select class=\"body\"><option value=\"\">"
              << page_.say("全部", "all") << "</option></select></label>\n<label>"
              << page_.say("角色", "Role") << " <select class=\"role\"><option value=\"\">"
              << page_.say("不限", "any") << "</option><option value=\"l\">"
              << page_.say("牵头", "leads") << "</option><option value=\"c\">"
              << page_.say("配合", "cooperates") << "</option><option value=\"n\">"
              << page_.say("列名", "named") << "</option></select></label>\n<label>"
              << page_.say("情况", "State") << " <select class=\"status\"><option value=\"\">"
              << page_.say("全部", "all") << "</option>" << statuses() << "</select></label>\n"
              << "<label>" << page_.say("单位次序", "Order of bodies")
              << " <select class=\"order\"><option value=\"load\">"
              << page_.say("按任务量", "by load") << "</option><option value=\"name\">"
              << page_.say("按名称", "by name") << "</option></select></label>\n<label>"
              << page_.say("显示为", "Show as") << " <select class=\"view\"><option value=\"grid\">"
              << page_.say("矩阵", "matrix") << "</option><option value=\"list\">"
              << page_.say("清单", "list")
              << "</option></select></label>\n<output class=\"count\" aria-live=\"polite\" "
                 "data-of=\""
              << page_.say("显示 {shown} / {all} 项", "{shown} of {all} items")
              << "\"></output>\n</div>\n";
  }

  /// The states that the draft's items have.
  [[nodiscard]] std::string statuses() const {
    using draft::ItemStatus;
    std::string out;
    for (const ItemStatus status :
         {ItemStatus::led, ItemStatus::missing_lead, ItemStatus::unassigned, ItemStatus::collective,
          ItemStatus::conflict}) {
      const auto& items = page_.draft.reading.items;
      const auto count = std::count_if(items.begin(), items.end(), [&](const draft::Item& item) {
        return item.status == status;
      });
      if (count > 0)
        out += std::string("<option value=\"") + draft::to_string(status) + "\">" +
               title_of(status).in(page_.language) + " " + std::to_string(count) + "</option>";
    }
    return out;
  }

  void table() const {
    page_.out << "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\""
              << page_.id << "-matrix-title\">\n<table>\n<thead><tr><th scope=\"col\">"
              << page_.say("事项", "Item") << "</th><th scope=\"col\" class=\"status\">"
              << page_.say("情况", "State") << "</th>";
    for (std::size_t body = 0; body < columns_; ++body)
      page_.out << "<th scope=\"col\" class=\"body\"" << page_.chinese() << "><span>"
                << escaped(bodies_[body].name) << "</span></th>";
    if (columns_ < bodies_.size()) {
      const std::string rest = std::to_string(bodies_.size() - columns_);
      page_.out << "<th scope=\"col\" class=\"rest\">"
                << page_.say("其余 " + rest + " 个单位", "the other " + rest) << "</th>";
    }
    page_.out << "</tr></thead>\n<tbody>\n";
    for (std::size_t item = 0; item < page_.table.items.size(); ++item) row(item);
    page_.out << "</tbody>\n</table>\n</div>\n";
  }

  void row(std::size_t index) const {
    const draft::Item& item = page_.draft.reading.items[index];
    const std::vector<DutyMatrix::Part>& parts = page_.table.items[index];
    page_.out << "<tr id=\"" << page_.anchor(row_anchor, index) << "\" data-status=\""
              << draft::to_string(item.status) << "\" data-roles=\"" << roles(parts)
              << "\"><th scope=\"row\"><span class=\"number\">" << index + 1 << "</span>"
              << page_.link(page_.anchor(item_anchor, index), item.label) << "<span class=\"who\">"
              << who(parts.begin(), parts.end()) << "</span></th><td class=\"status "
              << draft::to_string(item.status) << "\">" << title_of(item.status).in(page_.language)
              << "</td>";
    auto part = parts.begin();
    for (std::uint32_t body = 0; body < columns_; ++body) {
      if (part == parts.end() || part->body != body)
        page_.out << "<td></td>";
      else
        cell(*part++);
    }
    if (columns_ < bodies_.size())
      page_.out << "<td class=\"rest\">" << who(part, parts.end()) << "</td>";
    page_.out << "</tr>\n";
  }

  /// The letters of the roles that the item gives.
  [[nodiscard]] static std::string roles(const std::vector<DutyMatrix::Part>& parts) {
    DutyMatrix::Part any;
    for (const DutyMatrix::Part& part : parts) {
      any.leads = any.leads || part.leads;
      any.cooperates = any.cooperates || part.cooperates;
      any.named = any.named || part.named;
    }
    return letters(any);
  }

  [[nodiscard]] static std::string letters(const DutyMatrix::Part& part) {
    std::string out = part.leads ? "l" : "";
    for (const auto& [has, letter] : {std::pair(part.cooperates, "c"), std::pair(part.named, "n")})
      if (has) out += (out.empty() ? "" : " ") + std::string(letter);
    return out;
  }

  void cell(const DutyMatrix::Part& part) const {
    page_.out << "<td class=\"" << letters(part) << "\">" << (part.leads ? short_lead() : "")
              << (part.cooperates ? short_cooperating() : "") << (part.named ? short_named() : "")
              << "</td>";
  }

  /// The names with their roles, in words.
  using Parts = std::vector<DutyMatrix::Part>::const_iterator;
  [[nodiscard]] std::string who(Parts begin, Parts end) const {
    std::string out;
    const auto role = [&](bool DutyMatrix::Part::*has, const std::string& title) {
      std::string names;
      for (auto part = begin; part != end; ++part)
        if (*part.*has) names += (names.empty() ? "" : "、") + escaped(bodies_[part->body].name);
      if (!names.empty())
        out += (out.empty() ? "" : page_.say("；", "; ")) + title + "<span" + page_.chinese() +
               ">" + names + "</span>";
    };
    role(&DutyMatrix::Part::leads, page_.say("牵头：", "Leads: "));
    role(&DutyMatrix::Part::cooperates, page_.say("配合：", "Cooperates: "));
    role(&DutyMatrix::Part::named, page_.say("列名：", "Named: "));
    return out;
  }

  /// A letter to see and the word to hear.
  [[nodiscard]] std::string letter(const char* zh, const char* zh_rest, const char* en,
                                   const char* en_rest) const {
    return page_.say(zh, en) + "<span class=\"only-read\">" + page_.say(zh_rest, en_rest) +
           "</span>";
  }
  [[nodiscard]] std::string short_lead() const { return letter("牵", "头", "L", "eads"); }
  [[nodiscard]] std::string short_cooperating() const {
    return letter("配", "合", "C", "ooperates");
  }
  [[nodiscard]] std::string short_named() const { return letter("列", "名", "N", "amed"); }

  const DraftPage& page_;
  const std::vector<DutyMatrix::Body>& bodies_;
  std::size_t columns_ = 0;
};

}  // namespace

void write_matrix_part(const DraftPage& page) { MatrixPart(page).write(); }

}  // namespace mingze::report
