#include "draft/facts/state_reading.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "draft/facts/fact_writer.hpp"
#include "draft/facts/state_names.hpp"

namespace mingze::draft {

namespace {

const char* id_of(ClauseForm form) {
  switch (form) {
    case ClauseForm::bracket:
      return "in-bracket";
    case ClauseForm::label:
      return "after-label";
    case ClauseForm::prose:
      return "in-prose";
    case ClauseForm::duty_list:
      return "in-duty-list";
    case ClauseForm::table:
      return "in-table";
  }
  return "";
}

/// 甲局牵头，乙局、丙局配合: what people are shown for a clause.
std::string words_of(const Clause& clause) {
  constexpr std::size_t most_names = 4;
  std::string out;
  const auto add = [&](const std::vector<Mention>& names, const char* role) {
    if (names.empty()) return;
    if (!out.empty()) out += "，";
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
      out += (i == 0 ? "" : "、") + names[i].text;
    out += (names.size() > most_names ? "等" : "") + std::string(role);
  };
  add(clause.lead, "牵头");
  add(clause.cooperating, "配合");
  add(clause.named, "负责");
  return out;
}

class Stater {
 public:
  Stater(const Surroundings& surroundings, Program& program, Database& database,
         const OtherItems& others)
      : surroundings_(surroundings), facts_(program, database), others_(others) {}

  Places state(const Reading& reading) {
    state_issue(reading);
    for (const Item& item : reading.items) state_item(item);
    for (std::size_t i = 0; i < reading.notes.size(); ++i)
      state_note(reading.notes[i], "n" + std::to_string(i + 1));
    return std::move(places_);
  }

 private:
  /// A thing of the draft, with its place.
  Value thing(const char* kind, const std::string& id, const std::string& label, Span span,
              const std::string& item) {
    const Value value = facts_.declare(kind, {id, label, span});
    if (const auto found = facts_.kind(kind)) places_[{*found, value}] = {span, item};
    return value;
  }

  void state_issue(const Reading& reading) {
    const Issuer& issuer = reading.issuer;
    issued_.level = issuer.level;
    issued_.place = place_of(issuer);
    if (issued_.place) {
      const Level known = surroundings_.places.level(*issued_.place);
      if (known != Level::unknown) issued_.level = known;
      facts_.fact("issued-in", {*issued_.place}, issuer.span);
    }
    if (const auto level = id_of(issued_.level); !level.empty())
      facts_.fact("issued-at", {facts_.entity("level", level)}, issuer.span);
    if (reading.date) facts_.fact("dated", {Symbols::date(*reading.date)}, reading.date_span);
    facts_.fact("judged-on", {Symbols::date(surroundings_.judged_on)}, reading.date_span);
  }

  std::optional<Value> place_of(const Issuer& issuer) {
    if (issuer.place.empty())
      return issuer.level == Level::national ? surroundings_.places.root() : std::nullopt;
    const auto known = surroundings_.places.find(issuer.place, issuer.level);
    return known ? known : new_place(issuer);
  }

  /// A place that no register knows is one all the same, at the level that the text tells.
  std::optional<Value> new_place(const Issuer& issuer) {
    if (!facts_.kind("jurisdiction")) return std::nullopt;
    const Value place = facts_.entity("jurisdiction", issuer.place);
    if (const auto level = id_of(issuer.level); !level.empty())
      facts_.fact("level", {place, facts_.entity("level", level)}, issuer.span);
    return place;
  }

  void state_item(const Item& item) {
    const Value value = thing("draft-item", item.id, item.label, item.span, item.id);
    facts_.fact("item-has-status", {value, facts_.entity("item-status", to_string(item.status))},
                item.span);
    items_.emplace(item.id, value);
    if (const auto earlier = items_.find(item.repeats); earlier != items_.end())
      facts_.fact("repeats", {value, earlier->second}, item.span);
    if (item.awaits_annex) facts_.fact("awaits-annex", {value}, item.span);
    for (const Topic& topic : item.topics) {
      const Value subject = facts_.entity("item", topic.item);
      facts_.fact("concerns", {value, subject}, topic.span);
      if (topic.first) facts_.fact("concerns-first", {value, subject}, topic.span);
    }
    if (const auto others = others_.find(item.id); others != others_.end())
      for (const OtherItem& other : others->second) state_other(value, other);
    for (std::size_t i = 0; i < item.clauses.size(); ++i)
      state_clause(item, value, item.clauses[i], item.id + ".c" + std::to_string(i + 1));
  }

