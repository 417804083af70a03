// The engine against the reference, and against itself in another order.
#include <algorithm>
#include <map>
#include <random>

#include "engine/evaluate/findings.hpp"
#include "engine/plan/nesting.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/reference.hpp"
#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {
namespace {

using reference::Keys;
using reference::Result;
using reference::Tuple;
using reference::Tuples;

Tuples tuples_of(const Relation& relation) {
  Tuples out;
  for (std::uint32_t row = 0; row < relation.size(); ++row)
    out.insert(Tuple(relation.row(row).begin(), relation.row(row).end()));
  return out;
}

Keys keys_of(const Program& program, const Evaluation& evaluation, DecisionId id) {
  const Decision& decision = program[id];
  const Outcome& outcome = evaluation.outcomes[id.value];
  Keys keys{{}, tuples_of(outcome.missing), tuples_of(outcome.conflicts)};
  for (const Tuple& tuple : tuples_of(evaluation.database[decision.predicate])) {
    Tuple key;
    for (const std::uint32_t slot : decision.key_slots) key.push_back(tuple[slot]);
    if (!keys.conflicts.contains(key)) keys.decided.insert(key);
  }
  RC_ASSERT(outcome.decided == keys.decided.size());
  return keys;
}

using Run = Evaluation (*)(const Program&, const Plan&);

/// `by_sets` counts the findings that were matched set by set.
Result engine_result(const Program& program, Run run = run_engine, int* by_sets = nullptr) {
  const Plan made = plan(program);
  Result result;
  result.ordered = !has_errors(made.diagnostics);
  if (!result.ordered) return result;
  const Evaluation evaluation = run(program, made);
  result.hierarchy_cycle = has_errors(evaluation.diagnostics);
  if (result.hierarchy_cycle) return result;
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
    result.holds.push_back(tuples_of(evaluation.database[PredicateId{p}]));
  for (std::uint32_t d = 0; d < program.decisions.size(); ++d)
    result.keys.push_back(keys_of(program, evaluation, {d}));
  result.findings.resize(program.findings.size());
  for (std::uint32_t f = 0; f < program.findings.size(); ++f) {
    const bool nested = evaluation.findings.of({f})->nested() && evaluation.findings.count({f}) > 0;
    if (by_sets != nullptr && nested) ++*by_sets;
  }
  for (const RaisedFinding& raised : evaluation.findings.all(program)) {
    Tuple values;
    for (const std::uint32_t v : distinguishing_variables(program.findings[raised.finding.value]))
      values.push_back(raised.values[v]);
    RC_ASSERT(result.findings[raised.finding.value].insert(values).second);
  }
  for (std::uint32_t f = 0; f < program.findings.size(); ++f)
    RC_ASSERT(result.findings[f].size() == evaluation.findings.count({f}));
  return result;
}

void print(const Tuples& tuples, std::ostream& out) {
  for (const Tuple& tuple : tuples) {
    out << " (";
    for (const Value value : tuple) out << " " << value;
    out << " )";
  }
}

/// What differs, predicate by predicate.
std::string difference(const Program& program, const Result& engine, const Result& expected) {
  std::ostringstream out;
  if (engine.ordered != expected.ordered || engine.hierarchy_cycle != expected.hierarchy_cycle) {
    out << "ordered " << engine.ordered << ", expected " << expected.ordered << "; hierarchy cycle "
        << engine.hierarchy_cycle << ", expected " << expected.hierarchy_cycle;
    return out.str();
  }
  const auto compare = [&](const std::string& what, const Tuples& got, const Tuples& want) {
    if (got == want) return;
    out << what << ": got";
    print(got, out);
    out << ", expected";
    print(want, out);
    out << "\n";
  };
  for (std::size_t p = 0; p < engine.holds.size(); ++p)
    compare(program.predicates[p].id, engine.holds[p], expected.holds[p]);
  for (std::size_t d = 0; d < engine.keys.size(); ++d) {
    compare("decided " + std::to_string(d), engine.keys[d].decided, expected.keys[d].decided);
    compare("missing " + std::to_string(d), engine.keys[d].missing, expected.keys[d].missing);
    compare("conflict " + std::to_string(d), engine.keys[d].conflicts, expected.keys[d].conflicts);
  }
  for (std::size_t f = 0; f < engine.findings.size(); ++f)
    compare("finding " + std::to_string(f), engine.findings[f], expected.findings[f]);
  return out.str();
}

void expect_same(const Program& program, const Result& engine, const Result& expected) {
  if (engine == expected) return;
  RC_FAIL(difference(program, engine, expected));
}

/// What the random programs reach; a generator that reaches nothing proves nothing.
struct Reached {
  int ordered = 0;
  int unordered = 0;
  int cycles = 0;
  int decided = 0;
  int missing = 0;
  int conflicts = 0;
  int descents = 0;
  int findings = 0;
  int findings_by_sets = 0;
  int counted_sets = 0;  // rules that count in each place what stands there, with results

