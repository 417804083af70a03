#include "report/duty_table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/base/files.hpp"

namespace mingze::report {

namespace {

std::vector<std::string> names_of(const std::vector<draft::Mention>& mentions) {
  std::vector<std::string> names;
  for (const draft::Mention& mention : mentions)
    if (std::find(names.begin(), names.end(), mention.text) == names.end())
      names.push_back(mention.text);
  return names;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "、") + name;
  return out;
}

std::string told(const Finding& finding, Language language) {
  const std::string title = title_of(finding.severity).in(language);
  return (language == Language::zh ? "【" + title + "】" : title + ": ") +
         finding.message.in(language) + " [" + finding.code + "]";
}

}  // namespace

std::string clause_of(const draft::Reading& reading, const std::string& id) {
  std::string numbers;
  std::string next = id;
  // A section stands below one that comes before it, so the way up ends.
  for (auto at = reading.sections.rbegin(); at != reading.sections.rend() && !next.empty(); ++at) {
    if (at->id != next) continue;
    numbers.insert(0, at->number);
    next = at->parent;
  }
  return numbers;
}

DutyTable duty_table(const CheckReport& report) {
  DutyTable table;
  table.several_drafts = report.drafts.size() > 1;
  for (const CheckedDraft& draft : report.drafts) {
    std::map<std::string, std::vector<const Finding*>> problems;
    for (const Finding& finding : draft.findings) problems[finding.item].push_back(&finding);
    const std::string* section = nullptr;  // of the item before, as most stand in the same
    std::string clause;
    for (const draft::Item& item : draft.reading.items) {
      if (section == nullptr || *section != item.section)
        clause = clause_of(draft.reading, item.section);
      section = &item.section;
      table.rows.push_back({table.rows.size() + 1, &draft, &item, clause, names_of(item.lead),
                            names_of(item.cooperating), names_of(item.named), problems[item.id]});
    }
  }
  return table;
}

bool lacks_lead(const DutyRow& row) {
  return row.item->status == draft::ItemStatus::missing_lead ||
         row.item->status == draft::ItemStatus::unassigned;
}

std::vector<DutyColumn> columns_of(const DutyTable& table) {
  using enum DutyColumn;
  std::vector<DutyColumn> columns{number,      draft,  clause, item,    lead,
                                  cooperating, others, status, problems};
  if (!table.several_drafts) std::erase(columns, draft);
  return columns;
}

Message heading_of(DutyColumn column) {
  switch (column) {
    case DutyColumn::number:
      return {"序号", "No."};
    case DutyColumn::draft:
      return {"文稿", "draft"};
    case DutyColumn::clause:
      return {"条款", "clause"};
    case DutyColumn::item:
      return {"事项", "item"};
    case DutyColumn::lead:
      return {"牵头单位", "lead"};
    case DutyColumn::cooperating:
      return {"配合单位", "cooperating"};
    case DutyColumn::others:
      return {"未分主次的责任单位", "named without a role"};
    case DutyColumn::status:
      return {"分工情况", "status"};
    case DutyColumn::problems:
      return {"问题", "problems"};
  }
  return {};
}

std::string cell_of(const DutyRow& row, DutyColumn column, Language language, const char* between) {
  switch (column) {
    case DutyColumn::number:
      return std::to_string(row.number);
    case DutyColumn::draft:
      return mingze::name_of(row.draft->name);
    case DutyColumn::clause:
      return row.clause;
    case DutyColumn::item:
      return row.item->label;
    case DutyColumn::lead:
      return joined_names(row.lead);
    case DutyColumn::cooperating:
      return joined_names(row.cooperating);
    case DutyColumn::others:
      return joined_names(row.others);
    case DutyColumn::status:
      return title_of(row.item->status).in(language);
    case DutyColumn::problems:
      break;
  }
  std::string out;
  for (const Finding* finding : row.problems)
    out += (out.empty() ? "" : between) + told(*finding, language);
  return out;
}

}  // namespace mingze::report
