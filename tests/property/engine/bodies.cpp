#include "tests/property/engine/bodies.hpp"

namespace mingze::reference {

using Sort = Condition::Sort;

std::set<std::uint32_t> variables_of(const Atom& atom) {
  std::set<std::uint32_t> out;
  for (const Term term : atom.terms)
    if (term.is_variable) out.insert(term.value);
  return out;
}

std::set<std::uint32_t> variables_of(const Condition& condition) {
  if (condition.sort != Sort::compare) return variables_of(condition.atom);
  return variables_of(Atom{{}, {condition.left, condition.right}});
}

Tuple instance(const Atom& atom, const Frame& frame) {
  Tuple out;
  for (const Term term : atom.terms)
    out.push_back(term.is_variable ? frame[term.value].value() : term.value);
  return out;
}

Bodies::Bodies(const Program& program, const std::vector<Tuples>& holds)
    : program_(program), holds_(holds), universe_(program.symbols.kind_count()) {
  const auto add = [&](const Atom& atom) {
    for (std::size_t i = 0; i < atom.terms.size(); ++i)
      if (!atom.terms[i].is_variable)
        universe_[program[atom.predicate].slots[i].kind.value].insert(atom.terms[i].value);
  };
  for (const Rule& rule : program.rules) {
    for (const Condition& condition : rule.body.conditions)
      if (condition.sort != Sort::compare) add(condition.atom);
    for (const Conclusion& conclusion : rule.conclusions) add(conclusion.atom);
  }
  for (const Fact& fact : program.facts)
    for (std::size_t i = 0; i < fact.values.size(); ++i)
      universe_[program[fact.predicate].slots[i].kind.value].insert(fact.values[i]);
}

void Bodies::each(const Body& body, const std::set<std::uint32_t>& read,
                  const std::function<void(const Frame&)>& visit) const {
  std::vector<std::uint32_t> open;
  for (std::uint32_t v = 0; v < body.variables.size(); ++v) {
    std::size_t conditions = 0;
    bool outer = read.contains(v);
    for (const Condition& condition : body.conditions) {
      if (!variables_of(condition).contains(v)) continue;
      ++conditions;
      outer = outer || condition.sort == Sort::positive || condition.sort == Sort::compare;
    }
    if (outer || conditions > 1) open.push_back(v);
  }
  Frame frame(body.variables.size());
  assign(body, open, 0, frame, visit);
}

void Bodies::assign(const Body& body, const std::vector<std::uint32_t>& open, std::size_t next,
                    Frame& frame, const std::function<void(const Frame&)>& visit) const {
  if (next < open.size()) {
    for (const Value value : universe_[body.variables[open[next]].kind.value]) {
      frame[open[next]] = value;
      assign(body, open, next + 1, frame, visit);
    }
    frame[open[next]].reset();
    return;
  }
  for (const Condition& condition : body.conditions)
    if (!satisfied(condition, frame)) return;
  visit(frame);
}

/// In how many ways the sentence holds: the different values of `counted`, or {0} for "it does".
std::set<Value> Bodies::ways(const Atom& atom, const Frame& frame,
                             std::optional<std::uint32_t> counted) const {
  std::set<Value> out;
  for (const Tuple& tuple : holds_[atom.predicate.value]) {
    Frame local = frame;
    bool fits = true;
    for (std::size_t i = 0; i < tuple.size() && fits; ++i) {
      const Term term = atom.terms[i];
      if (!term.is_variable) {
        fits = term.value == tuple[i];
      } else if (local[term.value]) {
        fits = *local[term.value] == tuple[i];
      } else {
        local[term.value] = tuple[i];
      }
    }
    if (fits) out.insert(counted ? local[*counted].value() : 0);
  }
  return out;
}

bool Bodies::satisfied(const Condition& c, const Frame& frame) const {
  switch (c.sort) {
    case Sort::positive:
      return holds_[c.atom.predicate.value].contains(instance(c.atom, frame));
    case Sort::negative:
      return ways(c.atom, frame, std::nullopt).empty();
    case Sort::at_least:
      return ways(c.atom, frame, c.counted).size() >= c.count;
    case Sort::compare:
      break;
  }
  const Value left = c.left.is_variable ? frame[c.left.value].value() : c.left.value;
  const Value right = c.right.is_variable ? frame[c.right.value].value() : c.right.value;
  if (c.comparison == Comparison::equal) return left == right;
  if (c.comparison == Comparison::not_equal) return left != right;
  const std::int64_t a = program_.symbols.number(left);
  const std::int64_t b = program_.symbols.number(right);
  switch (c.comparison) {
    case Comparison::less:
      return a < b;
    case Comparison::less_equal:
      return a <= b;
    case Comparison::greater:
      return a > b;
    default:
      return a >= b;
  }
}

}  // namespace mingze::reference
