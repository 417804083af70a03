#include "app/session/mutants.hpp"

#include <algorithm>

#include "app/session/statement_forms.hpp"
#include "engine/program/safety.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::app {

namespace {

using Sort = Condition::Sort;

std::string sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::less:
      return "<";
    case Comparison::less_equal:
      return "<=";
    case Comparison::greater:
      return ">";
    case Comparison::greater_equal:
      return ">=";
    case Comparison::equal:
      return "is";
    case Comparison::not_equal:
      break;
  }
  return "is not";
}

/// What holds where a comparison does not.
Comparison opposite(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return Comparison::not_equal;
    case Comparison::not_equal:
      return Comparison::equal;
    case Comparison::less:
      return Comparison::greater_equal;
    case Comparison::less_equal:
      return Comparison::greater;
    case Comparison::greater:
      return Comparison::less_equal;
    case Comparison::greater_equal:
      break;
  }
  return Comparison::less;
}

/// The same comparison, at its border the other way.
std::optional<Comparison> with_other_border(Comparison comparison) {
  switch (comparison) {
    case Comparison::less:
      return Comparison::less_equal;
    case Comparison::less_equal:
      return Comparison::less;
    case Comparison::greater:
      return Comparison::greater_equal;
    case Comparison::greater_equal:
      return Comparison::greater;
    case Comparison::equal:
    case Comparison::not_equal:
      break;
  }
  return std::nullopt;
}

/// A condition that no match has.
Condition never() {
  Condition out;
  out.sort = Sort::compare;
  out.kind = date_kind;
  out.comparison = Comparison::not_equal;
  return out;
}

Message ground_words(Ground ground) {
  switch (ground) {
    case Ground::rank:
      return {"位阶", "rank"};
    case Ground::date:
      return {"时间", "date"};
    case Ground::specificity:
      break;
  }
  return {"特别", "specificity"};
}

/// Another value of the kind: the next number or day; the entity declared next by its id.
std::optional<Value> other_value(Symbols& symbols, KindId kind, Value value) {
  if (kind == date_kind) return value + 1;
  if (kind == number_kind) return symbols.number(std::as_const(symbols).number(value) + 1);
  if (kind == text_kind) return symbols.text(std::string(symbols.text(value)) + "+");
  const std::string& id = symbols.entity(kind, value).id;
  std::optional<Value> first;
  std::optional<Value> next;
  const auto before = [&](Value a, const std::optional<Value>& b) {
    return !b || symbols.entity(kind, a).id < symbols.entity(kind, *b).id;
  };
  for (Value other = 0; other < symbols.entity_count(kind); ++other) {
    if (other == value || !symbols.entity(kind, other).span.valid()) continue;
    if (before(other, first)) first = other;
    if (symbols.entity(kind, other).id > id && before(other, next)) next = other;
  }
  return next ? next : first;
}

/// The terms of a condition or an atom, each with its kind.
std::vector<std::pair<Term*, KindId>> terms_of(const Program& program, Atom& atom) {
  std::vector<std::pair<Term*, KindId>> out;
  for (std::size_t i = 0; i < atom.terms.size(); ++i)
    out.emplace_back(&atom.terms[i], program[atom.predicate].slots[i].kind);
  return out;
}

std::vector<std::pair<Term*, KindId>> terms_of(const Program& program, Condition& condition) {
  if (condition.sort != Sort::compare) return terms_of(program, condition.atom);
  return {{&condition.left, condition.kind}, {&condition.right, condition.kind}};
}

class Maker {
 public:
  Maker(Prepared& prepared, Workspace& workspace, const IsMutated& wanted)
      : lowered_(prepared.lowered),
        program_(prepared.program()),
        sources_(workspace.sources()),
        wanted_(wanted),
        forms_(workspace) {}

