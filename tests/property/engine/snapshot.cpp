#include "tests/property/engine/snapshot.hpp"

#include <algorithm>
#include <sstream>

#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {

namespace {

using Tuples = Snapshot::Tuples;
using What = TableChange::What;

Tuples tuples_of(const Relation& relation) {
  Tuples out;
  for (std::uint32_t row = 0; row < relation.size(); ++row)
    out.insert({relation.row(row).begin(), relation.row(row).end()});
  return out;
}

bool same(const RaisedFinding& a, const RaisedFinding& b) {
  return a.finding == b.finding && a.values == b.values && a.suggestions == b.suggestions;
}

bool same(const std::vector<RaisedFinding>& a, const std::vector<RaisedFinding>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return same(x, y); });
}

}  // namespace

Snapshot snapshot(const Program& program, const Evaluation& evaluation) {
  Snapshot out;
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
    const PredicateId id{p};
    out.tables[{id, What::tuples}] = tuples_of(evaluation.database[id]);
    if (!program[id].decision) continue;
    const Outcome& outcome = evaluation.outcomes[program[id].decision->value];
    out.tables[{id, What::candidates}] = tuples_of(outcome.candidates);
    out.tables[{id, What::bars}] = tuples_of(outcome.bars);
    out.tables[{id, What::missing}] = tuples_of(outcome.missing);
    out.tables[{id, What::conflicts}] = tuples_of(outcome.conflicts);
  }
  for (const Outcome& outcome : evaluation.outcomes) out.decided.push_back(outcome.decided);
  for (const RaisedFinding& raised : evaluation.findings.all(program))
    out.findings.push_back(raised);
  return out;
}

std::string difference(const Program& program, const Snapshot& got, const Snapshot& want) {
  std::ostringstream out;
  const auto print = [&](const Tuples& tuples, const Tuples& but, const char* sign) {
    for (const auto& tuple : tuples) {
      if (but.contains(tuple)) continue;
      out << " " << sign << "(";
      for (const Value value : tuple) out << " " << value;
      out << " )";
    }
  };
  for (const auto& [key, tuples] : want.tables) {
    const Tuples& other = got.tables.at(key);
    if (other == tuples) continue;
    out << program[key.first].id << " " << static_cast<int>(key.second) << ":";
    print(other, tuples, "+");
    print(tuples, other, "-");
    out << "\n";
  }
  if (got.decided != want.decided) out << "decided\n";
  if (!same(got.findings, want.findings)) out << "findings\n";
  return out.str();
}

std::string make(const Changes& changes, Snapshot& snapshot) {
  std::string wrong;
  for (const TableChange& table : changes.tables)
    table.for_each([&](std::span<const Value> tuple, bool added) {
      Tuples& tuples = snapshot.tables.at({table.predicate, table.what});
      const std::vector<Value> values(tuple.begin(), tuple.end());
      const bool fits = added ? tuples.insert(values).second : tuples.erase(values) == 1;
      if (!fits) wrong = "a tuple is added that was there, or removed that was not";
    });
  for (const RaisedFinding& gone : changes.withdrawn) {
    const auto at = std::find_if(snapshot.findings.begin(), snapshot.findings.end(),
                                 [&](const RaisedFinding& one) { return same(one, gone); });
    if (at == snapshot.findings.end())
      wrong = "a finding is withdrawn that was not raised";
    else
      snapshot.findings.erase(at);
  }
  for (const RaisedFinding& more : changes.raised) snapshot.findings.push_back(more);
  return wrong;
}

void make(const Edit& edit, Program& program) {
  const auto is = [](PredicateId predicate, const std::vector<Value>& values) {
    return [predicate, &values](const Fact& fact) {
      return fact.predicate == predicate && fact.values == values;
    };
  };
  if (const auto* more = std::get_if<AddFact>(&edit)) {
    if (std::none_of(program.facts.begin(), program.facts.end(), is(more->predicate, more->values)))
      program.facts.push_back({more->predicate, more->values, {}, {}});
  } else if (const auto* less = std::get_if<RemoveFact>(&edit)) {
    std::erase_if(program.facts, is(less->predicate, less->values));
  } else {
    const auto& other = std::get<SetOverrides>(edit);
    program.rules[other.rule.value].overrides = other.overrides;
  }
}

