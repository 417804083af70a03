#include "draft/facts/state_reading.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

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

/// The things of one kind, with their places.
class ThingWriter {
 public:
  ThingWriter(FactWriter& facts, const char* kind, Places& places)
      : entities_(facts.entities(kind)), places_(places) {}

  Value declare(std::string id, std::string label, Span span, std::string_view item) {
    const Value value = entities_.declare({std::move(id), std::move(label), span});
    if (const auto kind = entities_.kind()) places_.add(*kind, value, {span, item});
    return value;
  }

 private:
  EntityWriter entities_;
  Places& places_;
};

/// 3 after i7.c1.lead: what makes the name of a thing out of that of another.
std::string numbered(std::string_view head, std::string_view part, std::size_t number) {
  std::string out;
  const std::string digits = std::to_string(number);
  out.reserve(head.size() + part.size() + digits.size());
  return out.append(head).append(part).append(digits);
}

/// Where and when a text is issued.
class IssueWriter {
 public:
  IssueWriter(FactWriter& facts, const Surroundings& surroundings)
      : facts_(facts),
        surroundings_(surroundings),
        places_(facts.entities("jurisdiction")),
        levels_(facts.entities("level")),
        level_(facts.list("level", 2)) {}

  IssuedIn state(const Reading& reading) {
    const Issuer& issuer = reading.issuer;
    IssuedIn issued{place_of(issuer), issuer.level};
    if (issued.place) {
      const Level known = surroundings_.places.level(*issued.place);
      if (known != Level::unknown) issued.level = known;
      facts_.list("issued-in", 1).add({*issued.place}, issuer.span);
    }
    if (const auto level = id_of(issued.level); !level.empty())
      facts_.list("issued-at", 1).add({levels_.get(level)}, issuer.span);
    if (reading.date)
      facts_.list("dated", 1).add({Symbols::date(*reading.date)}, reading.date_span);
    facts_.list("judged-on", 1).add({Symbols::date(surroundings_.judged_on)}, reading.date_span);
    return issued;
  }

  std::optional<Value> place_of(const Issuer& issuer) {
    if (issuer.place.empty())
      return issuer.level == Level::national ? surroundings_.places.root() : std::nullopt;
    const auto known = surroundings_.places.find(issuer.place, issuer.level);
    return known ? known : new_place(issuer);
  }

 private:
  /// A place that no register knows is one all the same, at the level that the text tells.
  std::optional<Value> new_place(const Issuer& issuer) {
    if (!places_.kind()) return std::nullopt;
    const Value place = places_.get(issuer.place);
    if (const auto level = id_of(issuer.level); !level.empty())
      level_.add({place, levels_.get(level)}, issuer.span);
    return place;
  }

  FactWriter& facts_;
  const Surroundings& surroundings_;
  EntityWriter places_;
  EntityWriter levels_;
  FactList& level_;
};

class ClauseWriter {
 public:
  ClauseWriter(FactWriter& facts, const Surroundings& surroundings, Places& places)
      : facts_(facts),
        clauses_(facts, "clause", places),
        mentions_(facts, "mention", places),
        forms_(facts.entities("clause-form")),
        bodies_(facts.entities("body")),
        names_(facts, surroundings),
        clause_of_(facts.list("clause-of", 2)),
        written_so_(facts.list("written-so", 2)),
        shared_clause_(facts.list("shared-clause", 1)),
        leads_by_level_(facts.list("leads-by-level", 1)),
        first_leads_(facts.list("first-leads", 1)),
        item_lead_(facts.list("item-lead", 2)),
        named_lead_(facts.list("named-lead", 2)),
        named_cooperating_(facts.list("named-cooperating", 2)),
        named_without_role_(facts.list("named-without-role", 2)),
        means_(facts.list("means", 2)),
        place_of_(facts.list("place-of", 2)),
        vague_(facts.list("vague", 1)) {}

