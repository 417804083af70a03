#include "engine/plan/nesting.hpp"

#include <algorithm>

namespace mingze {

namespace {

using Sort = Condition::Sort;

bool is(Term term, std::uint32_t variable) { return term.is_variable && term.value == variable; }

std::size_t occurrences(const Atom& atom, std::uint32_t variable) {
  return static_cast<std::size_t>(std::count_if(atom.terms.begin(), atom.terms.end(),
                                                [&](Term term) { return is(term, variable); }));
}

/// Takes one rule or finding apart.
class Nesting {
 public:
  /// `conclusion`: the finding's variables, in an atom of no predicate.
  Nesting(const Body& body, const Atom& conclusion, std::uint32_t column, PredicateId hierarchy)
      : source_(body),
        conclusion_(conclusion),
        hierarchy_(hierarchy),
        uses_(body.variables.size()) {
    out_.source = &body;
    out_.predicate = conclusion.predicate;
    out_.column = column;
    for (const Condition& condition : body.conditions) {
      if (condition.sort == Sort::compare) {
        use(condition.left);
        use(condition.right);
      } else {
        for (const Term term : condition.atom.terms) use(term);
      }
    }
    for (const Term term : conclusion.terms) use(term);
  }

  std::optional<NestedRule> take_apart() {
    const Term term = conclusion_.terms[out_.column];
    if (!term.is_variable) return std::nullopt;
    out_.variable = term.value;
    if (!can_be_a_set(out_.variable)) return std::nullopt;
    find_link();
    conclude();
    out_.body.variables = source_.variables;
    for (std::uint32_t i = 0; i < source_.conditions.size(); ++i) take(i);
    return judged_by_match() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  void use(Term term) {
    if (term.is_variable) ++uses_[term.value];
  }

  /// At most once in each sentence, nowhere else.
  [[nodiscard]] bool can_be_a_set(std::uint32_t variable) const {
    const auto fits = [&](const Condition& one) {
      if (one.sort == Sort::compare) return !is(one.left, variable) && !is(one.right, variable);
      const std::size_t here = occurrences(one.atom, variable);
      return here == 0 || (here == 1 && (one.sort != Sort::at_least || can_be_counted(one)));
    };
    return std::all_of(source_.conditions.begin(), source_.conditions.end(), fits);
  }

  /// Whether each variable stands in the sentence once, the counted one nowhere else and nothing
  /// holds where nothing is counted. No set can be counted, only what stands with it.
  [[nodiscard]] bool can_be_counted(const Condition& one) const {
    const auto once = [&](Term term) {
      return !term.is_variable || occurrences(one.atom, term.value) == 1;
    };
    return one.count > 0 && uses_[one.counted] == 1 &&
           std::all_of(one.atom.terms.begin(), one.atom.terms.end(), once);
  }

  /// Another variable that a sentence links to this one, and that can be a set too.
  void find_link() {
    const auto& conditions = source_.conditions;
    for (const bool by_hierarchy : {true, false})
      for (std::uint32_t i = 0; i < conditions.size() && !out_.link; ++i) {
        const Condition& one = conditions[i];
        if (one.sort != Sort::positive || (one.atom.predicate == hierarchy_) != by_hierarchy ||
            one.atom.predicate == conclusion_.predicate ||
            occurrences(one.atom, out_.variable) == 0)
          continue;
        for (const Term other : one.atom.terms)
          if (!out_.link && other.is_variable && other.value != out_.variable &&
              can_be_neighbour(other.value, i) && (by_hierarchy || leads_on_from(other.value)))
            link(i, other.value);
      }
  }

  /// Whether the rule reads its own predicate with the variable in the column that is nested.
  [[nodiscard]] bool leads_on_from(std::uint32_t variable) const {
    return std::any_of(
        source_.conditions.begin(), source_.conditions.end(), [&](const Condition& one) {
          return one.sort == Sort::positive && one.atom.predicate == conclusion_.predicate &&
                 is(one.atom.terms[out_.column], variable);
        });
  }

  void link(std::uint32_t index, std::uint32_t neighbour) {
    NestedLink link;
    link.condition = index;
    link.neighbour = neighbour;
    const Atom& atom = source_.conditions[index].atom;
    for (std::uint32_t c = 0; c < atom.terms.size(); ++c) {
      const Term term = atom.terms[c];
      if (is(term, out_.variable)) {
        link.to = c;
      } else if (!term.is_variable || uses_[term.value] > 1) {
        if (is(term, neighbour)) link.from = c;
        link.keep |= std::uint64_t{1} << c;
        link.terms.push_back(term);
      }
    }
    out_.link = std::move(link);
  }

  [[nodiscard]] bool can_be_neighbour(std::uint32_t variable, std::uint32_t link) const {
    const auto& variables = source_.variables;
    if (variables[variable].kind != variables[out_.variable].kind || uses_[variable] < 2 ||
        occurrences(conclusion_, variable) > (is_finding() && is_hierarchy(link) ? 1U : 0U) ||
        !can_be_a_set(variable))
      return false;
    for (std::uint32_t i = 0; i < source_.conditions.size(); ++i)
      if (const Condition& one = source_.conditions[i]; i != link && one.sort != Sort::compare &&
                                                        occurrences(one.atom, variable) > 0 &&
                                                        occurrences(one.atom, out_.variable) > 0)
        return false;
    return true;
  }

  [[nodiscard]] bool is_finding() const { return !conclusion_.predicate.valid(); }
  [[nodiscard]] bool is_hierarchy(std::uint32_t condition) const {
    return source_.conditions[condition].atom.predicate == hierarchy_;
  }

  void conclude() {
    for (std::uint32_t c = 0; c < conclusion_.terms.size(); ++c) {
      if (c == out_.column) continue;
      if (out_.link && is(conclusion_.terms[c], out_.link->neighbour))
        out_.neighbour = static_cast<std::uint32_t>(out_.concluded.size());
      out_.concluded.push_back(conclusion_.terms[c]);
    }
  }

  void take(std::uint32_t index) {
    if (out_.link && index == out_.link->condition) return;
    const Condition& condition = source_.conditions[index];
    if (condition.sort != Sort::compare) {
      if (occurrences(condition.atom, out_.variable) > 0)
        return take_nested(index, out_.variable, false);
      if (out_.link && occurrences(condition.atom, out_.link->neighbour) > 0)
        return take_nested(index, out_.link->neighbour, true);
    }
    add(condition, index, std::nullopt);
  }

  void take_nested(std::uint32_t index, std::uint32_t variable, bool neighbour) {
    const Condition& condition = source_.conditions[index];
    NestedSentence sentence;
    sentence.condition = index;
    sentence.negative = condition.sort == Sort::negative;
    sentence.neighbour = neighbour;
    if (condition.sort == Sort::at_least) sentence.count = condition.count;
    for (std::uint32_t c = 0; c < condition.atom.terms.size(); ++c) {
      const Term term = condition.atom.terms[c];
      if (is(term, variable)) {
        sentence.column = c;
      } else if (sentence.count > 0 && is(term, condition.counted)) {
        sentence.counted = c;
      } else if (!term.is_variable || uses_[term.value] > 1) {
        sentence.keep |= std::uint64_t{1} << c;
        sentence.terms.push_back(term);
      }
    }
    if (!sentence.negative) {
      Condition groups = condition;
      groups.sort = Sort::positive;
      groups.atom.terms = sentence.terms;
      add(std::move(groups), index, static_cast<std::uint32_t>(out_.sentences.size()));
    }
    out_.sentences.push_back(std::move(sentence));
  }

  void add(Condition condition, std::uint32_t index, std::optional<std::uint32_t> sentence) {
    condition.atom.predicate = {static_cast<std::uint32_t>(out_.body.conditions.size())};
    out_.body.conditions.push_back(std::move(condition));
    out_.reads.push_back({index, sentence});
  }

  /// Whether a match of `body` gives all that the conclusion and the negations need.
  [[nodiscard]] bool judged_by_match() const {
    std::vector<bool> known(uses_.size());
    for (const Condition& one : out_.body.conditions)
      if (one.sort == Sort::positive || one.sort == Sort::at_least)
        for (const Term term : one.atom.terms)
          if (term.is_variable) known[term.value] = true;
    const auto is_known = [&](Term term) { return !term.is_variable || known[term.value]; };
    for (const NestedSentence& one : out_.sentences)
      if (!std::all_of(one.terms.begin(), one.terms.end(), is_known)) return false;
    bool bound = out_.link.has_value();
    if (bound && !std::all_of(out_.link->terms.begin(), out_.link->terms.end(), [&](Term term) {
          return is(term, out_.link->neighbour) || is_known(term);
        }))
      return false;
    for (const NestedSentence& one : out_.sentences)
      bound = bound || (!one.negative && !one.neighbour);
    for (std::uint32_t i = 0; i < out_.concluded.size(); ++i)
      if (i != out_.neighbour && !is_known(out_.concluded[i])) return false;
    return bound;
  }

  const Body& source_;
  const Atom& conclusion_;
  PredicateId hierarchy_;
  std::vector<std::size_t> uses_;  // by variable, in conditions and the conclusion
  NestedRule out_;
};

}  // namespace

std::optional<NestColumn> nest_column(const Program& program, PredicateId predicate,
                                      std::span<const PredicateId> hierarchies) {
  const auto& slots = program[predicate].slots;
  if (slots.size() > 63) return std::nullopt;
  for (const PredicateId hierarchy : hierarchies) {
    const KindId kind = program[hierarchy].slots[0].kind;
    const auto has_kind = [&](const Slot& slot) { return slot.kind == kind; };
    if (std::count_if(slots.begin(), slots.end(), has_kind) != 1) continue;
    const auto slot = static_cast<std::uint32_t>(
        std::find_if(slots.begin(), slots.end(), has_kind) - slots.begin());
    if (const auto& decision = program[predicate].decision) {
      const auto& keys = program[*decision].key_slots;
      if (std::find(keys.begin(), keys.end(), slot) == keys.end()) continue;
    }
    return NestColumn{slot, hierarchy};
  }
  return std::nullopt;
}

std::optional<NestedRule> nested_rule(const Program& program, RuleHead head,
                                      const NestColumn& column) {
  const Rule& rule = program[head.rule];
  const Conclusion& conclusion = rule.conclusions[head.conclusion];
  auto out = Nesting(rule.body, conclusion.atom, column.column, column.hierarchy).take_apart();
  if (out && conclusion.sort != Conclusion::Sort::derive)
    out->concluded.push_back({false, head.rule.value});
  return out;
}

std::optional<NestedRule> nested_finding(const Body& body,
                                         const std::vector<std::uint32_t>& variables,
                                         std::uint32_t place, PredicateId hierarchy) {
  Atom told;
  for (const std::uint32_t variable : variables) told.terms.push_back({true, variable});
  return Nesting(body, told, place, hierarchy).take_apart();
}

}  // namespace mingze
