#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/proposals.hpp"
#include "engine/program/implication.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze::dsl {

namespace {

TermPairs paired(const std::vector<Term>& a, const std::vector<Term>& b) {
  TermPairs out;
  for (std::size_t i = 0; i < a.size(); ++i) out.emplace_back(a[i], b[i]);
  return out;
}

bool same_date(const std::optional<DateLiteral>& a, const std::optional<DateLiteral>& b) {
  return a.has_value() == b.has_value() && (!a || a->value == b->value);
}

class Shadows {
 public:
  explicit Shadows(const LintRun& run) : run_(run), program_(run.program()), precedence_(program_) {
    for (const LintedBody& body : run.bodies)
      if (body.rule)
        for (Proposal& one : proposals_of(program_, body.lowered))
          proposals_.push_back(std::move(one));
    for (const mingze::Rule& rule : program_.rules)
      for (const mingze::Conclusion& conclusion : rule.conclusions)
        if (conclusion.sort == mingze::Conclusion::Sort::bar)
          barred_.insert(*program_[conclusion.atom.predicate].decision);
  }

  /// Whether `one` says nothing that `other` does not say: each conclusion, whenever it comes.
  [[nodiscard]] bool says_no_more(const LintedBody& one, const LintedBody& other) const {
    if (!lasts_as_long(other, one) || !cites_all_of(other, one)) return false;
    return all_conclusions(one, [&](const mingze::Conclusion& conclusion) {
      if (conclusion.sort == mingze::Conclusion::Sort::propose) return false;
      for (const mingze::Conclusion& theirs : program_[other.lowered].conclusions)
        if (theirs.sort == conclusion.sort && theirs.atom.predicate == conclusion.atom.predicate &&
            follows(*other.body, *one.body, paired(theirs.atom.terms, conclusion.atom.terms)))
          return true;
      return false;
    });
  }

  /// Whether `other` defeats each candidate of `one`, or has the same.
  [[nodiscard]] bool always_defeated(const LintedBody& one, const LintedBody& other) {
    if (!lasts_as_long(other, one)) return false;
    const bool only_proposes = all_conclusions(one, [](const mingze::Conclusion& conclusion) {
      return conclusion.sort == mingze::Conclusion::Sort::propose;
    });
    if (!only_proposes) return false;
    const auto own = proposals_of(program_, one.lowered);
    const auto theirs = proposals_of(program_, other.lowered);
    return std::all_of(own.begin(), own.end(), [&](const Proposal& mine) {
      return std::any_of(theirs.begin(), theirs.end(),
                         [&](const Proposal& better) { return defeats(better, mine, other, one); });
    });
  }

 private:
  template <typename Holds>
  bool all_conclusions(const LintedBody& body, const Holds& holds) const {
    const auto& all = program_[body.lowered].conclusions;
    return std::all_of(all.begin(), all.end(), holds);
  }

  bool defeats(const Proposal& better, const Proposal& mine, const LintedBody& other,
               const LintedBody& one) {
    const DecisionId d = mine.decision;
    if (better.decision != d || !precedence_.defeats(d, better.rule, mine.rule)) return false;
    const auto& direct = program_[better.rule].overrides;
    const bool overrides = std::find(direct.begin(), direct.end(), mine.rule) != direct.end();
    if (!overrides && precedence_.defeats(d, better.rule, mine.rule) == DefeatGround::overrides)
      return false;  // through rules that may not be there on every date
    if (!program_[d].prefer.empty() && !documents_last(d)) return false;
    TermPairs pairs = paired(better.key, mine.key);
    if (!follows(*other.body, *one.body, pairs)) return false;
    pairs.emplace_back(better.value, mine.value);
    const bool same_value = follows(*other.body, *one.body, pairs);
    if (barred_.contains(d) && !same_value) return false;
    const bool other_value =
        !better.value.is_variable && !mine.value.is_variable && !(better.value == mine.value);
    if (!other_value && !inherits_defeats(d, better.rule, mine.rule)) return false;
    return !runs_in_circles(d);
  }

  /// Whether whoever defeats the better rule defeats the other too.
  bool inherits_defeats(DecisionId d, RuleId better, RuleId mine) {
    return std::all_of(proposals_.begin(), proposals_.end(), [&](const Proposal& third) {
      return third.decision != d || third.rule == mine ||
             !precedence_.defeats(d, third.rule, better) ||
             precedence_.defeats(d, third.rule, mine);
    });
  }

  /// Whether rules of a decision defeat each other in a circle.
  bool runs_in_circles(DecisionId d) {
    std::vector<RuleId> rules;
    for (const Proposal& one : proposals_)
      if (one.decision == d && std::find(rules.begin(), rules.end(), one.rule) == rules.end())
        rules.push_back(one.rule);
    // Rules that nobody left defeats go, until there is none such.
    for (bool gone = true; gone;) {
      const auto undefeated = [&](RuleId rule) {
        return std::none_of(rules.begin(), rules.end(), [&](RuleId other) {
          return precedence_.defeats(d, other, rule).has_value();
        });
      };
      const std::size_t before = rules.size();
      std::vector<RuleId> left;
      for (const RuleId rule : rules)
        if (!undefeated(rule)) left.push_back(rule);
      rules = std::move(left);
      gone = rules.size() < before;
    }
    return !rules.empty();
  }

  /// Whether no document that the rules of a decision cite has dates.
  [[nodiscard]] bool documents_last(DecisionId d) const {
    for (const LintedBody& body : run_.bodies) {
      if (!body.rule) continue;
      const auto own = proposals_of(program_, body.lowered);
      const bool proposes = std::any_of(own.begin(), own.end(),
                                        [&](const Proposal& one) { return one.decision == d; });
      if (!proposes) continue;
      const auto& cites = program_[body.lowered].cites;
      if (cites.size() != body.cites->size()) return false;
      for (const mingze::Citation& citation : cites)
        if (!lasts(citation)) return false;
    }
    return true;
  }

  [[nodiscard]] bool lasts(const mingze::Citation& citation) const {
    const Period& period = program_[citation.document].period;
    return !period.from && !period.until;
  }

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

  [[nodiscard]] bool cites_all_of(const LintedBody& other, const LintedBody& one) const {
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

  const LintRun& run_;
  const Program& program_;
  Precedence precedence_;
  std::vector<Proposal> proposals_;
  std::set<DecisionId> barred_;
};

}  // namespace

void find_shadowed_rules(const LintRun& run) {
  Shadows shadows(run);
  for (std::size_t i = 0; i < run.bodies.size(); ++i) {
    const LintedBody& one = run.bodies[i];
    if (!one.rule || !run.subject.told(one.id->span.source)) continue;
    for (std::size_t j = 0; j < run.bodies.size(); ++j) {
      const LintedBody& other = run.bodies[j];
      if (i == j || !other.rule) continue;
      const bool defeated = shadows.always_defeated(one, other);
      // Of two that say the same the later one is told.
      const bool repeats = !defeated && shadows.says_no_more(one, other) &&
                           (j < i || !shadows.says_no_more(other, one));
      if (!defeated && !repeats) continue;
      Diagnostic diagnostic{
          .code = "shadowed-rule",
          .message = {fmt::format("规则“{}”从来不起决定作用", one.id->text),
                      fmt::format("the rule \"{}\" never decides anything", one.id->text)},
          .span = one.id->span,
          .related = {{other.id->span, {"遮蔽它的规则", "the rule that shadows it"}}}};
      if (defeated) {
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