  void state(const Item& item, Value item_value, const Clause& clause, std::size_t number,
             const IssuedIn& issued) {
    const std::string id = numbered(item.id, ".c", number);
    const Value value = clauses_.declare(id, words_of(clause), clause.span, item.id);
    clause_of_.add({value, item_value}, clause.span);
    written_so_.add({value, forms_.get(id_of(clause.form))}, clause.span);
    if (clause.shared) shared_clause_.add({value}, clause.span);
    if (clause.rule == LeadRule::by_level)
      leads_by_level_.add({value}, clause.span);
    else if (clause.rule != LeadRule::none)
      first_leads_.add({value}, clause.span);
    const auto state_all = [&](const std::vector<Mention>& mentions, FactList& relation,
                               std::string_view role) {
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Value mention = state_mention(item, mentions[i], numbered(id, role, i + 1), issued);
        relation.add({mention, value}, mentions[i].span);
        if (&mentions == &clause.lead) item_lead_.add({mention, item_value}, mentions[i].span);
      }
    };
    state_all(clause.lead, named_lead_, ".lead");
    state_all(clause.cooperating, named_cooperating_, ".cooperating");
    state_all(clause.named, named_without_role_, ".named");
  }

 private:
  Value state_mention(const Item& item, const Mention& mention, std::string id,
                      const IssuedIn& issued) {
    const Value value = mentions_.declare(std::move(id), mention.text, mention.span, item.id);
    means_.add({value, bodies_.get(body_of(mention))}, mention.span);
    place_of_.add({value, facts_.number(std::int64_t{mention.span.begin})}, mention.span);
    if (mention.vague) vague_.add({value}, mention.span);
    names_.state(mention, value, issued);
    return value;
  }

  FactWriter& facts_;
  ThingWriter clauses_;
  ThingWriter mentions_;
  EntityWriter forms_;
  EntityWriter bodies_;
  NameWriter names_;
  FactList& clause_of_;
  FactList& written_so_;
  FactList& shared_clause_;
  FactList& leads_by_level_;
  FactList& first_leads_;
  FactList& item_lead_;
  FactList& named_lead_;
  FactList& named_cooperating_;
  FactList& named_without_role_;
  FactList& means_;
  FactList& place_of_;
  FactList& vague_;
};

/// Items of other texts that say the same, with their leads and where and when the text is issued.
class OtherWriter {
 public:
  OtherWriter(FactWriter& facts, IssueWriter& issue, Places& places)
      : issue_(issue),
        items_(facts, "other-item", places),
        leads_(facts, "other-lead", places),
        texts_(facts.entities("other-text")),
        bodies_(facts.entities("body")),
        traits_(facts, "other-has-form", "other-of-line", "other-at-level"),
        same_as_other_(facts.list("same-as-other", 2)),
        other_item_in_(facts.list("other-item-in", 2)),
        other_issued_in_(facts.list("other-issued-in", 2)),
        other_dated_(facts.list("other-dated", 2)),
        other_led_(facts.list("other-led", 2)),
        other_means_(facts.list("other-means", 2)) {}

  void state(Value same, const OtherItem& other) {
    const Item& item = *other.item;
    const std::string id = other.name + "#" + item.id;
    const Value value = items_.declare(id, item.label, item.span, "");
    const Value text = texts_.declare({other.name, other.name, {}});
    same_as_other_.add({same, value}, item.span);
    other_item_in_.add({text, value}, item.span);
    const Issuer& issuer = other.text->issuer;
    if (const auto place = issue_.place_of(issuer))
      other_issued_in_.add({text, *place}, issuer.span);
    if (const auto& date = other.text->date)
      other_dated_.add({text, Symbols::date(*date)}, other.text->date_span);
    for (std::size_t i = 0; i < item.lead.size(); ++i)
      state_lead(value, item.lead[i], numbered(id, ".lead", i + 1));
  }

 private:
  void state_lead(Value item, const Mention& name, std::string id) {
    const Value lead = leads_.declare(std::move(id), name.text, name.span, "");
    other_led_.add({lead, item}, name.span);
    other_means_.add({lead, bodies_.get(body_of(name))}, name.span);
    traits_.state(name, lead);
  }

  IssueWriter& issue_;
  ThingWriter items_;
  ThingWriter leads_;
  EntityWriter texts_;
  EntityWriter bodies_;
  TraitWriter traits_;
  FactList& same_as_other_;
  FactList& other_item_in_;
  FactList& other_issued_in_;
  FactList& other_dated_;
  FactList& other_led_;
  FactList& other_means_;
};

