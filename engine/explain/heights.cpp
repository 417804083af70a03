#include "engine/explain/heights.hpp"

#include <algorithm>

#include "engine/evaluate/rules.hpp"

namespace mingze {

namespace {

/// Runs the rules of one stratum so that each round reads only what earlier rounds added.
class Rounds {
 public:
  Rounds(const Program& program, const Stratum& stratum, Evaluation& evaluation)
      : program_(program),
        stratum_(stratum),
        evaluation_(evaluation),
        rules_(program, evaluation),
        old_(stratum.predicates.size()) {}

  /// One more round; false where it added nothing.
  bool run() {
    const std::vector<std::uint32_t> now = sizes();
    for (const RuleHead head : stratum_.rules) {
      const auto readers = readers_of(head);
      if (!readers.empty())
        run_deltas(head, readers, now);
      else if (first_)
        rules_.run(head);
    }
    first_ = false;
    old_ = now;
    return sizes() != now;
  }

  [[nodiscard]] std::vector<std::uint32_t> sizes() const {
    std::vector<std::uint32_t> out;
    const Database& database = evaluation_.database;
    for (const PredicateId p : stratum_.predicates) out.push_back(database[p].size());
    return out;
  }

 private:
  using Readers = std::vector<std::pair<std::uint32_t, std::size_t>>;  // condition, predicate

  [[nodiscard]] Readers readers_of(RuleHead head) const {
    Readers readers;
    const auto& conditions = program_[head.rule].body.conditions;
    const auto& predicates = stratum_.predicates;
    for (std::uint32_t i = 0; i < conditions.size(); ++i) {
      if (conditions[i].sort != Condition::Sort::positive) continue;
      const auto at = std::find(predicates.begin(), predicates.end(), conditions[i].atom.predicate);
      if (at != predicates.end())
        readers.emplace_back(i, static_cast<std::size_t>(at - predicates.begin()));
    }
    return readers;
  }

  void run_deltas(RuleHead head, const Readers& readers, const std::vector<std::uint32_t>& now) {
    for (std::size_t delta = 0; delta < readers.size(); ++delta) {
      const auto [condition, place] = readers[delta];
      if (old_[place] == now[place]) continue;
      std::vector<std::pair<std::uint32_t, RowRange>> others;
      for (std::size_t other = 0; other < readers.size(); ++other) {
        const std::size_t at = readers[other].second;
        others.push_back({readers[other].first, {0, other < delta ? now[at] : old_[at]}});
      }
      rules_.run(head, condition, {old_[place], now[place]}, others);
    }
  }

  const Program& program_;
  const Stratum& stratum_;
  Evaluation& evaluation_;
  RuleRunner rules_;
  std::vector<std::uint32_t> old_;
  bool first_ = true;
};

}  // namespace

Heights::Heights(const Program& program, const Plan& plan, const Evaluation& evaluation,
                 std::size_t most_premises)
    : program_(program),
      plan_(plan),
      evaluation_(evaluation),
      stratum_(program.predicates.size()),
      cone_(program, plan, evaluation, most_premises),
      rounds_(program.predicates.size()) {
  for (std::uint32_t i = 0; i < plan.strata.size(); ++i)
    for (const PredicateId predicate : plan.strata[i].predicates) stratum_[predicate.value] = i;
}

bool Heights::recursive(PredicateId predicate) const {
  return plan_.strata[stratum_[predicate.value]].recursive && !program_[predicate].decision;
}

void Heights::run_again(const Stratum& stratum) {
  if (!again_) again_ = Evaluation{evaluation_.database, {}, {}, {}};
  Database& database = again_->database;
  for (const PredicateId predicate : stratum.predicates) {
    const Relation& complete = evaluation_.database[predicate];
    Relation stated(complete.arity());
    for (std::uint32_t row = 0; row < complete.size(); ++row)
      if (evaluation_.database.origin(predicate, row) != nullptr) stated.insert(complete.row(row));
    database[predicate] = std::move(stated);
  }
  Rounds rounds(program_, stratum, *again_);
  bool more = true;
  while (more) {
    const std::vector<std::uint32_t> sizes = rounds.sizes();
    for (std::size_t i = 0; i < sizes.size(); ++i)
      rounds_[stratum.predicates[i].value].push_back(sizes[i]);
    more = rounds.run();
  }
}

std::uint32_t Heights::round_of(PredicateId predicate, std::span<const Value> tuple) const {
  const auto& rounds = rounds_[predicate.value];
  const std::uint32_t row = again_->database[predicate].find(tuple);
  const auto round = std::upper_bound(rounds.begin(), rounds.end(), row);
  return static_cast<std::uint32_t>(round - rounds.begin());
}

std::uint32_t Heights::of(PredicateId predicate, std::span<const Value> tuple) {
  if (!recursive(predicate)) return 0;
  if (rounds_[predicate.value].empty()) {
    if (const auto height = cone_.height(predicate, tuple)) return *height;
    run_again(plan_.strata[stratum_[predicate.value]]);
  }
  return round_of(predicate, tuple);
}

}  // namespace mingze
