// Whatever holds has a proof that the checker accepts, and it accepts no proof of what does not.
#include <map>
#include <set>

#include "engine/explain/check_proof.hpp"
#include "engine/explain/why.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/reference.hpp"
#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {
namespace {

/// A random program that can be run, with its evaluation.
struct Subject {
  explicit Subject(const ProgramSketch& sketch) : program(program_of(sketch)), made(plan(program)) {
    RC_PRE(!has_errors(made.diagnostics));
    stated = Database(program);
    stated.state(program.facts);
    evaluation = run_engine(program, made);
    RC_PRE(!has_errors(evaluation.diagnostics));
  }

  [[nodiscard]] std::optional<WrongStep> check(const Proof& proof) const {
    return check_proof(program, stated, evaluation.database, proof);
  }

  [[nodiscard]] std::size_t tuples() const {
    std::size_t all = 0;
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
      all += evaluation.database[PredicateId{p}].size();
    return all;
  }

  Program program;
  Plan made;
  Database stated;
  Evaluation evaluation;
};

rc::Gen<ProgramSketch> small_sketches() {
  return rc::gen::map(rc::gen::oneOf(sketches(), crowded_sketches()), [](ProgramSketch sketch) {
    if (sketch.facts.size() > 40) sketch.facts.resize(40);
    return sketch;
  });
}

void expect_accepted(const Subject& subject, const Proof& proof) {
  if (const auto wrong = subject.check(proof))
    RC_FAIL("step " + std::to_string(wrong->step) + ": " + wrong->what);
  RC_ASSERT(proof.steps.size() <= subject.tuples() + 1);
}

TEST(Proof, EverythingThatHoldsHasOne) {
  std::map<Step::Sort, int> reached;
  check_seeded(600, [&] {
    const Subject subject(*small_sketches());
    const Program& program = subject.program;
    Explainer explainer(program, subject.made, subject.evaluation);
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
      const Relation& relation = subject.evaluation.database[PredicateId{p}];
      for (std::uint32_t row = 0; row < relation.size(); ++row) {
        const std::vector<Value> tuple(relation.row(row).begin(), relation.row(row).end());
        const Proof proof = explainer.why(PredicateId{p}, tuple);
        expect_accepted(subject, proof);
        RC_ASSERT(proof.steps.back().predicate == PredicateId{p});
        RC_ASSERT(proof.steps.back().values == tuple);
        ++reached[proof.steps.back().sort];
      }
    }
  });
  for (const auto sort : {Step::Sort::stated, Step::Sort::derived, Step::Sort::decided})
    EXPECT_GT(reached[sort], 200);
}

TEST(Proof, EveryFindingHasOne) {
  int raised = 0;
  int missing = 0;
  int conflicts = 0;
  check_seeded(600, [&] {
    const Subject subject(*small_sketches());
    Explainer explainer(subject.program, subject.made, subject.evaluation);
    for (const RaisedFinding& finding : subject.evaluation.findings.all(subject.program)) {
      expect_accepted(subject, explainer.why_raised(finding));
      ++raised;
    }
    for (std::uint32_t d = 0; d < subject.program.decisions.size(); ++d) {
      const auto keys = [&](const Relation& relation, const auto& prove, int& count) {
        for (std::uint32_t row = 0; row < relation.size(); ++row, ++count)
          expect_accepted(subject, prove(std::vector<Value>(relation.row(row).begin(),
                                                            relation.row(row).end())));
      };
      const Outcome& outcome = subject.evaluation.outcomes[d];
      keys(
          outcome.missing, [&](const auto& key) { return explainer.why_missing({d}, key); },
          missing);
      keys(
          outcome.conflicts, [&](const auto& key) { return explainer.why_conflict({d}, key); },
          conflicts);
    }
  });
  EXPECT_GT(raised, 200);
  EXPECT_GT(missing, 200);
  EXPECT_GT(conflicts, 200);
}

