// From an evaluation of a program to that of one with a rule changed.
#include <algorithm>
#include <random>

#include "engine/program/safety.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/run_engine.hpp"
#include "tests/property/engine/snapshot.hpp"

namespace mingze::property {
namespace {

Evaluation run_altered(const Program& program, const Plan& made, const Evaluation& base,
                       const Altered& altered, std::uint64_t most = UINT64_MAX) {
  Database database(program);
  database.state(program.facts);
  Settler settler(program);
  return evaluate(program, made, std::move(database), settler, base, altered, most);
}

/// Changes one rule, its overrides or one finding; says what is altered.
Altered change(Program& program, std::mt19937& random) {
  const auto any = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  Altered altered;
  const auto lose = [&](Body& body, const std::vector<Term>& told) {
    if (body.conditions.empty()) return;
    const Body before = body;
    body.conditions.erase(body.conditions.begin() +
                          static_cast<std::ptrdiff_t>(any(body.conditions.size())));
    if (!is_safe(body, told)) body = before;
  };
  if (!program.findings.empty() && any(4) == 0) {
    const auto i = static_cast<std::uint32_t>(any(program.findings.size()));
    lose(program.findings[i].body, told_by(program.findings[i]));
    altered.findings.push_back({i});
    return altered;
  }
  if (program.rules.empty()) return altered;
  Rule& rule = program.rules[any(program.rules.size())];
  for (const Conclusion& conclusion : rule.conclusions)
    altered.predicates.push_back(conclusion.atom.predicate);
  if (rule.overrides.empty() || any(2) == 0) {
    lose(rule.body, told_by(rule));
  } else {
    rule.overrides.pop_back();
    for (const Decision& decision : program.decisions)
      altered.predicates.push_back(decision.predicate);
  }
  return altered;
}

/// What went wrong; counts the runs that came out otherwise than before.
void check(const ProgramSketch& sketch, int& otherwise) {
  const Program program = program_of(sketch);
  const Plan made = plan(program);
  if (has_errors(made.diagnostics)) return;
  const Evaluation before = run_engine(program, made);
  if (has_errors(before.diagnostics)) return;
  for (unsigned seed = 0; seed < 6; ++seed) {
    std::mt19937 random(seed);
    Program changed = program;
    const Altered altered = change(changed, random);
    const Plan planned = plan(changed);
    if (has_errors(planned.diagnostics)) continue;
    const Evaluation whole = run_engine(changed, planned);
    const Evaluation step = run_altered(changed, planned, before, altered);
    RC_ASSERT(has_errors(step.diagnostics) == has_errors(whole.diagnostics));
    if (has_errors(whole.diagnostics)) continue;
    const Snapshot want = snapshot(changed, whole);
    const std::string wrong = difference(changed, snapshot(changed, step), want);
    if (!wrong.empty()) RC_FAIL(wrong);
    otherwise += difference(changed, snapshot(changed, before), want).empty() ? 0 : 1;
  }
}

TEST(Altered, ComesToWhatARunFromScratchDoes) {
  int otherwise = 0;
  check_seeded(400, [&] { check(*sketches(), otherwise); });
  check_seeded(200, [&] { check(*crowded_sketches(), otherwise); });
  EXPECT_GT(otherwise, 100);
}

TEST(Altered, WhatConcludesTooMuchEndsWithADiagnostic) {
  int ended = 0;
  check_seeded(100, [&] {
    const Program program = program_of(*sketches());
    const Plan made = plan(program);
    if (has_errors(made.diagnostics)) return;
    const Evaluation before = run_engine(program, made);
    if (has_errors(before.diagnostics)) return;
    Altered all;
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p) all.predicates.push_back({p});
    const Evaluation after = run_altered(program, made, before, all, 3);
    if (!has_errors(after.diagnostics)) return;
    RC_ASSERT(after.diagnostics.back().code == "too-much");
    ++ended;
  });
  EXPECT_GT(ended, 10);
}

}  // namespace
}  // namespace mingze::property
