// With the facts that why-not names a sentence holds, and no smaller set of facts would do.
#include "engine/explain/why_not.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "engine/explain/instance.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/reference.hpp"
#include "tests/property/engine/run_engine.hpp"
#include "tests/property/engine/vocabulary.hpp"

namespace mingze::property {
namespace {

using Tuple = reference::Tuple;

/// A program that runs, and why-not asked of it.
struct Subject {
  explicit Subject(const ProgramSketch& sketch) : program(program_of(sketch)), made(plan(program)) {
    RC_PRE(!has_errors(made.diagnostics));
    stated = Database(program);
    stated.state(program.facts);
    evaluation = run_engine(program, made);
    RC_PRE(!has_errors(evaluation.diagnostics));
  }

  [[nodiscard]] bool holds(std::uint32_t predicate, const Tuple& tuple) const {
    const Relation& relation = evaluation.database[PredicateId{predicate}];
    for (std::uint32_t row = 0; row < relation.size(); ++row)
      if (std::equal(tuple.begin(), tuple.end(), relation.row(row).begin())) return true;
    return false;
  }

  [[nodiscard]] std::vector<Attempt> attempts(std::uint32_t predicate, const Tuple& tuple) {
    Body question;
    question.conditions.push_back({Condition::Sort::positive, {{predicate}, {}}});
    for (const Value value : tuple) question.conditions.back().atom.terms.push_back({false, value});
    return WhyNot(program, made, stated, evaluation).attempts(question);
  }

  /// Does something with the program while it has more facts.
  template <typename Do>
  auto with(const std::vector<Fact>& facts, Do what) {
    const std::size_t size = program.facts.size();
    program.facts.insert(program.facts.end(), facts.begin(), facts.end());
    auto out = what(program);
    program.facts.resize(size);
    return out;
  }

  Program program;
  Plan made;
  Database stated;
  Evaluation evaluation;
};

/// Every number that a random program may write, those beside them, and others.
std::vector<Value> choices(Program& program, KindId kind, std::size_t unknown) {
  const std::string name = "new" + std::to_string(unknown);
  if (Symbols::has_entities(kind)) return {program.symbols.entity(kind, name)};
  std::vector<Value> out{program.symbols.number(static_cast<std::int64_t>(1000 + 7 * unknown))};
  for (std::int64_t number = -3; number < 8; ++number)
    out.push_back(program.symbols.number(number));
  return out;
}

/// Values for the unknowns that satisfy the limits.
bool choose(Program& program, const Attempt& attempt, std::vector<Value>& values) {
  const auto of = [&](Term term) { return term.is_variable ? values[term.value] : term.value; };
  const auto known = [&](Term term) { return !term.is_variable || term.value < values.size(); };
  for (const Condition& limit : attempt.limits)
    if (known(limit.left) && known(limit.right) &&
        !compares(program.symbols, limit, of(limit.left), of(limit.right)))
      return false;
  if (values.size() == attempt.unknowns.size()) return true;
  for (const Value value : choices(program, attempt.unknowns[values.size()], values.size())) {
    values.push_back(value);
    if (choose(program, attempt, values)) return true;
    values.pop_back();
  }
  return false;
}

/// The facts; unknowns are values that nothing else has.
std::vector<Fact> facts_of(Program& program, const Attempt& attempt) {
  std::vector<Value> values;
  RC_ASSERT(choose(program, attempt, values));
  std::vector<Fact> out;
  for (const Atom& atom : attempt.needs) {
    Fact fact{atom.predicate, {}, {}, {}};
    for (const Term term : atom.terms)
      fact.values.push_back(term.is_variable ? values[term.value] : term.value);
    out.push_back(std::move(fact));
  }
  return out;
}

Tuple any_tuple(std::uint32_t predicate) {
  Tuple tuple;
  for (std::size_t i = 0; i < words()[predicate].kinds.size(); ++i)
    tuple.push_back(*rc::gen::inRange<Value>(0, constants));
  return tuple;
}

rc::Gen<ProgramSketch> small_sketches() {
  return rc::gen::map(rc::gen::oneOf(sketches(), crowded_sketches()), [](ProgramSketch sketch) {
    if (sketch.facts.size() > 12) sketch.facts.resize(12);
    if (sketch.rules.size() > 8) sketch.rules.resize(8);
    sketch.findings.clear();
    return sketch;
  });
}

/// Programs in which more facts never mean fewer conclusions.
rc::Gen<ProgramSketch> growing_sketches() {
  return rc::gen::map(sketches(), [](ProgramSketch sketch) {
    if (sketch.rules.size() > 8) sketch.rules.resize(8);
    for (RuleSketch& rule : sketch.rules) {
      if (rule.conditions.size() < 2)
        rule.conditions.resize(2, {0, 0, {rule.sort, rule.head.terms}});
      rule.sort = 0;
      rule.overrides.clear();
      rule.head.predicate = static_cast<Byte>(rule.head.predicate % 8 * 2);  // up to `any`
      for (ConditionSketch& condition : rule.conditions)
        if (condition.sort % 8 == 5 || condition.sort % 8 == 6) condition.sort = 0;
    }
    if (sketch.facts.size() > 5) sketch.facts.resize(5);
    sketch.findings.clear();
    return sketch;
  });
}

TEST(WhyNot, WithTheFactsTheSentenceHolds) {
  int answers = 0;
  int blocked = 0;
  check_seeded(400, [&] {
    Subject subject(*small_sketches());
    RC_PRE(!subject.program.rules.empty());
    const Rule& rule = *rc::gen::elementOf(subject.program.rules);
    const std::uint32_t predicate = rule.conclusions[0].atom.predicate.value;
    const Tuple tuple = any_tuple(predicate);
    RC_PRE(!subject.holds(predicate, tuple));
    for (const Attempt& attempt : subject.attempts(predicate, tuple)) {
      if (!attempt.blocked_by.empty()) ++blocked;
      if (!attempt.found || !attempt.blocked_by.empty()) continue;
      const reference::Result result =
          subject.with(facts_of(subject.program, attempt), reference::evaluate);
      RC_ASSERT(!result.hierarchy_cycle);
      RC_ASSERT(result.holds.at(predicate).contains(tuple));
      ++answers;
    }
  });
  EXPECT_GT(answers, 200);
  EXPECT_GT(blocked, 50);
}

/// Relations whose sentences may be stated: those that nothing concludes, or that stand as facts.
std::set<std::uint32_t> inputs(const Program& program) {
  std::set<std::uint32_t> out;
  for (std::uint32_t p = 0; p < words().size(); ++p)
    if (words()[p].sort != Word::Sort::decision) out.insert(p);
  for (const Rule& rule : program.rules)
    for (const Conclusion& conclusion : rule.conclusions)
      out.erase(conclusion.atom.predicate.value);
  for (const Fact& fact : program.facts) out.insert(fact.predicate.value);
  return out;
}

/// Whether the sentence would hold with these facts too.
bool would_hold(Subject& subject, const std::vector<Fact>& facts, std::uint32_t predicate,
                const Tuple& tuple) {
  const Evaluation evaluation = subject.with(
      facts, [&](const Program& program) { return run_engine(program, subject.made); });
  if (has_errors(evaluation.diagnostics)) return false;
  const Relation& relation = evaluation.database[PredicateId{predicate}];
  for (std::uint32_t row = 0; row < relation.size(); ++row)
    if (std::equal(tuple.begin(), tuple.end(), relation.row(row).begin())) return true;
  return false;
}

/// All sentences of these relations, over the constants; of hierarchies such as form no circle.
std::vector<Fact> sentences(const std::set<std::uint32_t>& predicates) {
  std::vector<Fact> out;
  for (const std::uint32_t predicate : predicates) {
    std::vector<Tuple> tuples{{}};
    for (std::size_t i = 0; i < words()[predicate].kinds.size(); ++i) {
      std::vector<Tuple> longer;
      for (const Tuple& tuple : tuples)
        for (Value value = 0; value < constants; ++value) {
          longer.push_back(tuple);
          longer.back().push_back(value);
        }
      tuples = std::move(longer);
    }
    const bool hierarchy = words()[predicate].sort == Word::Sort::hierarchy;
    for (Tuple& tuple : tuples)
      if (!hierarchy || tuple[0] > tuple[1]) out.push_back({{predicate}, std::move(tuple), {}, {}});
  }
  return out;
}

/// Some of the facts with which the sentence still holds, and without any one of them does not.
std::vector<Fact> least(Subject& subject, std::vector<Fact> facts, std::uint32_t predicate,
                        const Tuple& tuple, std::minstd_rand& order) {
  std::shuffle(facts.begin(), facts.end(), order);
  for (const std::size_t chunk : {64U, 16U, 4U, 1U})
    for (std::size_t at = 0; at < facts.size();) {
      std::vector<Fact> fewer = facts;
      const std::size_t end = std::min(at + chunk, facts.size());
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at),
                  fewer.begin() + static_cast<std::ptrdiff_t>(end));
      if (would_hold(subject, fewer, predicate, tuple))
        facts = std::move(fewer);
      else
        at = end;
    }
  return facts;
}

