#include "engine/evaluate/findings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/nested_matcher.hpp"

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

/// The distinct matches, in the order of their values.
Relation rows_of(const Program& program, const Database& database, const FindingRule& finding,
                 const std::vector<std::uint32_t>& read) {
  std::vector<bool> needed(finding.body.variables.size());
  for (const std::uint32_t v : read) needed[v] = true;
  Relation out(static_cast<std::uint32_t>(read.size()));
  std::vector<Value> row(read.size());
  for (const auto& match : matches(program, database, finding.body, needed)) {
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = match[read[i]];
    out.append(row);
  }
  return out;
}

/// A way to match a finding set by set.
struct Sets {
  NestedRule rule;
  std::shared_ptr<const Order> order;
};

/// From a place to those below it, as the members below some are neighbours; else any way.
std::optional<Sets> sets_of(const FindingRule& finding, const std::vector<std::uint32_t>& read,
                            const Program& program, const Orders& orders) {
  std::optional<Sets> out;
  for (const auto& order : orders.of_hierarchies()) {
    const KindId kind = program[order->hierarchy()].slots[0].kind;
    for (std::uint32_t place = 0; place < read.size(); ++place) {
      if (finding.body.variables[read[place]].kind != kind) continue;
      auto rule = nested_finding(finding.body, read, place, order->hierarchy());
      if (!rule) continue;
      const bool upwards = rule->link && rule->link->from == 0;
      if (!upwards) return Sets{std::move(*rule), order};
      if (!out) out = Sets{std::move(*rule), order};
    }
  }
  return out;
}

Relation matches_of(const Program& program, const Database& database, const FindingRule& finding,
                    const std::vector<std::uint32_t>& read, const Orders& orders) {
  const auto sets = read.size() > 63 ? std::nullopt : sets_of(finding, read, program, orders);
  if (!sets || !is_worth_matching_nested(database, sets->rule, sets->order))
    return rows_of(program, database, finding, read);
  const auto arity = static_cast<std::uint32_t>(read.size());
  NestBuilder found(arity, sets->rule.column, sets->order);
  match_nested(program, database, sets->rule, sets->order, {},
               [&](auto others, auto set) { found.add(others, set); });
  Relation out(arity);
  out.hold(found.finish());
  return out;
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

std::shared_ptr<const FindingMatches> found_by(const FindingRule& finding, Relation matches) {
  const std::size_t width = distinguishing_variables(finding).size();  // they are read first
  std::uint64_t count = matches.size();
  if (matches.arity() != width) {
    Relation distinct(static_cast<std::uint32_t>(width));
    for (std::uint32_t row = 0; row < matches.size(); ++row)
      distinct.insert(matches.row(row).first(width));
    count = distinct.size();
  }
  return std::make_shared<const FindingMatches>(std::move(matches), count);
}

std::vector<FindingId> findings_by_code(const Program& program) {
  std::vector<FindingId> out;
  for (std::uint32_t i = 0; i < program.findings.size(); ++i) out.push_back({i});
  std::sort(out.begin(), out.end(), [&](FindingId a, FindingId b) {
    return program.findings[a.value].id < program.findings[b.value].id;
  });
  return out;
}

RaisedFindings raise_findings(const Program& program, const Database& database,
                              const Orders& orders, const std::vector<bool>& unchanged,
                              const RaisedFindings& known) {
  RaisedFindings out;
  for (std::uint32_t i = 0; i < program.findings.size(); ++i) {
    const FindingRule& finding = program.findings[i];
    const std::vector<std::uint32_t> read = read_variables(finding);
    if (i < unchanged.size() && unchanged[i])
      out.add(known.of({i}));
    else
      out.add(found_by(finding, matches_of(program, database, finding, read, orders)));
  }
  return out;
}

}  // namespace mingze
