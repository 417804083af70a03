#include "app/session/proposals.hpp"

#include <algorithm>

#include "draft/facts/lead_text.hpp"
#include "draft/facts/vocabulary.hpp"
#include "engine/explain/support.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

constexpr const char* vertical_class = "vertical-body";

bool mentions(const Program& program, const StatedFact& fact, KindId kind, Value value) {
  const auto& slots = program[fact.predicate].slots;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].kind == kind && fact.values[i] == value) return true;
  return false;
}

}  // namespace

Proposals::Proposals(const Program& program, const Evaluation& evaluation,
                     const draft::RegisterNames& names, const draft::Reading& reading,
                     const Source& text)
    : program_(program), evaluation_(evaluation), names_(names), reading_(reading), text_(text) {
  collect("offered-in-clause");
  collect("offered-in-item");
}

void Proposals::collect(const char* relation) {
  const draft::Vocabulary vocabulary(program_);
  const auto predicate = vocabulary.relation(relation, 3);
  if (!predicate) return;
  const auto& slots = program_[*predicate].slots;
  const Relation& rows = evaluation_.database[*predicate];
  const Symbols& symbols = program_.symbols;
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    offers_[{slots[1].kind, rows.at(row, 1)}].push_back(
        {slots[0].kind, rows.at(row, 0), slots[2].kind, rows.at(row, 2)});
  for (auto& [thing, offers] : offers_)
    std::sort(offers.begin(), offers.end(), [&](const Offer& a, const Offer& b) {
      const int order = symbols.compare(a.department_kind, a.department, b.department);
      return order != 0 ? order < 0 : symbols.compare(a.item_kind, a.item, b.item) < 0;
    });
}

void Proposals::add_to(report::Finding& finding, const RaisedFinding& raised) const {
  const FindingRule& rule = program_.findings[raised.finding.value];
  if (!rule.on || offers_.empty()) return;
  const KindId kind = rule.body.variables[*rule.on].kind;
  const auto offers = offers_.find({kind, raised.values[*rule.on]});
  if (offers == offers_.end()) return;
  std::vector<report::Suggestion> named;
  std::vector<report::Suggestion> others;
  for (const Offer& offer : offers->second) {
    report::Suggestion suggestion = suggestion_for(offer, finding);
    (suggestion.replacement.empty() ? others : named).push_back(std::move(suggestion));
  }
  finding.suggestions = std::move(named.empty() ? others : named);
}

/// Where the department stands in the clause its names are written anew; an item without any clause
/// gets one at its end; else there is only the advice.
report::Suggestion Proposals::suggestion_for(const Offer& offer,
                                             const report::Finding& finding) const {
  const std::string line = program_.symbols.id_of(offer.department_kind, offer.department);
  std::string name = draft::name_in_draft(reading_, names_, line, is_vertical(offer));
  if (name.empty()) name = program_.symbols.label_of(offer.department_kind, offer.department);
  report::Suggestion suggestion;
  const auto item = std::find_if(reading_.items.begin(), reading_.items.end(),
                                 [&](const auto& one) { return one.id == finding.item; });
  if (item != reading_.items.end()) {
    if (item->clauses.empty()) {
      suggestion.replacement = "（" + name + "牵头）";
      suggestion.span = {item->span.source, item->span.end, item->span.end};
    } else if (const auto rewrite = rewritten(*item, finding.span, line, name)) {
      suggestion.replacement = rewrite->text;
      suggestion.span = rewrite->span;
    }
  }
  const Message why = reason(offer);
  suggestion.message = {"由" + name + "牵头：" + why.zh, "let " + name + " lead: " + why.en};
  if (!suggestion.replacement.empty()) {
    suggestion.message.zh += "；可写作“" + suggestion.replacement + "”";
    suggestion.message.en += "; write “" + suggestion.replacement + "”";
  }
  return suggestion;
}

std::optional<draft::Rewrite> Proposals::rewritten(const draft::Item& item, Span where,
                                                   const std::string& line,
                                                   std::string& name) const {
  for (const draft::Clause& clause : item.clauses) {
    if (clause.span != where) continue;
    for (std::size_t i = 0; i < clause.named.size(); ++i) {
      if (!draft::is_of_line(clause.named[i], line)) continue;
      name = clause.named[i].text;
      return draft::with_lead(clause, i, text_.text());
    }
  }
  return std::nullopt;
}

bool Proposals::is_vertical(const Offer& offer) const {
  const draft::Vocabulary vocabulary(program_);
  const auto relation = vocabulary.relation("class-of", 2);
  const auto kind = vocabulary.kind("body-class");
  if (!relation || !kind) return false;
  const auto vertical = program_.symbols.find_entity(*kind, vertical_class);
  const std::vector<Value> tuple{offer.department, vertical.value_or(0)};
  return vertical && evaluation_.database[*relation].contains(tuple);
}

/// 交通运输部门 审批 船舶污染防治 · 谁审批谁负责 · 工作原则: for each rule that put it forward.
Message Proposals::reason(const Offer& offer) const {
  Message out;
  const Support support(program_, evaluation_);
  const auto add = [&](const std::string& zh, const std::string& en, const char* separator) {
    out.zh += (out.zh.empty() ? "" : separator) + zh;
    out.en += (out.en.empty() ? "" : separator) + en;
  };
  for (std::size_t d = 0; d < program_.decisions.size(); ++d) {
    const Decision& decision = program_.decisions[d];
    const auto& slots = program_[decision.predicate].slots;
    if (slots[decision.value_slot].kind != offer.department_kind) continue;
    const Relation& candidates = evaluation_.outcomes[d].candidates;
    for (std::uint32_t row = 0; row < candidates.size(); ++row) {
      std::vector<Value> tuple(candidates.row(row).begin(), candidates.row(row).end());
      const RuleId rule{tuple.back()};
      tuple.pop_back();
      if (tuple[decision.value_slot] != offer.department || !speaks_of(slots, tuple, offer))
        continue;
      bool first = true;
      for (const StatedFact& fact : support.behind_candidate(rule, decision.predicate, tuple)) {
        if (!mentions(program_, fact, offer.department_kind, offer.department)) continue;
        add(report::sentence(program_, fact.predicate, fact.values, Language::zh),
            report::sentence(program_, fact.predicate, fact.values, Language::en),
            first ? "；" : "，");
        first = false;
      }
      const Rule& by = program_[rule];
      const std::string& label = by.label.empty() ? by.id : by.label;
      add(label, label, " · ");
      for (const Citation& citation : by.cites)
        if (!citation.clause.empty()) add(citation.clause, citation.clause, " · ");
    }
  }
  return out;
}

bool Proposals::speaks_of(const std::vector<Slot>& slots, const std::vector<Value>& tuple,
                          const Offer& offer) {
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].kind == offer.item_kind && tuple[i] == offer.item) return true;
  return false;
}

}  // namespace mingze::app
