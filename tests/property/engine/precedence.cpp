#include "tests/property/engine/precedence.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace mingze::reference {

namespace {

/// A condition as a value. A comparison is written from its smaller side, or from the smaller term
/// where the sides are alike.
using Said = std::tuple<int, std::uint32_t, std::uint64_t, std::vector<std::int64_t>>;

std::int64_t name_of(Term term, const std::vector<std::uint32_t>& renaming) {
  return term.is_variable ? -1 - std::int64_t{renaming[term.value]} : std::int64_t{term.value};
}

Said said(const Condition& c, const std::vector<std::uint32_t>& renaming) {
  const int sort = static_cast<int>(c.sort);
  if (c.sort != Condition::Sort::compare) {
    std::vector<std::int64_t> terms;
    for (const Term term : c.atom.terms) terms.push_back(name_of(term, renaming));
    const bool counts = c.sort == Condition::Sort::at_least;
    if (counts) terms.push_back(name_of({true, c.counted}, renaming));
    return {sort, c.atom.predicate.value, counts ? c.count : 0, terms};
  }
  std::vector<std::int64_t> terms = {name_of(c.left, renaming), name_of(c.right, renaming)};
  std::uint64_t sign = 0;
  switch (c.comparison) {
    case Comparison::equal:
      sign = 1;
      break;
    case Comparison::not_equal:
      sign = 2;
      break;
    case Comparison::less:
      sign = 3;
      break;
    case Comparison::less_equal:
      sign = 4;
      break;
    case Comparison::greater:
      sign = 3;
      break;
    case Comparison::greater_equal:
      sign = 4;
      break;
  }
  if (sign <= 2) std::sort(terms.begin(), terms.end());
  if (c.comparison == Comparison::greater || c.comparison == Comparison::greater_equal)
    std::swap(terms[0], terms[1]);
  return {sort, c.kind.value, sign, terms};
}

std::set<Said> all_said(const Body& body, const std::vector<std::uint32_t>& renaming) {
  std::set<Said> out;
  for (const Condition& condition : body.conditions) out.insert(said(condition, renaming));
  return out;
}

/// Tries every injective renaming of the variables from `next` on.
bool some_renaming(const std::set<Said>& special, const Body& general, std::size_t next,
                   std::vector<std::uint32_t>& renaming, std::vector<bool>& taken) {
  if (next == general.variables.size()) {
    const std::set<Said> renamed = all_said(general, renaming);
    return std::includes(special.begin(), special.end(), renamed.begin(), renamed.end()) &&
           renamed.size() < special.size();
  }
  for (std::uint32_t v = 0; v < taken.size(); ++v) {
    if (taken[v]) continue;
    taken[v] = true;
    renaming[next] = v;
    if (some_renaming(special, general, next + 1, renaming, taken)) return true;
    taken[v] = false;
  }
  return false;
}

std::optional<std::int64_t> best_rank(const Program& program, const Rule& rule) {
  std::optional<std::int64_t> best;
  for (const Citation& cited : rule.cites)
    if (const auto rank = program[cited.document].rank; rank && (!best || *rank < *best))
      best = rank;
  return best;
}

std::optional<Date> newest(const Program& program, const Rule& rule) {
  std::optional<Date> out;
  for (const Citation& cited : rule.cites)
    if (const auto issued = program[cited.document].issued; issued && (!out || *out < *issued))
      out = issued;
  return out;
}

/// Whether r is better than s on one ground.
bool better(const Program& program, Ground ground, const Rule& r, const Rule& s) {
  if (ground == Ground::specificity) return contains_strictly(r.body, s.body);
  if (ground == Ground::rank) {
    const auto a = best_rank(program, r);
    const auto b = best_rank(program, s);
    return a && (!b || *a < *b);
  }
  const auto a = newest(program, r);
  const auto b = newest(program, s);
  return a && (!b || *b < *a);
}

}  // namespace

bool contains_strictly(const Body& special, const Body& general) {
  std::vector<std::uint32_t> identity(special.variables.size());
  for (std::uint32_t v = 0; v < identity.size(); ++v) identity[v] = v;
  std::vector<std::uint32_t> renaming(general.variables.size());
  std::vector<bool> taken(special.variables.size());
  return some_renaming(all_said(special, identity), general, 0, renaming, taken);
}

Precedence::Precedence(const Program& program)
    : program_(program), overrides_(program.rules.size(), std::vector<bool>(program.rules.size())) {
  const std::size_t count = program.rules.size();
  for (std::size_t r = 0; r < count; ++r)
    for (const RuleId other : program.rules[r].overrides) overrides_[r][other.value] = true;
  for (std::size_t k = 0; k < count; ++k)
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j)
        if (overrides_[i][k] && overrides_[k][j]) overrides_[i][j] = true;
}

bool Precedence::override_cycle() const {
  for (std::size_t r = 0; r < overrides_.size(); ++r)
    if (overrides_[r][r]) return true;
  return false;
}

bool Precedence::defeats(const Decision& decision, std::size_t r, std::size_t s) const {
  if (r == s) return false;
  if (overrides_[r][s] || overrides_[s][r]) return overrides_[r][s];
  for (const Ground ground : decision.prefer) {
    if (better(program_, ground, program_.rules[r], program_.rules[s])) return true;
    if (better(program_, ground, program_.rules[s], program_.rules[r])) return false;
  }
  return false;
}

}  // namespace mingze::reference
