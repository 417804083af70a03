// The facts behind a conclusion are enough for it, and it does not need the others.
#include "engine/explain/support.hpp"

#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/reference.hpp"
#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {
namespace {

/// Programs in which more facts never mean fewer conclusions: no negation, no decision.
rc::Gen<ProgramSketch> growing_sketches() {
  return rc::gen::map(sketches(), [](ProgramSketch sketch) {
    for (RuleSketch& rule : sketch.rules) {
      rule.sort = 0;
      rule.overrides.clear();
      rule.head.predicate = static_cast<Byte>(rule.head.predicate % 8 * 2);  // up to `any`
      for (ConditionSketch& condition : rule.conditions)
        if (condition.sort % 8 > 4) condition.sort = 4;
    }
    sketch.facts.resize(std::min<std::size_t>(sketch.facts.size(), 25));
    sketch.findings.clear();
    return sketch;
  });
}

bool holds(Program& program, const std::vector<Fact>& facts, std::uint32_t predicate,
           const reference::Tuple& tuple) {
  std::vector<Fact> all = facts;
  std::swap(program.facts, all);
  const reference::Result result = reference::evaluate(program);
  std::swap(program.facts, all);
  return result.holds.at(predicate).contains(tuple);
}

TEST(Support, TheFactsBehindAConclusionAreEnough) {
  int derived = 0;
  check_seeded(300, [&] {
    Program program = program_of(*growing_sketches());
    const Plan made = plan(program);
    RC_PRE(!has_errors(made.diagnostics));
    const Evaluation evaluation = run_engine(program, made);
    RC_PRE(!has_errors(evaluation.diagnostics));
    const Support support(program, evaluation);
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
      for (std::uint32_t row = 0; row < evaluation.database[PredicateId{p}].size(); ++row) {
        if (evaluation.database.origin({p}, row) != nullptr) continue;
        const auto values = evaluation.database[PredicateId{p}].row(row);
        const reference::Tuple tuple(values.begin(), values.end());
        std::vector<Fact> behind;
        for (const StatedFact& fact : support.behind({p}, tuple))
          behind.push_back({fact.predicate, fact.values, {}, {}});
        ++derived;
        RC_ASSERT(holds(program, behind, p, tuple));
      }
  });
  EXPECT_GT(derived, 300);
}

}  // namespace
}  // namespace mingze::property
