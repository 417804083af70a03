#include "engine/update/table.hpp"

#include <algorithm>
#include <utility>

namespace mingze {

namespace {

constexpr Run one_member[] = {{0, 1}};

void compare(std::span<const Run> before, std::span<const Run> now, SetDelta& out) {
  subtract(now, before, out.gained);
  subtract(before, now, out.lost);
}

}  // namespace

std::span<const Run> Table::set(std::uint32_t row) const {
  if (row == no_row || !alive_[row]) return {};
  return is_plain() ? std::span<const Run>(one_member) : std::span<const Run>(sets_[row]);
}

std::uint32_t Table::put(std::span<const Value> group) {
  const std::uint32_t row = groups_.put(group);
  if (row == alive_.size()) {
    alive_.push_back(false);
    change_of_.push_back(no_row);
    if (!is_plain()) sets_.emplace_back();
  }
  return row;
}

const SetDelta& Table::assign(std::uint32_t row, std::span<const Run> now) {
  compare(set(row), now, last_);
  if (!last_.empty()) change(row, now, last_);
  return last_;
}

void Table::apply(std::uint32_t row, const SetDelta& delta) {
  std::span<const Run> now = set(row);
  if (!delta.lost.empty()) {
    subtract(now, delta.lost, rest_);
    now = rest_;
  }
  if (now.empty()) {
    now = delta.gained;
  } else if (!delta.gained.empty()) {
    unite(now, delta.gained, whole_);
    now = whole_;
  }
  change(row, now, delta);
}

/// Gives a group another set.
void Table::change(std::uint32_t row, std::span<const Run> now, const SetDelta& delta) {
  if (change_of_[row] == no_row) {
    change_of_[row] = static_cast<std::uint32_t>(changes_.size());
    keep(changes_.emplace_back(Kept{row}), delta);
  } else {
    SetDelta whole;
    compare(before(change(change_of_[row])), now, whole);
    keep(changes_[change_of_[row]], whole);
  }
  events_.push_back({row, !delta.gained.empty(), !delta.lost.empty()});
  size_ += count(delta.gained);
  size_ -= count(delta.lost);
  if (alive_[row] != !now.empty()) {
    alive_[row] = !now.empty();
    living_ += alive_[row] ? 1U : UINT32_MAX;
  }
  if (!is_plain()) sets_[row].assign(now.begin(), now.end());
}

void Table::load(Relation groups, std::vector<Runs> sets) {
  groups_ = std::move(groups);
  sets_ = std::move(sets);
  living_ = groups_.size();
  alive_.assign(living_, true);
  change_of_.assign(living_, no_row);
  size_ = living_;
  if (living_ > 0) static_cast<void>(groups_.find(groups_.row(0)));  // makes the index
  if (is_plain()) return;
  size_ = 0;
  for (Runs& set : sets_) {
    make_set(set);
    size_ += count(set);
  }
}

void Table::keep(Kept& change, const SetDelta& delta) {
  change.begin = changed_runs_.size();
  changed_runs_.insert(changed_runs_.end(), delta.gained.begin(), delta.gained.end());
  change.middle = changed_runs_.size();
  changed_runs_.insert(changed_runs_.end(), delta.lost.begin(), delta.lost.end());
  change.end = changed_runs_.size();
}

Table::Change Table::change(std::uint32_t number) const {
  const Kept& kept = changes_[number];
  const std::span<const Run> runs = changed_runs_;
  return {kept.row, runs.subspan(kept.begin, kept.middle - kept.begin),
          runs.subspan(kept.middle, kept.end - kept.middle)};
}

Runs Table::before(const Change& change) const {
  Runs kept;
  Runs out;
  subtract(set(change.row), change.gained, kept);
  unite(kept, change.lost, out);
  return out;
}

void Table::settle() {
  for (const Kept& change : changes_) change_of_[change.row] = no_row;
  changes_.clear();
  changed_runs_.clear();
  events_.clear();
  constexpr std::uint32_t worth_it = 4096;
  if (groups_.size() - living_ <= living_ + worth_it) return;
  std::vector<std::uint32_t> alive;
  for (std::uint32_t row = 0; row < groups_.size(); ++row)
    if (alive_[row]) alive.push_back(row);
  keep(alive);
}

void Table::arrange(std::uint64_t columns) {
  std::vector<std::uint32_t> rows(groups_.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = row;
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t c = 0; c < groups_.arity(); ++c)
      if ((columns >> c & 1U) != 0 && groups_.at(a, c) != groups_.at(b, c))
        return groups_.at(a, c) < groups_.at(b, c);
    return false;
  });
  keep(rows);
}

/// Has these groups and no others, in this order.
void Table::keep(const std::vector<std::uint32_t>& rows) {
  Relation groups(groups_.arity());
  std::vector<Runs> sets;
  for (const std::uint32_t row : rows) {
    groups.append(groups_.row(row));
    if (!is_plain()) sets.push_back(sets_[row]);  // next to each other in memory too
  }
  load(std::move(groups), std::move(sets));
  ++renumbered_;
}

}  // namespace mingze
