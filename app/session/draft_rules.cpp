#include "app/session/draft_rules.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "app/session/draft_findings.hpp"
#include "app/session/explain.hpp"
#include "app/session/lead_repairs.hpp"
#include "app/session/list_reason.hpp"
#include "app/session/proposals.hpp"
#include "draft/facts/state_reading.hpp"
#include "engine/explain/why.hpp"

namespace mingze::app {

namespace {

using report::CheckedDraft;
using report::Finding;

/// Proofs out of one evaluation, each checked before it is told.
class Reasons {
 public:
  explicit Reasons(const Explained& run)
      : run_(run), explainer_(run.prepared.program(), run.prepared.plan, run.evaluation) {}

  [[nodiscard]] std::shared_ptr<const report::Explanation> of(const RaisedFinding& raised) {
    return told(explainer_.why_raised(raised));
  }
  [[nodiscard]] std::shared_ptr<const report::Explanation> of(PredicateId predicate,
                                                              const std::vector<Value>& values) {
    return told(explainer_.why(predicate, values));
  }

 private:
  [[nodiscard]] std::shared_ptr<const report::Explanation> told(const Proof& proof) const {
    return std::make_shared<report::Explanation>(explained(run_, proof, {}));
  }

  Explained run_;
  Explainer explainer_;
};

bool comes_first(const Finding& a, const Finding& b) {
  const auto order = [](const Finding& finding) {
    return std::tie(finding.span.begin, finding.span.end, finding.code, finding.message.zh);
  };
  return order(a) < order(b);
}

}  // namespace

DraftRules::DraftRules(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling)
    : desk_(desk),
      prepared_(prepared),
      telling_(telling),
      extent_(prepared.program().symbols.extent()) {}

Diagnostics DraftRules::rule_on(CheckedDraft& draft, const std::string& path,
                                const draft::OtherItems& others) {
  Diagnostics faults = find(draft, path, others);
  prepared_.program().symbols.shrink(extent_);
  std::stable_sort(draft.findings.begin(), draft.findings.end(), comes_first);
  std::stable_sort(draft.silenced.begin(), draft.silenced.end(),
                   [](const auto& a, const auto& b) { return comes_first(a.finding, b.finding); });
  report::give_fingerprints(draft);
  return faults;
}

Diagnostics DraftRules::find(CheckedDraft& draft, const std::string& path,
                             const draft::OtherItems& others) {
  const Program& program = prepared_.program();
  draft.as_of = program.as_of;
  const Date judged_on = telling_.names_as_of.value_or(draft.reading.date.value_or(draft.as_of));
  Database stated = prepared_.stated;
  const draft::Places places =
      draft::state_reading(draft.reading, {desk_.places(), desk_.names(), judged_on},
                           prepared_.program(), stated, others);
  const PlaceLists& lists = desk_.lists();
  lists.state(draft::place_of_issue(program, stated), prepared_.program(), stated);
  const Database given = telling_.why ? stated : Database();
  const Evaluation evaluation = app::run(prepared_, std::move(stated));
  Proposals proposals(program, evaluation, desk_.names(), draft.reading, *draft.text);
  std::optional<Support> support;
  if (!lists.empty()) {
    support.emplace(program, evaluation);
    proposals.tell_places([&lists](Span origin) { return lists.place_of(origin); });
  }
  const Sources& sources = telling_.workspace.sources();
  std::optional<Reasons> reasons;
  if (telling_.why) {
    reasons.emplace(Explained{prepared_, given, evaluation, sources});
    proposals.explain([&](PredicateId predicate, const std::vector<Value>& values) {
      return reasons->of(predicate, values);
    });
  }
  const LeadRepairs leads(draft.reading, draft.text->text());
  const LocalSettings* local = desk_.settings(path);
  for (const RaisedFinding& raised : evaluation.findings) {
    const FindingRule& rule = program.findings[raised.finding.value];
    if (!telling_.workspace.reports_on_drafts(rule.span.source)) continue;
    Finding finding = finding_in_draft(program, raised, places, draft, sources);
    proposals.add_to(finding, raised);
    finding.takes_lead = leads.with(finding, "甲局").has_value();
    if (support) cite_lists(lists, program, *support, raised, finding);
    if (reasons) finding.why = reasons->of(raised);
    if (const auto by = silenced_by(rule.id, local))
      draft.silenced.push_back({std::move(finding), *by});
    else
      draft.findings.push_back(std::move(finding));
  }
  return evaluation.diagnostics;
}

std::optional<Message> DraftRules::silenced_by(const std::string& code,
                                               const LocalSettings* local) const {
  if (telling_.silenced.contains(code))
    return Message{"命令行上的 --allow " + code, "--allow " + code + " on the command line"};
  if (local == nullptr || !local->silenced.contains(code)) return std::nullopt;
  return Message{"明责.tsv 中的“不报告 = " + code + "”",
                 "“不报告 = " + code + "” in 明责.tsv or mingze.tsv"};
}

}  // namespace mingze::app
