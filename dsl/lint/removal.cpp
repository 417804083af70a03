#include "dsl/lint/removal.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "dsl/ast/keywords.hpp"

namespace mingze::dsl {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Text {
 public:
  Text(const LintRun& run, SourceId source) : source_(source) {
    text_ = run.subject.sources[source].text();
    for (const Input& input : run.subject.inputs)
      if (input.module->source == source) comments_ = input.module->comments;
  }

  /// Where the blanks before a place begin.
  [[nodiscard]] std::uint32_t blanks_before(std::uint32_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    return at;
  }
  /// The edit that takes out what stands at a span together with the keyword before it, and a comma
  /// before that; nothing where something else stands there.
  [[nodiscard]] std::optional<Repair> removal_with(Keyword keyword, Span span,
                                                   const Message& message) const {
    const std::uint32_t end = blanks_before(span.begin);
    for (const Language language : {Language::zh, Language::en}) {
      const std::string_view word = spelling(keyword, language);
      if (!text_.substr(0, end).ends_with(word)) continue;
      const std::uint32_t begin = blanks_before(end - static_cast<std::uint32_t>(word.size()));
      if (const auto edit = removal(comma_before(begin), span.end, message)) return edit;
      return removal(begin, span.end, message);
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Repair> removal(std::uint32_t begin, std::uint32_t end,
                                              const Message& message) const {
    if (has_comment(begin, end)) return std::nullopt;
    return Repair{{source_, begin, end}, "", message};
  }

 private:
  [[nodiscard]] bool has_comment(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(comments_.begin(), comments_.end(), [&](const Comment& one) {
      return one.span.begin < end && one.span.end > begin;
    });
  }

  /// Where a comma before a place begins, and the blanks before it.
  [[nodiscard]] std::uint32_t comma_before(std::uint32_t at) const {
    for (const std::string_view comma : {",", "，", "、"})
      if (text_.substr(0, at).ends_with(comma))
        return blanks_before(at - static_cast<std::uint32_t>(comma.size()));
    return at;
  }

  SourceId source_;
  std::string_view text_;
  std::span<const Comment> comments_;
};

}  // namespace

std::optional<LintFix> without_condition(const LintRun& run, const LintedBody& body,
                                         std::size_t condition) {
  const std::vector<Condition>& all = *body.conditions;
  if (all.size() < 2) return std::nullopt;
  const Text text(run, body.id->span.source);
  const Message message{"删去这个条件", "remove this condition"};
  const Span own = all[condition].span;
  const auto edit = condition == 0 ? text.removal(own.begin, all[1].span.begin, message)
                                   : text.removal_with(Keyword::and_, own, message);
  if (!edit) return std::nullopt;
  const Span statement = body.statement->span;
  return LintFix{*edit, [statement, condition](Module& module) {
                   Statement& one = statement_at(module, statement);
                   auto& conditions = std::holds_alternative<Rule>(one.body)
                                          ? std::get<Rule>(one.body).conditions
                                          : std::get<Finding>(one.body).conditions;
                   conditions.erase(conditions.begin() + static_cast<std::ptrdiff_t>(condition));
                 }};
}

std::optional<LintFix> without_override(const LintRun& run, const LintedBody& body,
                                        std::size_t which) {
  const std::vector<Word>& all = body.rule->overrides;
  const Text text(run, body.id->span.source);
  const Message message{"删去它", "remove it"};
  const Span own = all[which].span;
  std::optional<Repair> edit;
  if (all.size() == 1) {
    edit = text.removal_with(Keyword::overrides, own, message);
  } else if (which == 0) {
    edit = text.removal(own.begin, all[1].span.begin, message);
  } else {
    edit = text.removal(all[which - 1].span.end, own.end, message);
  }
  if (!edit) return std::nullopt;
  const Span statement = body.statement->span;
  return LintFix{*edit, [statement, which](Module& module) {
                   auto& overrides = std::get<Rule>(statement_at(module, statement).body).overrides;
                   overrides.erase(overrides.begin() + static_cast<std::ptrdiff_t>(which));
                 }};
}

}  // namespace mingze::dsl
