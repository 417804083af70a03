#include "engine/compare/meaning.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/evaluate/findings.hpp"

namespace mingze {

namespace {

/// The first words of what is no condition: none of its sorts.
enum Part : std::uint64_t { conclusion = 100, told_apart_by, suggestion };

std::set<std::pair<std::uint32_t, std::string>> as_set(const std::vector<Citation>& cites) {
  std::set<std::pair<std::uint32_t, std::string>> out;
  for (const Citation& citation : cites) out.emplace(citation.document.value, citation.clause);
  return out;
}

}  // namespace

Pattern pattern_of(const Rule& rule) {
  Pattern out = pattern_of(rule.body);
  for (const Conclusion& one : rule.conclusions)
    out.add({{conclusion, static_cast<std::uint64_t>(one.sort), one.atom.predicate.value},
             one.atom.terms});
  return out;
}

Pattern pattern_of(const FindingRule& finding) {
  Pattern out = pattern_of(finding.body);
  Shape apart{{told_apart_by, static_cast<std::uint64_t>(finding.severity), finding.on ? 1U : 0U},
              {}};
  for (const std::uint32_t variable : distinguishing_variables(finding))
    apart.terms.push_back({true, variable});
  out.add(std::move(apart));
  if (!finding.suggest) return out;
  std::set<std::uint32_t> named;
  for (const TextTemplate* text : {&finding.suggest->zh, &finding.suggest->en})
    for (const TextPiece& piece : *text)
      if (piece.variable) named.insert(*piece.variable);
  out.add({{suggestion, 0}, {}});
  for (const std::uint32_t variable : named) out.add({{suggestion, 1}, {{true, variable}}});
  return out;
}

bool same_pattern(const Pattern& a, const Pattern& b) {
  // Different shapes stay different under an injective renaming, so that all of both are met.
  return a.shapes.size() == b.shapes.size() && is_part_of(a, b);
}

bool same_cites(const std::vector<Citation>& a, const std::vector<Citation>& b) {
  return as_set(a) == as_set(b);
}

}  // namespace mingze
