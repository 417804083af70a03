#include "report/resolution.hpp"

#include <algorithm>

#include "report/resolution_findings.hpp"

namespace mingze::report {

namespace {

/// Keys of a decision, merged from its values and its missing keys, both in key order.
class KeyWalk {
 public:
  KeyWalk(const Program& program, const Evaluation& evaluation, DecisionId decision)
      : decision_(program[decision]),
        predicate_(program[decision_.predicate]),
        values_(evaluation.database[decision_.predicate]),
        missing_(evaluation.outcomes[decision.value].missing),
        ranks_(program),
        key_columns_(columns_of(predicate_, decision_.key_slots)) {}

  void run(const std::function<void(const DecidedKey&)>& tell) {
    auto columns = key_columns_;
    columns.push_back({decision_.value_slot, predicate_.slots[decision_.value_slot].kind});
    const auto rows = sorted_rows(values_, columns, ranks_);
    const auto gaps = sorted_rows(missing_, missing_columns(), ranks_);
    std::size_t at = 0;
    std::size_t gap = 0;
    while (at < rows.size() || gap < gaps.size()) {
      const bool take_gap =
          at == rows.size() || (gap < gaps.size() && gap_first(gaps[gap], rows[at]));
      tell(take_gap ? missing_key(gaps[gap++]) : valued_key(rows, at));
    }
  }

 private:
  [[nodiscard]] std::vector<Column> missing_columns() const {
    std::vector<Column> columns = key_columns_;
    for (std::uint32_t i = 0; i < columns.size(); ++i) columns[i].index = i;
    return columns;
  }

  bool gap_first(std::uint32_t gap, std::uint32_t row) {
    for (std::uint32_t i = 0; i < key_columns_.size(); ++i) {
      const int order = ranks_.compare(key_columns_[i].kind, missing_.at(gap, i),
                                       values_.at(row, key_columns_[i].index));
      if (order != 0) return order < 0;
    }
    return false;
  }

  [[nodiscard]] DecidedKey missing_key(std::uint32_t gap) const {
    const auto key = missing_.row(gap);
    return {Status::missing, {key.begin(), key.end()}, {}};
  }

  /// The key at rows[at] with all its values; moves `at` past them.
  [[nodiscard]] DecidedKey valued_key(const std::vector<std::uint32_t>& rows,
                                      std::size_t& at) const {
    DecidedKey out;
    for (const Column& column : key_columns_) out.key.push_back(values_.at(rows[at], column.index));
    const auto same = [&](std::uint32_t row) {
      for (std::size_t i = 0; i < key_columns_.size(); ++i)
        if (values_.at(row, key_columns_[i].index) != out.key[i]) return false;
      return true;
    };
    for (; at < rows.size() && same(rows[at]); ++at)
      out.values.push_back(values_.at(rows[at], decision_.value_slot));
    out.status = out.values.size() == 1 ? Status::decided : Status::conflict;
    return out;
  }

  const Decision& decision_;
  const Predicate& predicate_;
  const Relation& values_;
  const Relation& missing_;
  Ranks ranks_;
  std::vector<Column> key_columns_;
};

}  // namespace

Resolution::Resolution(const Program& program, const Evaluation& evaluation, const Sources& sources,
                       Selection selection)
    : program_(program),
      evaluation_(evaluation),
      sources_(sources),
      selection_(std::move(selection)) {}

std::vector<DecisionId> Resolution::decisions() const {
  std::vector<DecisionId> all;
  for (std::uint32_t i = 0; i < program_.decisions.size(); ++i)
    if (!selection_.relation &&
        (!selection_.decision || *selection_.decision == program_.decisions[i].predicate))
      all.push_back({i});
  std::sort(all.begin(), all.end(), [&](DecisionId a, DecisionId b) {
    return program_[program_[a].predicate].id < program_[program_[b].predicate].id;
  });
  return all;
}

void Resolution::for_each_key(DecisionId decision,
                              const std::function<void(const DecidedKey&)>& tell) const {
  KeyWalk(program_, evaluation_, decision).run(tell);
}

void Resolution::for_each_finding(const std::function<void(const Finding&)>& tell) const {
  if (selection_.relation) return;
  FindingWalk(program_, evaluation_, sources_)
      .run(
          [this](const std::string& code) {
            if (selection_.silenced.contains(code)) return false;
            if (!selection_.decision) return true;
            const std::string& id = program_[*selection_.decision].id;
            return code == id + "-missing" || code == id + "-conflict";
          },
          tell);
}

void Resolution::for_each_tuple(PredicateId predicate,
                                const std::function<void(std::span<const Value>)>& tell) const {
  Ranks ranks(program_);
  const Relation& relation = evaluation_.database[predicate];
  for (const std::uint32_t row : sorted_rows(relation, columns_of(program_[predicate]), ranks))
    tell(relation.row(row));
}

ResolutionSummary Resolution::summary() const {
  ResolutionSummary out;
  const auto count = [&](const std::string& code, std::uint64_t findings) {
    const bool silent = selection_.silenced.contains(code);
    (silent ? out.silenced : out.findings)[code] += findings;
  };
  for (const FindingRule& finding : program_.findings) count(finding.id, 0);
  for (const RaisedFinding& raised : evaluation_.findings)
    count(program_.findings[raised.finding.value].id, 1);
  for (std::size_t i = 0; i < program_.predicates.size(); ++i) {
    const Predicate& predicate = program_.predicates[i];
    const std::uint64_t tuples =
        evaluation_.database[PredicateId{static_cast<std::uint32_t>(i)}].size();
    if (!predicate.decision) {
      out.relations[predicate.id] = tuples;
      continue;
    }
    const Outcome& outcome = evaluation_.outcomes[predicate.decision->value];
    const std::uint64_t missing = outcome.missing.size();
    const std::uint64_t conflict = outcome.conflicts.size();
    out.decisions[predicate.id] = {outcome.decided + missing + conflict, outcome.decided, missing,
                                   conflict, tuples};
    count(predicate.id + "-missing", missing);
    count(predicate.id + "-conflict", conflict);
  }
  return out;
}

std::optional<Severity> Resolution::gravest() const {
  std::optional<Severity> gravest;
  const auto add = [&](const std::string& code, Severity severity) {
    if (!selection_.silenced.contains(code) && (!gravest || severity < *gravest))
      gravest = severity;
  };
  for (const RaisedFinding& raised : evaluation_.findings) {
    const FindingRule& rule = program_.findings[raised.finding.value];
    add(rule.id, rule.severity);
  }
  for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
    const std::string& id = program_[program_.decisions[i].predicate].id;
    if (evaluation_.outcomes[i].missing.size() > 0) add(id + "-missing", Severity::error);
    if (evaluation_.outcomes[i].conflicts.size() > 0) add(id + "-conflict", Severity::error);
  }
  return gravest;
}

}  // namespace mingze::report
