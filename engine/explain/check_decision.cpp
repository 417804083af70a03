#include "engine/explain/check_decision.hpp"

#include <algorithm>
#include <set>

namespace mingze {

namespace {

using Fate = ProvedCandidate::Fate;
using Proposal = std::pair<RuleId, Value>;

class DecisionCheck {
 public:
  DecisionCheck(const Program& program, const Holds& holds, Precedence& precedence, DecisionId id,
                const Step& step)
      : program_(program),
        holds_(holds),
        id_(id),
        decision_(program[id]),
        step_(step),
        precedence_(precedence) {}

  std::string run() {
    for (const std::string& wrong : {check_complete(), check_bars(), check_fates()})
      if (!wrong.empty()) return wrong;
    return check_outcome();
  }

 private:
  template <typename Visit>
  void for_each_conclusion(Conclusion::Sort sort, Visit visit) const {
    for (std::uint32_t r = 0; r < program_.rules.size(); ++r)
      for (const Conclusion& conclusion : program_.rules[r].conclusions)
        if (conclusion.sort == sort && conclusion.atom.predicate == decision_.predicate)
          visit(RuleId{r}, conclusion);
  }

  /// Every candidate that the rules put forward for the key is there, once, and no other.
  std::string check_complete() const {
    std::set<Proposal> all;
    for_each_conclusion(Conclusion::Sort::propose, [&](RuleId rule, const Conclusion& conclusion) {
      for (const Value value :
           holds_.values(program_[rule], conclusion, step_.values, decision_.value_slot))
        all.insert({rule, value});
    });
    std::set<Proposal> told;
    for (const ProvedCandidate& candidate : step_.candidates)
      if (!told.insert({candidate.use.rule, candidate.value}).second)
        return "a candidate is there twice";
    return told == all ? "" : "the candidates are not all that there are";
  }

  /// What is barred has its bar, and nothing else is barred.
  std::string check_bars() const {
    for (const ProvedCandidate& candidate : step_.candidates) {
      const bool barred = candidate.fate == Fate::barred;
      if (barred != candidate.bar.has_value()) return "barred without a bar";
      if (barred) continue;
      std::vector<Value> values = step_.values;
      values[decision_.value_slot] = candidate.value;
      bool found = false;
      for_each_conclusion(Conclusion::Sort::bar, [&](RuleId rule, const Conclusion& conclusion) {
        found = found || holds_.concludes(program_[rule], conclusion, values);
      });
      if (found) return "a candidate is barred";
    }
    return "";
  }

  [[nodiscard]] std::optional<DefeatGround> attack(std::size_t a, std::size_t b) {
    const auto& all = step_.candidates;
    if (all[a].fate == Fate::barred || all[b].fate == Fate::barred) return std::nullopt;
    if (all[a].value == all[b].value) return std::nullopt;
    return precedence_.defeats(id_, all[a].use.rule, all[b].use.rule);
  }

  /// Whether attacks lead from one candidate to another.
  [[nodiscard]] bool leads(std::size_t from, std::size_t to) {
    std::vector<bool> seen(step_.candidates.size());
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (std::size_t next = 0; next < seen.size(); ++next) {
        if (seen[next] || !attack(at, next)) continue;
        if (next == to) return true;
        seen[next] = true;
        open.push_back(next);
      }
    }
    return false;
  }

  /// A defeat counts unless its victim leads back to it.
  std::string check_fates() {
    const auto& all = step_.candidates;
    for (std::size_t victim = 0; victim < all.size(); ++victim) {
      if (all[victim].fate == Fate::barred) continue;
      if (all[victim].fate == Fate::defeated) {
        const std::size_t by = all[victim].defeated_by;
        if (by >= all.size()) return "defeated by nobody";
        if (attack(by, victim) != all[victim].ground) return "not defeated on this ground";
        if (leads(victim, by)) return "the defeat runs in a circle";
        continue;
      }
      for (std::size_t by = 0; by < all.size(); ++by)
        if (attack(by, victim) && !leads(victim, by)) return "a candidate that stands is defeated";
    }
    return "";
  }

  std::string check_outcome() const {
    std::set<Value> values;
    for (const ProvedCandidate& candidate : step_.candidates)
      if (candidate.fate == Fate::stands) values.insert(candidate.value);
    switch (step_.sort) {
      case Step::Sort::missing:
        return values.empty() ? "" : "a value is left";
      case Step::Sort::conflict:
        return values.size() > 1 ? "" : "no two values are left";
      default:
        return values.contains(step_.values[decision_.value_slot]) ? "" : "the value is not left";
    }
  }

  const Program& program_;
  const Holds& holds_;
  DecisionId id_;
  const Decision& decision_;
  const Step& step_;
  Precedence& precedence_;
};

}  // namespace

std::string check_decision(const Program& program, const Holds& holds, Precedence& precedence,
                           DecisionId decision, const Step& step) {
  return DecisionCheck(program, holds, precedence, decision, step).run();
}

}  // namespace mingze
