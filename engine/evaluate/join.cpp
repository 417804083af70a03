#include "engine/evaluate/join.hpp"

#include <algorithm>
#include <set>

namespace mingze {

using Sort = Condition::Sort;

JoinPlan plan_join(const Body& body, const JoinStart& start, const Database& database) {
  return plan_join(body, start, [&](PredicateId predicate, std::uint64_t columns) {
    return database[predicate].expected_with(columns);
  });
}

Join::Join(const Symbols& symbols, const Database& database, const Body& body, const JoinPlan& plan)
    : symbols_(symbols), body_(body), plan_(plan) {
  relations_.reserve(body.conditions.size());
  for (const Condition& condition : body.conditions)
    relations_.push_back(condition.sort == Sort::compare ? nullptr
                                                         : &database[condition.atom.predicate]);
}

void Join::restrict(std::uint32_t condition, RowRange range) {
  restricted_.resize(body_.conditions.size());
  restricted_[condition] = range;
}

void Join::read_only(std::uint32_t condition, const std::vector<bool>& alive) {
  alive_.resize(body_.conditions.size());
  alive_[condition] = &alive;
}

std::span<const Value> Join::key(const JoinStep& step) {
  key_.clear();
  for (const Term term : step.known) key_.push_back(value(term));
  return key_;
}

bool Join::run(std::span<const Value> known, const OnMatch& on_match) {
  ranges_ = restricted_;
  ranges_.resize(body_.conditions.size());
  for (std::size_t i = 0; i < body_.conditions.size(); ++i)
    if (body_.conditions[i].sort == Sort::positive)
      ranges_[i].to = std::min(ranges_[i].to, relations_[i]->size());
  rows_.resize(body_.conditions.size());
  indexes_.assign(plan_.steps.size(), nullptr);
  frame_.assign(known.begin(), known.end());
  frame_.resize(body_.variables.size());
  if (plan_.steps.empty()) return on_match(frame_);
  cursors_.resize(plan_.steps.size());
  std::size_t depth = 0;
  open(0);
  for (;;) {
    const bool last = depth + 1 == plan_.steps.size();
    if (last && !finish(depth, on_match)) return false;
    if (!last && advance(depth)) {
      open(++depth);
    } else {
      if (depth == 0) return true;
      --depth;
    }
  }
}

/// Goes through all matches of the last step.
bool Join::finish(std::size_t depth, const OnMatch& on_match) {
  const JoinStep& step = plan_.steps[depth];
  const Cursor& cursor = cursors_[depth];
  if (cursor.index == nullptr) {
    while (advance(depth)) {
      if (meter_ != nullptr) meter_->look();
      if (!on_match(frame_)) return false;
    }
    return true;
  }
  const Relation& relation = *relations_[step.condition];
  const std::uint32_t from = ranges_[step.condition].from;
  std::uint32_t looked = 0;
  for (std::uint32_t row = cursor.row; row != no_row && row >= from;
       row = cursor.index->next(row)) {
    ++looked;
    if (matches_row(step, relation, row) && !on_match(frame_)) return false;
  }
  if (meter_ != nullptr) meter_->look(looked);
  return true;
}

void Join::open(std::size_t depth) {
  const JoinStep& step = plan_.steps[depth];
  const Condition& condition = body_.conditions[step.condition];
  Cursor& cursor = cursors_[depth];
  if (meter_ != nullptr) meter_->look();
  cursor.done = false;
  cursor.index = nullptr;
  cursor.waits = false;
  if (condition.sort == Sort::at_least) return count_groups(step, cursor);
  if (condition.sort != Sort::positive) return;
  const Relation& relation = *relations_[step.condition];
  const RowRange range = ranges_[step.condition];
  if (step.known_columns == 0) {
    cursor.row = range.to;
    return;
  }
  cursor.waits = relation.waits() && range.from == 0 && range.to >= relation.size();
  if (cursor.waits) {
    cursor.tuples.clear();
    cursor.next_tuple = 0;
    relation.for_each_with(step.known_columns, key(step), [&](std::span<const Value> tuple) {
      cursor.tuples.insert(cursor.tuples.end(), tuple.begin(), tuple.end());
      return true;
    });
    rows_[step.condition] = no_row;
    return;
  }
  if (indexes_[depth] == nullptr) indexes_[depth] = &relation.index(step.known_columns);
  cursor.index = indexes_[depth];
  cursor.row = cursor.index->first(relation.data(), key(step));
  while (cursor.row != no_row && cursor.row >= range.to)
    cursor.row = cursor.index->next(cursor.row);
}

bool Join::advance(std::size_t depth) {
  const JoinStep& step = plan_.steps[depth];
  const Condition& condition = body_.conditions[step.condition];
  Cursor& cursor = cursors_[depth];
  switch (condition.sort) {
    case Sort::positive:
      return advance_sentence(step, cursor);
    case Sort::at_least: {
      const std::size_t width = std::max<std::size_t>(step.groups.size(), 1);
      if (cursor.next_group >= cursor.groups.size()) return false;
      for (std::size_t i = 0; i < step.groups.size(); ++i)
        frame_[step.groups[i].variable] = cursor.groups[cursor.next_group + i];
      cursor.next_group += width;
      return true;
    }
    default:
      if (cursor.done) return false;
      cursor.done = true;
      return condition.sort == Sort::negative ? !exists(step) : compare(condition);
  }
}

bool Join::advance_sentence(const JoinStep& step, Cursor& cursor) {
  const Relation& relation = *relations_[step.condition];
  if (cursor.waits) {
    while (cursor.next_tuple < cursor.tuples.size()) {
      const std::span tuple = std::span(cursor.tuples).subspan(cursor.next_tuple, relation.arity());
      cursor.next_tuple += relation.arity();
      if (matches(step, tuple)) return true;
    }
    return false;
  }
  const RowRange range = ranges_[step.condition];
  if (cursor.index == nullptr) {  // from the newest row to the oldest
    while (cursor.row > range.from)
      if (matches_row(step, relation, --cursor.row)) return true;
    return false;
  }
  while (cursor.row != no_row && cursor.row >= range.from) {
    const std::uint32_t row = cursor.row;
    cursor.row = cursor.index->next(row);
    if (matches_row(step, relation, row)) return true;
  }
  return false;
}

bool Join::matches_row(const JoinStep& step, const Relation& relation, std::uint32_t row) {
  if (!is_read(step.condition, row)) return false;
  rows_[step.condition] = row;
  return matches(step, relation.row(row));
}

bool Join::matches(const JoinStep& step, std::span<const Value> tuple) {
  for (const auto& bind : step.binds) frame_[bind.variable] = tuple[bind.column];
  return step.repeats.empty() ||
         std::all_of(step.repeats.begin(), step.repeats.end(), [&](const auto& repeat) {
           return tuple[repeat.column] == frame_[repeat.variable];
         });
}

/// Calls `visit` with each tuple that has the known values until it returns false; false if it did.
bool Join::for_each(const JoinStep& step,
                    const std::function<bool(std::span<const Value>)>& visit) {
  const Relation& relation = *relations_[step.condition];
  if (alive_.empty()) return relation.for_each_with(step.known_columns, key(step), visit);
  if (step.known_columns == 0) {
    for (std::uint32_t row = 0; row < relation.size(); ++row)
      if (is_read(step.condition, row) && !visit(relation.row(row))) return false;
    return true;
  }
  const Index& index = relation.index(step.known_columns);
  for (std::uint32_t row = index.first(relation.data(), key(step)); row != no_row;
       row = index.next(row))
    if (is_read(step.condition, row) && !visit(relation.row(row))) return false;
  return true;
}

bool Join::exists(const JoinStep& step) {
  if (step.known_columns == 0 && step.repeats.empty() && alive_.empty())
    return relations_[step.condition]->size() > 0;
  return !for_each(step, [&](std::span<const Value> tuple) { return !matches(step, tuple); });
}

/// Keeps the combinations of the group columns with which enough different values of the counted
/// column stand. Without group columns one nameless value stands for "yes".
void Join::count_groups(const JoinStep& step, Cursor& cursor) {
  const std::uint64_t enough = body_.conditions[step.condition].count;
  cursor.groups.clear();
  cursor.next_group = 0;
  if (step.groups.empty()) {
    if (has_enough(step, enough)) cursor.groups.push_back(0);
    return;
  }
  Relation seen(static_cast<std::uint32_t>(step.groups.size()) + 1);
  Relation groups(static_cast<std::uint32_t>(step.groups.size()));
  std::vector<std::uint64_t> counts;  // by row of `groups`
  std::vector<Value> row(seen.arity());
  for_each(step, [&](std::span<const Value> tuple) {
    if (!matches(step, tuple)) return true;
    for (std::size_t i = 0; i < step.groups.size(); ++i) row[i] = tuple[step.groups[i].column];
    row.back() = tuple[step.counted_column];
    if (!seen.insert(row)) return true;
    const std::uint32_t group = groups.put(std::span(row).first(groups.arity()));
    if (group == counts.size()) counts.push_back(0);
    ++counts[group];
    return true;
  });
  for (std::uint32_t group = 0; group < groups.size(); ++group)
    if (counts[group] >= enough)
      cursor.groups.insert(cursor.groups.end(), groups.row(group).begin(), groups.row(group).end());
}

/// Whether so many different values stand in the counted column; looks no further than that.
bool Join::has_enough(const JoinStep& step, std::uint64_t enough) {
  if (enough == 0) return true;
  std::set<Value> found;
  for_each(step, [&](std::span<const Value> tuple) {
    if (matches(step, tuple)) found.insert(tuple[step.counted_column]);
    return found.size() < enough;
  });
  return found.size() >= enough;
}

bool Join::compare(const Condition& condition) const {
  const Value left = value(condition.left);
  const Value right = value(condition.right);
  if (condition.comparison == Comparison::equal) return left == right;
  if (condition.comparison == Comparison::not_equal) return left != right;
  const int order = symbols_.compare(condition.kind, left, right);
  switch (condition.comparison) {
    case Comparison::less:
      return order < 0;
    case Comparison::less_equal:
      return order <= 0;
    case Comparison::greater:
      return order > 0;
    case Comparison::greater_equal:
      return order >= 0;
    default:
      return false;
  }
}

}  // namespace mingze