void Reached::count(std::span<const Edit> edits, const Changes& changes,
                    const std::set<PredicateId>& descents) {
  ++steps;
  from_scratch += changes.from_scratch ? 1 : 0;
  errors += changes.errors.empty() ? 0 : 1;
  if (changes.from_scratch) return;
  for (const TableChange& table : changes.tables) {
    candidates += table.what == What::candidates ? 1 : 0;
    bars += table.what == What::bars ? 1 : 0;
    missing += table.what == What::missing ? 1 : 0;
    conflicts += table.what == What::conflicts ? 1 : 0;
    below += table.what == What::tuples && descents.contains(table.predicate) ? 1 : 0;
  }
  findings += changes.raised.empty() && changes.withdrawn.empty() ? 0 : 1;
  if (changes.tables.empty()) return;
  for (const Edit& edit : edits) overrides += std::holds_alternative<SetOverrides>(edit) ? 1 : 0;
}

std::ostream& operator<<(std::ostream& out, const Reached& r) {
  return out << r.steps << " steps, " << r.from_scratch << " from scratch, " << r.errors
             << " errors, " << r.candidates << " of candidates, " << r.bars << " of bars, "
             << r.missing << " of missing, " << r.conflicts << " of conflicts, " << r.findings
             << " of findings, " << r.overrides << " of overrides, " << r.below
             << " of decisions down a hierarchy";
}

Followed::Followed(Program program, std::uint32_t nest_from)
    : program_(std::move(program)), nest_from_(nest_from) {
  Database facts(program_);
  facts.state(program_.facts);
  Diagnostics errors;
  resolved_ = Resolved::of(program_, facts, errors, nest_from);
  if (resolved_) kept_ = snapshot(program_, run(program_));
  for (const Stratum& stratum : plan(program_).strata)
    if (stratum.descent) descents_.insert(stratum.predicates.front());
}

Evaluation Followed::run(const Program& program) const {
  return nest_from_ == 0 ? run_engine_nested(program, plan(program))
                         : run_engine(program, plan(program));
}

bool Followed::has_errors_now(const Program& program) const {
  return has_errors(plan(program).diagnostics) || has_errors(run(program).diagnostics);
}

std::string Followed::apply(std::span<const Edit> edits, Reached& reached) {
  const Changes changes = resolved_->apply(edits);
  reached.count(edits, changes, descents_);
  Program next = program_;
  for (const Edit& edit : edits) make(edit, next);
  if (has_errors_now(next) == changes.errors.empty()) return "errors are missing, or too many";
  if (changes.errors.empty()) program_ = std::move(next);
  const Snapshot want = snapshot(program_, run(program_));
  std::string wrong = difference(program_, snapshot(program_, resolved_->evaluation()), want);
  if (!wrong.empty()) return wrong;
  wrong = make(changes, kept_);
  if (!wrong.empty()) return wrong;
  const bool all = std::all_of(want.findings.begin(), want.findings.end(), [&](const auto& one) {
    return std::any_of(kept_.findings.begin(), kept_.findings.end(),
                       [&](const auto& other) { return same(one, other); });
  });
  if (!all || kept_.findings.size() != want.findings.size()) return "findings that were told";
  kept_.findings = want.findings;
  kept_.decided = want.decided;
  wrong = difference(program_, kept_, want);
  if (!wrong.empty()) return "changes that were told: " + wrong;
  for (std::uint32_t d = 0; d < program_.decisions.size(); ++d) {
    const PredicateId predicate = program_.decisions[d].predicate;
    const Resolved::Counts counts{want.decided[d],
                                  want.tables.at({predicate, What::missing}).size(),
                                  want.tables.at({predicate, What::conflicts}).size()};
    if (resolved_->counts({d}) != counts) return "counts";
  }
  return {};
}

}  // namespace mingze::property
