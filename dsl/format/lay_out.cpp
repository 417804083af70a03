// Which parts of a statement stand on which line.
#include <algorithm>
#include <utility>

#include "dsl/format/line.hpp"

namespace mingze::dsl {

namespace {

using enum Keyword;

/// Writes a statement on one line if that is narrow enough, else with a line for each part.
class StatementLayout {
 public:
  StatementLayout(const Statement& statement, bool broken)
      : out_(statement.language), broken_(broken), end_(statement.span.end) {
    std::visit([this](const auto& body) { write(body); }, statement.body);
    out_.full_stop();
  }

  [[nodiscard]] std::vector<Line> take() { return out_.take(); }

 private:
  /// Where a narrow statement goes on and a wide one begins a line.
  void may_break(const Span& next) {
    if (broken_) out_.new_line(next.begin);
  }

  void bilingual(const BilingualText& text) {
    out_.word(text.first);
    if (!text.second) return;
    may_break(text.second->span);
    out_.sign("|");
    out_.word(*text.second);
  }

  void period(const PeriodClause& period) {
    if (period.from) {
      out_.keyword(from);
      out_.date(*period.from);
    }
    if (period.until) {
      out_.keyword(until);
      out_.date(*period.until);
    }
  }

  static std::uint32_t begin_of(const PeriodClause& period) {
    const std::uint32_t last = UINT32_MAX;
    return std::min(period.from ? period.from->span.begin : last,
                    period.until ? period.until->span.begin : last);
  }

  /// Titles stand only first, and an id only then goes on a list: each title begins anew.
  void citations(const std::vector<Citation>& citations, bool own_lines) {
    for (std::size_t i = 0; i < citations.size(); ++i) {
      const Citation& citation = citations[i];
      const bool anew = i == 0 || citation.source.form == Form::string;
      if (anew) {
        if (own_lines)
          out_.new_line(citation.source.span.begin);
        else
          may_break(citation.source.span);
        out_.keyword(cites);
      } else {
        out_.list_comma();
      }
      out_.word(citation.source);
      if (citation.clause) out_.word(*citation.clause);
    }
  }

  void words(const std::vector<Word>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_.list_comma();
      out_.word(list[i]);
    }
  }

  void write(const Pack& pack) {
    out_.keyword(Keyword::pack);
    out_.word(pack.name);
    out_.keyword(version);
    out_.word(pack.version);
  }

  void write(const Use& use) {
    out_.keyword(Keyword::use);
    out_.word(use.target);
  }

  void write(const Kind& kind) {
    out_.keyword(Keyword::kind);
    out_.word(kind.id);
    if (!kind.other) return;
    out_.sign("=");
    out_.word(*kind.other);
  }

  void write(const Relation& relation) {
    out_.keyword(Keyword::relation);
    out_.word(relation.id);
    bilingual(relation.templates);
    if (relation.hierarchy) out_.keyword(hierarchy);
  }

  void write(const Decision& decision) {
    out_.keyword(Keyword::decision);
    out_.word(decision.id);
    bilingual(decision.templates);
    out_.new_line(decision.value.span.begin);
    out_.keyword(one);
    out_.word(decision.value);
    out_.keyword(per);
    words(decision.key);
    if (decision.domain) {
      out_.new_line(decision.domain->span.begin);
      out_.keyword(for_every);
      out_.word(*decision.domain);
    }
    if (decision.prefer.empty()) return;
    out_.new_line(end_ - 1);  // it stands last: a comment in it goes before it
    out_.keyword(prefer);
    for (std::size_t i = 0; i < decision.prefer.size(); ++i) {
      if (i > 0) out_.list_comma();
      out_.keyword(ground(decision.prefer[i]));
    }
  }

  static Keyword ground(Ground ground) {
    switch (ground) {
      case Ground::rank:
        return rank;
      case Ground::date:
        return date;
      default:
        return specificity;
    }
  }

  void write(const SourceDocument& source) {
    out_.keyword(Keyword::source);
    out_.word(source.id);
    out_.word(source.title);
    if (source.rank) {
      may_break(source.rank->span);
      out_.keyword(rank);
      out_.word(*source.rank);
    }
    if (source.issued) {
      may_break(source.issued->span);
      out_.keyword(issued);
      out_.date(*source.issued);
    }
    if (begin_of(source.period) != UINT32_MAX && broken_) out_.new_line(begin_of(source.period));
    period(source.period);
  }

  void write(const EntityOrFact& either) {
    // The fact has every word as written; an entity is printed only where there is no fact.
    if (either.fact)
      fact(*either.fact);
    else
      write(*either.entity);
  }

  void fact(const FactForm& fact) {
    out_.sentence(fact.sentence);
    citations(fact.cites, false);
    period(fact.period);
  }

