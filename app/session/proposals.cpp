#include "app/session/proposals.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "draft/facts/lead_text.hpp"
#include "draft/facts/vocabulary.hpp"

namespace mingze::app {

namespace {

constexpr const char* vertical_class = "vertical-body";

}  // namespace

Proposals::Proposals(const Program& program, const Evaluation& evaluation,
                     const draft::RegisterNames& names, const draft::Reading& reading,
                     const Source& text, const draft::DraftManner& manner)
    : program_(program),
      evaluation_(evaluation),
      names_(names),
      reading_(reading),
      text_(text),
      manner_(manner),
      style_(manner.style()) {
  const draft::Vocabulary vocabulary(program);
  collect(vocabulary.relation("offered-in-clause", 3), Part::leads);
  collect(vocabulary.relation("offered-in-item", 3), Part::leads);
  collect(vocabulary.relation("offered-beside", 3), Part::beside);
  collect(vocabulary.relation("offered-in-place", 3), Part::in_place);
  if (offers_.empty()) return;
  not_everywhere_ = vocabulary.relation("not-everywhere", 2);
  class_of_ = vocabulary.relation("class-of", 2);
  if (const auto kind = vocabulary.kind("level"))
    level_ = program.symbols.find_entity(*kind, draft::id_of(reading.issuer.level));
  if (const auto kind = vocabulary.kind("body-class"))
    vertical_ = program.symbols.find_entity(*kind, vertical_class);
  reasons_.emplace(program, evaluation);
}

void Proposals::collect(std::optional<PredicateId> predicate, Part part) {
  if (!predicate) return;
  const auto& slots = program_[*predicate].slots;
  const Symbols& symbols = program_.symbols;
  const auto before = [&](KindId kind) {
    return [&symbols, kind](Value a, Value b) { return symbols.compare(kind, a, b) < 0; };
  };
  using Items = std::set<Value, decltype(before({}))>;
  std::map<Key, std::map<Value, Items, decltype(before({}))>> rows;
  const Relation& offered = evaluation_.database[*predicate];
  for (std::uint32_t row = 0; row < offered.size(); ++row)
    rows.try_emplace({slots[1].kind, offered.at(row, 1)}, before(slots[0].kind))
        .first->second.try_emplace(offered.at(row, 0), before(slots[2].kind))
        .first->second.insert(offered.at(row, 2));
  for (const auto& [thing, departments] : rows)
    for (const auto& [department, items] : departments)
      offers_[thing].push_back({slots[0].kind,
                                department,
                                slots[2].kind,
                                {items.begin(), items.end()},
                                *predicate,
                                part});
}

void Proposals::add_to(report::Finding& finding, const RaisedFinding& raised) {
  const FindingRule& rule = program_.findings[raised.finding.value];
  if (!rule.on || offers_.empty()) return;
  const KindId kind = rule.body.variables[*rule.on].kind;
  const auto offers = offers_.find({kind, raised.values[*rule.on]});
  if (offers == offers_.end()) return;
  std::vector<report::Suggestion> suggestions;
  for (const Offer& offer : offers->second)
    if (auto suggestion = suggestion_for(offer, finding)) {
      for (const Value item : offer.items)
        if (why_ && offer.part == Part::leads)  // else the finding tells the same
          suggestion->why.push_back(
              why_(offer.predicate, {offer.department, raised.values[*rule.on], item}));
      suggestions.push_back(std::move(*suggestion));
    }
  // Several bodies are for the drafter to choose from.
  if (std::count_if(suggestions.begin(), suggestions.end(), report::is_repair) != 1)
    for (report::Suggestion& suggestion : suggestions) suggestion.sure = false;
  if (!suggestions.empty()) finding.suggestions = std::move(suggestions);
}

/// An item without any clause gets one at its end; a clause is written anew with the department in
/// the lead; where something in it would be lost there is only the advice. At the top every
/// department has its own name, so that one without a name is none; below, the line's will do.
std::optional<report::Suggestion> Proposals::suggestion_for(const Offer& offer,
                                                            const report::Finding& finding) {
  std::string name = name_of(offer);
  const bool definite = !name.empty();
  if (name.empty()) {
    if (reading_.issuer.level == draft::Level::national) return std::nullopt;
    name = program_.symbols.label_of(offer.department_kind, offer.department);
  }
  report::Suggestion suggestion;
  if (const draft::Item* const item = draft::find_item(reading_, finding.item))
    if (const auto rewrite = words_for(offer, *item, finding.span, name)) {
      suggestion.replacement = rewrite->text;
      suggestion.span = rewrite->span;
      suggestion.sure = definite && is_settled(offer, *item);
    }
  const Message why = reason(offer);
  suggestion.message =
      offer.part == Part::beside
          ? Message{"由" + name + "牵头，或者写明由它配合：" + why.zh,
                    "let " + name + " lead, or name it as cooperating: " + why.en}
          : Message{"由" + name + "牵头：" + why.zh, "let " + name + " lead: " + why.en};
  if (!suggestion.replacement.empty()) {
    suggestion.message.zh += "；可写作“" + suggestion.replacement + "”";
    suggestion.message.en += "; write “" + suggestion.replacement + "”";
  }
  if (offer.part == Part::in_place) {
    suggestion.message.zh += "；要改变分工的，先改责任清单";
    suggestion.message.en += "; where that is to change, change the list first";
  }
  return suggestion;
}

/// Where the item's own words (its heading, or its first ones) tell what the rules give to the
/// department, and its clause names this or there is none. What an item speaks of further on may be
/// a small part of it; a body that a clause does not name, and one beside or in place of another,
/// changes who does what.
bool Proposals::is_settled(const Offer& offer, const draft::Item& item) const {
  if (offer.part != Part::leads) return false;
  const std::string line = program_.symbols.id_of(offer.department_kind, offer.department);
  if (!item.clauses.empty() && !takes_part(item, line)) return false;
  return std::any_of(item.topics.begin(), item.topics.end(), [&](const draft::Topic& topic) {
    const auto subject = program_.symbols.find_entity(offer.item_kind, topic.item);
    const auto words = text_.text().substr(topic.span.begin, topic.span.size());
    return subject && item.label.find(words) != std::string::npos &&
           std::find(offer.items.begin(), offer.items.end(), *subject) != offer.items.end();
  });
}

std::optional<draft::Rewrite> Proposals::words_for(const Offer& offer, const draft::Item& item,
                                                   Span where, std::string& name) {
  if (offer.part == Part::beside) return draft::with_cooperating(item, name, text_.text());
  if (offer.part == Part::in_place) {
    const std::string line = program_.symbols.id_of(offer.department_kind, offer.department);
    if (takes_part(item, line)) return std::nullopt;
    return draft::Rewrite{where, name};
  }
  if (!item.clauses.empty())
    return rewritten(item, where, program_.symbols.id_of(offer.department_kind, offer.department),
                     name);
  return draft::with_clause(style_, item, name, text_.text());
}

/// Written in place of the lead, a body that cooperates would stand there twice.
bool Proposals::takes_part(const draft::Item& item, const std::string& line) {
  for (const auto* names : {&item.lead, &item.cooperating, &item.named})
    for (const draft::Mention& mention : *names)
      if (draft::is_of_line(mention, line)) return true;
  return false;
}

std::optional<draft::Rewrite> Proposals::rewritten(const draft::Item& item, Span where,
                                                   const std::string& line,
                                                   std::string& name) const {
  for (const draft::Clause& clause : item.clauses) {
    if (clause.span != where) continue;
    for (std::size_t i = 0; i < clause.named.size(); ++i) {
      if (!draft::is_of_line(clause.named[i], line)) continue;
      name = draft::whole_name(clause, i);
      return draft::with_lead(clause, i, text_.text());
    }
    return draft::with_new_lead(clause, name, text_.text());
  }
  return std::nullopt;
}

std::string Proposals::name_of(const Offer& offer) {
  const std::string line = program_.symbols.id_of(offer.department_kind, offer.department);
  const auto [known, is_new] = names_in_draft_.try_emplace(line);
  if (is_new) known->second = manner_.name_of(line);
  const std::string& written = known->second;
  if (!written.empty() || is_not_everywhere(offer)) return written;
  return draft::name_from_register(reading_, names_, line, is_vertical(offer));
}

bool Proposals::is_not_everywhere(const Offer& offer) const {
  return holds_of(offer, not_everywhere_, level_);
}

bool Proposals::is_vertical(const Offer& offer) const {
  return holds_of(offer, class_of_, vertical_);
}

/// Whether a relation holds of the department and a thing.
bool Proposals::holds_of(const Offer& offer, std::optional<PredicateId> relation,
                         std::optional<Value> thing) const {
  if (!relation || !thing) return false;
  const std::array<Value, 2> tuple{offer.department, *thing};
  return evaluation_.database[*relation].contains(tuple);
}

/// Each reason once, whichever item it comes from.
Message Proposals::reason(const Offer& offer) {
  Message out;
  std::set<std::string> told;
  for (const Value item : offer.items) {
    const Key department{offer.department_kind, offer.department};
    const auto [known, is_new] = why_told_.try_emplace({department, {offer.item_kind, item}});
    if (is_new)
      known->second =
          reasons_->why({offer.department_kind, offer.department, offer.item_kind, item});
    for (const Message& line : known->second) {
      if (!told.insert(line.zh).second) continue;
      out.zh += (out.zh.empty() ? "" : "；") + line.zh;
      out.en += (out.en.empty() ? "" : "; ") + line.en;
    }
  }
  return out;
}

}  // namespace mingze::app
