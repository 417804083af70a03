#include "app/session/draft_findings.hpp"

#include "engine/evaluate/findings.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::app {

namespace {

bool surrounds(Span outer, Span inner) {
  return outer.begin <= inner.begin && outer.end >= inner.end;
}

}  // namespace

report::Finding finding_in_draft(const Program& program, const RaisedFinding& raised,
                                 const draft::Places& places, const draft::Reading& reading) {
  const FindingRule& rule = program.findings[raised.finding.value];
  report::Finding finding = report::finding_of(program, raised);
  finding.item.clear();
  finding.span = {};
  for (const std::uint32_t variable : distinguishing_variables(rule)) {
    const KindId kind = rule.body.variables[variable].kind;
    const Value value = raised.values[variable];
    const auto place = places.find({kind, value});
    if (place == places.end()) continue;
    const draft::Place& at = place->second;
    if (finding.item.empty()) finding.item = at.item;
    if (!finding.span.valid()) {
      finding.span = at.span;
    } else if (!surrounds(at.span, finding.span)) {
      const std::string label = program.symbols.label_of(kind, value);
      finding.related.push_back(
          {{"“" + label + "”在这里", "\"" + label + "\" stands here"}, at.span, {}, 0});
    }
  }
  if (!finding.span.valid()) finding.span = reading.title_span;
  return finding;
}

}  // namespace mingze::app
