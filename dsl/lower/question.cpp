// Sentences read against a program that was lowered before.
#include <fmt/format.h>

#include "dsl/lower/body.hpp"
#include "dsl/lower/facts.hpp"
#include "dsl/lower/lower.hpp"

namespace mingze::dsl {

std::optional<mingze::Body> lower_question(const std::vector<Condition>& conditions,
                                           Lowered& lowered, Diagnostics& diagnostics) {
  Diagnostics found;
  Context context(lowered.program, lowered.vocabulary, found);
  BodyBuilder builder(context, {lowered.program.as_of, false});
  builder.add_conditions(conditions);
  Body body = builder.finish();
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  if (has_errors(found)) return std::nullopt;
  return body;
}

std::vector<mingze::Fact> lower_facts(const std::vector<Condition>& sentences, Lowered& lowered,
                                      Diagnostics& diagnostics) {
  Context context(lowered.program, lowered.vocabulary, diagnostics);
  std::vector<mingze::Fact> facts;
  for (const Condition& condition : sentences) {
    if (condition.sort != Condition::Sort::sentence) {
      context.report({.code = "no-fact",
                      .message = {"事实是一句肯定的话，不能带“非”或“至少”",
                                  "a fact is a plain sentence, without `not` or `at least`"},
                      .span = condition.span});
      continue;
    }
    if (auto fact = lower_sentence(context, condition.sentence, {lowered.program.as_of, false}))
      facts.push_back(std::move(*fact));
  }
  return facts;
}

}  // namespace mingze::dsl
