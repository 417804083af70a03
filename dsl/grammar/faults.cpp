// The mistakes that are told by themselves.
#include <fmt/format.h>

#include "dsl/grammar/errors.hpp"
#include "engine/base/date.hpp"

namespace mingze::dsl {

namespace {

/// `2026-1-5` and `2018年3月18日` as the language writes them, if those are days.
std::string as_date(std::string_view text) {
  int numbers[3] = {};
  int count = 0;
  for (std::size_t i = 0; i < text.size() && count < 3; ++i) {
    const auto digit = [&](std::size_t at) {
      return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    if (!digit(i)) continue;
    for (; digit(i) && numbers[count] < 10000; ++i)
      numbers[count] = numbers[count] * 10 + (text[i] - '0');
    ++count;
  }
  if (count < 3) return {};
  const std::string date = fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
  return parse_date(date) ? date : std::string();
}

Diagnostic invalid_date(const Token& token, Span span) {
  Diagnostic error{.code = "invalid-date",
                   .message = {fmt::format("“{}”不是有效的日期", token.text),
                               fmt::format("`{}` is no valid date", token.text)},
                   .span = span,
                   .notes = {{"日期写作 2026-11-23，且须是历法中有的一天",
                              "a date is written 2026-11-23, and is a day of the calendar"}}};
  if (std::string date = as_date(token.text); !date.empty())
    error.repairs.push_back({span, std::move(date), {"改写日期", "write the date so"}});
  return error;
}

Diagnostic name_like_variable(const Token& token, Span span, Diagnostic error) {
  error.notes.push_back({"以大写字母或“某”开头的词是变量；是名称就加上引号",
                         "a word that begins with a capital or 某 is a variable; a name that "
                         "looks like one is quoted"});
  if (token.text != "_")
    error.repairs.push_back(
        {span, fmt::format("\"{}\"", token.text), {"加上引号", "put it in quotes"}});
  return error;
}

Diagnostic variable_in_fact(const Token& token, Span span) {
  return name_like_variable(
      token, span,
      {.code = "variable-in-fact",
       .message = {fmt::format("事实里不能有变量“{}”", token.text),
                   fmt::format("a fact has no variables, and `{}` is one", token.text)},
       .span = span});
}

Diagnostic name_expected(const Token& token, Span span) {
  return name_like_variable(
      token, span,
      {.code = "name-expected",
       .message = {fmt::format("这里应写名称，不能写变量“{}”", token.text),
                   fmt::format("a name stands here, not the variable `{}`", token.text)},
       .span = span});
}

Diagnostic missing_bar(Span span) {
  return {.code = "missing-bar",
          .message = {"两种语言的文字之间缺少“|”", "missing `|` between the two languages"},
          .span = span,
          .notes = {{"写作 \"中文\" | \"English\"", "write \"中文\" | \"English\""}},
          .repairs = {{{span.source, span.begin, span.begin}, "| ", {"加上“|”", "add the bar"}}}};
}

}  // namespace

Diagnostic fault_error(const State& state) {
  const Token& token = *state.fault_at;
  Span span = state.span(token);
  if (token.is(Keyword::at)) span.end = (&token)[1].end;  // `at least`
  switch (*state.fault) {
    case Fault::invalid_date:
      return invalid_date(token, span);
    case Fault::variable_in_fact:
      return variable_in_fact(token, span);
    case Fault::name_expected:
      return name_expected(token, span);
    case Fault::missing_bar:
      return missing_bar(span);
    case Fault::today_in_period:
      return {.code = "today-not-allowed",
              .message = {fmt::format("这里不能写“{}”", token.text),
                          fmt::format("`{}` cannot stand here", token.text)},
              .span = span,
              .notes = {{"这里要写明日期，如 2026-11-23；“当日”只用在句子和比较里",
                         "the date is written out here, as 2026-11-23; `today` stands only in "
                         "sentences and comparisons"}}};
    case Fault::duplicate_part:
      return {.code = "duplicate-part",
              .message = {fmt::format("“{}”重复了", token.text),
                          fmt::format("a second `{}`", token.text)},
              .span = span,
              .notes = {
                  {"这一部分在一条语句里只能写一次", "this part stands only once in a statement"}}};
    case Fault::title_in_list:
      return {
          .code = "title-in-list",
          .message = {"文件的标题只能紧跟在“依据”之后", "a title stands only first after `cites`"},
          .span = span,
          .notes = {{"在列举中应当用文件的标识，或再写一个“依据”",
                     "further on use the id of the source, or write `cites` again"}}};
    case Fault::negated_fact:
      return {.code = "negated-fact",
              .message = {"事实不能否定", "a fact cannot be negated"},
              .span = span,
              .notes = {{"没有写出的就不成立；表示例外可以用规则或单独的关系",
                         "what is not stated does not hold; an exception is a rule, or a "
                         "relation of its own"}}};
    case Fault::misplaced_at_least:
      return {.code = "misplaced-at-least",
              .message = {"“至少”只能用在条件里", "`at least` stands only in a condition"},
              .span = span,
              .notes = {{"先用规则推出一个关系，再在这里写它的句子",
                         "derive a relation by a rule, and write its sentence here"}}};
    case Fault::negated_at_least:
      return {.code = "negated-at-least",
              .message = {"“非”不能放在“至少”之前", "`not` cannot stand before `at least`"},
              .span = span,
              .notes = {{"先用规则由“至少”推出一个关系，再否定它",
                         "derive a relation from the `at least` by a rule, and negate that"}}};
  }
  return {};
}

}  // namespace mingze::dsl
