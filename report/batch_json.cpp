#include "report/batch.hpp"

#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

namespace mingze::report {

namespace {

using Json = nlohmann::ordered_json;

Json begun(const BatchQuestion& question) { return {{"id", Json::parse(question.id)}}; }

void write_line(std::ostream& out, const Json& line) { out << line.dump() << "\n"; }

}  // namespace

std::optional<BatchQuestion> batch_question(std::string_view line) {
  const Json read = Json::parse(line, nullptr, false);
  if (read.is_string()) return BatchQuestion{read.get<std::string>()};
  if (!read.is_object() || !read.contains("ask") || !read["ask"].is_string()) return std::nullopt;
  BatchQuestion out{read["ask"].get<std::string>()};
  if (read.contains("id")) {
    if (read["id"].is_structured()) return std::nullopt;
    out.id = read["id"].dump();
  }
  return out;
}

void write_batch_answers(std::ostream& out, const BatchQuestion& question, const Answers& answers,
                         Language language) {
  std::ostringstream document;
  write_answers_json(document, answers, language);
  Json line = begun(question);
  line.update(Json::parse(document.str()));
  line.erase("version");
  line.erase("command");
  write_line(out, line);
}

void write_batch_error(std::ostream& out, const BatchQuestion& question, const Failure& error,
                       Language language) {
  Json line = begun(question);
  line["sentence"] = question.sentence;
  line["code"] = error.code;
  line["error"] = error.message.in(language);
  write_line(out, line);
}

}  // namespace mingze::report
