#include "app/session/draft_rules.hpp"

#include <algorithm>
#include <utility>

#include "app/session/finding_teller.hpp"
#include "draft/facts/draft_manner.hpp"
#include "draft/facts/state_reading.hpp"

namespace mingze::app {

using report::CheckedDraft;

namespace {

/// What a draft adds to the symbols is forgotten with it, however its rules end.
class SymbolsOfOneDraft {
 public:
  SymbolsOfOneDraft(Symbols& symbols, const Symbols::Extent& before)
      : symbols_(symbols), before_(before) {}
  ~SymbolsOfOneDraft() { symbols_.shrink(before_); }
  SymbolsOfOneDraft(const SymbolsOfOneDraft&) = delete;
  SymbolsOfOneDraft& operator=(const SymbolsOfOneDraft&) = delete;

 private:
  Symbols& symbols_;
  const Symbols::Extent& before_;
};

}  // namespace

DraftRules::DraftRules(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling)
    : desk_(desk),
      prepared_(prepared),
      telling_(telling),
      extent_(prepared.program().symbols.extent()) {}

Diagnostics DraftRules::rule_on(CheckedDraft& draft, const std::string& path,
                                const draft::OtherItems& others) {
  Diagnostics faults = find(draft, path, others);
  std::stable_sort(draft.findings.begin(), draft.findings.end(), comes_first);
  std::stable_sort(draft.silenced.begin(), draft.silenced.end(),
                   [](const auto& a, const auto& b) { return comes_first(a.finding, b.finding); });
  report::give_fingerprints(draft);
  return faults;
}

Diagnostics DraftRules::find(CheckedDraft& draft, const std::string& path,
                             const draft::OtherItems& others) {
  const SymbolsOfOneDraft symbols(prepared_.program().symbols, extent_);
  const Program& program = prepared_.program();
  draft.as_of = program.as_of;
  Database stated = prepared_.stated;
  const draft::Places places = draft::state_reading(
      draft.reading, {desk_.places(), desk_.names(), judged_on(telling_, draft)},
      prepared_.program(), stated, others);
  desk_.lists().state(draft::place_of_issue(program, stated), prepared_.program(), stated);
  const Database given = telling_.why ? stated : Database();
  const Evaluation evaluation = app::run(prepared_, std::move(stated), {}, telling_.meter);
  const draft::DraftManner manner(draft.reading, draft.text->text());
  FindingTeller teller(desk_, telling_,
                       {prepared_, given, evaluation, telling_.workspace.sources()}, places, draft,
                       path, manner);
  for (const RaisedFinding& raised : evaluation.findings.all(prepared_.program())) {
    if (telling_.meter != nullptr) telling_.meter->look();
    if (!teller.is_told(raised)) continue;
    report::Finding finding = teller.told(raised);
    if (const auto by = teller.silenced_by(finding.code))
      draft.silenced.push_back({std::move(finding), *by});
    else
      draft.findings.push_back(std::move(finding));
  }
  return evaluation.diagnostics;
}

}  // namespace mingze::app
