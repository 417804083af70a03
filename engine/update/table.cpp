#include "engine/update/table.hpp"

#include <utility>

namespace mingze {

namespace {

constexpr Run one_member[] = {{0, 1}};

SetDelta difference(std::span<const Run> before, std::span<const Run> now) {
  SetDelta out;
  subtract(now, before, out.gained);
  subtract(before, now, out.lost);
  return out;
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

SetDelta Table::assign(std::uint32_t row, std::span<const Run> now) {
  SetDelta delta = difference(set(row), now);
  if (delta.empty()) return delta;
  if (change_of_[row] == no_row) {
    change_of_[row] = static_cast<std::uint32_t>(changes_.size());
    const std::span<const Run> before = set(row);
    changes_.push_back({row, Runs(before.begin(), before.end())});
  }
  events_.push_back({row, !delta.gained.empty(), !delta.lost.empty()});
  size_ += count(delta.gained);
  size_ -= count(delta.lost);
  if (alive_[row]) --living_;
  alive_[row] = !now.empty();
  if (alive_[row]) ++living_;
  if (!is_plain()) sets_[row].assign(now.begin(), now.end());
  return delta;
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

SetDelta Table::delta(const Change& change) const {
  return difference(change.before, set(change.row));
}

void Table::settle() {
  for (const Change& change : changes_) change_of_[change.row] = no_row;
  changes_.clear();
  events_.clear();
  constexpr std::uint32_t worth_it = 4096;
  if (groups_.size() - living_ > living_ + worth_it) compact();
}

/// Forgets the groups that have nothing any more.
void Table::compact() {
  Relation groups(groups_.arity());
  std::vector<Runs> sets;
  for (std::uint32_t row = 0; row < groups_.size(); ++row) {
    if (!alive_[row]) continue;
    groups.append(groups_.row(row));
    if (!is_plain()) sets.push_back(std::move(sets_[row]));
  }
  load(std::move(groups), std::move(sets));
}

}  // namespace mingze
