// What is said to do nothing does nothing, in random programs.
#include "engine/program/implication.hpp"

#include "engine/resolve/effects.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {
namespace {

std::vector<bool> told_by(const Rule& rule) {
  std::vector<bool> told(rule.body.variables.size(), false);
  for (const Conclusion& conclusion : rule.conclusions)
    for (const Term& term : conclusion.atom.terms)
      if (term.is_variable) told[term.value] = true;
  return told;
}

/// Programs of which a run has no errors, with what they come to.
struct Ran {
  explicit Ran(const ProgramSketch& sketch) : program(program_of(sketch)), order(plan(program)) {
    RC_PRE(!has_errors(order.diagnostics));
    evaluation = run_engine(program, order);
    RC_PRE(!has_errors(evaluation.diagnostics));
  }
  [[nodiscard]] std::vector<std::vector<Value>> all(const Body& body,
                                                    const std::vector<bool>& told) const {
    return matches(program, evaluation.database, body, told);
  }
  Program program;
  Plan order;
  Evaluation evaluation;
};

/// Rules that say again, in other words, what they say: a condition repeated with some variables
/// replaced by others of its kind, or by new ones.
rc::Gen<ProgramSketch> wordy_sketches() {
  return rc::gen::map(crowded_sketches(), [](ProgramSketch sketch) {
    for (RuleSketch& rule : sketch.rules) {
      const std::size_t count = rule.conditions.size();
      for (std::size_t i = 0; i < count; ++i) {
        ConditionSketch again = rule.conditions[i];
        again.atom.terms[i % 3] = static_cast<Byte>(again.atom.terms[i % 3] + again.choice);
        rule.conditions.push_back(again);
      }
    }
    return sketch;
  });
}

TEST(Implication, WithoutARedundantConditionABodyMatchesTheSame) {
  int redundant = 0;
  int needed = 0;
  check_seeded(600, [&] {
    const Ran ran(*wordy_sketches());
    for (const Rule& rule : ran.program.rules) {
      const std::vector<bool> told = told_by(rule);
      for (std::size_t i = 0; i < rule.body.conditions.size(); ++i) {
        if (!is_redundant(rule.body, i, told)) {
          ++needed;
          continue;
        }
        ++redundant;
        Body rest = rule.body;
        rest.conditions.erase(rest.conditions.begin() + static_cast<std::ptrdiff_t>(i));
        RC_ASSERT(ran.all(rule.body, told) == ran.all(rest, told));
      }
    }
  });
  EXPECT_GT(redundant, 300);
  EXPECT_GT(needed, 300);
}

TEST(Implication, ABodyWithAContradictionNeverMatches) {
  int found = 0;
  check_seeded(900, [&] {
    const Ran ran(*rc::gen::oneOf(sketches(), wordy_sketches()));
    for (const Rule& rule : ran.program.rules)
      if (!contradictions(rule.body).empty()) {
        ++found;
        RC_ASSERT(ran.all(rule.body, told_by(rule)).empty());
      }
  });
  EXPECT_GT(found, 20);
}

TEST(Effects, WhatAnotherRuleConcludesTooIsThereWithoutIt) {
  int found = 0;
  check_seeded(600, [&] {
    ProgramSketch sketch = *crowded_sketches();
    for (RuleSketch& rule : sketch.rules) rule.head.predicate = 9;  // no decision
    for (std::size_t i = sketch.rules.size(); i-- > 1;) {           // and special cases of them
      RuleSketch special = sketch.rules[i];
      special.conditions.insert(special.conditions.end(), sketch.rules[i - 1].conditions.begin(),
                                sketch.rules[i - 1].conditions.end());
      sketch.rules.push_back(special);
    }
    const Ran ran(sketch);
    const Effects effects(ran.program);
    for (std::uint32_t one = 0; one < ran.program.rules.size(); ++one)
      for (std::uint32_t other = 0; other < ran.program.rules.size(); ++other) {
        if (!effects.concludes_all({other}, {one})) continue;
        ++found;
        const auto tuples = [&](std::uint32_t rule) {
          std::set<std::vector<Value>> out;
          const Rule& form = ran.program.rules[rule];
          const auto told = told_by(form);
          for (const auto& values : ran.all(form.body, told)) {
            std::vector<Value> tuple;
            for (const Term& term : form.conclusions.front().atom.terms)
              tuple.push_back(term.is_variable ? values[term.value] : term.value);
            out.insert(tuple);
          }
          return out;
        };
        const auto theirs = tuples(other);
        for (const auto& tuple : tuples(one)) RC_ASSERT(theirs.contains(tuple));
      }
  });
  EXPECT_GT(found, 100);
}

/// The keys of a decision's candidates.
std::set<std::vector<Value>> keys_of(const Decision& decision, const Outcome& outcome) {
  std::set<std::vector<Value>> keys;
  for (std::uint32_t row = 0; row < outcome.candidates.size(); ++row) {
    std::vector<Value> key;
    for (const std::uint32_t slot : decision.key_slots)
      key.push_back(outcome.candidates.at(row, slot));
    keys.insert(key);
  }
  return keys;
}

TEST(Effects, ARuleThatAnotherAlwaysPrevailsOverGivesNoValue) {
  int found = 0;
  int candidates = 0;
  check_seeded(1500, [&] {
    const Ran ran(*crowded_sketches());
    Effects effects(ran.program);
    Resolver resolver(ran.program);
    for (std::uint32_t one = 0; one < ran.program.rules.size(); ++one)
      for (std::uint32_t other = 0; other < ran.program.rules.size(); ++other) {
        if (!effects.always_prevails({other}, {one})) continue;
        ++found;
        for (std::uint32_t d = 0; d < ran.program.decisions.size(); ++d)
          for (const auto& key : keys_of(ran.program.decisions[d], ran.evaluation.outcomes[d])) {
            const auto judged = resolver.judged({d}, ran.evaluation.outcomes[d], key);
            for (const auto& mine : judged) {
              if (mine.candidate.rule != RuleId{one}) continue;
              ++candidates;
              if (!mine.verdict.stands()) continue;
              RC_ASSERT(std::any_of(judged.begin(), judged.end(), [&](const auto& theirs) {
                return theirs.candidate.rule != RuleId{one} && theirs.verdict.stands() &&
                       theirs.candidate.value == mine.candidate.value;
              }));
            }
          }
      }
  });
  EXPECT_GT(found, 100);
  EXPECT_GT(candidates, 100);
}

TEST(Effects, AnOverrideThatDoesNotMatterCanGo) {
  int found = 0;
  check_seeded(900, [&] {
    const Ran ran(*rc::gen::oneOf(sketches(), crowded_sketches()));
    const Effects effects(ran.program);
    for (std::uint32_t r = 0; r < ran.program.rules.size(); ++r)
      for (const RuleId s : ran.program.rules[r].overrides) {
        if (effects.override_matters({r}, s)) continue;
        ++found;
        Program without = ran.program;
        std::erase(without.rules[r].overrides, s);
        const Evaluation evaluation = run_engine(without, plan(without));
        for (std::uint32_t p = 0; p < without.predicates.size(); ++p) {
          const Relation& before = ran.evaluation.database[PredicateId{p}];
          const Relation& after = evaluation.database[PredicateId{p}];
          RC_ASSERT(before.size() == after.size());
          for (std::uint32_t row = 0; row < before.size(); ++row)
            RC_ASSERT(after.contains(before.row(row)));
        }
      }
  });
  EXPECT_GT(found, 50);
}

TEST(Effects, WhatNeverHoldsIsNeverThere) {
  int found = 0;
  check_seeded(600, [&] {
    const Ran ran(*rc::gen::oneOf(sketches(), crowded_sketches()));
    const Effects effects(ran.program);
    for (const Rule& rule : ran.program.rules)
      for (const Condition& condition : rule.body.conditions) {
        if (condition.sort != Condition::Sort::positive || effects.may_hold(condition.atom))
          continue;
        ++found;
        const Body alone{rule.body.variables, {condition}};
        RC_ASSERT(ran.all(alone, std::vector<bool>(rule.body.variables.size(), false)).empty());
      }
  });
  EXPECT_GT(found, 50);
}

}  // namespace
}  // namespace mingze::property