/// What is nested is looked up among its groups, and most of it never gets rows.
TEST(Proof, IsTheSameOverWhatIsNested) {
  int waiting = 0;
  check_seeded(400, [&] {
    const Subject subject(*small_sketches());
    const Program& program = subject.program;
    const Evaluation nested = run_engine_nested(program, subject.made);
    Explainer by_row(program, subject.made, subject.evaluation);
    Explainer by_set(program, subject.made, nested);
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
      const Relation& relation = subject.evaluation.database[PredicateId{p}];
      for (std::uint32_t row = 0; row < relation.size(); ++row) {
        const std::vector<Value> tuple(relation.row(row).begin(), relation.row(row).end());
        RC_ASSERT(by_set.why({p}, tuple).steps == by_row.why({p}, tuple).steps);
      }
    }
    for (const RaisedFinding& finding : subject.evaluation.findings.all(subject.program))
      RC_ASSERT(by_set.why_raised(finding).steps == by_row.why_raised(finding).steps);
    for (std::uint32_t d = 0; d < program.decisions.size(); ++d) {
      const Relation& missing = subject.evaluation.outcomes[d].missing;
      for (std::uint32_t row = 0; row < missing.size(); ++row) {
        const std::vector<Value> key(missing.row(row).begin(), missing.row(row).end());
        RC_ASSERT(by_set.why_missing({d}, key).steps == by_row.why_missing({d}, key).steps);
      }
    }
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p)
      waiting += nested.database[PredicateId{p}].waits() ? 1 : 0;
  });
  EXPECT_GT(waiting, 200);
}

/// Changes one number somewhere in a proof.
void tamper(Proof& proof) {
  const auto any = [](std::size_t size) {
    return *rc::gen::inRange<std::size_t>(0, std::max<std::size_t>(size, 1));
  };
  Step& step = proof.steps[any(proof.steps.size())];
  const auto small = static_cast<std::uint32_t>(any(5));
  const auto tamper_use = [&](Use& use) {
    if (any(2) == 0 && !use.binding.values.empty()) {
      use.binding.values[any(use.binding.values.size())] = small;
      return;
    }
    if (use.premises.empty()) return;
    auto& premises = use.premises[any(use.premises.size())];
    if (premises.empty() || any(4) == 0)
      premises.push_back(small);
    else if (any(4) == 0)
      premises.pop_back();
    else
      premises[any(premises.size())] = static_cast<std::uint32_t>(any(proof.steps.size()));
  };
  switch (any(6)) {
    case 0:
      if (!step.values.empty()) step.values[any(step.values.size())] = small;
      break;
    case 1:
      step.sort = static_cast<Step::Sort>(any(3));
      break;
    case 2:
      tamper_use(step.use.use);
      break;
    case 3:
      step.use.rule = RuleId{small};
      break;
    case 4:
      if (step.candidates.empty()) break;
      step.candidates.erase(step.candidates.begin() +
                            static_cast<std::ptrdiff_t>(any(step.candidates.size())));
      break;
    default:
      if (step.candidates.empty()) break;
      ProvedCandidate& candidate = step.candidates[any(step.candidates.size())];
      candidate.fate = static_cast<ProvedCandidate::Fate>(any(3));
      candidate.defeated_by = small;
      if (any(2) == 0) candidate.value = small;
      if (any(2) == 0) candidate.bar.reset();
      break;
  }
}

TEST(Proof, TheCheckerAcceptsNoneOfWhatDoesNotHold) {
  int rejected = 0;
  check_seeded(800, [&] {
    const Subject subject(*small_sketches());
    const reference::Result truth = reference::evaluate(subject.program);
    Explainer explainer(subject.program, subject.made, subject.evaluation);
    std::vector<std::pair<PredicateId, std::uint32_t>> goals;
    for (std::uint32_t p = 0; p < subject.program.predicates.size(); ++p)
      for (std::uint32_t row = 0; row < subject.evaluation.database[PredicateId{p}].size(); ++row)
        if (subject.evaluation.database.origin({p}, row) == nullptr) goals.push_back({{p}, row});
    RC_PRE(!goals.empty());
    const auto [predicate, row] = *rc::gen::elementOf(goals);
    const auto tuple = subject.evaluation.database[predicate].row(row);
    Proof proof = explainer.why(predicate, {tuple.begin(), tuple.end()});
    for (int i = 0; i < 2; ++i) tamper(proof);
    if (subject.check(proof)) {
      ++rejected;
      return;
    }
    for (const Step& step : proof.steps)
      RC_ASSERT(truth.holds.at(step.predicate.value).contains(step.values));
  });
  EXPECT_GT(rejected, 100);
}

}  // namespace
}  // namespace mingze::property
