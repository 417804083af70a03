// Comparisons: `X is Y`, `X is not Y`, `X < Y` and their like.
#include <fmt/format.h>

#include "dsl/ast/keywords.hpp"
#include "dsl/lower/body.hpp"

namespace mingze::dsl {

namespace {

bool is_keyword(const Word& word, Keyword keyword) {
  return word.form == Form::plain && find_keyword(word.text).keyword == keyword;
}

bool is_date(const Word& word) {
  return word.form == Form::date || is_keyword(word, Keyword::today);
}

}  // namespace

void BodyBuilder::add_comparison(const PendingComparison& pending) {
  const WrittenComparison& comparing = pending.comparing;
  const auto left = kind_of(*comparing.left, pending);
  const auto right = kind_of(*comparing.right, pending);
  // A side without a kind is a name, whose kind is the other side's; a variable without one has an
  // error already, or gets it as unsafe.
  std::optional<KindId> kind = left ? left : right;
  if (!left && !right) kind = kind_of_literals(comparing);
  if (!kind || !kind->valid() || (left && !left->valid()) || (right && !right->valid())) return;
  if (left && right && *left != *right)
    return scope_.kind_clash(*comparing.right, *scope_.find(comparing.right->text), *left,
                             comparing.left->span);
  if (!check_order(comparing, *kind)) return;
  const auto term = [&](const Word& word) -> std::optional<Term> {
    if (word.form == Form::variable) return Term{true, *scope_.find(word.text)};
    const auto value = context_.resolver.value(*kind, word, moment_);
    return value ? std::optional(Term{false, *value}) : std::nullopt;
  };
  const auto first = term(*comparing.left);
  const auto second = term(*comparing.right);
  if (!first || !second) return;
  mingze::Condition& out = body_.conditions[pending.place];
  out.sort = mingze::Condition::Sort::compare;
  out.comparison = comparing.comparison;
  out.left = *first;
  out.right = *second;
  out.kind = *kind;
}

std::optional<KindId> BodyBuilder::kind_of(const Word& word, const PendingComparison& pending) {
  if (word.form != Form::variable) return std::nullopt;
  if (is_nameless(word)) return KindId{};
  return scope_.kind(scope_.occur(word, {}, Occurs::comparison, pending.part));
}

/// Two constants: only numbers, dates and texts say of themselves what they are.
std::optional<KindId> BodyBuilder::kind_of_literals(const WrittenComparison& comparing) {
  const Word& left = *comparing.left;
  const Word& right = *comparing.right;
  if (left.form == Form::number && right.form == Form::number) return number_kind;
  if (is_date(left) && is_date(right)) return date_kind;
  if (left.form == Form::string && right.form == Form::string) return text_kind;
  context_.report({.code = "comparison-without-variable",
                   .message = {"比较的两边都不是变量，不知道各属哪一类",
                               "neither side of the comparison is a variable: what kind they are "
                               "of can't be told"},
                   .span = cover(left.span, right.span)});
  return std::nullopt;
}

bool BodyBuilder::check_order(const WrittenComparison& comparing, KindId kind) {
  const bool equality =
      comparing.comparison == Comparison::equal || comparing.comparison == Comparison::not_equal;
  if (equality || kind == number_kind || kind == date_kind) return true;
  const Message name = kind_name(context_.program.symbols, kind);
  context_.report({.code = "kind-clash",
                   .message = {fmt::format("只有数字和日期能比大小，“{}”不能", name.zh),
                               fmt::format("only numbers and dates can be compared by size, not "
                                           "the kind \"{}\"",
                                           name.en)},
                   .span = comparing.sign,
                   .related = {{comparing.left->form == Form::variable ? comparing.left->span
                                                                       : comparing.right->span,
                                {fmt::format("这里是“{}”", name.zh),
                                 fmt::format("this is of the kind \"{}\"", name.en)}}}});
  return false;
}

}  // namespace mingze::dsl
