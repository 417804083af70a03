#include "app/session/draft_findings.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/evaluate/findings.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::app {

namespace {

/// Relations that give a thing of the draft words to be written in its place: slot 0 and slot 1.
constexpr std::array<std::string_view, 2> rewriting{{"now-written", "near-name"}};

/// The sentence among a finding's conditions whose words its suggestion tells.
const Atom* rewriting_condition(const Program& program, const FindingRule& rule) {
  for (const Condition& condition : rule.body.conditions) {
    if (condition.sort != Condition::Sort::positive || condition.atom.terms.size() != 2) continue;
    const std::string& id = program[condition.atom.predicate].id;
    const auto& terms = condition.atom.terms;
    if (std::find(rewriting.begin(), rewriting.end(), id) != rewriting.end() &&
        terms[0].is_variable && terms[1].is_variable)
      return &condition.atom;
  }
  return nullptr;
}

/// Puts the words at their place, where the suggestion tells them.
void place_rewriting(const Program& program, const RaisedFinding& raised,
                     const draft::Places& places, report::Finding& finding) {
  const FindingRule& rule = program.findings[raised.finding.value];
  const Atom* atom = rewriting_condition(program, rule);
  if (atom == nullptr || !rule.suggest || !rule.on || *rule.on != atom->terms[0].value) return;
  const std::uint32_t words = atom->terms[1].value;
  const auto tells = [&](const TextPiece& piece) { return piece.variable == words; };
  if (std::none_of(rule.suggest->zh.begin(), rule.suggest->zh.end(), tells)) return;
  const draft::Place* place =
      places.find(rule.body.variables[*rule.on].kind, raised.values[*rule.on]);
  if (place == nullptr) return;
  // A name that is like another may still be right: the register does not know every body.
  const bool is_sure = program[atom->predicate].id == "now-written";
  for (std::size_t i = 0; i < finding.suggestions.size(); ++i) {
    finding.suggestions[i].replacement =
        std::string(program.symbols.text(raised.suggestions[i][words]));
    finding.suggestions[i].span = place->span;
    finding.suggestions[i].sure = is_sure && finding.suggestions.size() == 1;
  }
}

report::RelatedPlace elsewhere(const std::string& label, Span span, const Sources& sources) {
  const Source& source = sources[span.source];
  return {{"“" + label + "”写在那里", "\"" + label + "\" stands there"},
          {},
          source.name(),
          source.lines().line_of(span.begin)};
}

bool surrounds(Span outer, Span inner) {
  return outer.begin <= inner.begin && outer.end >= inner.end;
}

}  // namespace

report::Finding finding_in_draft(const Program& program, const RaisedFinding& raised,
                                 const draft::Places& places, const report::CheckedDraft& draft,
                                 const Sources& sources) {
  const FindingRule& rule = program.findings[raised.finding.value];
  report::Finding finding = report::finding_of(program, raised);
  finding.item.clear();
  finding.span = {};
  for (const std::uint32_t variable : distinguishing_variables(rule)) {
    const KindId kind = rule.body.variables[variable].kind;
    const Value value = raised.values[variable];
    const draft::Place* place = places.find(kind, value);
    if (place == nullptr) continue;
    const draft::Place& at = *place;
    if (&sources[at.span.source] != draft.text) {
      finding.related.push_back(elsewhere(program.symbols.label_of(kind, value), at.span, sources));
      continue;
    }
    if (finding.item.empty()) finding.item = at.item;
    if (!finding.span.valid()) {
      finding.span = at.span;
    } else if (!surrounds(at.span, finding.span)) {
      const std::string label = program.symbols.label_of(kind, value);
      finding.related.push_back(
          {{"“" + label + "”在这里", "\"" + label + "\" stands here"}, at.span, {}, 0});
    }
  }
  place_rewriting(program, raised, places, finding);
  if (!finding.span.valid()) finding.span = draft.reading.title_span;
  return finding;
}

}  // namespace mingze::app
