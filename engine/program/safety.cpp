#include "engine/program/safety.hpp"

#include <algorithm>

namespace mingze {

namespace {

using Sort = Condition::Sort;

void add_variables(const TextTemplate& text, std::vector<Term>& out) {
  for (const TextPiece& piece : text)
    if (piece.variable) out.push_back({true, *piece.variable});
}

void add_variables(const BilingualTemplate& text, std::vector<Term>& out) {
  add_variables(text.en, out);
  add_variables(text.zh, out);
}

}  // namespace

std::vector<bool> bound_by(const Body& body) {
  std::vector<bool> bound(body.variables.size(), false);
  for (const Condition& condition : body.conditions) {
    if (condition.sort != Sort::positive && condition.sort != Sort::at_least) continue;
    for (const Term& term : condition.atom.terms)
      if (term.is_variable && (condition.sort != Sort::at_least || term.value != condition.counted))
        bound[term.value] = true;
  }
  return bound;
}

bool is_safe(const Body& body, const std::vector<Term>& told) {
  const std::vector<bool> bound = bound_by(body);
  const auto is_bound = [&](Term term) { return !term.is_variable || bound[term.value]; };
  if (!std::all_of(told.begin(), told.end(), is_bound)) return false;
  std::vector<bool> denied(body.variables.size(), false);  // in a negation, and nowhere bound
  for (const Condition& condition : body.conditions) {
    if (condition.sort == Sort::compare && !(is_bound(condition.left) && is_bound(condition.right)))
      return false;
    if (condition.sort != Sort::negative) continue;
    std::vector<bool> here(body.variables.size(), false);
    for (const Term& term : condition.atom.terms) {
      if (is_bound(term)) continue;
      if (denied[term.value]) return false;
      here[term.value] = true;
    }
    for (std::size_t i = 0; i < here.size(); ++i) denied[i] = denied[i] || here[i];
  }
  return true;
}

std::vector<Term> told_by(const Rule& rule) {
  std::vector<Term> out;
  for (const Conclusion& conclusion : rule.conclusions)
    out.insert(out.end(), conclusion.atom.terms.begin(), conclusion.atom.terms.end());
  return out;
}

std::vector<Term> told_by(const FindingRule& finding) {
  std::vector<Term> out;
  if (finding.on) out.push_back({true, *finding.on});
  add_variables(finding.message, out);
  if (finding.suggest) add_variables(*finding.suggest, out);
  return out;
}

}  // namespace mingze
