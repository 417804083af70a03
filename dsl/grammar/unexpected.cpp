// The mistakes that are told from what was expected.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/grammar/errors.hpp"
#include "engine/base/nearest.hpp"

namespace mingze::dsl {

namespace {

using Sort = Token::Sort;

bool is_word(const Token& token) { return token.sort == Sort::word; }

/// A token between marks that set it off from the message.
Message shown(const Token& token, std::string_view text) {
  if (token.sort == Sort::string) return {fmt::format("“{}”", text), fmt::format("\"{}\"", text)};
  return {fmt::format("“{}”", text), fmt::format("`{}`", text)};
}

/// Long words (a whole paragraph without spaces) are cut: the caret shows the rest.
std::string brief(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

Message shown(const Token& token) { return shown(token, brief(token.text)); }

Message full_stop_note() {
  return {"语句以“。”或“.”结束；“.”之后须是空白、注释或文件末尾",
          "a statement ends with 。 or with a . before white space, a comment or the end of the "
          "file"};
}

/// `kind a.kind b.`: the author took the inner dot for a full stop.
bool holds_inner_stop(const Token& token) {
  const std::size_t dot = token.text.find('.');
  return is_word(token) && dot != std::string_view::npos && dot > 0 && dot + 1 < token.text.size();
}

/// What else the author should know, going by what was expected.
void add_notes(const State& state, const Token& token, Diagnostic& error) {
  const Expectations& expected = state.expected;
  if (&token > state.first && holds_inner_stop((&token)[-1]))
    error.notes.push_back(full_stop_note());
  if (token.sort == Sort::equals)
    error.notes.push_back({"比较写作“X 即 Y”，不用“=”", "to compare, write `X is Y`, without `=`"});
  if ((expected.has(Wanted::text) || expected.has(Wanted::title)) && is_word(token) &&
      token.keyword == Keyword::none)
    error.notes.push_back({"文字要放在引号里，如“第五条”", "text stands in quotes, as \"5\""});
  if (expected.has(Wanted::variable))
    error.notes.push_back({"变量以大写字母或“某”开头", "a variable begins with a capital or 某"});
  if (expected.has(Wanted::number))
    error.notes.push_back({"数字用 0 到 9 书写", "a number is written with digits 0 to 9"});
  if (expected.has(Wanted::date))
    error.notes.push_back({"日期写作 2026-11-23", "a date is written 2026-11-23"});
  if (expected.has(Wanted::id) && token.sort == Sort::string)
    error.notes.push_back({"标识是一个词，不加引号", "an id is a word, without quotes"});
  if (reserved_in_sentence(token.keyword) && &token == state.first)
    error.notes.push_back({"如果这里接着上一条语句，应当删掉它的句号",
                           "if this goes on with the statement before, remove its full stop"});
  if (reserved_in_sentence(token.keyword) &&
      (expected.has(Wanted::id) || expected.has(Wanted::sentence)))
    error.notes.push_back({fmt::format("“{}”是保留字", token.text),
                           fmt::format("`{}` is a reserved word", token.text)});
}

/// The keywords that could stand at a place, in both languages.
std::vector<std::string_view> expected_keywords(const Expectations& expected) {
  std::vector<std::string_view> out;
  for (std::size_t i = 1; i < keyword_count; ++i) {
    if (!expected.keywords[i]) continue;
    for (const Language language : {Language::en, Language::zh})
      out.push_back(spelling(static_cast<Keyword>(i), language));
  }
  return out;
}

/// `cite` for `cites`.
void add_did_you_mean(const State& state, const Token& token, Diagnostic& error) {
  if (!is_word(token) || token.keyword != Keyword::none) return;
  const auto near = nearest(token.text, expected_keywords(state.expected), 1);
  if (near.empty()) return;
  error.code = "misspelt-keyword";
  error.repairs.push_back(
      {state.span(token),
       std::string(near[0]),
       {fmt::format("是否想写“{}”？", near[0]), fmt::format("did you mean `{}`?", near[0])}});
}

/// A part of a rule's head that was written after `if`.
bool belongs_before_if(const Token& token, const State& state) {
  const Keyword statement = state.first->keyword;
  if (statement != Keyword::rule && statement != Keyword::finding) return false;
  return token.is(Keyword::cites) || token.is(Keyword::overrides) || token.is(Keyword::from) ||
         token.is(Keyword::until);
}

Diagnostic reserved_word(const State& state, const Token& token) {
  const Message word = shown(token);
  const Message expected = describe(state.expected);
  Diagnostic error{.code = "reserved-word",
                   .message = {fmt::format("{}是保留字，不能用在句子里", word.zh),
                               fmt::format("{} is a reserved word: no sentence holds it", word.en)},
                   .span = state.span(token),
                   .notes = {{fmt::format("句子之后这里可以是{}", expected.zh),
                              fmt::format("after the sentence can stand {}", expected.en)}}};
  if (belongs_before_if(token, state))
    error.notes.push_back({fmt::format("规则和问题的{}写在“若”之前", word.zh),
                           fmt::format("in a rule or finding {} stands before `if`", word.en)});
  error.notes.push_back({"是名称就加上引号", "a name is put in quotes"});
  return error;
}

/// What a statement that ends too soon wants most: no optional part is missing.
Expectations missing(const Expectations& expected) {
  for (const Keyword keyword : {Keyword::then, Keyword::if_, Keyword::expect}) {
    if (!expected.has(keyword)) continue;
    Expectations only;
    only.keywords.set(static_cast<std::size_t>(keyword));
    return only;
  }
  return expected;
}

}  // namespace

Diagnostic end_error(const State& state, const Token* next) {
  const Token* const wrong = state.error_at();
  // A lone full stop has nothing before it.
  const std::uint32_t before = wrong > state.first ? wrong[-1].end : wrong->begin;
  const Span gap{state.source, before, before};
  if (wrong < state.last || !state.expected.has(Wanted::full_stop)) {
    const Message expected = describe(missing(state.expected));
    Diagnostic error{.code = "unexpected-end",
                     .message = {"语句到这里还不完整：缺少" + expected.zh,
                                 "the statement is not whole: missing " + expected.en},
                     .span = wrong < state.last ? state.span(*wrong) : gap};
    if (next != nullptr)
      error.related.push_back(
          {state.span(*next), {"下一条语句从这里开始", "the next statement begins here"}});
    return error;
  }
  const bool chinese =
      begins_statement(state.first->keyword) && state.first->language == Language::zh;
  Diagnostic error{.code = "missing-full-stop",
                   .message = {"语句末尾缺少句号", "missing full stop at the end of the statement"},
                   .span = gap,
                   .notes = {full_stop_note()},
                   .repairs = {{gap, chinese ? "。" : ".", {"加上句号", "add the full stop"}}}};
  if (next != nullptr)
    error.related.push_back(
        {state.span(*next), {"下一条语句从这里开始", "the next statement begins here"}});
  return error;
}

Diagnostic sentence_error(const State& state) {
  const Token* const wrong = state.error_at();
  const Token* const end = state.sentence_end;
  const Token& token = *wrong;
  if (reserved_in_sentence(token.keyword) || token.is(Keyword::from) || token.is(Keyword::until))
    return reserved_word(state, token);
  if (end->sort == Sort::comma)
    return {.code = "comma-in-sentence",
            .message = {"句子里不能有逗号", "a comma inside a sentence"},
            .span = state.span(*end),
            .notes = {{"句子之间用“且”连接；含逗号的名称要加引号",
                       "join sentences with `and`; a name that holds a comma is quoted"}}};
  const Message mark = shown(token);
  Diagnostic error{.code = "punctuation-in-sentence",
                   .message = {fmt::format("句子里不能有{}", mark.zh),
                               fmt::format("{} cannot stand in a sentence", mark.en)},
                   .span = state.span(token)};
  add_notes(state, token, error);
  if (error.notes.empty())
    error.notes.push_back({"含标点的名称要加引号", "a name that holds punctuation is quoted"});
  return error;
}

Diagnostic unexpected_token(const State& state) {
  const Token& token = *state.error_at();
  const Message word = shown(token);
  const Message expected = describe(state.expected);
  Diagnostic error{.code = is_word(token)               ? "unexpected-word"
                           : token.sort == Sort::string ? "unexpected-string"
                                                        : "unexpected-punctuation",
                   .message = {fmt::format("这里应为{}，不能是{}", expected.zh, word.zh),
                               fmt::format("expected {}, not {}", expected.en, word.en)},
                   .span = state.span(token)};
  add_did_you_mean(state, token, error);
  if (error.repairs.empty()) add_notes(state, token, error);
  return error;
}

}  // namespace mingze::dsl
