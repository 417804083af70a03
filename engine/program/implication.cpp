#include "engine/program/implication.hpp"

#include <algorithm>
#include <optional>

#include "engine/program/safety.hpp"

namespace mingze {

namespace {

using Sort = Condition::Sort;

constexpr std::uint32_t max_steps = 1'000'000;

bool has_atom(const Condition& condition) { return condition.sort != Sort::compare; }

template <typename Visit>
void each_term(const Condition& condition, const Visit& visit) {
  if (has_atom(condition)) {
    for (const Term& term : condition.atom.terms) visit(term);
  } else {
    visit(condition.left);
    visit(condition.right);
  }
}

/// The variables of a body that only mean "some" within one condition: those of a negation that
/// nothing binds, what `at least` counts, and what occurs in one `at least` alone. By variable.
std::vector<bool> local_in(const Body& body, const std::vector<bool>& kept) {
  const std::vector<bool> bound = bound_by(body);
  std::vector<std::uint32_t> uses(body.variables.size(), 0);
  std::vector<bool> positive(body.variables.size(), false);
  for (const Condition& condition : body.conditions) {
    std::vector<bool> here(body.variables.size(), false);
    each_term(condition, [&](const Term& term) {
      if (term.is_variable) here[term.value] = true;
    });
    for (std::size_t v = 0; v < here.size(); ++v) {
      if (here[v]) ++uses[v];
      if (here[v] && condition.sort == Sort::positive) positive[v] = true;
    }
  }
  std::vector<bool> local(body.variables.size(), false);
  for (std::size_t v = 0; v < local.size(); ++v)
    local[v] = !kept[v] && (!bound[v] || (!positive[v] && uses[v] == 1));
  return local;
}

/// `X > Y` as `Y < X`: the sign and the terms.
struct Comparing {
  Comparison sign;
  Term left;
  Term right;
};

Comparing straight(const Condition& c) {
  if (c.comparison == Comparison::greater) return {Comparison::less, c.right, c.left};
  if (c.comparison == Comparison::greater_equal) return {Comparison::less_equal, c.right, c.left};
  return {c.comparison, c.left, c.right};
}

bool implies(Comparison a, Comparison b) {
  if (a == b) return true;
  if (a == Comparison::less) return b == Comparison::less_equal || b == Comparison::not_equal;
  return a == Comparison::equal && b == Comparison::less_equal;
}

bool is_symmetric(Comparison sign) {
  return sign == Comparison::equal || sign == Comparison::not_equal;
}

/// Whether the first comparison implies the second, over the same terms.
bool implies(const Comparing& a, const Comparing& b) {
  if (a.left == b.left && a.right == b.right && implies(a.sign, b.sign)) return true;
  const bool turned = a.left == b.right && a.right == b.left;
  return turned && (is_symmetric(a.sign) || is_symmetric(b.sign)) && implies(a.sign, b.sign);
}

bool always_holds(const Comparing& c) {
  return c.left == c.right && (c.sign == Comparison::equal || c.sign == Comparison::less_equal);
}

bool never_holds(const Comparing& c) {
  if (c.left == c.right) return c.sign == Comparison::less || c.sign == Comparison::not_equal;
  return c.sign == Comparison::equal && !c.left.is_variable && !c.right.is_variable;
}

/// Whether the two never hold together.
bool exclude(const Comparing& a, const Comparing& b) {
  const bool same = a.left == b.left && a.right == b.right;
  const bool turned = a.left == b.right && a.right == b.left;
  const auto both = [&](Comparison x, Comparison y) { return a.sign == x && b.sign == y; };
  using enum Comparison;
  if (same || turned) {
    if (both(equal, not_equal) || both(not_equal, equal)) return true;
    if (both(equal, less) || both(less, equal)) return true;
  }
  if (turned && (both(less, less) || both(less, less_equal) || both(less_equal, less))) return true;
  // X is a, and X is b.
  if (!both(equal, equal)) return false;
  const auto sides = [](const Comparing& c) {
    return c.left.is_variable ? std::pair(c.left, c.right) : std::pair(c.right, c.left);
  };
  const auto [x, p] = sides(a);
  const auto [y, q] = sides(b);
  return x == y && !p.is_variable && !q.is_variable && !(p == q);
}

/// Searches terms of `special` for the variables of `general`. Local variables of a condition are
/// matched within it.
class Search {
 public:
  Search(const Body& general, const std::vector<bool>& general_local, const Body& special,
         const std::vector<bool>& special_local, std::size_t left_out)
      : general_(general),
        general_local_(general_local),
        special_(special),
        special_local_(special_local),
        left_out_(left_out),
        image_(general.variables.size()) {}

