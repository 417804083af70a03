#include "engine/explain/why.hpp"

#include <algorithm>
#include <map>

#include "engine/evaluate/findings.hpp"
#include "engine/explain/best_match.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze {

struct Explainer::Parts {
  Parts(const Program& of, const Plan& plan, const Evaluation& finished)
      : program(of),
        evaluation(finished),
        heights(of, plan, finished),
        matcher(of, finished, heights),
        resolver(of),
        heads(of.predicates.size()) {
    for (std::uint32_t r = 0; r < of.rules.size(); ++r)
      for (std::uint32_t c = 0; c < of.rules[r].conclusions.size(); ++c)
        heads[of.rules[r].conclusions[c].atom.predicate.value].push_back({{r}, c});
    for (auto& list : heads)
      std::sort(list.begin(), list.end(), [&](RuleHead a, RuleHead b) {
        return std::pair(of[a.rule].id, a.conclusion) < std::pair(of[b.rule].id, b.conclusion);
      });
  }

  const Program& program;
  const Evaluation& evaluation;
  Heights heights;
  Matcher matcher;
  Resolver resolver;
  std::vector<std::vector<RuleHead>> heads;  // by predicate, in the order of the rules' ids
};

/// Builds one proof. Sentences that are needed are numbered; a step is drafted with those numbers
/// for its premises and enters the proof when all that it rests on has.
class Explainer::Search {
 public:
  explicit Search(Parts& parts) : parts_(parts), program_(parts.program) {}

  std::uint32_t number(Needed needed) {
    const auto [place, added] =
        numbers_.try_emplace(std::move(needed), static_cast<std::uint32_t>(needed_.size()));
    if (added) needed_.push_back(&place->first);
    return place->second;
  }

  /// Proves a sentence; it becomes the last step.
  Proof prove(Needed sentence) {
    settle({number(std::move(sentence))});
    return std::move(proof_);
  }

  /// Proves everything that a draft needs; it becomes the last step.
  Proof prove(Step draft) {
    settle(premises_of(draft));
    finish(std::move(draft));
    return std::move(proof_);
  }

  Use use_of(const Body& body, const Atom* head, const Binding& binding) {
    Use use{binding, {}};
    use.premises.reserve(body.conditions.size());
    for (auto& condition : parts_.matcher.premises(body, head, binding)) {
      use.premises.emplace_back();
      for (Needed& needed : condition) use.premises.back().push_back(number(std::move(needed)));
    }
    return use;
  }

  /// All candidates of a key, each with a derivation.
  std::vector<ProvedCandidate> candidates(DecisionId id, const std::vector<Value>& key) {
    const Decision& decision = program_[id];
    const Outcome& outcome = parts_.evaluation.outcomes[id.value];
    Needed sentence{decision.predicate,
                    std::vector<Value>(program_[decision.predicate].slots.size())};
    for (std::size_t i = 0; i < key.size(); ++i) sentence.values[decision.key_slots[i]] = key[i];
    std::vector<ProvedCandidate> out;
    for (const auto& [candidate, verdict] : parts_.resolver.judged(id, outcome, key)) {
      sentence.values[decision.value_slot] = candidate.value;
      ProvedCandidate proved;
      proved.value = candidate.value;
      proved.use = *conclude(sentence, Conclusion::Sort::propose, candidate.rule);
      if (verdict.barred) {
        proved.fate = ProvedCandidate::Fate::barred;
        proved.bar = conclude(sentence, Conclusion::Sort::bar, {});
      } else if (verdict.defeated_by) {
        proved.fate = ProvedCandidate::Fate::defeated;
        proved.defeated_by = *verdict.defeated_by;
        proved.ground = verdict.ground;
      }
      out.push_back(std::move(proved));
    }
    return out;
  }

  /// A step about a key: all its candidates.
  Step about_key(DecisionId id, const std::vector<Value>& key) {
    const Decision& decision = program_[id];
    Step step;
    step.predicate = decision.predicate;
    step.values.resize(program_[decision.predicate].slots.size());
    for (std::size_t i = 0; i < key.size(); ++i) step.values[decision.key_slots[i]] = key[i];
    step.candidates = candidates(id, key);
    return step;
  }

  /// The first sentence, by the ids of its values, for which a key is due.
  Needed due(DecisionId id, const std::vector<Value>& key) const {
    const Decision::Domain& domain = *program_[id].domain;
    const Predicate& predicate = program_[domain.predicate];
    Body body;
    Condition condition;
    condition.atom.predicate = domain.predicate;
    for (std::uint32_t slot = 0; slot < predicate.slots.size(); ++slot) {
      body.variables.push_back({"", predicate.slots[slot].kind});
      condition.atom.terms.push_back({true, slot});
    }
    Binding known(body.variables.size());
    for (std::size_t i = 0; i < key.size(); ++i) known.bind(domain.slots[i], key[i]);
    body.conditions.push_back(std::move(condition));
    const auto match = parts_.matcher.best(body, nullptr, known, nullptr);
    return {domain.predicate, match->binding.values};
  }

  void ask(const Body& question) { proof_.question = question; }

 private:
  static constexpr std::uint32_t unproved = UINT32_MAX;

