#include "app/session/list_reason.hpp"

#include <algorithm>
#include <map>

#include "draft/facts/vocabulary.hpp"
#include "engine/evaluate/findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

/// The values of a sentence of the finding, where all of it is told and it speaks of an item.
std::optional<std::vector<Value>> told(const Atom& atom, const Program& program, KindId item,
                                       const std::vector<std::uint32_t>& variables,
                                       const RaisedFinding& raised) {
  const auto& slots = program[atom.predicate].slots;
  const bool speaks_of_item =
      std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.kind == item; });
  if (!speaks_of_item || program[atom.predicate].decision) return std::nullopt;
  std::vector<Value> out;
  for (const Term& term : atom.terms) {
    const bool known = !term.is_variable ||
                       std::find(variables.begin(), variables.end(), term.value) != variables.end();
    if (!known) return std::nullopt;
    out.push_back(term.is_variable ? raised.values[term.value] : term.value);
  }
  return out;
}

}  // namespace

void cite_lists(const PlaceLists& lists, const Program& program, const Support& support,
                const RaisedFinding& raised, report::Finding& finding) {
  const auto item = draft::Vocabulary(program).kind("item");
  if (!item) return;
  const FindingRule& rule = program.findings[raised.finding.value];
  const auto variables = distinguishing_variables(rule);
  std::map<ListRow, Message> rows;
  for (const Condition& condition : rule.body.conditions) {
    if (condition.sort != Condition::Sort::positive) continue;
    const auto values = told(condition.atom, program, *item, variables, raised);
    if (!values) continue;
    for (const StatedFact& fact : support.behind(condition.atom.predicate, *values))
      if (const auto row = lists.row_of(fact.origin))
        rows.emplace(
            *row, Message{report::run_together(
                              report::sentence(program, fact.predicate, fact.values, Language::zh)),
                          report::sentence(program, fact.predicate, fact.values, Language::en)});
  }
  for (const auto& [row, sentence] : rows) {
    const std::string name = name_of(row.file);
    finding.basis.push_back({name, name, "第 " + std::to_string(row.row) + " 行"});
    finding.related.push_back({sentence, {}, row.file, row.row});
  }
}

}  // namespace mingze::app
