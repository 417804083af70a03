#include "engine/update/decision_update.hpp"

#include <algorithm>

namespace mingze {

namespace {

std::uint64_t length(Run run) { return run.to - run.from; }

/// What is left of what went and came again.
void cancel(SetDelta& delta) {
  if (delta.gained.empty() || delta.lost.empty()) return;
  SetDelta net;
  subtract(delta.gained, delta.lost, net.gained);
  subtract(delta.lost, delta.gained, net.lost);
  delta = std::move(net);
}

}  // namespace

DecisionUpdate::DecisionUpdate(const Program& program, DecisionId decision,
                               std::optional<std::uint32_t> column, TableId decided,
                               const OutcomeTables& tables, Store& store, Precedence& precedence)
    : decided_(decided), tables_(tables), contests_(decision) {
  const auto place = [&](std::uint32_t slot) { return column && slot > *column ? slot - 1 : slot; };
  const std::vector<std::uint32_t>& keys = program[decision].key_slots;
  value_ = place(program[decision].value_slot);
  std::vector<std::uint32_t> slots;  // of a line, in order
  for (const std::uint32_t slot : keys)
    if (slot != column) slots.push_back(slot);
  std::sort(slots.begin(), slots.end());
  for (const std::uint32_t slot : slots) key_ |= std::uint64_t{1} << place(slot);
  for (const std::uint32_t slot : keys)
    if (slot != column)
      conflict_.push_back(static_cast<std::uint32_t>(
          std::lower_bound(slots.begin(), slots.end(), slot) - slots.begin()));
  keys_ = Relation(static_cast<std::uint32_t>(slots.size()));
  if (key_ != 0)
    for (const TableId table : {tables_.candidates, tables_.bars, decided_}) {
      store.arrange(table, key_);
      static_cast<void>(store[table].groups().index(key_));  // makes it
    }
  const Table& candidates = store[tables_.candidates];
  const std::uint32_t count = candidates.groups().size();
  for (std::uint32_t from = 0, to = 0; from < count; from = to) {
    const std::vector<Value> key = line_of(candidates, from);
    rows_.clear();
    for (; to < count && line_of(candidates, to) == key; ++to) rows_.push_back(to);
    const std::uint32_t row = put(key);
    lines_[row] = line(key, rows_, store, precedence);
    for (const auto& [places, situation] : lines_[row].stretches)
      if (contests_.standing(lines_[row].situations[situation].contest).size() == 1)
        decided_count_ += length(places);
  }
  find_tuples(store[decided_]);
}

std::vector<Value> DecisionUpdate::line_of(const Table& table, std::uint32_t row) const {
  const std::span<const Value> group = table.groups().row(row);
  std::vector<Value> out;
  for (std::uint32_t c = 0; c < group.size(); ++c)
    if ((key_ >> c & 1U) != 0) out.push_back(group[c]);
  return out;
}

std::uint32_t DecisionUpdate::put(std::span<const Value> key) {
  const std::uint32_t row = keys_.put(key);
  if (row == lines_.size()) lines_.emplace_back();
  return row;
}

/// The rows of a line in candidates, bars or tuples.
void DecisionUpdate::find_rows(const Table& table, std::span<const Value> line,
                               std::vector<std::uint32_t>& out) const {
  out.clear();
  if (key_ == 0) {  // one line
    for (std::uint32_t row = 0; row < table.groups().size(); ++row)
      if (table.alive()[row]) out.push_back(row);
    return;
  }
  const Index& index = table.groups().index(key_);
  for (std::uint32_t row = index.first(table.groups().data(), line); row != no_row;
       row = index.next(row))
    if (table.alive()[row]) out.push_back(row);
}

/// Finds the rows of all lines' values again.
void DecisionUpdate::find_tuples(const Table& table) {
  for (std::uint32_t row = 0; row < lines_.size(); ++row) {
    Line& line = lines_[row];
    line.rows.assign(line.values.size(), no_row);
    find_rows(table, keys_.row(row), rows_);
    for (const std::uint32_t tuples : rows_) {
      const auto value = std::lower_bound(line.values.begin(), line.values.end(),
                                          table.groups().at(tuples, value_));
      line.rows[static_cast<std::size_t>(value - line.values.begin())] = tuples;
    }
  }
  renumbered_ = table.renumbered();
}

/// Also the lines of what has come back: they may have been settled without it.
void DecisionUpdate::add_changed(const Table& table, Relation& keys) const {
  for (std::uint32_t i = 0; i < table.changed(); ++i) keys.put(line_of(table, table.change(i).row));
}

void DecisionUpdate::update(Store& store, Precedence& precedence, bool another) {
  if (renumbered_ != store[decided_].renumbered()) find_tuples(store[decided_]);
  if (another) judge_again(store, precedence);
  Relation changed(keys_.arity());
  add_changed(store[tables_.candidates], changed);
  add_changed(store[tables_.bars], changed);
  for (std::uint32_t row = 0; row < changed.size(); ++row)
    settle(changed.row(row), store, precedence);
}

// --- a line anew ---

/// The line with these candidates, judged.
Line DecisionUpdate::line(std::span<const Value> key, std::span<const std::uint32_t> rows,
                          const Store& store, Precedence& precedence) {
  const Table& candidates = store[tables_.candidates];
  const Table& bars = store[tables_.bars];
  std::vector<std::uint32_t> bar_rows;
  if (bars.size() > 0) find_rows(bars, key, bar_rows);
  for (const std::uint32_t row : rows) {
    const std::span<const Value> group = candidates.groups().row(row);
    builder_.propose({group.back()}, group[value_], candidates.set(row));
    for (const std::uint32_t bar : bar_rows)
      if (bars.groups().at(bar, value_) == group[value_]) builder_.bar(bars.set(bar));
  }
  return builder_.finish(contests_, precedence);
}

/// Settles a line whose candidates or bars have changed.
void DecisionUpdate::settle(std::span<const Value> key, Store& store, Precedence& precedence) {
  find_rows(store[tables_.candidates], key, rows_);
  Line now = line(key, rows_, store, precedence);
  Line& kept = lines_[put(key)];
  clear_moves();
  move(kept, [&](ContestId contest) { return Turn(contests_.standing(contest), {}, 0); });
  move(now, [&](ContestId contest) {
    const Standing& all = contests_.standing(contest);
    return Turn({}, all, all.size());
  });
  kept = std::move(now);
  for (std::size_t i = 0; i < moved_; ++i) cancel(moves_[i].delta);
  cancel(conflicts_);
  apply_moves(kept, key, store);
}

// --- another precedence ---

void DecisionUpdate::judge_again(Store& store, Precedence& precedence) {
  const std::vector<Contests::Difference> all = contests_.judge_again(precedence);
  std::vector<Turn> turns;
  for (std::uint32_t c = 0; c < all.size(); ++c)
    turns.emplace_back(all[c].lost, all[c].gained, contests_.standing({c}).size());
  if (std::none_of(turns.begin(), turns.end(), [](const Turn& one) { return one.moves(); })) return;
  for (std::uint32_t row = 0; row < lines_.size(); ++row) {
    clear_moves();
    move(lines_[row], [&](ContestId contest) -> const Turn& { return turns[contest.value]; });
    apply_moves(lines_[row], keys_.row(row), store);
  }
}

// --- what that changes ---

DecisionUpdate::Turn::Turn(std::span<const std::uint32_t> less, std::span<const std::uint32_t> more,
                           std::size_t now)
    : lost(less), gained(more) {
  const std::size_t before = now + lost.size() - gained.size();
  decided = (now == 1 ? 1 : 0) - (before == 1 ? 1 : 0);
  conflicts = (now > 1 ? 1 : 0) - (before > 1 ? 1 : 0);
  any = (now == 0) != (before == 0);
}

void DecisionUpdate::clear_moves() {
  conflicts_.gained.clear();
  conflicts_.lost.clear();
  moved_ = 0;
  any_ = false;
}

/// What a value moves, which may be among the first `known`.
DecisionUpdate::Moved& DecisionUpdate::moved(Value value, std::uint32_t row, std::size_t known) {
  for (std::size_t i = 0; i < known; ++i)
    if (moves_[i].value == value) return moves_[i];
  if (moved_ == moves_.size()) moves_.emplace_back();
  Moved& out = moves_[moved_++];
  out.value = value;
  out.row = row;
  out.delta.gained.clear();
  out.delta.lost.clear();
  return out;
}

/// Adds what becomes of a line where its contests turn as `turn_of` says.
template <typename TurnOf>
void DecisionUpdate::move(const Line& line, TurnOf turn_of) {
  moves_of_.assign(line.values.size(), nullptr);
  const std::size_t earlier = moved_;
  const auto delta = [&](std::uint32_t place) -> SetDelta& {
    Moved*& known = moves_of_[place];
    if (known == nullptr) known = &moved(line.values[place], line.rows[place], earlier);
    return known->delta;
  };
  for (const auto& [places, situation] : line.stretches) {
    const Turn& turn = turn_of(line.situations[situation].contest);
    if (!turn.moves()) continue;
    const std::span<const std::uint32_t> picks = line.of(situation);
    for (const std::uint32_t number : turn.lost) append(delta(picks[number]).lost, places);
    for (const std::uint32_t number : turn.gained) append(delta(picks[number]).gained, places);
    if (turn.conflicts < 0) append(conflicts_.lost, places);
    if (turn.conflicts > 0) append(conflicts_.gained, places);
    any_ = any_ || turn.any;
    if (turn.decided > 0) decided_count_ += length(places);
    if (turn.decided < 0) decided_count_ -= length(places);
  }
}

/// What is gained comes first, so that what reads whether anything stands sees no gap.
void DecisionUpdate::apply_moves(Line& line, std::span<const Value> key, Store& store) {
  for (const bool gained : {true, false})
    for (std::size_t i = 0; i < moved_; ++i) {
      auto& [value, row, delta] = moves_[i];
      if (delta.empty() || delta.gained.empty() == gained) continue;
      if (row == no_row) row = put_tuple(key, value, store);
      store.apply(decided_, row, delta, any_ ? 0 : key_);
    }
  for (std::size_t place = 0; place < line.rows.size(); ++place)
    if (moves_of_[place] != nullptr) line.rows[place] = moves_of_[place]->row;
  if (!conflicts_.empty()) set_conflicts(key, conflicts_, store);
}

std::uint32_t DecisionUpdate::put_tuple(std::span<const Value> key, Value value,
                                        Store& store) const {
  std::vector<Value> group(key.begin(), key.end());
  group.insert(group.begin() + value_, value);
  return store.put(decided_, group);
}

void DecisionUpdate::set_conflicts(std::span<const Value> key, const SetDelta& delta,
                                   Store& store) const {
  std::vector<Value> group;
  for (const std::uint32_t place : conflict_) group.push_back(key[place]);
  store.apply(tables_.conflicts, store.put(tables_.conflicts, group), delta);
}

}  // namespace mingze