  /// An item of another text, with its leads and where and when the text is issued.
  void state_other(Value same, const OtherItem& other) {
    const Item& item = *other.item;
    const std::string id = other.name + "#" + item.id;
    const Value value = thing("other-item", id, item.label, item.span, "");
    const Value text = facts_.declare("other-text", {other.name, other.name, {}});
    facts_.fact("same-as-other", {same, value}, item.span);
    facts_.fact("other-item-in", {text, value}, item.span);
    const Issuer& issuer = other.text->issuer;
    if (const auto place = place_of(issuer))
      facts_.fact("other-issued-in", {text, *place}, issuer.span);
    if (const auto& date = other.text->date)
      facts_.fact("other-dated", {text, Symbols::date(*date)}, other.text->date_span);
    for (std::size_t i = 0; i < item.lead.size(); ++i)
      state_other_lead(value, item.lead[i], id + ".lead" + std::to_string(i + 1));
  }

  void state_other_lead(Value item, const Mention& name, const std::string& id) {
    const Value lead = thing("other-lead", id, name.text, name.span, "");
    facts_.fact("other-led", {lead, item}, name.span);
    facts_.fact("other-means", {lead, facts_.entity("body", body_of(name))}, name.span);
    state_traits(facts_, name, lead, {"other-has-form", "other-of-line", "other-at-level"});
  }

  void state_clause(const Item& item, Value item_value, const Clause& clause,
                    const std::string& id) {
    const Value value = thing("clause", id, words_of(clause), clause.span, item.id);
    facts_.fact("clause-of", {value, item_value}, clause.span);
    facts_.fact("written-so", {value, facts_.entity("clause-form", id_of(clause.form))},
                clause.span);
    if (clause.shared) facts_.fact("shared-clause", {value}, clause.span);
    if (clause.rule == LeadRule::by_level)
      facts_.fact("leads-by-level", {value}, clause.span);
    else if (clause.rule != LeadRule::none)
      facts_.fact("first-leads", {value}, clause.span);
    const auto state_all = [&](const std::vector<Mention>& mentions, const char* relation,
                               const char* role) {
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        const std::string name = id + "." + role + std::to_string(i + 1);
        const Value mention = state_mention(item, mentions[i], name);
        facts_.fact(relation, {mention, value}, mentions[i].span);
        if (&mentions == &clause.lead)
          facts_.fact("item-lead", {mention, item_value}, mentions[i].span);
      }
    };
    state_all(clause.lead, "named-lead", "lead");
    state_all(clause.cooperating, "named-cooperating", "cooperating");
    state_all(clause.named, "named-without-role", "named");
  }

  Value state_mention(const Item& item, const Mention& mention, const std::string& id) {
    const Value value = thing("mention", id, mention.text, mention.span, item.id);
    facts_.fact("means", {value, facts_.entity("body", body_of(mention))}, mention.span);
    facts_.fact("place-of", {value, facts_.number(std::int64_t{mention.span.begin})}, mention.span);
    if (mention.vague) facts_.fact("vague", {value}, mention.span);
    state_name(facts_, surroundings_, issued_, mention, value);
    return value;
  }

  void state_note(const StructureNote& note, const std::string& id) {
    using Kind = StructureNote::Kind;
    const Value value = thing("remark", id, note.found, note.span, "");
    const Value found = facts_.text(note.found);
    if (note.kind == Kind::number_skipped || note.kind == Kind::number_repeated)
      facts_.fact("number-out-of-order", {value, found, facts_.text(note.expected)}, note.span);
    if (note.kind == Kind::annex_missing) facts_.fact("annex-absent", {value, found}, note.span);
    if (note.kind == Kind::mixed_marks) facts_.fact("marks-mixed", {value, found}, note.span);
  }

  const Surroundings& surroundings_;
  FactWriter facts_;
  const OtherItems& others_;
  IssuedIn issued_;
  std::map<std::string, Value> items_;  // by id
  Places places_;
};

}  // namespace

Places state_reading(const Reading& reading, const Surroundings& surroundings, Program& program,
                     Database& database, const OtherItems& others) {
  return Stater(surroundings, program, database, others).state(reading);
}

std::optional<Value> place_of_issue(const Program& program, const Database& database) {
  const auto issued = Vocabulary(program).relation("issued-in", 1);
  if (!issued || database[*issued].size() == 0) return std::nullopt;
  return database[*issued].at(0, 0);
}

}  // namespace mingze::draft