/// A sentence that nothing states or concludes, and that could be had from more facts.
struct Wanted {
  std::uint32_t predicate;
  Tuple tuple;
};

std::vector<Wanted> within_reach(Subject& subject, const std::vector<Fact>& facts) {
  const std::set<std::uint32_t> stated = inputs(subject.program);
  const Evaluation evaluation = subject.with(
      facts, [&](const Program& program) { return run_engine(program, subject.made); });
  std::vector<Wanted> out;
  if (has_errors(evaluation.diagnostics)) return out;
  for (std::uint32_t p = 0; p < words().size(); ++p) {
    const Relation& relation = evaluation.database[PredicateId{p}];
    for (std::uint32_t row = 0; row < relation.size() && !stated.contains(p); ++row) {
      Tuple tuple(relation.row(row).begin(), relation.row(row).end());
      if (!subject.holds(p, tuple)) out.push_back({p, std::move(tuple)});
    }
  }
  return out;
}

/// In these programs whatever can be had by stating facts can be had from all of them together, and
/// taking facts away as long as it lasts gives sets that none may be smaller than.
TEST(WhyNot, NoSmallerSetOfFactsWouldDo) {
  std::map<std::size_t, int> sizes;
  check_seeded(100, [&] {
    Subject subject(*growing_sketches());
    const std::vector<Fact> all = sentences(inputs(subject.program));
    const std::vector<Wanted> wanted = within_reach(subject, all);
    RC_PRE(!wanted.empty());
    const auto& [predicate, tuple] = wanted[*rc::gen::inRange<std::size_t>(0, wanted.size())];
    std::minstd_rand order(*rc::gen::inRange(1U, 1'000'000U));
    std::size_t fewest = AbductionLimits{}.cost + 1;
    for (const Attempt& attempt : subject.attempts(predicate, tuple)) {
      if (attempt.cut) return;
      if (attempt.found) fewest = std::min(fewest, attempt.cost());
    }
    for (int i = 0; i < 3; ++i)
      RC_ASSERT(least(subject, all, predicate, tuple, order).size() >= fewest);
    ++sizes[fewest];
  });
  for (const std::size_t size : {1U, 2U, 3U}) EXPECT_GT(sizes[size], 2) << size;
}

}  // namespace
}  // namespace mingze::property
