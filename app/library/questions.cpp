#include "app/library/questions.hpp"

#include "dsl/grammar/question.hpp"

namespace mingze::v1 {

Result<app::Question> read_question(Engine::Inside& inside, std::string_view text) {
  Sources sources;
  sources.share(inside.workspace.sources());
  app::Problems problems;
  auto question =
      app::read_question(std::string(text), "<ask>", sources, inside.prepared->lowered, problems);
  if (!question) return error_of(std::move(problems), sources);
  return *std::move(question);
}

Result<mingze::Fact> read_fact(Engine::Inside& inside, std::string_view text) {
  Sources sources;
  sources.share(inside.workspace.sources());
  const SourceId id = sources.add("<fact>", std::string(text));
  app::Problems problems;
  dsl::Question sentence = dsl::parse_question(sources[id], id);
  problems.add(std::move(sentence.diagnostics));
  if (!problems.fatal()) {
    auto facts =
        dsl::lower_facts(sentence.conditions, inside.prepared->lowered, problems.diagnostics);
    if (!problems.fatal() && facts.size() == 1) return std::move(facts.front());
    if (!problems.fatal())
      problems.failures.push_back(
          {"one-fact", std::string(text), {"这里要写一句事实", "exactly one fact is expected"}});
  }
  return error_of(std::move(problems), sources);
}

}  // namespace mingze::v1