  bool fix(Term from, Term to) { return map(from, to); }

  bool run(std::size_t at = 0) {
    if (++steps_ > max_steps) return false;
    if (at == general_.conditions.size()) return true;
    const Condition& wanted = general_.conditions[at];
    const auto before = image_;
    if (wanted.sort == Sort::compare && trivial(wanted) && run(at + 1)) return true;
    image_ = before;
    for (std::size_t i = 0; i < special_.conditions.size(); ++i) {
      if (i == left_out_) continue;
      for (const bool turned : {false, true}) {
        if (entails(special_.conditions[i], wanted, turned) && run(at + 1)) return true;
        image_ = before;
      }
    }
    return false;
  }

 private:
  bool map(Term from, Term to) {
    if (!from.is_variable) return from == to;
    if (image_[from.value]) return *image_[from.value] == to;
    image_[from.value] = to;
    return true;
  }

  [[nodiscard]] std::optional<Term> image(Term term) const {
    return term.is_variable ? image_[term.value] : std::optional(term);
  }

  bool trivial(const Condition& wanted) {
    const Comparing c = straight(wanted);
    const auto left = image(c.left);
    const auto right = image(c.right);
    return left && right && always_holds({c.sign, *left, *right});
  }

  /// Whether a condition of `special` entails one of `general`, with what is bound so far and more.
  bool entails(const Condition& have, const Condition& wanted, bool turned) {
    if (wanted.sort == Sort::compare)
      return have.sort == Sort::compare && have.kind == wanted.kind &&
             entails_comparison(have, wanted, turned);
    if (turned || have.sort != wanted.sort || have.atom.predicate != wanted.atom.predicate)
      return false;
    switch (wanted.sort) {
      case Sort::positive:
        for (std::size_t i = 0; i < wanted.atom.terms.size(); ++i)
          if (!map(wanted.atom.terms[i], have.atom.terms[i])) return false;
        return true;
      case Sort::negative:
        return entails_negation(have, wanted);
      case Sort::at_least:
        return have.count >= wanted.count && same_count(have, wanted);
      case Sort::compare:
        break;
    }
    return false;
  }

  bool entails_comparison(const Condition& have, const Condition& wanted, bool turned) {
    const Comparing from = straight(wanted);
    const Comparing to = straight(have);
    if (!map(from.left, turned ? to.right : to.left)) return false;
    if (!map(from.right, turned ? to.left : to.right)) return false;
    return implies(to, {from.sign, *image(from.left), *image(from.right)});
  }

  /// No tuple fits `have`; then none fits `wanted` where that is narrower: each term of `have` is
  /// the same, or a local variable that stands for one thing throughout.
  bool entails_negation(const Condition& have, const Condition& wanted) {
    // What each local variable of `have` stands for: a term of `general`, or of `special`.
    std::vector<std::optional<std::pair<bool, Term>>> stands(special_.variables.size());
    for (std::size_t i = 0; i < wanted.atom.terms.size(); ++i) {
      const Term w = wanted.atom.terms[i];
      const Term h = have.atom.terms[i];
      const bool w_local = w.is_variable && general_local_[w.value];
      if (h.is_variable && special_local_[h.value]) {
        std::pair<bool, Term> meant{true, w};
        if (!w_local)
          if (const auto known = image(w)) meant = {false, *known};
        auto& slot = stands[h.value];
        if (slot && *slot != meant) return false;
        slot = meant;
      } else if (w_local || !map(w, h)) {
        return false;
      }
    }
    return true;
  }

  /// The same sentence counted, up to the names of its local variables.
  bool same_count(const Condition& have, const Condition& wanted) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs{{wanted.counted, have.counted}};
    for (std::size_t i = 0; i < wanted.atom.terms.size(); ++i) {
      const Term w = wanted.atom.terms[i];
      const Term h = have.atom.terms[i];
      const bool w_local = w.is_variable && (general_local_[w.value] || w.value == wanted.counted);
      const bool h_local = h.is_variable && (special_local_[h.value] || h.value == have.counted);
      if (w_local != h_local) return false;
      if (!w_local) {
        if (!map(w, h)) return false;
        continue;
      }
      for (const auto& [a, b] : pairs)
        if ((a == w.value) != (b == h.value)) return false;
      pairs.emplace_back(w.value, h.value);
    }
    return true;
  }

