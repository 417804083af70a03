#include <nlohmann/json.hpp>

#include "report/errors.hpp"
#include "report/layout.hpp"

namespace mingze::report {

namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json begun(Severity severity, const std::string& code, const Message& message, Language language) {
  return {{"code", code},
          {"severity", name_of(severity)},
          {"message", message.in(language)},
          {"file", nullptr},
          {"span", nullptr},
          {"notes", Json::array()},
          {"repairs", Json::array()},
          {"related", Json::array()}};
}

/// Members `file` and `span`; null where there is no place.
void put_place(Json& json, Span span, const Sources& sources) {
  json["file"] = nullptr;
  json["span"] = nullptr;
  if (!span.valid()) return;
  const Source& source = sources[span.source];
  const LineColumn begin = source.lines().at(span.begin);
  const LineColumn end = source.lines().at(span.end);
  json["file"] = source.name();
  json["span"] = {{"start", span.begin},    {"end", span.end},      {"line", begin.line},
                  {"column", begin.column}, {"end_line", end.line}, {"end_column", end.column}};
}

}  // namespace

std::string error_json(const Diagnostic& diagnostic, const Sources& sources, Language language) {
  Json json = begun(diagnostic.severity, diagnostic.code, diagnostic.message, language);
  put_place(json, diagnostic.span, sources);
  for (const Message& note : diagnostic.notes) json["notes"].push_back(note.in(language));
  for (const Repair& repair : diagnostic.repairs) {
    Json one{{"message", repair.message.empty() ? Json() : Json(repair.message.in(language))},
             {"replacement", repair.replacement}};
    put_place(one, repair.span, sources);
    json["repairs"].push_back(std::move(one));
  }
  for (const Label& label : diagnostic.related) {
    Json one{{"message", label.message.in(language)}};
    put_place(one, label.span, sources);
    json["related"].push_back(std::move(one));
  }
  return line_of(json);
}

std::string error_json(const Failure& failure, Language language) {
  Json json = begun(Severity::error, failure.code, failure.message, language);
  json["file"] = failure.subject;
  return line_of(json);
}

std::string error_json(Severity severity, const std::string& code, const Message& message,
                       Language language, const std::vector<Message>& notes) {
  Json json = begun(severity, code, message, language);
  for (const Message& note : notes) json["notes"].push_back(note.in(language));
  return line_of(json);
}

}  // namespace mingze::report
