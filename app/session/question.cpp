#include "app/session/question.hpp"

#include "dsl/grammar/question.hpp"

namespace mingze::app {

namespace {

/// Without white space around it and without a question mark at its end.
std::string trimmed(std::string text) {
  const auto drop = [&](std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.resize(text.size() - end.size());
    return true;
  };
  while (drop(" ") || drop("\n") || drop("\r") || drop("\t") || drop("？") || drop("?")) {
  }
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string() : text.substr(first);
}

}  // namespace

std::optional<Question> read_question(const std::string& text, const std::string& name,
                                      Sources& sources, dsl::Lowered& lowered, Problems& problems) {
  const std::string sentence = trimmed(text);
  if (sentence.empty()) {
    problems.failures.push_back(
        {"question-missing", name, {"没有写要问的句子", "there is no sentence to ask"}});
    return std::nullopt;
  }
  const SourceId id = sources.add(name, sentence);
  dsl::Question question = dsl::parse_question(sources[id], id);
  problems.add(std::move(question.diagnostics));
  if (problems.fatal() || question.conditions.empty()) return std::nullopt;
  auto body = dsl::lower_question(question.conditions, lowered, problems.diagnostics);
  if (!body || problems.fatal()) return std::nullopt;
  return Question{sentence, std::move(*body)};
}

std::optional<Question> read_question(const std::string& text, Workspace& workspace,
                                      Prepared& prepared, const std::string& name) {
  return read_question(text, name, workspace.sources(), prepared.lowered, workspace.problems());
}

}  // namespace mingze::app
