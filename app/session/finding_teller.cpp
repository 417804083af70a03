#include "app/session/finding_teller.hpp"

#include <tuple>
#include <utility>

#include "app/session/draft_findings.hpp"
#include "app/session/list_reason.hpp"
#include "engine/explain/why.hpp"

namespace mingze::app {

/// Proofs out of one evaluation, each checked before it is told.
class FindingTeller::Reasons {
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

Date judged_on(const DraftTelling& telling, const report::CheckedDraft& draft) {
  return telling.names_as_of.value_or(draft.reading.date.value_or(draft.as_of));
}

bool comes_first(const report::Finding& a, const report::Finding& b) {
  const auto order = [](const report::Finding& finding) {
    return std::tie(finding.span.begin, finding.span.end, finding.code, finding.message.zh);
  };
  return order(a) < order(b);
}

FindingTeller::FindingTeller(const DraftDesk& desk, const DraftTelling& telling,
                             const Explained& run, const draft::Places& places,
                             const report::CheckedDraft& draft, const std::string& path,
                             const draft::DraftManner& manner)
    : desk_(desk),
      telling_(telling),
      run_(run),
      places_(places),
      draft_(draft),
      local_(desk.settings(path)),
      proposals_(run.prepared.program(), run.evaluation, desk.names(), draft.reading, *draft.text,
                 manner),
      leads_(draft.reading, draft.text->text(), manner.style()) {
  const PlaceLists& lists = desk.lists();
  if (!lists.empty()) {
    support_.emplace(run.prepared.program(), run.evaluation);
    proposals_.tell_places([&lists](Span origin) { return lists.place_of(origin); });
  }
  if (!telling.why) return;
  reasons_ = std::make_unique<Reasons>(run);
  proposals_.explain([this](PredicateId predicate, const std::vector<Value>& values) {
    return reasons_->of(predicate, values);
  });
}

FindingTeller::~FindingTeller() = default;

bool FindingTeller::is_told(const RaisedFinding& raised) const {
  const FindingRule& rule = run_.prepared.program().findings[raised.finding.value];
  return telling_.workspace.reports_on_drafts(rule.span.source);
}

report::Finding FindingTeller::told(const RaisedFinding& raised) {
  const Program& program = run_.prepared.program();
  report::Finding finding = finding_in_draft(program, raised, places_, draft_, run_.sources);
  proposals_.add_to(finding, raised);
  finding.takes_lead = leads_.with(finding, "甲局").has_value();
  if (support_) cite_lists(desk_.lists(), program, *support_, raised, finding);
  if (reasons_) finding.why = reasons_->of(raised);
  return finding;
}

std::optional<Message> FindingTeller::silenced_by(const std::string& code) const {
  if (telling_.silenced.contains(code))
    return Message{"命令行上的 --allow " + code, "--allow " + code + " on the command line"};
  if (local_ == nullptr || !local_->silenced.contains(code)) return std::nullopt;
  return Message{"明责.tsv 中的“不报告 = " + code + "”",
                 "“不报告 = " + code + "” in 明责.tsv or mingze.tsv"};
}

}  // namespace mingze::app
