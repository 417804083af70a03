// One function a check. The page docs/lint/CODE.md says when it tells something.
#pragma once

#include <algorithm>
#include <vector>

#include "dsl/lint/statements.hpp"

namespace mingze::dsl {

/// What all checks work on, and where they put what they find.
struct LintRun {
  const LintSubject& subject;
  const std::vector<LintedBody>& bodies;
  std::vector<LintFinding>& findings;

  [[nodiscard]] const Program& program() const { return subject.lowered.program; }
  /// Whether some bodies are dated.
  [[nodiscard]] bool has_dated() const {
    return std::any_of(bodies.begin(), bodies.end(),
                       [](const LintedBody& body) { return body.dated; });
  }
  [[nodiscard]] const Vocabulary& vocabulary() const { return subject.lowered.vocabulary; }
  void add(Diagnostic diagnostic, std::optional<LintFix> fix = std::nullopt) const {
    if (subject.told(diagnostic.span.source))
      findings.push_back({std::move(diagnostic), std::move(fix)});
  }
};

void find_contradictory_conditions(const LintRun& run);
void find_idle_overrides(const LintRun& run);
void find_idle_tests(const LintRun& run);
void find_overlapping_templates(const LintRun& run);
void find_redundant_conditions(const LintRun& run);
void find_shadowed_rules(const LintRun& run);
void find_single_use_variables(const LintRun& run);
void find_uncited_facts(const LintRun& run);
void find_uncited_rules(const LintRun& run);
void find_unknown_clauses(const LintRun& run);
void find_unreachable_rules(const LintRun& run);
void find_untested_rules(const LintRun& run);
void find_unused_relations(const LintRun& run);

/// Marks the findings that comments allow, and tells of such comments that allow nothing.
void apply_allowances(const LintRun& run);

}  // namespace mingze::dsl
