#include "dsl/lint/statements.hpp"

#include <algorithm>

#include "dsl/ast/keywords.hpp"
#include "dsl/check/match.hpp"

namespace mingze::dsl {

namespace {

void keep(std::vector<bool>& kept, const TextTemplate& text) {
  for (const TextPiece& piece : text)
    if (piece.variable) kept[*piece.variable] = true;
}

void keep(std::vector<bool>& kept, const BilingualTemplate& text) {
  keep(kept, text.zh);
  keep(kept, text.en);
}

std::vector<bool> kept_by(const mingze::Rule& rule) {
  std::vector<bool> kept(rule.body.variables.size(), false);
  for (const mingze::Conclusion& conclusion : rule.conclusions)
    for (const Term& term : conclusion.atom.terms)
      if (term.is_variable) kept[term.value] = true;
  return kept;
}

std::vector<bool> kept_by(const FindingRule& finding) {
  std::vector<bool> kept(finding.body.variables.size(), false);
  keep(kept, finding.message);
  if (finding.suggest) keep(kept, *finding.suggest);
  if (finding.on) kept[*finding.on] = true;
  return kept;
}

/// Of which dates a body speaks.
struct DatesIn {
  bool today = false;
  bool written = false;
};

DatesIn dates_in(const LintedBody& body) {
  DatesIn out;
  const auto look_at = [&](const Sentence& sentence) {
    for (const Word& word : sentence.words) {
      if (word.form == Form::date) out.written = true;
      if (word.form == Form::plain && find_keyword(word.text).keyword == Keyword::today)
        out.today = true;
    }
  };
  for (const Condition& condition : *body.conditions) look_at(condition.sentence);
  if (body.rule)
    for (const Conclusion& conclusion : body.rule->conclusions) look_at(conclusion.sentence);
  return out;
}

void mark_dated(std::vector<LintedBody>& bodies) {
  DatesIn all;
  for (LintedBody& body : bodies) {
    const DatesIn own = dates_in(body);
    body.dated = own.today || own.written;
    all.today = all.today || own.today;
    all.written = all.written || own.written;
  }
  if (all.today && all.written) return;
  for (LintedBody& body : bodies) body.dated = false;
}

class UsedRelations {
 public:
  explicit UsedRelations(const LintSubject& subject)
      : program_(subject.lowered.program),
        vocabulary_(subject.lowered.vocabulary),
        used_(program_.predicates.size(), false) {}

  void look_at(const Rule& rule) {
    look_at(rule.conditions);
    for (const Conclusion& conclusion : rule.conclusions) use(conclusion.sentence);
  }
  void look_at(const Finding& finding) { look_at(finding.conditions); }
  void look_at(const Test& test) {
    for (const FactForm& given : test.given) use(given.sentence);
    for (const Expectation& expectation : test.expectations)
      if (expectation.sentence) use(*expectation.sentence);
  }
  void look_at(const EntityOrFact& either) {
    if (either.fact) use(either.fact->sentence);
  }
  void look_at(const Facts& facts) {
    if (const auto* id = vocabulary_.predicates.find(facts.relation.text)) used_[id->value] = true;
  }
  template <typename Other>
  void look_at(const Other& declaration) {
    static_cast<void>(declaration);
  }

  std::vector<bool> take() {
    for (const mingze::Decision& decision : program_.decisions)
      if (decision.domain) used_[decision.domain->predicate.value] = true;
    return std::move(used_);
  }

 private:
  void look_at(const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) use(condition.sentence);
  }
  void use(const Sentence& sentence) {
    const Match match = match_sentence(sentence, vocabulary_, program_);
    if (match.sort == Match::Sort::one) used_[match.predicate.value] = true;
  }

  const Program& program_;
  const Vocabulary& vocabulary_;
  std::vector<bool> used_;
};

}  // namespace

std::vector<LintedBody> linted_bodies(const LintSubject& subject) {
  const Program& program = subject.lowered.program;
  std::map<Span, std::uint32_t> rules;
  std::map<Span, std::uint32_t> findings;
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) rules[program.rules[i].span] = i;
  for (std::uint32_t i = 0; i < program.findings.size(); ++i)
    findings[program.findings[i].span] = i;
  std::vector<LintedBody> out;
  each<Rule>(subject, [&](const Statement& statement, const Rule& form) {
    const auto found = rules.find(form.id.span);
    if (found == rules.end()) return;
    const mingze::Rule& rule = program.rules[found->second];
    if (rule.conclusions.size() != form.conclusions.size()) return;
    out.push_back({&statement, &form.id, &form.conditions, &form.cites, &rule.body, &form, nullptr,
                   RuleId{found->second}, kept_by(rule)});
  });
  each<Finding>(subject, [&](const Statement& statement, const Finding& form) {
    const auto found = findings.find(form.id.span);
    if (found == findings.end()) return;
    const FindingRule& finding = program.findings[found->second];
    out.push_back({&statement,
                   &form.id,
                   &form.conditions,
                   &form.cites,
                   &finding.body,
                   nullptr,
                   &form,
                   {},
                   kept_by(finding)});
  });
  std::erase_if(out, [](const LintedBody& one) {
    return one.conditions->size() != one.body->conditions.size();
  });
  mark_dated(out);
  const auto place = [&](const LintedBody& one) {
    return std::pair(subject.sources[one.id->span.source].name(), one.id->span.begin);
  };
  std::sort(out.begin(), out.end(),
            [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return out;
}

std::vector<bool> used_relations(const LintSubject& subject) {
  UsedRelations used(subject);
  for (const Input& input : subject.inputs)
    for (const Statement& statement : input.module->statements)
      std::visit([&](const auto& form) { used.look_at(form); }, statement.body);
  return used.take();
}

Statement& statement_at(Module& module, Span span) {
  return *std::find_if(module.statements.begin(), module.statements.end(),
                       [&](const Statement& one) { return one.span == span; });
}

}  // namespace mingze::dsl
