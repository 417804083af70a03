#include "report/finding_json.hpp"
#include "report/json_writer.hpp"
#include "report/resolve_faces.hpp"

namespace mingze::report {

namespace {

std::string_view status_name(Status status) {
  switch (status) {
    case Status::decided:
      return "decided";
    case Status::missing:
      return "missing";
    case Status::conflict:
      break;
  }
  return "conflict";
}

void write_key(JsonWriter& json, const Program& program, DecisionId id, const DecidedKey& decided) {
  const Decision& decision = program[id];
  const Predicate& predicate = program[decision.predicate];
  json.begin_object();
  json.member("decision", predicate.id);
  json.key("key");
  json.begin_object();
  for (std::size_t i = 0; i < decided.key.size(); ++i) {
    const Slot& slot = predicate.slots[decision.key_slots[i]];
    json.member(slot.role, program.symbols.id_of(slot.kind, decided.key[i]));
  }
  json.end_object();
  json.member("status", status_name(decided.status));
  json.key("values");
  json.begin_list();
  const KindId kind = predicate.slots[decision.value_slot].kind;
  for (const Value value : decided.values) json.value(program.symbols.id_of(kind, value));
  json.end_list();
  json.end_object();
}

void write_tuples(JsonWriter& json, const Resolution& resolution, PredicateId relation) {
  const Program& program = resolution.program();
  const Predicate& predicate = program[relation];
  json.member("relation", predicate.id);
  json.key("tuples");
  json.begin_list();
  resolution.for_each_tuple(relation, [&](std::span<const Value> tuple) {
    json.begin_object();
    for (std::size_t i = 0; i < tuple.size(); ++i)
      json.member(predicate.slots[i].role,
                  program.symbols.id_of(predicate.slots[i].kind, tuple[i]));
    json.end_object();
  });
  json.end_list();
}

void write_counts(JsonWriter& json, std::string_view name,
                  const std::map<std::string, std::uint64_t>& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [id, count] : counts) json.member_number(id, count);
  json.end_object();
}

void write_summary(JsonWriter& json, const ResolutionSummary& summary) {
  json.key("summary");
  json.begin_object();
  json.key("decisions");
  json.begin_object();
  for (const auto& [id, counts] : summary.decisions) {
    json.key(id);
    json.begin_object();
    json.member_number("keys", counts.keys);
    json.member_number("decided", counts.decided);
    json.member_number("missing", counts.missing);
    json.member_number("conflict", counts.conflict);
    json.member_number("values", counts.values);
    json.end_object();
  }
  json.end_object();
  write_counts(json, "findings", summary.findings);
  write_counts(json, "relations", summary.relations);
  if (!summary.silenced.empty()) write_counts(json, "silenced", summary.silenced);
  json.end_object();
}

}  // namespace

void write_resolve_json(std::ostream& out, const Resolution& resolution, Language language) {
  const Program& program = resolution.program();
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "resolve");
  json.member("as_of", to_string(program.as_of));
  if (!resolution.selection().summary_only) {
    json.key("decisions");
    json.begin_list();
    for (const DecisionId decision : resolution.decisions())
      resolution.for_each_key(decision, [&](const DecidedKey& key) {
        write_key(json, program, decision, key);
        return true;
      });
    json.end_list();
    json.key("findings");
    json.begin_list();
    resolution.for_each_finding([&](const Finding& finding) {
      write_finding(json, finding, nullptr, language);
      return true;
    });
    json.end_list();
    if (const auto relation = resolution.selection().relation)
      write_tuples(json, resolution, *relation);
  }
  write_summary(json, resolution.summary());
  json.end_object();
  json.finish();
}

}  // namespace mingze::report
