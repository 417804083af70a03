#include "engine/explain/supposition.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "engine/explain/instance.hpp"

namespace mingze {

namespace {

/// Words to sort facts by: their ids, unknowns last.
std::vector<std::string> words_of(const Program& program, const Supposition& supposition) {
  std::vector<std::string> words;
  for (const std::vector<Atom>* list : {&supposition.facts, &supposition.hold})
    for (const Atom& atom : *list) {
      const Predicate& predicate = program[atom.predicate];
      std::string text = predicate.id;
      for (std::size_t i = 0; i < atom.terms.size(); ++i)
        text += atom.terms[i].is_variable
                    ? "\x7f" + std::to_string(atom.terms[i].value)
                    : "\x01" + program.symbols.id_of(predicate.slots[i].kind, atom.terms[i].value);
      words.push_back(std::move(text));
    }
  std::sort(words.begin(), words.end());
  return words;
}

/// Unknowns numbered in the order in which they occur.
struct Numbering {
  std::vector<std::uint32_t> cells = {};
  Term operator()(Term term) {
    if (!term.is_variable) return term;
    const auto at = std::find(cells.begin(), cells.end(), term.value);
    const auto number = static_cast<std::uint32_t>(at - cells.begin());
    if (at == cells.end()) cells.push_back(term.value);
    return {true, number};
  }
};

/// Whether the comparison holds of a value and itself.
bool holds_of_equals(Comparison comparison) {
  return comparison == Comparison::equal || comparison == Comparison::less_equal ||
         comparison == Comparison::greater_equal;
}

/// Whether a fact is what a negation excludes; its unknowns past `meant` mean "any".
bool contradicts(const Atom& excluded, const std::vector<Atom>& facts, std::size_t meant) {
  return std::any_of(facts.begin(), facts.end(), [&](const Atom& fact) {
    if (fact.predicate != excluded.predicate) return false;
    for (std::size_t i = 0; i < fact.terms.size(); ++i) {
      const Term term = excluded.terms[i];
      const bool any = term.is_variable && term.value >= meant;
      if (!any && term != fact.terms[i]) return false;
    }
    return true;
  });
}

}  // namespace

std::optional<Supposition> supposition_of(const Program& program, const Cells& cells,
                                          const Derivation& derivation, const Body& asked) {
  Numbering number;
  Supposition out;
  const auto in_words = [&](Atom atom) {
    for (Term& term : atom.terms) term = number(cells.resolve(term, 0));
    return atom;
  };
  for (const Atom& atom : derivation.assumed) out.facts.push_back(in_words(atom));
  for (Condition limit : derivation.limits) {
    limit.left = number(cells.resolve(limit.left, 0));
    limit.right = number(cells.resolve(limit.right, 0));
    if (limit.left == limit.right && limit.left.is_variable) {
      if (!holds_of_equals(limit.comparison)) return std::nullopt;
    } else if (limit.left.is_variable || limit.right.is_variable) {
      out.limits.push_back(std::move(limit));
    } else if (!compares(program.symbols, limit, limit.left.value, limit.right.value)) {
      return std::nullopt;
    }
  }
  out.hold = derivation.holding;
  for (std::uint32_t v = 0; v < asked.variables.size(); ++v)
    out.variables.push_back(number(cells.resolve({true, v}, 0)));
  out.meant = number.cells.size();
  for (const Supposition::Passed& passed : derivation.passed) {
    out.passed.push_back({passed.negative, in_words(passed.atom)});
    if (passed.negative && contradicts(out.passed.back().atom, out.facts, out.meant))
      return std::nullopt;
  }
  for (const std::uint32_t cell : number.cells) out.unknowns.push_back(cells.kind(cell));
  return out;
}

std::vector<Supposition> in_order(const Program& program, std::vector<Supposition> found) {
  std::map<std::tuple<std::size_t, std::size_t, std::vector<std::string>>, Supposition> sorted;
  for (Supposition& one : found) {
    std::tuple key(one.hold.size(), one.meant, words_of(program, one));
    sorted.try_emplace(std::move(key), std::move(one));
  }
  std::vector<Supposition> out;
  for (auto& [key, supposition] : sorted) out.push_back(std::move(supposition));
  return out;
}

}  // namespace mingze
