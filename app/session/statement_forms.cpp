#include "app/session/statement_forms.hpp"

#include "dsl/check/comparison.hpp"
#include "dsl/check/match.hpp"

namespace mingze::app {

StatementForms::StatementForms(Workspace& workspace) {
  for (const dsl::Input& input : workspace.inputs())
    for (const dsl::Statement& statement : input.module->statements) {
      if (const auto* rule = std::get_if<dsl::Rule>(&statement.body))
        by_id_[rule->id.span] = &statement;
      if (const auto* finding = std::get_if<dsl::Finding>(&statement.body))
        by_id_[finding->id.span] = &statement;
      if (const auto* decision = std::get_if<dsl::Decision>(&statement.body))
        by_id_[decision->id.span] = &statement;
    }
}

std::vector<Span> words_in_slots(const dsl::Lowered& lowered, const dsl::Sentence& sentence) {
  std::vector<Span> out;
  const auto match = dsl::match_sentence(sentence, lowered.vocabulary, lowered.program);
  if (match.sort != dsl::Match::Sort::one) return out;
  for (const dsl::Word* word : match.words) out.push_back(word->span);
  return out;
}

std::vector<Span> words_compared(const dsl::Sentence& sentence) {
  const auto comparing = dsl::comparison_in(sentence);
  if (!comparing) return {};
  return {comparing->left->span, comparing->right->span, comparing->sign};
}

}  // namespace mingze::app
