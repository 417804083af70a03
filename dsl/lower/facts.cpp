#include "dsl/lower/facts.hpp"

#include <fmt/format.h>

#include "dsl/check/suggest.hpp"

namespace mingze::dsl {

namespace {

void fact_of_decision(Context& context, const Sentence& sentence, const Predicate& predicate) {
  context.report(
      {.code = "fact-of-decision",
       .message = {fmt::format("“{}”是裁定：由规则得出，不能当作事实写", predicate.id),
                   fmt::format(
                       "\"{}\" is a decision: rules decide it, it can't be stated as a fact",
                       predicate.id)},
       .span = sentence.span,
       .related = {{predicate.span, {"裁定在这里声明", "the decision is declared here"}}},
       .notes = {{"写一个关系的事实，再用规则得出裁定；在用例里用“应得”核对它",
                  "state a fact of a relation and let a rule conclude the decision; in a test, "
                  "`expect` it"}}});
}

void variable_in_fact(Context& context, const Word& word) {
  Diagnostic diagnostic{
      .code = "variable-in-fact",
      .message = {fmt::format("事实里不能有变量“{}”", word.text),
                  fmt::format("a fact has no variables, and `{}` is one", word.text)},
      .span = word.span,
      .notes = {
          {"以大写字母或“某”开头的词是变量；是名称就加上引号",
           "a word that begins with a capital or 某 is a variable; a name that looks like one "
           "is quoted"}}};
  if (word.text != "_")
    diagnostic.repairs.push_back(
        {word.span, fmt::format("\"{}\"", word.text), {"加上引号", "quote it"}});
  context.report(std::move(diagnostic));
}

/// No template matches. It may have been meant as an entity of a misspelt kind.
void no_fact(Context& context, const Sentence& sentence, const EntityForm* entity) {
  const bool like_kind =
      entity && !similar(entity->kind.text, context.vocabulary.kinds.names()).empty();
  if (like_kind || (entity && !entity->other_names.empty())) return unknown_kind(context, *entity);
  context.match_errors.no_template(sentence);
}

}  // namespace

std::optional<mingze::Fact> lower_sentence(Context& context, const Sentence& sentence,
                                           const Moment& moment, const EntityForm* entity) {
  const Match match = match_sentence(sentence, context.vocabulary, context.program);
  if (match.sort == Match::Sort::several) context.match_errors.ambiguous(sentence, match);
  if (match.sort == Match::Sort::none) no_fact(context, sentence, entity);
  if (match.sort != Match::Sort::one || !match.sound) return std::nullopt;
  const Predicate& predicate = context.program[match.predicate];
  if (predicate.decision) {
    fact_of_decision(context, sentence, predicate);
    return std::nullopt;
  }
  mingze::Fact fact{match.predicate, {}, {}, sentence.span};
  for (std::size_t i = 0; i < match.words.size(); ++i) {
    const Word& word = *match.words[i];
    if (word.form == Form::variable) {
      variable_in_fact(context, word);
    } else if (const auto value = context.resolver.value(predicate.slots[i].kind, word, moment)) {
      fact.values.push_back(*value);
    }
  }
  if (fact.values.size() != match.words.size()) return std::nullopt;
  return fact;
}

std::optional<mingze::Fact> lower_fact(Context& context, const FactForm& form, const Moment& moment,
                                       const EntityForm* entity) {
  const Period period = period_of(form.period, context.diagnostics);
  const bool lapsed = moment.lapsed || !period.contains(moment.date);
  Cited cited = lower_citations(context, form.cites);
  auto fact = lower_sentence(context, form.sentence, {moment.date, lapsed}, entity);
  if (!fact || lapsed) return std::nullopt;
  fact->cites = std::move(cited.citations);
  return fact;
}

void lower_facts(Context& context, const std::vector<SettledFact>& facts) {
  context.program.facts.reserve(facts.size());
  for (const SettledFact& settled : facts)
    if (auto fact =
            lower_fact(context, *settled.form, {context.program.as_of, false}, settled.entity))
      context.program.facts.push_back(std::move(*fact));
}

}  // namespace mingze::dsl
