// Rules and findings with what they were lowered to.
#pragma once

#include <vector>

#include "dsl/lint/lint.hpp"

namespace mingze::dsl {

/// A rule or a finding: as written, and as lowered. Conditions stand in the same order in both.
struct LintedBody {
  const Statement* statement;
  const Word* id;
  const std::vector<Condition>* conditions;
  const std::vector<Citation>* cites;
  const Body* body;
  const Rule* rule = nullptr;        ///< of a rule
  const Finding* finding = nullptr;  ///< of a finding
  RuleId lowered = {};               ///< of a rule
  /// The variables whose values are told: those of conclusions, messages, `on` and `suggest`.
  std::vector<bool> kept = {};
  /// It writes `today`, or a date where other statements write `today`: on some days the two are
  /// one, so nothing is proved of such a body from the constants in it.
  bool dated = false;
};

/// All rules and findings that were lowered whole, in the order of files and places. What is
/// declared identically twice stands once.
[[nodiscard]] std::vector<LintedBody> linted_bodies(const LintSubject& subject);

/// All relations of whose sentences some occur: in rules, findings, facts, tests and `for every`.
[[nodiscard]] std::vector<bool> used_relations(const LintSubject& subject);

/// Calls `visit(statement, form)` for every statement of one sort.
template <typename Form, typename Visit>
void each(const LintSubject& subject, const Visit& visit) {
  for (const Input& input : subject.inputs)
    for (const Statement& statement : input.module->statements)
      if (const auto* form = std::get_if<Form>(&statement.body)) visit(statement, *form);
}

/// The statement of a module that begins where this one does.
[[nodiscard]] Statement& statement_at(Module& module, Span span);

}  // namespace mingze::dsl