  /// Proves what is open and all that it needs, deepest first.
  void settle(std::vector<std::uint32_t> open) {
    std::map<std::uint32_t, Step> drafts;
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      step_of_.resize(needed_.size(), unproved);
      if (step_of_[at] != unproved) {
        open.pop_back();
        continue;
      }
      const auto [place, added] = drafts.try_emplace(at);
      if (added) {
        place->second = drafted(*needed_[at]);
        for (const std::uint32_t premise : premises_of(place->second)) open.push_back(premise);
        continue;
      }
      open.pop_back();
      finish(std::move(place->second));
      step_of_[at] = static_cast<std::uint32_t>(proof_.steps.size() - 1);
      drafts.erase(place);
    }
  }

  Step drafted(const Needed& needed) {
    Step step;
    step.predicate = needed.predicate;
    step.values = needed.values;
    const Database& database = parts_.evaluation.database;
    if (const Span* origin = database.origin(needed.predicate, needed.values)) {
      step.origin = *origin;
    } else if (const auto decision = program_[needed.predicate].decision) {
      step.sort = Step::Sort::decided;
      std::vector<Value> key;
      for (const std::uint32_t slot : program_[*decision].key_slots)
        key.push_back(needed.values[slot]);
      step.candidates = candidates(*decision, key);
    } else {
      step.sort = Step::Sort::derived;
      step.use = *conclude(needed, Conclusion::Sort::derive, {});
    }
    return step;
  }

  /// The best match of a rule that concludes the sentence in this way; `only`: of this rule.
  std::optional<RuleUse> conclude(const Needed& goal, Conclusion::Sort sort, RuleId only) {
    std::optional<Match> best;
    RuleHead at;
    for (const RuleHead head : parts_.heads[goal.predicate.value]) {
      if (only.valid() && head.rule != only) continue;
      const Rule& rule = program_[head.rule];
      const Conclusion& conclusion = rule.conclusions[head.conclusion];
      if (conclusion.sort != sort) continue;
      Binding known(rule.body.variables.size());
      if (!unify(conclusion.atom, goal.values, known)) continue;
      auto match = parts_.matcher.best(rule.body, &conclusion.atom, known,
                                       sort == Conclusion::Sort::derive ? &goal : nullptr);
      if (!match ||
          (best && std::pair(best->height, best->sum) <= std::pair(match->height, match->sum)))
        continue;
      best = std::move(match);
      at = head;
    }
    if (!best) return std::nullopt;
    const Rule& rule = program_[at.rule];
    return RuleUse{at.rule, at.conclusion,
                   use_of(rule.body, &rule.conclusions[at.conclusion].atom, best->binding)};
  }

  /// All numbers that a draft rests on, by reference.
  template <typename Visit>
  static void for_each_premise(Step& step, Visit visit) {
    const auto of_use = [&](Use& use) {
      for (auto& condition : use.premises)
        for (std::uint32_t& premise : condition) visit(premise);
    };
    of_use(step.use.use);
    for (ProvedCandidate& candidate : step.candidates) {
      of_use(candidate.use.use);
      if (candidate.bar) of_use(candidate.bar->use);
    }
    if (step.sort == Step::Sort::missing) visit(step.domain);
  }

  static std::vector<std::uint32_t> premises_of(Step& step) {
    std::vector<std::uint32_t> out;
    for_each_premise(step, [&](std::uint32_t premise) { out.push_back(premise); });
    std::reverse(out.begin(), out.end());
    return out;
  }

  void finish(Step step) {
    for_each_premise(step, [&](std::uint32_t& premise) { premise = step_of_[premise]; });
    proof_.steps.push_back(std::move(step));
  }

  Parts& parts_;
  const Program& program_;
  Proof proof_;
  std::map<Needed, std::uint32_t> numbers_;
  std::vector<const Needed*> needed_;
  std::vector<std::uint32_t> step_of_;
};

Explainer::Explainer(const Program& program, const Plan& plan, const Evaluation& evaluation)
    : parts_(std::make_unique<Parts>(program, plan, evaluation)) {}

Explainer::~Explainer() = default;

Proof Explainer::why(PredicateId predicate, const std::vector<Value>& values) {
  return Search(*parts_).prove(Needed{predicate, values});
}

Proof Explainer::why(const Body& question, const Binding& known) {
  Search search(*parts_);
  Step step;
  step.sort = Step::Sort::answered;
  const auto match = parts_->matcher.best(question, nullptr, known, nullptr);
  const Condition& first = question.conditions[0];
  if (question.conditions.size() == 1 && first.sort == Condition::Sort::positive)
    return search.prove(Needed{first.atom.predicate, instance(first.atom, match->binding.values)});
  step.use.use = search.use_of(question, nullptr, match->binding);
  search.ask(question);
  return search.prove(std::move(step));
}

Proof Explainer::why_raised(const RaisedFinding& raised) {
  const FindingRule& finding = parts_->program.findings[raised.finding.value];
  Binding known(finding.body.variables.size());
  for (const std::uint32_t v : distinguishing_variables(finding)) known.bind(v, raised.values[v]);
  Search search(*parts_);
  Step step;
  step.sort = Step::Sort::raised;
  step.finding = raised.finding;
  const auto match = parts_->matcher.best(finding.body, nullptr, known, nullptr);
  step.use.use = search.use_of(finding.body, nullptr, match->binding);
  return search.prove(std::move(step));
}

Proof Explainer::why_missing(DecisionId decision, const std::vector<Value>& key) {
  Search search(*parts_);
  Step step = search.about_key(decision, key);
  step.sort = Step::Sort::missing;
  step.domain = search.number(search.due(decision, key));
  return search.prove(std::move(step));
}

Proof Explainer::why_conflict(DecisionId decision, const std::vector<Value>& key) {
  Search search(*parts_);
  Step step = search.about_key(decision, key);
  step.sort = Step::Sort::conflict;
  return search.prove(std::move(step));
}

}  // namespace mingze
