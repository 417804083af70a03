#include "engine/plan/separation.hpp"

#include <algorithm>
#include <numeric>

namespace mingze {

namespace {

/// The local variables of a body, and which of them its sentences bring together.
class LocalVariables {
 public:
  LocalVariables(const Program& program, const Separation& separation, const Body& body)
      : program_(program), separation_(separation), body_(body), group_(body.variables.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
    known_.resize(group_.size());
    for (const Condition& condition : body.conditions)
      if (condition.sort == Condition::Sort::positive) bring_together(condition.atom);
  }

  /// Whether every match of the body lies within one group.
  [[nodiscard]] bool stay_in_one() const {
    return !names_one_ && are_together() &&
           std::all_of(body_.conditions.begin(), body_.conditions.end(),
                       [this](const Condition& one) { return is_tied(one); });
  }

  /// Whether what follows is of these things, too, and of none that is known by its name.
  [[nodiscard]] bool go_on_in(const Atom& conclusion) const {
    for (std::size_t slot = 0; slot < conclusion.terms.size(); ++slot)
      if (of_local_kind(conclusion, slot) && !conclusion.terms[slot].is_variable) return false;
    return true;
  }

  [[nodiscard]] bool any() const {
    return std::find(known_.begin(), known_.end(), true) != known_.end();
  }
  [[nodiscard]] bool is_local(std::uint32_t variable) const { return known_[variable]; }

 private:
  [[nodiscard]] bool of_local_kind(const Atom& atom, std::size_t slot) const {
    return separation_.local[program_[atom.predicate].slots[slot].kind.value];
  }

  std::uint32_t root(std::uint32_t variable) const {
    while (group_[variable] != variable) variable = group_[variable];
    return variable;
  }

  void bring_together(const Atom& atom) {
    std::optional<std::uint32_t> first;
    for (std::size_t slot = 0; slot < atom.terms.size(); ++slot) {
      if (!of_local_kind(atom, slot)) continue;
      if (!atom.terms[slot].is_variable) {
        names_one_ = true;
        continue;
      }
      const std::uint32_t variable = atom.terms[slot].value;
      known_[variable] = true;
      if (first) group_[root(variable)] = root(*first);
      first = variable;
    }
  }

  [[nodiscard]] bool are_together() const {
    std::optional<std::uint32_t> first;
    for (std::uint32_t v = 0; v < known_.size(); ++v) {
      if (!known_[v]) continue;
      if (first && root(v) != root(*first)) return false;
      first = v;
    }
    return true;
  }

  /// What is denied or counted is so of a thing that the other sentences know.
  [[nodiscard]] bool is_tied(const Condition& condition) const {
    if (condition.sort == Condition::Sort::positive || condition.sort == Condition::Sort::compare)
      return true;
    bool local = false;
    bool tied = false;
    for (std::size_t slot = 0; slot < condition.atom.terms.size(); ++slot) {
      if (!of_local_kind(condition.atom, slot)) continue;
      const Term term = condition.atom.terms[slot];
      local = true;
      tied = tied || (term.is_variable && known_[term.value]);
    }
    return !local || tied;
  }

  const Program& program_;
  const Separation& separation_;
  const Body& body_;
  std::vector<std::uint32_t> group_;
  std::vector<bool> known_;  // local, and told of by a sentence that holds
  bool names_one_ = false;
};

/// Whether some sentence that must hold is about things that there are none of.
bool never_holds(const Program& program, const Body& body, const std::vector<KindId>& absent) {
  return std::any_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& one) {
    if (one.sort != Condition::Sort::positive) return false;
    const auto& slots = program[one.atom.predicate].slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
      return std::find(absent.begin(), absent.end(), slot.kind) != absent.end();
    });
  });
}

bool tells_of_local(const FindingRule& finding, const LocalVariables& variables) {
  const auto names_local = [&](const TextTemplate& text) {
    return std::any_of(text.begin(), text.end(), [&](const TextPiece& piece) {
      return piece.variable && variables.is_local(*piece.variable);
    });
  };
  return (finding.on && variables.is_local(*finding.on)) || names_local(finding.message.zh) ||
         names_local(finding.message.en);
}

}  // namespace

bool Separation::is_local(const Predicate& predicate) const {
  return std::any_of(predicate.slots.begin(), predicate.slots.end(),
                     [this](const Slot& slot) { return local[slot.kind.value]; });
}

std::optional<Separation> separation(const Program& program, const std::vector<KindId>& local,
                                     const std::vector<KindId>& absent) {
  Separation out;
  out.local.assign(program.symbols.kind_count(), false);
  for (const KindId kind : local) out.local[kind.value] = true;
  for (const Predicate& predicate : program.predicates)
    if ((predicate.decision || predicate.hierarchy) && out.is_local(predicate)) return std::nullopt;
  for (std::uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule& rule = program.rules[r];
    if (never_holds(program, rule.body, absent)) continue;
    const LocalVariables variables(program, out, rule.body);
    if (!variables.stay_in_one()) return std::nullopt;
    for (std::uint32_t c = 0; c < rule.conclusions.size(); ++c) {
      if (!variables.go_on_in(rule.conclusions[c].atom)) return std::nullopt;
      if (variables.any() && !out.is_local(program[rule.conclusions[c].atom.predicate]))
        out.seams.emplace_back(RuleId{r}, c);
    }
  }
  for (const FindingRule& finding : program.findings) {
    if (never_holds(program, finding.body, absent)) continue;
    const LocalVariables variables(program, out, finding.body);
    if (!variables.stay_in_one() || (variables.any() && !tells_of_local(finding, variables)))
      return std::nullopt;
  }
  return out;
}

}  // namespace mingze
