#include "report/finding_json.hpp"

#include "report/explanation.hpp"
#include "report/layout.hpp"

namespace mingze::report {

namespace {

void write_related(JsonWriter& json, const RelatedPlace& related, const Source* draft,
                   Language language) {
  json.begin_object();
  json.member("message", related.message.in(language));
  if (related.file.empty()) {
    json.key("span");
    write_span(json, draft, related.span);
  } else {
    json.member("file", related.file);
    json.member_number("line", related.line);
  }
  json.end_object();
}

void write_suggestion(JsonWriter& json, const Suggestion& suggestion, const Source* draft,
                      Language language) {
  json.begin_object();
  json.member("message", suggestion.message.in(language));
  json.member_or_null("replacement", suggestion.replacement);
  json.key("span");
  write_span(json, draft, suggestion.span);
  if (draft != nullptr) json.member("sure", suggestion.sure);
  if (!suggestion.why.empty()) {
    json.key("why");
    json.begin_list();
    for (const auto& why : suggestion.why) write_reason(json, *why, why->root, language);
    json.end_list();
  }
  json.end_object();
}

void write_key(JsonWriter& json, const Finding& finding) {
  json.key("key");
  json.begin_object();
  for (const auto& [role, id] : finding.key) json.member(role, id);
  json.end_object();
}

}  // namespace

void write_basis(JsonWriter& json, std::string_view key, const std::vector<Basis>& all) {
  json.key(key);
  json.begin_list();
  for (const Basis& basis : all) {
    json.begin_object();
    json.member("source", basis.source);
    json.member("clause", basis.clause);
    json.end_object();
  }
  json.end_list();
}

void write_span(JsonWriter& json, const Source* text, Span span) {
  if (text == nullptr || !span.valid()) return json.null();
  const LineColumn begin = text->lines().at(span.begin);
  const LineColumn end = text->lines().at(span.end);
  json.begin_object();
  json.member_number("start", span.begin);
  json.member_number("end", span.end);
  json.member_number("line", begin.line);
  json.member_number("column", begin.column);
  json.member_number("end_line", end.line);
  json.member_number("end_column", end.column);
  json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const Source* draft, Language language,
                   const std::function<void()>& more) {
  json.begin_object();
  json.member("code", finding.code);
  json.member("severity", name_of(finding.severity));
  json.member("message", finding.message.in(language));
  json.key("span");
  write_span(json, draft, finding.span);
  json.member_or_null("item", finding.item);
  write_basis(json, "basis", finding.basis);
  json.key("related");
  json.begin_list();
  for (const RelatedPlace& related : finding.related) write_related(json, related, draft, language);
  json.end_list();
  json.key("suggestions");
  json.begin_list();
  for (const Suggestion& suggestion : finding.suggestions)
    write_suggestion(json, suggestion, draft, language);
  json.end_list();
  json.member("fingerprint", finding.fingerprint);
  if (!finding.key.empty()) write_key(json, finding);
  if (finding.why) {
    json.key("why");
    write_reason(json, *finding.why, finding.why->root, language);
  }
  if (more) more();
  json.end_object();
}

}  // namespace mingze::report
