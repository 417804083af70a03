#include "engine/resolve/resolver.hpp"

#include <algorithm>

namespace mingze {

namespace {

std::uint64_t slot_columns(const Predicate& predicate) {
  return (std::uint64_t{1} << predicate.slots.size()) - 1;
}

}  // namespace

void Resolver::settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
                      Relation& decided) {
  const std::vector<std::uint32_t>& keys = program_[decision].key_slots;
  const auto same_key = [&](std::uint32_t a, std::uint32_t b) {
    return std::all_of(keys.begin(), keys.end(), [&](std::uint32_t slot) {
      return outcome.candidates.at(a, slot) == outcome.candidates.at(b, slot);
    });
  };
  std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (const std::uint32_t slot : keys) {
      const Value left = outcome.candidates.at(a, slot);
      const Value right = outcome.candidates.at(b, slot);
      if (left != right) return left < right;
    }
    return a < b;
  });
  for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
    while (to < rows.size() && same_key(rows[from], rows[to])) ++to;
    settle_key(decision, std::span(rows).subspan(from, to - from), outcome, decided);
  }
}

std::vector<bool> Resolver::barred(DecisionId decision, const Outcome& outcome,
                                   std::span<const Value> slots,
                                   const std::vector<Candidate>& candidates) const {
  std::vector<bool> out(candidates.size());
  if (outcome.bars.size() == 0) return out;
  const Decision& d = program_[decision];
  std::vector<Value> tuple(slots.begin(), slots.end());
  const std::uint64_t columns = slot_columns(program_[d.predicate]);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    tuple[d.value_slot] = candidates[i].value;
    out[i] =
        !outcome.bars.for_each_with(columns, tuple, [](std::span<const Value>) { return false; });
  }
  return out;
}

void Resolver::settle_key(DecisionId decision, std::span<const std::uint32_t> rows,
                          Outcome& outcome, Relation& decided) {
  const Decision& d = program_[decision];
  const auto slots = static_cast<std::uint32_t>(program_[d.predicate].slots.size());
  std::vector<Candidate> candidates;
  bool agreed = true;
  for (const std::uint32_t row : rows) {
    candidates.push_back(
        {{outcome.candidates.at(row, slots)}, outcome.candidates.at(row, d.value_slot)});
    agreed = agreed && candidates.back().value == candidates.front().value;
  }
  std::vector<Value> tuple(outcome.candidates.row(rows.front()).begin(),
                           outcome.candidates.row(rows.front()).begin() + slots);
  const std::vector<bool> out = barred(decision, outcome, tuple, candidates);
  std::vector<Value> values;
  if (agreed) {
    if (!out.front()) values.push_back(candidates.front().value);
  } else {
    const std::vector<Verdict> verdicts = judge(decision, candidates, out, precedence_);
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (verdicts[i].stands()) values.push_back(candidates[i].value);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  for (const Value value : values) {
    tuple[d.value_slot] = value;
    decided.insert(tuple);
  }
  if (values.size() == 1) ++outcome.decided;
  if (values.size() < 2) return;
  std::vector<Value> key;
  for (const std::uint32_t slot : d.key_slots) key.push_back(tuple[slot]);
  outcome.conflicts.insert(key);
}

std::vector<Resolver::Judged> Resolver::judged(DecisionId decision, const Outcome& outcome,
                                               const std::vector<Value>& key) {
  const Decision& d = program_[decision];
  const auto slots = static_cast<std::uint32_t>(program_[d.predicate].slots.size());
  std::vector<Value> tuple(slots);
  std::uint64_t columns = 0;
  for (std::size_t i = 0; i < key.size(); ++i) {
    tuple[d.key_slots[i]] = key[i];
    columns |= std::uint64_t{1} << d.key_slots[i];
  }
  std::vector<Value> by_column;
  for (std::uint32_t slot = 0; slot < slots; ++slot)
    if ((columns >> slot & 1U) != 0) by_column.push_back(tuple[slot]);
  std::vector<Candidate> candidates;
  outcome.candidates.for_each_with(columns, by_column, [&](std::span<const Value> candidate) {
    candidates.push_back({{candidate[slots]}, candidate[d.value_slot]});
    return true;
  });
  const KindId kind = program_[d.predicate].slots[d.value_slot].kind;
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    const int order = program_.symbols.compare(kind, a.value, b.value);
    return order != 0 ? order < 0 : program_[a.rule].id < program_[b.rule].id;
  });
  const std::vector<Verdict> verdicts =
      judge(decision, candidates, barred(decision, outcome, tuple, candidates), precedence_);
  std::vector<Judged> out;
  for (std::size_t i = 0; i < candidates.size(); ++i) out.push_back({candidates[i], verdicts[i]});
  return out;
}

}  // namespace mingze
