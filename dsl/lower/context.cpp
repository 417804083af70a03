#include "dsl/lower/context.hpp"

#include <fmt/format.h>

#include "dsl/ast/identity.hpp"
#include "dsl/check/suggest.hpp"

namespace mingze::dsl {

void unknown_id(Context& context, std::string code, const Word& word, Message message,
                const std::vector<std::string>& known) {
  if (context.vocabulary.excused.contains(word.text)) return;
  Diagnostic diagnostic{.code = std::move(code), .message = std::move(message), .span = word.span};
  if (context.searches_left > 0) {
    --context.searches_left;
    suggest(diagnostic, word, similar(word.text, known));
  }
  context.report(std::move(diagnostic));
}

Declared::Declared(const Sources& sources, const std::vector<Input>& inputs,
                   Diagnostics& diagnostics)
    : sources_(sources), diagnostics_(diagnostics) {
  for (const Input& input : inputs)
    if (input.embedded) shipped_.insert(input.module->source.value);
}

bool Declared::differs(const First& first, const Statement& statement) const {
  const auto words = [&](const Statement& each) {
    return identity(each, sources_[each.span.source]);
  };
  return words(*first.statement) != words(statement);
}

void Declared::report(const First& first, Span at, const Message& what) {
  diagnostics_.push_back(
      {.code = "duplicate-declaration",
       .message = {fmt::format("{}声明了两次，内容不同", what.zh),
                   fmt::format("{} is declared twice, and differently", what.en)},
       .span = at,
       .related = {{first.at, {"另一处声明在这里", "the other declaration is here"}}},
       .notes = {{"删去一处，或者给它另起一个名称", "remove one, or give it another id"}}});
}

Period period_of(const PeriodClause& clause, Diagnostics& diagnostics) {
  Period period;
  if (clause.from) period.from = clause.from->value;
  if (clause.until) period.until = clause.until->value;
  if (period.from && period.until && *period.until <= *period.from)
    diagnostics.push_back({.code = "empty-period",
                           .severity = Severity::warning,
                           .message = {"截止日期不晚于起始日期，这段期限是空的",
                                       "this period is empty: it ends before it begins"},
                           .span = clause.until->span,
                           .related = {{clause.from->span, {"起始日期", "it begins here"}}}});
  return period;
}

Cited lower_citations(Context& context, const std::vector<Citation>& cites) {
  Cited cited;
  bool some_unknown = false;
  for (const Citation& citation : cites) {
    const auto& vocabulary = context.vocabulary;
    std::optional<std::uint32_t> number;
    if (const auto* id = vocabulary.documents.find(citation.source.text)) {
      number = *id;
    } else if (const auto title = vocabulary.titles.find(citation.source.text);
               title != vocabulary.titles.end()) {
      number = title->second.front();
      if (title->second.size() > 1) {
        Diagnostic diagnostic{
            .code = "ambiguous-name",
            .message = {fmt::format("有 {} 个文件都叫“{}”，应当写标识（id）", title->second.size(),
                                    citation.source.text),
                        fmt::format("{} sources have the title \"{}\": write the id",
                                    title->second.size(), citation.source.text)},
            .span = citation.source.span};
        for (const std::uint32_t each : title->second)
          diagnostic.related.push_back(
              {vocabulary.sources[each].span, {"其中之一", "one of them"}});
        context.report(std::move(diagnostic));
      }
    }
    if (!number) {
      some_unknown = true;
      std::vector<std::string> known = vocabulary.documents.names();
      for (const auto& source : vocabulary.sources) known.push_back(source.title);
      unknown_id(context, "unknown-source", citation.source,
                 {fmt::format("没有声明过文件“{}”", citation.source.text),
                  fmt::format("no source \"{}\" is declared", citation.source.text)},
                 known);
      continue;
    }
    const DocumentId document = vocabulary.sources[*number].lowered;
    if (document.valid())
      cited.citations.push_back({document, citation.clause ? citation.clause->text : ""});
  }
  cited.none_in_force = !cites.empty() && cited.citations.empty() && !some_unknown;
  return cited;
}

}  // namespace mingze::dsl
