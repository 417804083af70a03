#include "dsl/grammar/question.hpp"

#include "dsl/grammar/conditions.hpp"
#include "dsl/grammar/errors.hpp"
#include "dsl/grammar/token_errors.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::dsl {

namespace {

using namespace parts;

/// A question may end without its full stop: one is put there.
void close(std::vector<Token>& tokens, std::uint32_t end) {
  if (!tokens.empty() && tokens.back().sort == Token::Sort::stop) return;
  Token stop;
  stop.sort = Token::Sort::stop;
  stop.text = ".";
  stop.begin = end;
  stop.end = end;
  tokens.push_back(stop);
}

Diagnostic more_than_one(Span span) {
  return {.code = "question-too-long",
          .message = {"一次只能问一句；几个条件之间用“且”连接",
                      "one question at a time; conditions are joined by `and`"},
          .span = span};
}

}  // namespace

Question parse_question(const Source& source, SourceId id) {
  Question question;
  const std::string_view text = source.text();
  if (const auto invalid = first_invalid_utf8(text)) {
    question.diagnostics.push_back(invalid_utf8(id, static_cast<std::uint32_t>(*invalid),
                                                static_cast<unsigned char>(text[*invalid])));
    return question;
  }
  Tokens read = tokenize(text, id);
  question.diagnostics = std::move(read.diagnostics);
  close(read.tokens, static_cast<std::uint32_t>(text.size()));
  const Token* at = read.tokens.data();
  const Token* const end = at + read.tokens.size();
  State state(id, at, end, 0);
  const auto grammar = x3::rule<struct QuestionTag, Question>{} =
      condition()[add(&Question::conditions)] >>
      *(part(Keyword::and_) >> condition()[add(&Question::conditions)]) >> terminals::full_stop;
  if (!run(grammar, at, state, question))
    (void)report(state, question.diagnostics);
  else if (at != end)
    question.diagnostics.push_back(more_than_one({id, at->begin, end[-1].end}));
  if (has_errors(question.diagnostics)) question.conditions.clear();
  return question;
}

}  // namespace mingze::dsl