  void write(const EntityForm& entity) {
    out_.word(entity.kind);
    out_.word(entity.id);
    bool comma = reads_as_fact(entity);
    if (entity.label) {
      if (std::exchange(comma, false)) out_.comma();
      out_.word(*entity.label);
    }
    for (const OtherName& other : entity.other_names) {
      if (std::exchange(comma, false)) out_.comma();
      may_break(other.name.span);
      out_.keyword(aka);
      out_.word(other.name);
      period(other.period);
    }
  }

  /// An entity that was no fact only because of a comma needs one to stay what it is.
  static bool reads_as_fact(const EntityForm& entity) {
    if (entity.kind.form == Form::variable) return false;
    const auto& names = entity.other_names;
    return std::all_of(names.begin(), names.end(), [&](const OtherName& name) {
      return &name == &names.back() || (!name.period.from && !name.period.until);
    });
  }

  void write(const Facts& facts) {
    out_.keyword(Keyword::facts);
    out_.word(facts.relation);
    out_.keyword(from);
    out_.word(facts.file);
  }

  void conditions(const std::vector<Condition>& conditions, Keyword widest) {
    for (const Condition& condition : conditions) {
      out_.new_line(condition.span.begin);
      out_.keyword(&condition == conditions.data() ? if_ : and_, widest);
      if (condition.sort == Condition::Sort::negation) out_.keyword(not_);
      if (condition.sort == Condition::Sort::at_least) {
        out_.keyword(at_least);
        out_.word(*condition.count);
        out_.word(*condition.counted);
        out_.keyword(with);
      }
      out_.sentence(condition.sentence);
    }
  }

  void write(const Rule& rule) {
    out_.keyword(Keyword::rule);
    out_.word(rule.id);
    if (rule.label) out_.word(*rule.label);
    citations(rule.cites, true);
    if (!rule.overrides.empty()) {
      out_.new_line(rule.overrides.front().span.begin);
      out_.keyword(overrides);
      words(rule.overrides);
    }
    if (begin_of(rule.period) != UINT32_MAX) out_.new_line(begin_of(rule.period));
    period(rule.period);
    conditions(rule.conditions, then);
    for (const Conclusion& conclusion : rule.conclusions) {
      out_.new_line(conclusion.span.begin);
      out_.keyword(&conclusion == rule.conclusions.data() ? then : and_, then);
      if (conclusion.negated) out_.keyword(not_);
      out_.sentence(conclusion.sentence);
    }
  }

  void write(const Finding& finding) {
    out_.keyword(Keyword::finding);
    out_.word(finding.id);
    out_.keyword(finding.severity == Severity::error     ? error
                 : finding.severity == Severity::warning ? warning
                                                         : note);
    bilingual(finding.message);
    citations(finding.cites, true);
    if (finding.on) {
      out_.new_line(finding.on->span.begin);
      out_.keyword(on);
      out_.word(*finding.on);
    }
    if (finding.suggest) {
      out_.new_line(finding.suggest->first.span.begin);
      out_.keyword(suggest);
      bilingual(*finding.suggest);
    }
    conditions(finding.conditions, and_);
  }

  void write(const Expectation& expectation) {
    using Sort = Expectation::Sort;
    if (expectation.sort == Sort::negation) out_.keyword(not_);
    if (expectation.sort == Sort::no_finding) out_.keyword(no);
    if (expectation.sentence) return out_.sentence(*expectation.sentence);
    out_.keyword(Keyword::finding);
    if (expectation.finding) out_.word(*expectation.finding);
    if (!expectation.on) return;
    out_.keyword(on);
    out_.word(*expectation.on);
  }

  void write(const Test& test) {
    out_.keyword(Keyword::test);
    out_.word(test.label);
    if (test.as_of) {
      out_.keyword(as_of);
      out_.date(*test.as_of);
    }
    for (const FactForm& each : test.given) {
      out_.new_line(each.sentence.span.begin);
      out_.keyword(&each == test.given.data() ? given : and_, given);
      fact(each);
    }
    for (const Expectation& each : test.expectations) {
      out_.new_line(each.span.begin);
      out_.keyword(&each == test.expectations.data() ? expect : and_, expect);
      write(each);
    }
  }

  Layout out_;
  bool broken_;
  std::uint32_t end_;  // of the statement
};

bool fits(const std::vector<Line>& lines) {
  return std::none_of(lines.begin(), lines.end(), [](const Line& line) { return too_wide(line); });
}

}  // namespace

std::vector<Line> lay_out(const Statement& statement, std::span<const std::uint32_t> inner) {
  std::vector<Line> lines = StatementLayout(statement, false).take();
  std::vector<Line> broken = StatementLayout(statement, true).take();
  const bool between = std::any_of(inner.begin(), inner.end(), [&](std::uint32_t place) {
    return place < broken.back().anchor;
  });
  if (between || !fits(lines)) lines = std::move(broken);
  lines.front().anchor = statement.span.begin;
  return lines;
}

}  // namespace mingze::dsl
