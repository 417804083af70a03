#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dsl/lint/checks.hpp"
#include "engine/resolve/effects.hpp"

namespace mingze::dsl {

namespace {

bool same_date(const std::optional<DateLiteral>& a, const std::optional<DateLiteral>& b) {
  return a.has_value() == b.has_value() && (!a || a->value == b->value);
}

/// Of which rules one is there on every date on which another is.
class Dates {
 public:
  explicit Dates(const LintRun& run) : run_(run), program_(run.program()) {}

  /// Whether `other` is there on every date on which `one` is.
  [[nodiscard]] bool lasts_as_long(const LintedBody& other, const LintedBody& one) const {
    const PeriodClause& theirs = other.rule->period;
    const PeriodClause& own = one.rule->period;
    if ((theirs.from || theirs.until) &&
        !(same_date(theirs.from, own.from) && same_date(theirs.until, own.until)))
      return false;
    if (other.cites->empty()) return true;
    const auto& cites = program_[other.lowered].cites;
    return std::any_of(cites.begin(), cites.end(),
                       [&](const mingze::Citation& citation) { return lasts(citation); }) ||
           (!one.cites->empty() && cites_all_of(other, one) && cites_all_of(one, other));
  }

  /// Whether `other` cites all that `one` cites.
  [[nodiscard]] static bool cites_all_of(const LintedBody& other, const LintedBody& one) {
    const auto cited = [](const LintedBody& body) {
      std::set<std::pair<std::string, std::string>> out;
      for (const Citation& citation : *body.cites)
        out.emplace(citation.source.text, citation.clause ? citation.clause->text : "");
      return out;
    };
    const auto theirs = cited(other);
    const auto own = cited(one);
    return std::includes(theirs.begin(), theirs.end(), own.begin(), own.end());
  }

  /// Whether the rules that propose for these decisions rank on every date as they do now: no
  /// decision prefers, or no document that the rules cite has dates.
  [[nodiscard]] bool ranks_last(const Effects& effects, RuleId rule) const {
    const auto own = effects.proposals(rule);
    return std::all_of(own.begin(), own.end(), [&](const Proposal& one) {
      return program_[one.decision].prefer.empty() || documents_last(effects, one.decision);
    });
  }

 private:
  [[nodiscard]] bool documents_last(const Effects& effects, DecisionId decision) const {
    std::set<RuleId> rules;
    for (const Proposal& one : effects.proposals())
      if (one.decision == decision) rules.insert(one.rule);
    std::size_t found = 0;
    for (const LintedBody& body : run_.bodies) {
      if (!body.rule || !rules.contains(body.lowered)) continue;
      ++found;
      const auto& cites = program_[body.lowered].cites;
      if (cites.size() != body.cites->size() ||
          !std::all_of(cites.begin(), cites.end(),
                       [&](const mingze::Citation& citation) { return lasts(citation); }))
        return false;
    }
    return found == rules.size();
  }

  [[nodiscard]] bool lasts(const mingze::Citation& citation) const {
    return program_[citation.document].period.always();
  }

  const LintRun& run_;
  const Program& program_;
};

/// How a rule is shadowed by another.
enum class Shadow { none, defeated, repeated };

class Shadows {
 public:
  explicit Shadows(const LintRun& run) : effects_(run.program()), dates_(run) {}

  /// `later`: of two rules that say the same, the one that is told.
  Shadow of(const LintedBody& other, const LintedBody& one, bool later) {
    if (!dates_.lasts_as_long(other, one)) return Shadow::none;
    if (effects_.always_prevails(other.lowered, one.lowered))
      return dates_.ranks_last(effects_, one.lowered) ? Shadow::defeated : Shadow::none;
    if (!repeats(other, one)) return Shadow::none;
    const bool both = dates_.lasts_as_long(one, other) && repeats(one, other);
    return both && !later ? Shadow::none : Shadow::repeated;
  }

 private:
  [[nodiscard]] bool repeats(const LintedBody& other, const LintedBody& one) const {
    return Dates::cites_all_of(other, one) && effects_.concludes_all(other.lowered, one.lowered);
  }

  Effects effects_;
  Dates dates_;
};

}  // namespace

void find_shadowed_rules(const LintRun& run) {
  Shadows shadows(run);
  for (std::size_t i = 0; i < run.bodies.size(); ++i) {
    const LintedBody& one = run.bodies[i];
    if (!one.rule || one.dated || !run.subject.told(one.id->span.source)) continue;
    for (std::size_t j = 0; j < run.bodies.size(); ++j) {
      const LintedBody& other = run.bodies[j];
      if (i == j || !other.rule || other.dated) continue;
      const Shadow shadow = shadows.of(other, one, j < i);
      if (shadow == Shadow::none) continue;
      Diagnostic diagnostic{
          .code = "shadowed-rule",
          .message = {fmt::format("规则“{}”从来不起决定作用", one.id->text),
                      fmt::format("the rule \"{}\" never decides anything", one.id->text)},
          .span = one.id->span,
          .related = {{other.id->span, {"遮蔽它的规则", "the rule that shadows it"}}}};
      if (shadow == Shadow::defeated) {
        diagnostic.notes.push_back(
            {fmt::format("它起作用时，“{}”总是也对同一个键起作用，并且胜过它", other.id->text),
             fmt::format("whenever it fires, \"{}\" fires for the same key and prevails",
                         other.id->text)});
      } else {
        diagnostic.message = {fmt::format("规则“{}”没有多说什么", one.id->text),
                              fmt::format("the rule \"{}\" says nothing new", one.id->text)};
        diagnostic.notes.push_back(
            {fmt::format("它得出的，“{}”都已经得出", other.id->text),
             fmt::format("all that it concludes \"{}\" concludes too", other.id->text)});
      }
      run.add(std::move(diagnostic));
      break;
    }
  }
}

}  // namespace mingze::dsl
