#include <nlohmann/json.hpp>

#include "app/capi/documents.hpp"

namespace mingze::capi {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename Value, typename Draw>
Json list(const std::vector<Value>& values, const Draw& draw) {
  Json all = Json::array();
  for (const Value& value : values) all.push_back(draw(value));
  return all;
}

Json of(const Message& message) { return {{"zh", message.zh}, {"en", message.en}}; }

Json messages(const std::vector<Message>& all) {
  return list(all, [](const Message& message) { return of(message); });
}

Json of(const Place& place) {
  if (place.file.empty()) return nullptr;
  return {{"file", place.file},
          {"line", place.line},
          {"column", place.column},
          {"begin", place.begin},
          {"end", place.end}};
}

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

Json of(const Fields& fields) {
  Json object = Json::object();
  for (const Field& field : fields) object[field.role] = field.id;
  return object;
}

Json of(const Name& name) { return {{"kind", name.kind}, {"id", name.id}, {"label", name.label}}; }

Json names(const std::vector<Name>& all) {
  return list(all, [](const Name& name) { return of(name); });
}

Json of(const std::vector<Basis>& basis) {
  return list(basis, [](const Basis& one) -> Json {
    return {{"source", one.source}, {"title", one.title}, {"clause", one.clause}};
  });
}

/// Null where there is none.
Json of(const RuleName& rule) {
  if (rule.id.empty() && rule.file.empty()) return nullptr;
  return {{"id", rule.id},
          {"label", rule.label},
          {"cites", of(rule.cites)},
          {"file", rule.file},
          {"line", rule.line}};
}

Json related(const std::vector<Diagnostic::Related>& all) {
  return list(all, [](const Diagnostic::Related& one) -> Json {
    return {{"message", of(one.message)}, {"place", of(one.place)}};
  });
}

Json of(const Diagnostic& diagnostic) {
  return {{"code", diagnostic.code},
          {"severity", word(diagnostic.severity)},
          {"message", of(diagnostic.message)},
          {"place", of(diagnostic.place)},
          {"notes", messages(diagnostic.notes)},
          {"related", related(diagnostic.related)},
          {"repairs", list(diagnostic.repairs, [](const Diagnostic::Repair& repair) -> Json {
             return {{"message", of(repair.message)},
                     {"place", of(repair.place)},
                     {"replacement", repair.replacement}};
           })}};
}

}  // namespace

std::string json_of(const Error& error, mingze_status status) {
  return text(
      {{"status", word(status)},
       {"code", error.code},
       {"message", of(error.message)},
       {"subject", error.subject},
       {"diagnostics", list(error.diagnostics, [](const Diagnostic& one) { return of(one); })}});
}

std::string json_of(const std::vector<Relation>& relations) {
  return text(list(relations, [](const Relation& relation) -> Json {
    Json slots = list(relation.slots, [](const Field& slot) -> Json {
      return {{"role", slot.role}, {"kind", slot.id}};
    });
    Json json = {{"id", relation.id},
                 {"decision", relation.decision},
                 {"slots", std::move(slots)},
                 {"sentence", of(relation.sentence)}};
    if (relation.decision) {
      json["key"] = relation.key;
      json["value"] = relation.value;
    }
    return json;
  }));
}

std::string json_of(const std::vector<std::string>& ids) { return text(Json(ids)); }

std::string json_of(const std::vector<Name>& all) { return text(names(all)); }

std::string json_of(const Fact& fact) {
  Json json = {{"relation", fact.relation}};
  json.update(of(fact.fields));
  return text(json);
}

std::string json_of(const Summary& summary) {
  return text({{"decisions", list(summary.decisions,
                                  [](const DecisionCount& count) -> Json {
                                    return {{"decision", count.decision},
                                            {"decided", count.decided},
                                            {"missing", count.missing},
                                            {"conflicts", count.conflicts}};
                                  })},
               {"findings", summary.findings}});
}

std::string json_of(const Decision& decision) {
  return text({{"decision", decision.decision},
               {"key", of(decision.key)},
               {"status", word(decision.status)},
               {"values", names(decision.values)},
               {"sentence", of(decision.sentence)}});
}

std::string json_of(const std::vector<Candidate>& candidates) {
  return text(list(candidates, [](const Candidate& candidate) -> Json {
    return {{"value", of(candidate.value)},
            {"rule", of(candidate.rule)},
            {"fate", word(candidate.fate)},
            {"by", of(candidate.by)},
            {"ground", word(candidate.ground)}};
  }));
}

std::string json_of(const Finding& finding) {
  return text({{"code", finding.code},
               {"severity", word(finding.severity)},
               {"message", of(finding.message)},
               {"place", of(finding.place)},
               {"on", finding.on},
               {"key", of(finding.key)},
               {"basis", of(finding.basis)},
               {"suggestions", list(finding.suggestions,
                                    [](const Finding::Suggestion& one) -> Json {
                                      return {{"message", of(one.message)},
                                              {"replacement", one.replacement},
                                              {"place", of(one.place)}};
                                    })},
               {"related", related(finding.related)},
               {"fingerprint", finding.fingerprint}});
}

}  // namespace mingze::capi