  std::vector<Mutant> run() {
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) mutate_rule({i});
    for (std::uint32_t i = 0; i < program_.findings.size(); ++i) mutate_finding({i});
    for (std::uint32_t i = 0; i < program_.decisions.size(); ++i) mutate_decision({i});
    return std::move(out_);
  }

 private:
  /// What a test would have to say to notice a change.
  static Message repair_for(const std::string& code) {
    if (code == "dropped-condition")
      return {"加一个用例，只有这个条件不成立，应得“非”它的结论",
              "add a test in which all but this condition hold, and expect that the conclusion "
              "does not"};
    if (code == "changed-comparison")
      return {"加一个用例，两边正好相等", "add a test in which both sides are equal"};
    if (code == "changed-constant")
      return {"加一个用例，结果取决于这个名称", "add a test whose outcome depends on this name"};
    if (code.ends_with("-override"))
      return {"加一个用例，让两条规则对同一个键提出不同的值",
              "add a test in which both rules put forward values of their own for one key"};
    if (code.ends_with("-preference"))
      return {
          "加一个用例，让只在这一点上有高下的两条规则提出不同的值",
          "add a test in which rules that differ in this ground put forward values of their own"};
    if (code == "dropped-bar")
      return {"加一个用例，让某条规则提出这个值，应得“非”它",
              "add a test in which some rule puts this value forward, and expect that it is not "
              "chosen"};
    if (code == "dropped-domain")
      return {"加一个用例，应得这个裁定缺失的问题",
              "add a test that expects the finding of a missing key"};
    return {"加一个用例，让条件都成立，并写明应得什么",
            "add a test in which the conditions hold, and expect what follows"};
  }

  /// A change of the statement at hand.
  report::Mutation told(const std::string& code, Span span, std::string replacement,
                        Message change) const {
    report::Mutation out = statement_;
    out.code = code;
    out.span = span;
    out.replacement = std::move(replacement);
    out.change = std::move(change);
    out.repair = repair_for(code);
    return out;
  }

  bool begin(const char* statement, const std::string& id, Span span,
             const std::vector<Citation>& cites) {
    statement_ = {};
    statement_.statement = statement;
    statement_.id = id;
    statement_.cites = report::basis_of(program_, cites);
    return wanted_(statement_.cites, id, span);
  }

  // --- rules ---

  void mutate_rule(RuleId id) {
    const Rule& rule = program_[id];
    const dsl::Rule* form = forms_.rule(rule.span);
    if (form == nullptr || !begin("rule", rule.id, rule.span, rule.cites)) return;
    rule_ = id;
    Rule gone = rule;
    gone.body.conditions.push_back(never());
    gone.overrides.clear();
    add(std::move(gone),
        told("dropped-rule", rule.span, "", {"删去这条规则", "this rule is dropped"}));
    if (!rule.overrides.empty()) let_prevail(out_.back());
    change_conditions(rule, form->conditions);
    for (std::size_t i = 0; i < rule.conclusions.size() && i < form->conclusions.size(); ++i) {
      drop_conclusion(rule, i);
      change_constants(
          rule, words_in_slots(lowered_, form->conclusions[i].sentence),
          [this, i](Rule& changed) { return terms_of(program_, changed.conclusions[i].atom); });
    }
    change_overrides(rule, *form);
  }

  void add(Rule rule, report::Mutation mutation) {
    if (!is_safe(rule.body, told_by(rule))) return;
    Mutant mutant{std::move(mutation)};
    for (const Conclusion& conclusion : rule.conclusions)
      mutant.altered.predicates.push_back(conclusion.atom.predicate);
    for (const Conclusion& conclusion : program_[rule_].conclusions)
      mutant.altered.predicates.push_back(conclusion.atom.predicate);
    mutant.rules.emplace_back(rule_, std::move(rule));
    out_.push_back(std::move(mutant));
  }

  void drop_conclusion(const Rule& rule, std::size_t i) {
    if (rule.conclusions.size() < 2) return;  // as the rule itself
    const Conclusion& conclusion = rule.conclusions[i];
    Rule without = rule;
    without.conclusions.erase(without.conclusions.begin() + static_cast<std::ptrdiff_t>(i));
    const bool bar = conclusion.sort == Conclusion::Sort::bar;
    add(std::move(without), told(bar ? "dropped-bar" : "dropped-conclusion", conclusion.span, "",
                                 bar ? Message{"删去这个排除", "this bar is dropped"}
                                     : Message{"删去这个结论", "this conclusion is dropped"}));
  }

  void change_overrides(const Rule& rule, const dsl::Rule& form) {
    for (const dsl::Word& word : form.overrides) {
      const auto* entry = lowered_.vocabulary.rules.find(word.text);
      if (entry == nullptr || !entry->lowered.valid()) continue;
      const RuleId loser = entry->lowered;
      Rule without = rule;
      std::erase(without.overrides, loser);
      Mutant dropped{told(
          "dropped-override", word.span, "",
          {"删去“优先于 " + word.text + "”", "that it overrides " + word.text + " is dropped"})};
      dropped.rules.emplace_back(rule_, without);
      let_prevail(dropped);
      out_.push_back(std::move(dropped));
      Mutant swapped{told("swapped-override", word.span, "",
                          {"改为规则 " + word.text + " 优先于 " + rule.id,
                           "the rule " + word.text + " overrides " + rule.id + " instead"})};
      swapped.rules.emplace_back(rule_, std::move(without));
      swapped.rules.emplace_back(loser, program_[loser]);
      swapped.rules.back().second.overrides.push_back(rule_);
      let_prevail(swapped);
      out_.push_back(std::move(swapped));
    }
  }

  /// In this mutant other candidates may prevail, of any decision: overrides go through rules.
  void let_prevail(Mutant& mutant) const {
    mutant.prevails = true;
    for (const Decision& decision : program_.decisions)
      mutant.altered.predicates.push_back(decision.predicate);
  }

  // --- findings ---

  void mutate_finding(FindingId id) {
    const FindingRule& finding = program_.findings[id.value];
    const dsl::Finding* form = forms_.finding(finding.span);
    if (form == nullptr || !begin("finding", finding.id, finding.span, finding.cites)) return;
    finding_ = id;
    FindingRule gone = finding;
    gone.body.conditions.push_back(never());
    add(std::move(gone),
        told("dropped-finding", finding.span, "", {"删去这个问题", "this finding is dropped"}));
    change_conditions(finding, form->conditions);
  }

  void add(FindingRule finding, report::Mutation mutation) {
    if (!is_safe(finding.body, told_by(finding))) return;
    Mutant mutant{std::move(mutation)};
    mutant.altered.findings.push_back(finding_);
    mutant.findings.emplace_back(finding_, std::move(finding));
    out_.push_back(std::move(mutant));
  }

  // --- conditions of both ---

  template <typename Statement>
  void change_conditions(const Statement& statement, const std::vector<dsl::Condition>& forms) {
    for (std::size_t i = 0; i < statement.body.conditions.size() && i < forms.size(); ++i) {
      const Condition& condition = statement.body.conditions[i];
      Statement without = statement;
      without.body.conditions.erase(without.body.conditions.begin() +
                                    static_cast<std::ptrdiff_t>(i));
      add(std::move(without), told("dropped-condition", condition.span, "",
                                   {"删去这个条件", "this condition is dropped"}));
      negate(statement, i);
      change_comparison(statement, i, forms[i]);
      change_count(statement, i, forms[i]);
      const auto words = condition.sort == Sort::compare
                             ? words_compared(forms[i].sentence)
                             : words_in_slots(lowered_, forms[i].sentence);
      change_constants(statement, words, [this, i](Statement& changed) {
        return terms_of(program_, changed.body.conditions[i]);
      });
    }
  }

  template <typename Statement>
  void negate(const Statement& statement, std::size_t i) {
    Statement changed = statement;
    Condition& condition = changed.body.conditions[i];
    switch (condition.sort) {
      case Sort::positive:
        condition.sort = Sort::negative;
        break;
      case Sort::negative:
        condition.sort = Sort::positive;
        break;
      case Sort::compare:
        condition.comparison = opposite(condition.comparison);
        break;
      case Sort::at_least:
        return;  // the language has no “at most”
    }
    add(std::move(changed),
        told("negated-condition", condition.span, "",
             {"把这个条件反过来", "this condition is turned into its opposite"}));
  }

  template <typename Statement>
  void change_comparison(const Statement& statement, std::size_t i, const dsl::Condition& form) {
    const Condition& condition = statement.body.conditions[i];
    if (condition.sort != Sort::compare) return;
    const auto other = with_other_border(condition.comparison);
    const auto words = words_compared(form.sentence);
    if (!other || words.size() != 3) return;
    Statement changed = statement;
    changed.body.conditions[i].comparison = *other;
    add(std::move(changed), told("changed-comparison", words[2], sign_of(*other),
                                 becomes(sign_of(condition.comparison), sign_of(*other))));
  }

  template <typename Statement>
  void change_count(const Statement& statement, std::size_t i, const dsl::Condition& form) {
    const Condition& condition = statement.body.conditions[i];
    if (condition.sort != Sort::at_least || !form.count) return;
    for (const std::uint64_t count : {condition.count + 1, condition.count - 1}) {
      if (count == 0) continue;
      Statement changed = statement;
      changed.body.conditions[i].count = count;
      auto mutation = told("changed-count", form.count->span, std::to_string(count),
                           becomes(std::to_string(condition.count), std::to_string(count)));
      const std::string border = std::to_string(std::min(count, condition.count));
      mutation.repair = {"加一个用例，正好有 " + border + " 个",
                         "add a test with exactly " + border};
      add(std::move(changed), std::move(mutation));
    }
  }

  /// `terms`: those of a copy of the statement, in the order of `words`.
  template <typename Statement, typename Terms>
  void change_constants(const Statement& statement, const std::vector<Span>& words,
                        const Terms& terms) {
    Statement original = statement;
    const std::size_t count = terms(original).size();
    for (std::size_t i = 0; i < count && i < words.size(); ++i) {
      Statement changed = statement;
      const auto [term, kind] = terms(changed)[i];
      if (term->is_variable) continue;
      const Value before = term->value;
      const auto other = other_value(program_.symbols, kind, before);
      if (!other) continue;
      term->value = *other;
      if (is_today(words[i])) {
        add(std::move(changed), told("changed-constant", words[i], "today + 1",
                                     {"“当日”改为次日", "\"today\" becomes the day after it"}));
        continue;
      }
      const std::string name = program_.symbols.label_of(kind, *other);
      add(std::move(changed), told("changed-constant", words[i], name,
                                   becomes(program_.symbols.label_of(kind, before), name)));
    }
  }

  /// The date of the run, whichever it is.
  [[nodiscard]] bool is_today(Span word) const {
    const std::string_view text = sources_.text(word);
    return text == "today" || text == "当日";
  }

  static Message becomes(const std::string& before, const std::string& after) {
    return {"“" + before + "”改为“" + after + "”", "\"" + before + "\" becomes \"" + after + "\""};
  }

  // --- decisions ---

  void mutate_decision(DecisionId id) {
    const Decision& decision = program_[id];
    const Predicate& predicate = program_[decision.predicate];
    const dsl::Decision* form = forms_.decision(predicate.span);
    if (form == nullptr || !begin("decision", predicate.id, predicate.span, {})) return;
    if (decision.domain && form->domain) {
      Decision changed = decision;
      changed.domain.reset();
      add(id, std::move(changed),
          told("dropped-domain", form->domain->span, "",
               {"删去“凡”：没有结果的键不再算缺失",
                "its \"for every\" is dropped: no key is missing any more"}));
    }
    for (std::size_t i = 0; i < decision.prefer.size(); ++i) {
      const Message ground = ground_words(decision.prefer[i]);
      Decision changed = decision;
      changed.prefer.erase(changed.prefer.begin() + static_cast<std::ptrdiff_t>(i));
      add(id, std::move(changed),
          told("dropped-preference", predicate.span, "",
               {"择优不再看" + ground.zh, ground.en + " is no ground to prefer a rule any more"}));
      if (i + 1 == decision.prefer.size()) continue;
      const Message next = ground_words(decision.prefer[i + 1]);
      changed = decision;
      std::swap(changed.prefer[i], changed.prefer[i + 1]);
      add(id, std::move(changed),
          told("swapped-preference", predicate.span, "",
               {"择优先看" + next.zh + "，再看" + ground.zh,
                next.en + " comes before " + ground.en + " among the grounds to prefer a rule"}));
    }
  }

  void add(DecisionId id, Decision decision, report::Mutation mutation) {
    Mutant mutant{std::move(mutation)};
    mutant.prevails = true;
    mutant.altered.predicates.push_back(decision.predicate);
    mutant.decisions.emplace_back(id, std::move(decision));
    out_.push_back(std::move(mutant));
  }

  const dsl::Lowered& lowered_;
  Program& program_;
  const Sources& sources_;
  const IsMutated& wanted_;
  StatementForms forms_;
  report::Mutation statement_;  // what is told of the one at hand
  RuleId rule_;
  FindingId finding_;
  std::vector<Mutant> out_;
};

}  // namespace

std::vector<Mutant> mutants_of(Prepared& prepared, Workspace& workspace, const IsMutated& wanted) {
  return Maker(prepared, workspace, wanted).run();
}

}  // namespace mingze::app
