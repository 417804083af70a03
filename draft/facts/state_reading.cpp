#include "draft/facts/state_reading.hpp"

#include "draft/facts/vocabulary.hpp"

namespace mingze::draft {

namespace {

/// A body by place or level and official name: two names mean one body only where these agree.
std::string body_of(const Mention& mention) {
  if (mention.entity.empty()) return mention.text;
  if (!mention.place.empty()) return mention.place + mention.entity;
  switch (mention.level) {
    case Level::province:
      return "省级" + mention.entity;
    case Level::city:
      return "市级" + mention.entity;
    case Level::county:
      return "县级" + mention.entity;
    case Level::township:
      return "乡级" + mention.entity;
    default:
      return mention.entity;
  }
}

class Stater {
 public:
  Stater(Program& program, Database& database)
      : vocabulary_(program), program_(program), database_(database) {}

  Places state(const Reading& reading) {
    for (const Item& item : reading.items) state_item(item);
    for (std::size_t i = 0; i < reading.notes.size(); ++i)
      state_note(reading.notes[i], "n" + std::to_string(i + 1));
    return std::move(places_);
  }

 private:
  /// A thing of the draft, with its place. Kinds that the program lacks give number 0, which no
  /// fact then uses.
  Value thing(const char* kind, const std::string& id, const std::string& label, Span span,
              const std::string& item) {
    const auto found = vocabulary_.kind(kind);
    if (!found) return 0;
    const Value value = program_.symbols.declare(*found, {id, label, span});
    places_[{*found, value}] = {span, item};
    return value;
  }

  Value entity(const char* kind, const std::string& id) {
    const auto found = vocabulary_.kind(kind);
    return found ? program_.symbols.entity(*found, id) : 0;
  }

  void fact(const char* relation, std::initializer_list<Value> values, Span span) {
    const auto predicate = vocabulary_.relation(relation, values.size());
    if (predicate) database_.state(*predicate, {values.begin(), values.size()}, span);
  }

  void state_item(const Item& item) {
    const Value value = thing("draft-item", item.id, item.label, item.span, item.id);
    fact("item-has-status", {value, entity("item-status", to_string(item.status))}, item.span);
    if (item.awaits_annex) fact("awaits-annex", {value}, item.span);
    for (std::size_t i = 0; i < item.clauses.size(); ++i)
      state_clause(item, value, item.clauses[i], item.id + ".c" + std::to_string(i + 1));
  }

  void state_clause(const Item& item, Value item_value, const Clause& clause,
                    const std::string& id) {
    const Value value = thing("clause", id, id, clause.span, item.id);
    fact("clause-of", {value, item_value}, clause.span);
    if (clause.shared) fact("shared-clause", {value}, clause.span);
    if (clause.rule != LeadRule::none) fact("first-leads", {value}, clause.span);
    const auto state_all = [&](const std::vector<Mention>& mentions, const char* relation,
                               const char* role) {
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        const std::string name = id + "." + role + std::to_string(i + 1);
        const Value mention = state_mention(item, mentions[i], name);
        fact(relation, {mention, value}, mentions[i].span);
        if (&mentions == &clause.lead) fact("item-lead", {mention, item_value}, mentions[i].span);
      }
    };
    state_all(clause.lead, "named-lead", "lead");
    state_all(clause.cooperating, "named-cooperating", "cooperating");
    state_all(clause.named, "named-without-role", "named");
  }

  Value state_mention(const Item& item, const Mention& mention, const std::string& id) {
    const Value value = thing("mention", id, mention.text, mention.span, item.id);
    fact("means", {value, entity("body", body_of(mention))}, mention.span);
    fact("place-of", {value, program_.symbols.number(std::int64_t{mention.span.begin})},
         mention.span);
    if (mention.vague) fact("vague", {value}, mention.span);
    return value;
  }

  void state_note(const StructureNote& note, const std::string& id) {
    using Kind = StructureNote::Kind;
    const Value value = thing("remark", id, note.found, note.span, "");
    const Value found = program_.symbols.text(note.found);
    if (note.kind == Kind::number_skipped || note.kind == Kind::number_repeated)
      fact("number-out-of-order", {value, found, program_.symbols.text(note.expected)}, note.span);
    if (note.kind == Kind::annex_missing) fact("annex-absent", {value, found}, note.span);
  }

  Vocabulary vocabulary_;
  Program& program_;
  Database& database_;
  Places places_;
};

}  // namespace

Places state_reading(const Reading& reading, Program& program, Database& database) {
  return Stater(program, database).state(reading);
}

}  // namespace mingze::draft
