#include "app/capi/compact_json.hpp"
#include "app/capi/documents.hpp"

namespace mingze::capi {
namespace {

const char* word(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

const char* word(Decision::Status status) {
  switch (status) {
    case Decision::Status::decided:
      return "decided";
    case Decision::Status::missing:
      return "missing";
    case Decision::Status::conflict:
      return "conflict";
    case Decision::Status::none:
      break;
  }
  return "none";
}

const char* word(Candidate::Fate fate) {
  if (fate == Candidate::Fate::stands) return "stands";
  return fate == Candidate::Fate::barred ? "barred" : "defeated";
}

const char* word(Candidate::Ground ground) {
  switch (ground) {
    case Candidate::Ground::overrides:
      return "overrides";
    case Candidate::Ground::rank:
      return "rank";
    case Candidate::Ground::date:
      return "date";
    case Candidate::Ground::specificity:
      return "specificity";
    case Candidate::Ground::none:
      break;
  }
  return "none";
}

const char* word(mingze_status status) {
  switch (status) {
    case MINGZE_MISUSE:
      return "misuse";
    case MINGZE_INVALID:
      return "invalid";
    case MINGZE_UNAVAILABLE:
      return "unavailable";
    case MINGZE_NOT_RESOLVED:
      return "not resolved";
    case MINGZE_STOPPED:
      return "stopped";
    case MINGZE_LIMIT:
      return "limit";
    default:
      return "internal";
  }
}

}  // namespace

template <typename Value>
void write(CompactJson& json, const std::vector<Value>& all) {
  json.list(all, [&](const Value& one) { write(json, one); });
}

void write(CompactJson& json, const Message& message) {
  json.object("zh", message.zh, "en", message.en);
}

/// Null where there is none.
void write(CompactJson& json, const Place& place) {
  if (place.file.empty()) return json.word("null");
  json.object("file", place.file, "line", place.line, "column", place.column, "begin", place.begin,
              "end", place.end);
}

void write(CompactJson& json, const Fields& fields) {
  json.object_with([&] {
    for (const Field& field : fields) json.members(field.role, field.id);
  });
}

void write(CompactJson& json, const Name& name) {
  json.object("kind", name.kind, "id", name.id, "label", name.label);
}

void write(CompactJson& json, const Basis& basis) {
  json.object("source", basis.source, "title", basis.title, "clause", basis.clause);
}

/// Null where there is none.
void write(CompactJson& json, const RuleName& rule) {
  if (rule.id.empty() && rule.file.empty()) return json.word("null");
  json.object("id", rule.id, "label", rule.label, "cites", rule.cites, "file", rule.file, "line",
              rule.line);
}

void write(CompactJson& json, const Diagnostic::Related& related) {
  json.object("message", related.message, "place", related.place);
}

void write(CompactJson& json, const Diagnostic::Repair& repair) {
  json.object("message", repair.message, "place", repair.place, "replacement", repair.replacement);
}

void write(CompactJson& json, const Diagnostic& diagnostic) {
  json.object("code", diagnostic.code, "severity", word(diagnostic.severity), "message",
              diagnostic.message, "place", diagnostic.place, "notes", diagnostic.notes, "related",
              diagnostic.related, "repairs", diagnostic.repairs);
}

/// The slots of a relation: a role, and the kind that stands there.
struct Slots {
  const std::vector<Field>& all;
};

void write(CompactJson& json, const Slots& slots) {
  json.list(slots.all, [&](const Field& slot) { json.object("role", slot.role, "kind", slot.id); });
}

void write(CompactJson& json, const Relation& relation) {
  json.object_with([&] {
    json.members("id", relation.id, "decision", relation.decision, "slots", Slots{relation.slots},
                 "sentence", relation.sentence);
    if (relation.decision) json.members("key", relation.key, "value", relation.value);
  });
}

void write(CompactJson& json, const DecisionCount& count) {
  json.object("decision", count.decision, "decided", count.decided, "missing", count.missing,
              "conflicts", count.conflicts);
}

void write(CompactJson& json, const Candidate& candidate) {
  json.object("value", candidate.value, "rule", candidate.rule, "fate", word(candidate.fate), "by",
              candidate.by, "ground", word(candidate.ground));
}

void write(CompactJson& json, const Finding::Suggestion& suggestion) {
  json.object("message", suggestion.message, "replacement", suggestion.replacement, "place",
              suggestion.place);
}

namespace {

template <typename Value>
std::string text(const Value& value) {
  CompactJson json;
  write(json, value);
  return json.take();
}

template <typename... Members>
std::string object(const Members&... members) {
  CompactJson json;
  json.object(members...);
  return json.take();
}

}  // namespace

std::string json_of(const Error& error, mingze_status status) {
  return object("status", word(status), "code", error.code, "message", error.message, "subject",
                error.subject, "diagnostics", error.diagnostics);
}

std::string json_of(const std::vector<Relation>& relations) { return text(relations); }

std::string json_of(const std::vector<std::string>& ids) { return text(ids); }

std::string json_of(const std::vector<Name>& all) { return text(all); }
std::string json_of(const std::vector<Message>& all) { return text(all); }

std::string json_of(const Fact& fact) {
  CompactJson json;
  json.object_with([&] {
    json.members("relation", fact.relation);
    for (const Field& field : fact.fields) json.members(field.role, field.id);
  });
  return json.take();
}

std::string json_of(const Summary& summary) {
  return object("decisions", summary.decisions, "findings", summary.findings);
}

std::string json_of(const Decision& decision) {
  return object("decision", decision.decision, "key", decision.key, "status", word(decision.status),
                "values", decision.values, "sentence", decision.sentence);
}

std::string json_of(const std::vector<Candidate>& candidates) { return text(candidates); }

std::string json_of(const Finding& finding) {
  return object("code", finding.code, "severity", word(finding.severity), "message",
                finding.message, "place", finding.place, "on", finding.on, "key", finding.key,
                "basis", finding.basis, "suggestions", finding.suggestions, "related",
                finding.related, "fingerprint", finding.fingerprint);
}

}  // namespace mingze::capi
