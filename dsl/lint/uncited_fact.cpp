#include <fmt/format.h>

#include "dsl/check/match.hpp"
#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

/// The fact that a statement is, with its relation; a statement that may be an entity is none.
struct StatedFact {
  const FactForm* form = nullptr;
  PredicateId predicate = {};
};

StatedFact fact_of(const LintRun& run, const EntityOrFact& either) {
  if (!either.fact) return {};
  const std::string& first = either.fact->sentence.words.front().text;
  if (either.entity && run.vocabulary().kinds.find(first) != nullptr) return {};
  const Match match = match_sentence(either.fact->sentence, run.vocabulary(), run.program());
  if (match.sort != Match::Sort::one) return {};
  return {&*either.fact, match.predicate};
}

}  // namespace

void find_uncited_facts(const LintRun& run) {
  std::map<PredicateId, Span> cited;
  const auto before = [&](Span a, Span b) {
    const auto& sources = run.subject.sources;
    return std::pair(sources[a.source].name(), a.begin) <
           std::pair(sources[b.source].name(), b.begin);
  };
  each<EntityOrFact>(run.subject, [&](const Statement&, const EntityOrFact& either) {
    const StatedFact fact = fact_of(run, either);
    if (!fact.form || fact.form->cites.empty()) return;
    const auto [known, added] = cited.try_emplace(fact.predicate, fact.form->sentence.span);
    if (!added && before(fact.form->sentence.span, known->second))
      known->second = fact.form->sentence.span;
  });
  each<EntityOrFact>(run.subject, [&](const Statement&, const EntityOrFact& either) {
    const StatedFact fact = fact_of(run, either);
    if (!fact.form || !fact.form->cites.empty()) return;
    const auto other = cited.find(fact.predicate);
    if (other == cited.end()) return;
    run.add({.code = "uncited-fact",
             .message = {"这个事实没有写依据", "this fact cites nothing"},
             .span = fact.form->sentence.span,
             .related = {{other->second,
                          {"同一关系的这个事实写了", "this fact of the same relation cites one"}}},
             .notes = {{"加上“依据 文件 “条款””", "add `cites SOURCE \"clause\"`"}}});
  });
}

}  // namespace mingze::dsl