  void count(const Program& program, const Result& result) {
    ++(result.ordered ? ordered : unordered);
    cycles += result.hierarchy_cycle ? 1 : 0;
    for (const Keys& keys : result.keys) {
      decided += keys.decided.empty() ? 0 : 1;
      missing += keys.missing.empty() ? 0 : 1;
      conflicts += keys.conflicts.empty() ? 0 : 1;
    }
    for (const Tuples& found : result.findings) findings += found.empty() ? 0 : 1;
    for (const Stratum& stratum : plan(program).strata) {
      descents += stratum.descent ? 1 : 0;
      for (const RuleHead head : stratum.rules) count_sets(program, head, result);
    }
  }

  void count_sets(const Program& program, RuleHead head, const Result& result) {
    std::vector<PredicateId> hierarchies;
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
      if (program.predicates[p].hierarchy) hierarchies.push_back({p});
    const PredicateId concluded = program[head.rule].conclusions[head.conclusion].atom.predicate;
    if (result.hierarchy_cycle || result.holds[concluded.value].empty()) return;
    const auto column = nest_column(program, concluded, hierarchies);
    const auto rule = column ? nested_rule(program, head, *column) : std::nullopt;
    if (rule && std::any_of(rule->sentences.begin(), rule->sentences.end(),
                            [](const NestedSentence& one) { return one.count > 0; }))
      ++counted_sets;
  }
};

std::ostream& operator<<(std::ostream& out, const Reached& r) {
  return out << r.ordered << " ordered, " << r.unordered << " not, " << r.cycles << " cycles, "
             << r.decided << " decided, " << r.missing << " missing, " << r.conflicts
             << " conflicts, " << r.descents << " descents, " << r.findings << " findings, "
             << r.findings_by_sets << " by sets, " << r.counted_sets << " counted sets";
}

TEST(Engine, ComesToTheSameWhereFactsAreAddedToAnEvaluation) {
  Reached reached;
  check_seeded(3000, [&] {
    const Program program = program_of(*sketches());
    const Result at_once = engine_result(program);
    reached.count(program, at_once);
    expect_same(program, engine_result(program, run_engine_in_steps), at_once);
  });
  for (const int count : {reached.cycles, reached.decided, reached.missing, reached.conflicts,
                          reached.descents, reached.findings})
    EXPECT_GT(count, 100) << reached;
}

TEST(Engine, DoesWhatTheReferenceDoes) {
  Reached reached;
  check_seeded(3000, [&] {
    const Program program = program_of(*sketches());
    const Result expected = reference::evaluate(program);
    reached.count(program, expected);
    expect_same(program, engine_result(program), expected);
    expect_same(program, engine_result(program, run_engine_nested, &reached.findings_by_sets),
                expected);
  });
  for (const int count : {reached.ordered, reached.unordered, reached.cycles, reached.decided,
                          reached.missing, reached.conflicts, reached.descents, reached.findings,
                          reached.findings_by_sets, reached.counted_sets})
    EXPECT_GT(count, 20) << reached;
}

TEST(Engine, SettlesCrowdedKeysAsTheReferenceDoes) {
  Reached reached;
  check_seeded(2000, [&] {
    const Program program = program_of(*crowded_sketches());
    const Result expected = reference::evaluate(program);
    reached.count(program, expected);
    expect_same(program, engine_result(program), expected);
    expect_same(program, engine_result(program, run_engine_nested), expected);
  });
  EXPECT_GT(reached.decided, 200) << reached;
  EXPECT_GT(reached.conflicts, 200) << reached;
}

template <typename T>
void shuffle(std::vector<T>& list, std::mt19937& random) {
  std::shuffle(list.begin(), list.end(), random);
}

/// The same program with its facts, conditions and rules in another order.
Program shuffled(const ProgramSketch& sketch, std::mt19937& random) {
  Program program = program_of(sketch);
  shuffle(program.facts, random);
  std::vector<std::uint32_t> order(program.rules.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) order[r] = r;
  shuffle(order, random);
  std::vector<Rule> rules(order.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) rules[order[r]] = std::move(program.rules[r]);
  for (Rule& rule : rules) {
    for (RuleId& other : rule.overrides) other = RuleId{order[other.value]};
    shuffle(rule.body.conditions, random);
    shuffle(rule.cites, random);
  }
  program.rules = std::move(rules);
  for (FindingRule& finding : program.findings) shuffle(finding.body.conditions, random);
  return program;
}

TEST(Engine, OrderNeverMatters) {
  check_seeded(1000, [] {
    const ProgramSketch sketch = *rc::gen::oneOf(sketches(), crowded_sketches());
    std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
    const Program program = program_of(sketch);
    expect_same(program, engine_result(shuffled(sketch, random)), engine_result(program));
  });
}

}  // namespace
}  // namespace mingze::property
