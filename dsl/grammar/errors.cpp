#include "dsl/grammar/errors.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/grammar/statements.hpp"
#include "engine/base/nearest.hpp"

namespace mingze::dsl {

namespace {

using Sort = Token::Sort;

/// The first line up to the error that begins as a statement does: there the author began the
/// next one, so the full stop before it, or more, is missing.
const Token* next_statement(const State& state, const Token* wrong) {
  for (const Token* token = state.first + 1; token <= wrong && token < state.last; ++token)
    if (state.may_begin_statement(*token)) return token;
  return nullptr;
}

/// Where reading goes on after a wrong token: after the next full stop, or at a line that begins
/// as a statement does.
const Token* resume(const State& state, const Token* wrong) {
  for (const Token* token = wrong; token < state.last; ++token) {
    if (token->sort == Sort::stop) return token + 1;
    if (token != state.first && state.may_begin_statement(*token)) return token;
  }
  return state.last;
}

/// `rul x if …`: a statement that reads further with another first word.
std::optional<Diagnostic> misspelt_statement(const State& state, const Token* wrong) {
  const Token& first = *state.first;
  if (first.sort != Sort::word || begins_statement(first.keyword)) return std::nullopt;
  std::vector<std::string_view> keywords;
  for (std::size_t i = 0; i < keyword_count; ++i) {
    const auto keyword = static_cast<Keyword>(i);
    if (!begins_statement(keyword)) continue;
    keywords.push_back(spelling(keyword, Language::en));
    keywords.push_back(spelling(keyword, Language::zh));
  }
  for (const std::string_view near : nearest(first.text, keywords, keywords.size())) {
    State trial(state.source, state.first, state.last, state.margin);
    trial.tentative = true;
    const Token* at = state.first + 1;
    const bool whole = parse_keyword_statement(find_keyword(near).keyword, at, trial).has_value();
    if (!whole && trial.error_at() <= wrong) continue;
    const Span span = state.span(first);
    return Diagnostic{.code = "misspelt-keyword",
                      .message = {fmt::format("没有以“{}”开头的语句", first.text),
                                  fmt::format("no statement begins with `{}`", first.text)},
                      .span = span,
                      .repairs = {{span,
                                   std::string(near),
                                   {fmt::format("是否想写“{}”？", near),
                                    fmt::format("did you mean `{}`?", near)}}}};
  }
  return std::nullopt;
}

/// As `resume`, after a full stop that came too soon: the parts that follow it (`if …`) belong to
/// the same statement, and there is nothing new to say of them.
const Token* resume_after_end(const State& state, const Token* stop) {
  const Token* at = stop + 1;
  while (at < state.last && reserved_in_sentence(at->keyword)) at = resume(state, at);
  return at;
}

/// Whether the wrong token ended a sentence, or a comma after one.
bool breaks_sentence(const State& state, const Token* wrong) {
  const Token* const end = state.sentence_end;
  if (end == nullptr || end >= state.last) return false;
  return wrong == end || (end->sort == Sort::comma && wrong == end + 1);
}

Diagnostic error_at_token(const State& state, const Token* wrong) {
  if (state.fault) return fault_error(state);
  const bool after_comma = wrong > state.first && wrong[-1].sort == Sort::comma;
  if (wrong >= state.last) return end_error(state, nullptr);
  if (wrong->sort == Sort::stop && !after_comma) return end_error(state, nullptr);
  // A new line where the statement could have ended: the full stop is missing.
  const bool new_line = wrong->starts_line() && wrong->indent <= state.margin;
  Diagnostic error =
      breaks_sentence(state, wrong) ? sentence_error(state) : unexpected_token(state);
  if (new_line && state.expected.has(Wanted::full_stop) && error.code != "misspelt-keyword") {
    State ended(state.source, state.first, wrong, state.margin);
    const Token* at = state.first;
    if (!parse_statement(at, ended)) return end_error(ended, wrong);
  }
  return error;
}

}  // namespace

Diagnostic empty_statement(Span span) {
  return {.code = "empty-statement",
          .message = {"句号之前没有语句", "no statement stands before this full stop"},
          .span = span,
          .notes = {{"删除多余的句号", "delete the full stop"}}};
}

const Token* report(const State& state, Diagnostics& diagnostics) {
  const Token* const wrong = state.error_at();
  const bool told = std::any_of(state.first, std::min(wrong + 1, state.last),
                                [](const Token& token) { return token.broken; });
  if (const Token* const next = next_statement(state, wrong)) {
    State ended(state.source, state.first, next, state.margin);
    const Token* at = state.first;
    if (!told && !parse_statement(at, ended)) diagnostics.push_back(end_error(ended, next));
    return next;
  }
  if (!told) {
    std::optional<Diagnostic> misspelt = misspelt_statement(state, wrong);
    diagnostics.push_back(misspelt ? *std::move(misspelt) : error_at_token(state, wrong));
    if (diagnostics.back().code == "missing-full-stop" && wrong < state.last) return wrong;
  }
  const bool ended = wrong < state.last && wrong->sort == Sort::stop;
  return ended ? resume_after_end(state, wrong) : resume(state, wrong);
}

}  // namespace mingze::dsl
