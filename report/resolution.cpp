#include "report/resolution.hpp"

#include <algorithm>

namespace mingze::report {

namespace {

/// Keys of a decision, merged from its values and its missing keys, both in key order.
class KeyWalk {
 public:
  KeyWalk(const Program& program, const Evaluation& evaluation, DecisionId decision)
      : ranks_(program),
        decision_(program[decision]),
        key_columns_(columns_of(program[decision_.predicate], decision_.key_slots)),
        values_(evaluation.database[decision_.predicate], value_columns(program), ranks_),
        missing_(evaluation.outcomes[decision.value].missing, missing_columns(), ranks_) {}

  /// Until `tell` returns false.
  void run(const std::function<bool(const DecidedKey&)>& tell) {
    bool value = values_.next();
    bool gap = missing_.next();
    while (value || gap) {
      if (!value || (gap && gap_first())) {
        const auto key = missing_.tuple();
        if (!tell({Status::missing, {key.begin(), key.end()}, {}})) return;
        gap = missing_.next();
      } else if (!tell(valued_key(value))) {
        return;
      }
    }
  }

 private:
  [[nodiscard]] std::vector<Column> value_columns(const Program& program) const {
    std::vector<Column> columns = key_columns_;
    const KindId kind = program[decision_.predicate].slots[decision_.value_slot].kind;
    columns.push_back({decision_.value_slot, kind});
    return columns;
  }

  [[nodiscard]] std::vector<Column> missing_columns() const {
    std::vector<Column> columns = key_columns_;
    for (std::uint32_t i = 0; i < columns.size(); ++i) columns[i].index = i;
    return columns;
  }

  bool gap_first() {
    for (std::size_t i = 0; i < key_columns_.size(); ++i) {
      const int order = ranks_.compare(key_columns_[i].kind, missing_.tuple()[i],
                                       values_.tuple()[key_columns_[i].index]);
      if (order != 0) return order < 0;
    }
    return false;
  }

  /// The key at hand with all its values; `more`: whether there is another behind it.
  DecidedKey valued_key(bool& more) {
    DecidedKey out;
    for (const Column& column : key_columns_) out.key.push_back(values_.tuple()[column.index]);
    const auto same = [&] {
      for (std::size_t i = 0; i < key_columns_.size(); ++i)
        if (values_.tuple()[key_columns_[i].index] != out.key[i]) return false;
      return true;
    };
    for (more = true; more && same(); more = values_.next())
      out.values.push_back(values_.tuple()[decision_.value_slot]);
    out.status = out.values.size() == 1 ? Status::decided : Status::conflict;
    return out;
  }

  Ranks ranks_;
  const Decision& decision_;
  std::vector<Column> key_columns_;
  OrderedTuples values_;
  OrderedTuples missing_;
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
                              const std::function<bool(const DecidedKey&)>& tell) const {
  KeyWalk(program_, evaluation_, decision).run(tell);
}

bool Resolution::tells(const std::string& code) const {
  if (selection_.relation || selection_.silenced.contains(code)) return false;
  if (!selection_.decision) return true;
  const std::string& id = program_[*selection_.decision].id;
  return code == id + "-missing" || code == id + "-conflict";
}

void Resolution::for_each_finding(const std::function<bool(const Finding&)>& tell,
                                  const WhyRaised& why) const {
  FindingWalk(program_, evaluation_, sources_)
      .run([this](const std::string& code) { return tells(code); }, tell, why);
}

std::uint64_t Resolution::finding_count() const {
  std::uint64_t out = 0;
  for (const auto& [code, findings] : summary().findings)
    if (tells(code)) out += findings;
  return out;
}

void Resolution::for_each_tuple(PredicateId predicate,
                                const std::function<void(std::span<const Value>)>& tell) const {
  Ranks ranks(program_);
  OrderedTuples tuples(evaluation_.database[predicate], columns_of(program_[predicate]), ranks);
  while (tuples.next()) tell(tuples.tuple());
}

ResolutionSummary Resolution::summary() const {
  ResolutionSummary out;
  const auto count = [&](const std::string& code, std::uint64_t findings) {
    const bool silent = selection_.silenced.contains(code);
    (silent ? out.silenced : out.findings)[code] += findings;
  };
  for (std::uint32_t i = 0; i < program_.findings.size(); ++i)
    count(program_.findings[i].id, evaluation_.findings.count({i}));
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
  for (std::uint32_t i = 0; i < program_.findings.size(); ++i)
    if (evaluation_.findings.count({i}) > 0)
      add(program_.findings[i].id, program_.findings[i].severity);
  for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
    const std::string& id = program_[program_.decisions[i].predicate].id;
    if (evaluation_.outcomes[i].missing.size() > 0) add(id + "-missing", Severity::error);
    if (evaluation_.outcomes[i].conflicts.size() > 0) add(id + "-conflict", Severity::error);
  }
  return gravest;
}

}  // namespace mingze::report
