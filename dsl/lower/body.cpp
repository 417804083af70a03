#include "dsl/lower/body.hpp"

#include <fmt/format.h>

#include <charconv>

#include "dsl/ast/keywords.hpp"
#include "dsl/check/script.hpp"
#include "dsl/check/suggest.hpp"
#include "dsl/check/text.hpp"

namespace mingze::dsl {

void BodyBuilder::add_conditions(const std::vector<Condition>& conditions) {
  for (const Condition& condition : conditions) add_condition(condition, ++parts_);
  for (const PendingComparison& pending : comparisons_) add_comparison(pending);
  comparisons_.clear();
}

void BodyBuilder::excuse(const Sentence& sentence) {
  for (const Word& word : sentence.words)
    if (word.form == Form::variable) scope_.excuse(word);
}

Match BodyBuilder::match(const Sentence& sentence) {
  Match match = match_sentence(sentence, context_.vocabulary, context_.program);
  if (match.sort == Match::Sort::several) context_.match_errors.ambiguous(sentence, match);
  if (match.sort == Match::Sort::several || !match.sound) excuse(sentence);
  return match;
}

std::optional<Atom> BodyBuilder::atom(const Match& match, Occurs use, std::uint32_t part,
                                      const Word* counted) {
  if (match.sort != Match::Sort::one || !match.sound) return std::nullopt;
  Atom atom{match.predicate, {}};
  bool good = true;
  for (std::size_t i = 0; i < match.words.size(); ++i) {
    const Word& word = *match.words[i];
    const KindId kind = context_.program[match.predicate].slots[i].kind;
    if (word.form == Form::variable) {
      const bool is_counted = counted && counted->text == word.text;
      atom.terms.push_back(
          {true, scope_.occur(word, kind, is_counted ? Occurs::counted : use, part)});
    } else if (const auto value = context_.resolver.value(kind, word, moment_)) {
      atom.terms.push_back({false, *value});
    } else {
      good = false;
    }
  }
  return good ? std::optional(std::move(atom)) : std::nullopt;
}

void BodyBuilder::add_sentence(const Sentence& sentence) {
  const Match found = match(sentence);
  if (found.sort == Match::Sort::none) {
    excuse(sentence);
    context_.match_errors.no_template(sentence);
  }
  if (auto lowered = atom(found, Occurs::positive, ++parts_)) {
    mingze::Condition condition;
    condition.atom = std::move(*lowered);
    condition.span = sentence.span;
    body_.conditions.push_back(std::move(condition));
  }
}

void BodyBuilder::add_condition(const Condition& condition, std::uint32_t part) {
  using Sort = mingze::Condition::Sort;
  mingze::Condition out;
  out.span = condition.span;
  const Match found = match(condition.sentence);
  if (found.sort == Match::Sort::none) {
    const auto comparing = comparison_in(condition.sentence);
    if (!comparing || condition.sort != Condition::Sort::sentence) return no_sentence(condition);
    comparisons_.push_back({*comparing, part, body_.conditions.size()});
    body_.conditions.push_back(std::move(out));
    return;
  }
  std::optional<Atom> lowered;
  switch (condition.sort) {
    case Condition::Sort::sentence:
      lowered = atom(found, Occurs::positive, part);
      break;
    case Condition::Sort::negation:
      out.sort = Sort::negative;
      lowered = atom(found, Occurs::negation, part);
      break;
    case Condition::Sort::at_least:
      out.sort = Sort::at_least;
      set_count(condition, out);
      if (is_nameless(*condition.counted)) {
        (void)atom(found, Occurs::positive, part);
        break;
      }
      out.counted = scope_.occur(*condition.counted, {}, Occurs::counted, part);
      lowered = atom(found, Occurs::positive, part, &*condition.counted);
      break;
  }
  if (!lowered) return;
  out.atom = std::move(*lowered);
  body_.conditions.push_back(std::move(out));
}

void BodyBuilder::no_sentence(const Condition& condition) {
  excuse(condition.sentence);
  if (condition.counted) scope_.excuse(*condition.counted);
  const auto comparing = comparison_in(condition.sentence);
  if (!comparing) return context_.match_errors.no_template(condition.sentence);
  const bool negated = condition.sort == Condition::Sort::negation;
  if (!negated || (comparing->comparison != Comparison::equal &&
                   comparing->comparison != Comparison::not_equal)) {
    context_.match_errors.no_template(
        condition.sentence, {"比较本身就是一个条件，前面不能加“非”或“至少”",
                             "a comparison is a condition by itself: it takes no `not` and no "
                             "`at least`"});
    return;
  }
  const bool equal = comparing->comparison == Comparison::equal;
  const auto text = [&](std::string_view sign) {
    const auto side = [](const Word& word) {
      return word.form == Form::string ? "\"" + word.text + "\"" : word.text;
    };
    return fmt::format("{} {} {}", side(*comparing->left), sign, side(*comparing->right));
  };
  const bool chinese = contains_han(comparing->left->text) || contains_han(comparing->right->text);
  const std::string zh = text(equal ? "不是" : "即");
  const std::string en = text(equal ? "is not" : "is");
  context_.report({.code = "negated-comparison",
                   .message = {fmt::format("比较前不能加“非”；应当写“{}”", zh),
                               fmt::format("a comparison takes no `not`: write \"{}\"", en)},
                   .span = condition.span,
                   .repairs = {{condition.span,
                                chinese ? zh : en,
                                {fmt::format("改为“{}”", zh), fmt::format("write \"{}\"", en)}}}});
}

void BodyBuilder::set_count(const Condition& condition, mingze::Condition& out) {
  const Word& word = *condition.count;
  const char* end = word.text.data() + word.text.size();
  const auto read = std::from_chars(word.text.data(), end, out.count);
  if (read.ec == std::errc{} && read.ptr == end && out.count > 0) return;
  context_.report(
      {.code = "bad-count",
       .message = {fmt::format("“至少”之后应是 1 以上的整数，不能是“{}”", word.text),
                   fmt::format("`at least` takes a whole number from 1, not \"{}\"", word.text)},
       .span = word.span});
}

bool BodyBuilder::is_nameless(const Word& word) {
  if (word.text != "_") return false;
  context_.report({.code = "nameless-variable",
                   .message = {"这里的变量要有名称：“_”每次都是另一个",
                               "the variable needs a name here: `_` is another one each time"},
                   .span = word.span});
  return true;
}

std::optional<mingze::Conclusion> BodyBuilder::add_conclusion(const Conclusion& conclusion) {
  using Sort = mingze::Conclusion::Sort;
  const Match found = match(conclusion.sentence);
  if (found.sort == Match::Sort::none) {
    excuse(conclusion.sentence);
    Message note;
    if (comparison_in(conclusion.sentence))
      note = {"比较只能作条件，不能作结论", "a comparison can be a condition, not a conclusion"};
    context_.match_errors.no_template(conclusion.sentence, note);
    return std::nullopt;
  }
  for (const Word* word : found.words)
    if (is_nameless(*word)) return std::nullopt;
  auto lowered = atom(found, Occurs::conclusion, ++parts_);
  if (!lowered) return std::nullopt;
  const Predicate& predicate = context_.program[lowered->predicate];
  if (conclusion.negated && !predicate.decision) {
    context_.report(
        {.code = "bar-of-relation",
         .message = {fmt::format("结论里的“非”只用于裁定，而“{}”是关系", predicate.id),
                     fmt::format(
                         "`not` in a conclusion bars a value of a decision, but \"{}\" is a "
                         "relation",
                         predicate.id)},
         .span = conclusion.span,
         .related = {{predicate.span, {"关系在这里声明", "the relation is declared here"}}}});
    return std::nullopt;
  }
  const Sort sort = conclusion.negated   ? Sort::bar
                    : predicate.decision ? Sort::propose
                                         : Sort::derive;
  return mingze::Conclusion{sort, std::move(*lowered), conclusion.span};
}

TextTemplate BodyBuilder::add_one_text(const Word& text) {
  TextTemplate out;
  for (const WrittenText& piece : read_text(text, context_.diagnostics)) {
    if (!piece.is_variable) {
      out.push_back({piece.word.text, {}});
    } else if (piece.word.form == Form::variable && piece.word.text != "_") {
      out.push_back({"", scope_.occur(piece.word, {}, Occurs::message, 0)});
    } else {
      Diagnostic diagnostic{
          .code = "bad-message",
          .message = {fmt::format("花括号里要写变量，“{}”不是变量", piece.word.text),
                      fmt::format("braces hold a variable, and \"{}\" is none", piece.word.text)},
          .span = piece.word.span};
      suggest(diagnostic, piece.word, similar(piece.word.text, scope_.names()));
      context_.report(std::move(diagnostic));
    }
  }
  return out;
}

BilingualTemplate BodyBuilder::add_text(const BilingualText& text) {
  const auto literal_text = [](const TextTemplate& pieces) {
    std::string literals;
    for (const TextPiece& piece : pieces) literals += piece.text;
    return literals;
  };
  BilingualTemplate out;
  out.zh = add_one_text(text.first);
  if (!text.second) {
    out.en = out.zh;
    return out;
  }
  out.en = add_one_text(*text.second);
  if (!first_is_chinese(literal_text(out.zh), literal_text(out.en))) std::swap(out.zh, out.en);
  return out;
}

std::optional<std::uint32_t> BodyBuilder::add_on(const Word& word) {
  if (is_nameless(word)) return std::nullopt;
  return scope_.occur(word, {}, Occurs::on, 0);
}

Body BodyBuilder::finish() {
  scope_.check();
  body_.variables = scope_.take();
  return std::move(body_);
}

}  // namespace mingze::dsl