  const Body& general_;
  const std::vector<bool>& general_local_;
  const Body& special_;
  const std::vector<bool>& special_local_;
  std::size_t left_out_;
  std::vector<std::optional<Term>> image_;
  std::uint32_t steps_ = 0;
};

constexpr std::size_t nothing_left_out = SIZE_MAX;

Body without(const Body& body, std::size_t left_out) {
  Body rest = body;
  rest.conditions.erase(rest.conditions.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

/// Whether what is left binds all that it needs, and its local variables are local as before.
bool stays_sound(const Body& body, const Body& rest, const std::vector<bool>& kept) {
  const std::vector<bool> before = local_in(body, kept);
  const std::vector<bool> after = local_in(rest, kept);
  const std::vector<bool> bound = bound_by(rest);
  for (std::size_t v = 0; v < kept.size(); ++v)
    if (kept[v] && !bound[v]) return false;
  bool sound = true;
  for (const Condition& condition : rest.conditions)
    each_term(condition, [&](const Term& term) {
      if (!term.is_variable) return;
      if (condition.sort == Sort::compare && !bound[term.value]) sound = false;
      if (condition.sort != Sort::positive && before[term.value] != after[term.value])
        sound = false;
    });
  return sound;
}

/// A sentence and a negation that denies it: each term of the negation is the same, or local.
bool denies(const Condition& negation, const Condition& sentence, const std::vector<bool>& local) {
  if (negation.atom.predicate != sentence.atom.predicate) return false;
  std::vector<std::optional<Term>> stands(local.size());
  for (std::size_t i = 0; i < negation.atom.terms.size(); ++i) {
    const Term n = negation.atom.terms[i];
    const Term s = sentence.atom.terms[i];
    if (!n.is_variable || !local[n.value]) {
      if (!(n == s)) return false;
      continue;
    }
    if (stands[n.value] && !(*stands[n.value] == s)) return false;
    stands[n.value] = s;
  }
  return true;
}

bool contradict(const Condition& a, const Condition& b, const std::vector<bool>& local) {
  if (a.sort == Sort::positive && b.sort == Sort::negative) return denies(b, a, local);
  if (a.sort == Sort::negative && b.sort == Sort::positive) return denies(a, b, local);
  return a.sort == Sort::compare && b.sort == Sort::compare && a.kind == b.kind &&
         exclude(straight(a), straight(b));
}

}  // namespace

bool follows(const Body& general, const Body& special, const TermPairs& fixed) {
  std::vector<bool> general_kept(general.variables.size(), false);
  std::vector<bool> special_kept(special.variables.size(), false);
  for (const auto& [from, to] : fixed) {
    if (from.is_variable) general_kept[from.value] = true;
    if (to.is_variable) special_kept[to.value] = true;
  }
  const std::vector<bool> general_local = local_in(general, general_kept);
  const std::vector<bool> special_local = local_in(special, special_kept);
  Search search(general, general_local, special, special_local, nothing_left_out);
  for (const auto& [from, to] : fixed)
    if (!search.fix(from, to)) return false;
  return search.run();
}

bool is_redundant(const Body& body, std::size_t condition, const std::vector<bool>& kept) {
  const Body rest = without(body, condition);
  if (!stays_sound(body, rest, kept)) return false;
  const std::vector<bool> local = local_in(body, kept);
  Search search(body, local, body, local, condition);
  for (std::uint32_t v = 0; v < kept.size(); ++v)
    if (kept[v]) search.fix({true, v}, {true, v});
  return search.run();
}

std::vector<Contradiction> contradictions(const Body& body) {
  const std::vector<bool> kept(body.variables.size(), false);
  const std::vector<bool> local = local_in(body, kept);
  std::vector<Contradiction> out;
  std::vector<bool> told(body.conditions.size(), false);
  for (std::size_t i = 0; i < body.conditions.size(); ++i) {
    const Condition& one = body.conditions[i];
    if (one.sort == Sort::compare && never_holds(straight(one))) {
      told[i] = true;
      out.push_back({i, i});
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (told[i] || told[j] || !contradict(body.conditions[j], one, local)) continue;
      told[i] = told[j] = true;
      out.push_back({j, i});
    }
  }
  return out;
}

}  // namespace mingze
