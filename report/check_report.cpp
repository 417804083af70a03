#include "report/check_report.hpp"

#include <algorithm>
#include <unordered_map>

namespace mingze::report {

namespace {

using draft::ItemStatus;

void count(CheckReport::Summary& summary, ItemStatus status) {
  summary.items += 1;
  switch (status) {
    case ItemStatus::led:
      summary.led += 1;
      break;
    case ItemStatus::missing_lead:
      summary.missing_lead += 1;
      break;
    case ItemStatus::unassigned:
      summary.unassigned += 1;
      break;
    case ItemStatus::collective:
      summary.collective += 1;
      break;
    case ItemStatus::conflict:
      summary.conflict += 1;
      break;
  }
}

}  // namespace

CheckReport::Summary summary_of(const CheckedDraft& draft) {
  CheckReport::Summary summary;
  for (const draft::Item& item : draft.reading.items) count(summary, item.status);
  for (const Finding& finding : draft.findings) {
    summary.errors += finding.severity == Severity::error ? 1 : 0;
    summary.warnings += finding.severity == Severity::warning ? 1 : 0;
    summary.notes += finding.severity == Severity::note ? 1 : 0;
    ++summary.findings[finding.code];
  }
  return summary;
}

Message no_findings_in(const CheckedDraft& draft) {
  if (!draft.reading.items.empty()) return {"没有发现问题。", "Nothing was found."};
  return {
      "没有读到布置任务或者写明责任的内容，所以没有可检查的；任务写在附件里的，连附件一起检查。",
      "Nothing in it assigns or requires anything, so that there was nothing to check; where "
      "tasks stand in an annex, check it with the annex."};
}

Message title_of(ItemStatus status) {
  switch (status) {
    case ItemStatus::led:
      return {"已明确牵头", "led"};
    case ItemStatus::missing_lead:
      return {"有责任单位而无牵头", "missing a lead"};
    case ItemStatus::unassigned:
      return {"没有责任单位", "unassigned"};
    case ItemStatus::collective:
      return {"由各地区各部门承担", "collective"};
    case ItemStatus::conflict:
      return {"牵头前后不一", "conflicting"};
  }
  return {};
}

std::array<std::pair<ItemStatus, std::uint64_t>, 5> CheckReport::Summary::by_status() const {
  return {{{ItemStatus::led, led},
           {ItemStatus::missing_lead, missing_lead},
           {ItemStatus::unassigned, unassigned},
           {ItemStatus::collective, collective},
           {ItemStatus::conflict, conflict}}};
}

CheckReport::Summary CheckReport::summary() const {
  Summary all;
  for (const CheckedDraft& draft : drafts) {
    const Summary one = summary_of(draft);
    all.items += one.items;
    all.led += one.led;
    all.missing_lead += one.missing_lead;
    all.unassigned += one.unassigned;
    all.collective += one.collective;
    all.conflict += one.conflict;
    all.errors += one.errors;
    all.warnings += one.warnings;
    all.notes += one.notes;
    for (const auto& [code, count] : one.findings) all.findings[code] += count;
  }
  return all;
}

std::optional<Severity> gravest_of(const CheckedDraft& draft) {
  std::optional<Severity> gravest;
  for (const Finding& finding : draft.findings)
    if (!gravest || finding.severity < *gravest) gravest = finding.severity;
  return gravest;
}

std::optional<Severity> CheckReport::gravest() const {
  std::optional<Severity> gravest;
  for (const CheckedDraft& draft : drafts)
    if (const auto one = gravest_of(draft); one && (!gravest || *one < *gravest)) gravest = one;
  return gravest;
}

void give_fingerprints(CheckedDraft& draft) {
  const std::string_view text = draft.text->text();
  std::unordered_map<std::uint64_t, std::uint32_t> seen;  // by what comes before the number
  seen.reserve(draft.findings.size() + draft.silenced.size());
  const auto give = [&](Finding& finding) {
    const Span span = finding.span;
    if (finding.print == 0) {
      const draft::Item* const item = draft::find_item(draft.reading, finding.item);
      Fingerprint print;
      print.add(finding.code);
      print.add_without_blanks(span.valid() ? text.substr(span.begin, span.size()) : "");
      print.add_without_blanks(item != nullptr ? std::string_view(item->label) : "");
      finding.print = print.hash();
    }
    Fingerprint print(finding.print);
    print.add(std::to_string(seen[finding.print]++));
    finding.fingerprint = print.digits();
  };
  for (Finding& finding : draft.findings) give(finding);
  for (SilencedFinding& one : draft.silenced) give(one.finding);
}

}  // namespace mingze::report
