#include "engine/evaluate/findings.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/evaluate/evaluate.hpp"

namespace mingze {

namespace {

void add_variables(const TextTemplate& text, std::vector<std::uint32_t>& out) {
  for (const TextPiece& piece : text)
    if (piece.variable && std::find(out.begin(), out.end(), *piece.variable) == out.end())
      out.push_back(*piece.variable);
}

std::vector<std::uint32_t> suggested_variables(const FindingRule& finding) {
  std::vector<std::uint32_t> out;
  if (!finding.suggest) return out;
  add_variables(finding.suggest->en, out);
  add_variables(finding.suggest->zh, out);
  return out;
}

void raise(const Program& program, const Database& database, FindingId id,
           std::vector<RaisedFinding>& out) {
  const FindingRule& finding = program.findings[id.value];
  std::vector<bool> needed(finding.body.variables.size());
  for (const std::uint32_t v : read_variables(finding)) needed[v] = true;
  auto raised = findings_of(program, id, matches(program, database, finding.body, needed));
  std::move(raised.begin(), raised.end(), std::back_inserter(out));
}

}  // namespace

std::vector<std::uint32_t> distinguishing_variables(const FindingRule& finding) {
  std::vector<std::uint32_t> out;
  if (finding.on) out.push_back(*finding.on);
  add_variables(finding.message.en, out);
  add_variables(finding.message.zh, out);
  return out;
}

std::vector<std::uint32_t> read_variables(const FindingRule& finding) {
  std::vector<std::uint32_t> out = distinguishing_variables(finding);
  for (const std::uint32_t v : suggested_variables(finding))
    if (std::find(out.begin(), out.end(), v) == out.end()) out.push_back(v);
  return out;
}

std::vector<std::string> ids_of(const Program& program, const FindingRule& finding,
                                const std::vector<std::uint32_t>& variables,
                                const std::vector<Value>& match) {
  std::vector<std::string> out;
  for (const std::uint32_t v : variables)
    out.push_back(program.symbols.id_of(finding.body.variables[v].kind, match[v]));
  return out;
}

std::vector<RaisedFinding> findings_of(const Program& program, FindingId id,
                                       std::vector<std::vector<Value>> matches) {
  const FindingRule& finding = program.findings[id.value];
  const std::vector<std::uint32_t> distinct = distinguishing_variables(finding);
  const std::vector<std::uint32_t> suggested = suggested_variables(finding);
  std::map<std::vector<std::string>, RaisedFinding> raised;
  for (auto& match : matches) {
    auto& entry = raised[ids_of(program, finding, distinct, match)];
    if (entry.values.empty()) entry = {id, match, {}};
    if (finding.suggest) entry.suggestions.push_back(std::move(match));
  }
  std::vector<RaisedFinding> out;
  for (auto& [key, entry] : raised) {
    std::sort(
        entry.suggestions.begin(), entry.suggestions.end(), [&](const auto& a, const auto& b) {
          return ids_of(program, finding, suggested, a) < ids_of(program, finding, suggested, b);
        });
    out.push_back(std::move(entry));
  }
  return out;
}

std::vector<RaisedFinding> raise_findings(const Program& program, const Database& database,
                                          const std::vector<bool>& unchanged,
                                          const std::vector<RaisedFinding>& known) {
  std::vector<std::uint32_t> order(program.findings.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return program.findings[a].id < program.findings[b].id;
  });
  std::vector<RaisedFinding> out;
  for (const std::uint32_t i : order) {
    if (i < unchanged.size() && unchanged[i])
      std::copy_if(known.begin(), known.end(), std::back_inserter(out),
                   [&](const RaisedFinding& one) { return one.finding.value == i; });
    else
      raise(program, database, {i}, out);
  }
  return out;
}

}  // namespace mingze
