#include "dsl/lint/checks.hpp"
#include "dsl/lint/removal.hpp"
#include "engine/program/implication.hpp"

namespace mingze::dsl {

namespace {

/// Whether the rule is compared with others by its conditions: what it says twice counts there.
bool specificity_counts(const LintRun& run, const LintedBody& body) {
  if (!body.rule) return false;
  for (const mingze::Conclusion& conclusion : run.program()[body.lowered].conclusions) {
    const auto decision = run.program()[conclusion.atom.predicate].decision;
    if (!decision) continue;
    for (const mingze::Ground ground : run.program()[*decision].prefer)
      if (ground == mingze::Ground::specificity) return true;
  }
  return false;
}

}  // namespace

void find_redundant_conditions(const LintRun& run) {
  for (const LintedBody& body : run.bodies) {
    if (body.dated || specificity_counts(run, body)) continue;
    // The last one that says nothing new goes first, so that of two equal ones the first stays.
    for (std::size_t i = body.conditions->size(); i-- > 0;) {
      if (!is_redundant(*body.body, i, body.kept)) continue;
      auto fix = without_condition(run, body, i);
      Diagnostic diagnostic{
          .code = "redundant-condition",
          .message = {"这个条件是多余的：别的条件成立时，它总是成立",
                      "this condition is redundant: it holds whenever the others do"},
          .span = (*body.conditions)[i].span};
      if (fix) diagnostic.repairs.push_back(fix->edit);
      run.add(std::move(diagnostic), std::move(fix));
      break;  // with it gone the others may be needed
    }
  }
}

}  // namespace mingze::dsl
