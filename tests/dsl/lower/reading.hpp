// Programs from texts, for tests.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "dsl/grammar/parse.hpp"
#include "dsl/grammar/question.hpp"
#include "dsl/lower/lower.hpp"

namespace mingze::dsl {

/// Texts by file name.
using Files = std::vector<std::pair<std::string, std::string>>;

/// Files parsed and lowered together.
class Reading {
 public:
  explicit Reading(std::string text) : Reading(Files{{"a.mz", std::move(text)}}) {}

  explicit Reading(const Files& files, std::string_view date = "2026-11-23",
                   bool default_date = true) {
    for (const auto& [name, text] : files) {
      const SourceId id = sources.add(name, text);
      modules.push_back(parse(sources[id], id));
      for (const Diagnostic& diagnostic : modules.back().diagnostics) {
        options.syntax_errors.push_back(diagnostic.span);
        syntax.push_back(diagnostic);
      }
      inputs.push_back({&modules.back().module});
    }
    options.as_of = *parse_date(date);
    options.default_date = default_date;
    lowered = lower(sources, inputs, options);
  }

  [[nodiscard]] const Program& program() const { return lowered.program; }

  /// `CODE LINE:COLUMN` of every diagnostic, syntax errors first.
  [[nodiscard]] std::vector<std::string> errors() const {
    std::vector<std::string> all;
    for (const Diagnostics* each : {&syntax, &lowered.diagnostics})
      for (const Diagnostic& diagnostic : *each)
        all.push_back(diagnostic.code + " " + place(diagnostic.span));
    return all;
  }

  [[nodiscard]] std::string place(Span span) const {
    if (!span.valid()) return "-";
    const LineColumn at = sources[span.source].lines().at(span.begin);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  /// A question's body; its errors are added to `asked`.
  std::optional<mingze::Body> ask(std::string text) {
    const Question question = parsed(std::move(text));
    if (question.conditions.empty()) return std::nullopt;
    return lower_question(question.conditions, lowered, asked);
  }

  std::vector<mingze::Fact> state(std::string text) {
    return lower_facts(parsed(std::move(text)).conditions, lowered, asked);
  }

  Sources sources;
  std::deque<ParseResult> modules;
  std::vector<Input> inputs;
  LowerOptions options;
  Diagnostics syntax;
  Diagnostics asked;
  Lowered lowered;

 private:
  Question parsed(std::string text) {
    const SourceId id = sources.add("<ask>", std::move(text));
    Question question = parse_question(sources[id], id);
    asked.insert(asked.end(), question.diagnostics.begin(), question.diagnostics.end());
    return question;
  }
};

}  // namespace mingze::dsl
