#include "app/session/snapshot.hpp"

#include <algorithm>
#include <iterator>

#include "engine/evaluate/findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

constexpr std::string_view first_line = "mingze test snapshot 1";

std::vector<Value> tuple_of_key(const Program& program, const Decision& decision,
                                std::span<const Value> key) {
  std::vector<Value> tuple(program[decision.predicate].slots.size());
  for (std::size_t i = 0; i < key.size(); ++i) tuple[decision.key_slots[i]] = key[i];
  return tuple;
}

/// The key alone: the place of the value stays open.
std::string key_words(const Program& program, const Decision& decision,
                      std::span<const Value> key) {
  const Predicate& predicate = program[decision.predicate];
  const std::vector<Value> tuple = tuple_of_key(program, decision, key);
  std::vector<std::string> words;
  for (std::uint32_t slot = 0; slot < tuple.size(); ++slot)
    words.push_back(slot == decision.value_slot ? "_"
                                                : report::quoted_if_needed(program.symbols.id_of(
                                                      predicate.slots[slot].kind, tuple[slot])));
  return report::sentence_of_words(predicate, words, Language::zh);
}

/// The code of a finding and the values that make it distinct, by the names of its variables.
std::string finding_words(const Program& program, const RaisedFinding& raised) {
  const FindingRule& finding = program.findings[raised.finding.value];
  std::string out = finding.id + ":";
  for (const std::uint32_t variable : distinguishing_variables(finding)) {
    const Variable& named = finding.body.variables[variable];
    out += " " + named.name + " = " +
           report::quoted_if_needed(program.symbols.id_of(named.kind, raised.values[variable]));
  }
  return out;
}

}  // namespace

std::vector<std::string> resolution_lines(const Program& program, const Evaluation& evaluation) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < program.decisions.size(); ++i) {
    const Decision& decision = program.decisions[i];
    const Outcome& outcome = evaluation.outcomes[i];
    const std::string& id = program[decision.predicate].id;
    const Relation& decided = evaluation.database[decision.predicate];
    for (std::uint32_t row = 0; row < decided.size(); ++row)
      lines.push_back(id + ": " +
                      report::sentence(program, decision.predicate, decided.row(row), Language::zh,
                                       report::Naming::id));
    for (std::uint32_t row = 0; row < outcome.missing.size(); ++row)
      lines.push_back(id + "-missing: " + key_words(program, decision, outcome.missing.row(row)));
    for (std::uint32_t row = 0; row < outcome.conflicts.size(); ++row)
      lines.push_back(id +
                      "-conflict: " + key_words(program, decision, outcome.conflicts.row(row)));
  }
  for (const RaisedFinding& raised : evaluation.findings.all(program))
    lines.push_back(finding_words(program, raised));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::optional<Snapshots> Snapshots::of(std::string_view text) {
  const auto next_line = [&]() -> std::optional<std::string_view> {
    if (text.empty()) return std::nullopt;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  if (next_line() != first_line) return std::nullopt;
  Snapshots out;
  std::vector<std::string>* lines = nullptr;
  while (const auto line = next_line()) {
    if (line->starts_with("= ")) {
      Key key{std::string(line->substr(2)), 0};
      while (out.tests_.contains(key)) ++key.second;
      lines = &out.tests_[key];
    } else if (line->starts_with("  ") && lines != nullptr) {
      lines->emplace_back(line->substr(2));
    } else if (!line->empty()) {
      return std::nullopt;
    }
  }
  return out;
}

std::string Snapshots::text() const {
  std::string out = std::string(first_line) + "\n";
  for (const auto& [key, lines] : tests_) {
    out += "\n= " + key.first + "\n";
    for (const std::string& line : lines) out += "  " + line + "\n";
  }
  return out;
}

std::vector<report::TestReport::Failed> Snapshots::differences(
    const Key& test, const std::vector<std::string>& lines, std::uint32_t line_of_test) const {
  const auto known = tests_.find(test);
  if (known == tests_.end())
    return {{{"快照里有这个用例", "a snapshot of this test"},
             {"没有；运行 mingze test --update 来添加", "none; mingze test --update adds it"},
             line_of_test}};
  std::vector<std::string> gone;
  std::vector<std::string> come;
  std::set_difference(known->second.begin(), known->second.end(), lines.begin(), lines.end(),
                      std::back_inserter(gone));
  std::set_difference(lines.begin(), lines.end(), known->second.begin(), known->second.end(),
                      std::back_inserter(come));
  std::vector<report::TestReport::Failed> out;
  for (const std::string& line : gone)
    out.push_back({{"快照：" + line, "snapshot: " + line}, {"没有", "not there"}, line_of_test});
  for (const std::string& line : come)
    out.push_back({{"快照里没有", "not in the snapshot"}, {line, line}, line_of_test});
  constexpr std::size_t told = 20;
  if (out.size() > told) {
    const std::string more = std::to_string(out.size() - told);
    out.resize(told);
    out.push_back({{"与快照一致", "as in the snapshot"},
                   {"还有 " + more + " 处不同", more + " more differences"},
                   line_of_test});
  }
  return out;
}

std::string snapshot_path(const std::string& program) {
  const std::string stem =
      program.ends_with(".mz") ? program.substr(0, program.size() - 3) : program;
  return stem + ".snap";
}

}  // namespace mingze::app