class ItemWriter {
 public:
  ItemWriter(FactWriter& facts, const Surroundings& surroundings, IssueWriter& issue,
             Places& places)
      : items_(facts, "draft-item", places),
        statuses_(facts.entities("item-status")),
        subjects_(facts.entities("item")),
        clauses_(facts, surroundings, places),
        others_(facts, issue, places),
        item_has_status_(facts.list("item-has-status", 2)),
        repeats_(facts.list("repeats", 2)),
        awaits_annex_(facts.list("awaits-annex", 1)),
        concerns_(facts.list("concerns", 2)),
        concerns_first_(facts.list("concerns-first", 2)) {}

  void state(const Item& item, const OtherItems& others, const IssuedIn& issued) {
    const Value value = items_.declare(item.id, item.label, item.span, item.id);
    item_has_status_.add({value, statuses_.get(to_string(item.status))}, item.span);
    stated_.emplace(item.id, value);
    if (const auto earlier = stated_.find(item.repeats); earlier != stated_.end())
      repeats_.add({value, earlier->second}, item.span);
    if (item.awaits_annex) awaits_annex_.add({value}, item.span);
    for (const Topic& topic : item.topics) {
      const Value subject = subjects_.get(topic.item);
      concerns_.add({value, subject}, topic.span);
      if (topic.first) concerns_first_.add({value, subject}, topic.span);
    }
    if (const auto same = others.find(item.id); same != others.end())
      for (const OtherItem& other : same->second) others_.state(value, other);
    for (std::size_t i = 0; i < item.clauses.size(); ++i)
      clauses_.state(item, value, item.clauses[i], i + 1, issued);
  }

 private:
  ThingWriter items_;
  EntityWriter statuses_;
  EntityWriter subjects_;
  ClauseWriter clauses_;
  OtherWriter others_;
  FactList& item_has_status_;
  FactList& repeats_;
  FactList& awaits_annex_;
  FactList& concerns_;
  FactList& concerns_first_;
  std::unordered_map<std::string_view, Value> stated_;  // by id
};

void state_notes(FactWriter& facts, const std::vector<StructureNote>& notes, Places& places) {
  using Kind = StructureNote::Kind;
  ThingWriter remarks(facts, "remark", places);
  FactList& out_of_order = facts.list("number-out-of-order", 3);
  FactList& annex_absent = facts.list("annex-absent", 2);
  FactList& marks_mixed = facts.list("marks-mixed", 2);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const StructureNote& note = notes[i];
    const Value value = remarks.declare(numbered("n", "", i + 1), note.found, note.span, "");
    const Value found = facts.text(note.found);
    if (note.kind == Kind::number_skipped || note.kind == Kind::number_repeated)
      out_of_order.add({value, found, facts.text(note.expected)}, note.span);
    if (note.kind == Kind::annex_missing) annex_absent.add({value, found}, note.span);
    if (note.kind == Kind::mixed_marks) marks_mixed.add({value, found}, note.span);
  }
}

}  // namespace

void Places::add(KindId kind, Value value, Place place) {
  auto of = std::find_if(kinds_.begin(), kinds_.end(),
                         [kind](const OfKind& one) { return one.kind == kind; });
  if (of == kinds_.end()) of = kinds_.insert(of, {kind, value, {}});
  if (value < of->first) {
    of->places.insert(of->places.begin(), of->first - value, std::nullopt);
    of->first = value;
  }
  if (value - of->first >= of->places.size()) of->places.resize(value - of->first + 1);
  of->places[value - of->first] = place;
}

const Place* Places::find(KindId kind, Value value) const {
  for (const OfKind& of : kinds_) {
    if (of.kind != kind || value < of.first || value - of.first >= of.places.size()) continue;
    const auto& place = of.places[value - of.first];
    return place ? &*place : nullptr;
  }
  return nullptr;
}

Places state_reading(const Reading& reading, const Surroundings& surroundings, Program& program,
                     Database& database, const OtherItems& others) {
  Places places;
  FactWriter facts(program, database);
  IssueWriter issue(facts, surroundings);
  const IssuedIn issued = issue.state(reading);
  ItemWriter items(facts, surroundings, issue, places);
  for (const Item& item : reading.items) items.state(item, others, issued);
  state_notes(facts, reading.notes, places);
  facts.finish();
  return places;
}

std::optional<Value> place_of_issue(const Program& program, const Database& database) {
  const auto issued = Vocabulary(program).relation("issued-in", 1);
  if (!issued || database[*issued].size() == 0) return std::nullopt;
  return database[*issued].at(0, 0);
}

}  // namespace mingze::draft
