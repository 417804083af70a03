#include "report/order.hpp"

#include <algorithm>
#include <numeric>

#include "engine/facts/nested.hpp"

namespace mingze::report {

const Ranks::Kind& Ranks::of(KindId kind) {
  Kind& known = kinds_[kind.value];
  const Symbols& symbols = program_.symbols;
  const std::uint32_t count = symbols.value_count(kind);
  if (known.ranks.size() == count) return known;
  std::vector<std::pair<std::string, Value>> ids;
  ids.reserve(count);
  for (Value value = 0; value < count; ++value) ids.emplace_back(symbols.id_of(kind, value), value);
  std::sort(ids.begin(), ids.end());
  known = {std::vector<std::uint32_t>(count), {}};
  for (const auto& [id, value] : ids) {
    known.ranks[value] = static_cast<std::uint32_t>(known.values.size());
    known.values.push_back(value);
  }
  return known;
}

std::uint32_t Ranks::last(KindId kind) {
  if (kind == date_kind) return UINT32_MAX;
  const std::uint32_t count = program_.symbols.value_count(kind);
  return count == 0 ? 0 : count - 1;
}

int Ranks::compare(KindId kind, Value a, Value b) {
  if (a == b) return 0;
  return rank(kind, a) < rank(kind, b) ? -1 : 1;
}

std::vector<Column> columns_of(const Predicate& predicate, std::span<const std::uint32_t> slots) {
  std::vector<Column> columns;
  for (const std::uint32_t slot : slots) columns.push_back({slot, predicate.slots[slot].kind});
  return columns;
}

std::vector<Column> columns_of(const Predicate& predicate) {
  std::vector<std::uint32_t> slots(predicate.slots.size());
  std::iota(slots.begin(), slots.end(), 0U);
  return columns_of(predicate, slots);
}

namespace {

std::vector<std::uint32_t> last_ranks(const std::vector<Column>& columns, Ranks& ranks) {
  std::vector<std::uint32_t> out;
  for (const Column& column : columns) out.push_back(ranks.last(column.kind));
  return out;
}

}  // namespace

OrderedTuples::OrderedTuples(const Relation& relation, std::vector<Column> columns, Ranks& ranks)
    : relation_(relation),
      columns_(std::move(columns)),
      ranks_(ranks),
      packing_(last_ranks(columns_, ranks)),
      tuple_(relation.arity()) {
  if (!relation.waits()) return;
  const std::uint32_t nested = relation.nested()->column;
  for (const Column& column : columns_) {
    if (column.index == nested) break;
    before_.push_back(column.index < nested ? column.index : column.index - 1);
  }
  groups_ = sorted_groups();
}

/// The groups by the columns that come before the nested one.
std::vector<std::uint32_t> OrderedTuples::sorted_groups() {
  const Relation& groups = relation_.nested()->groups;
  std::vector<std::uint32_t> out(groups.size());
  std::iota(out.begin(), out.end(), 0U);
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const int order =
          ranks_.compare(columns_[i].kind, groups.at(a, before_[i]), groups.at(b, before_[i]));
      if (order != 0) return order < 0;
    }
    return false;
  });
  return out;
}

bool OrderedTuples::same_before_nested(std::uint32_t a, std::uint32_t b) const {
  const Relation& groups = relation_.nested()->groups;
  return std::all_of(before_.begin(), before_.end(), [&](std::uint32_t column) {
    return groups.at(a, column) == groups.at(b, column);
  });
}

void OrderedTuples::add(std::span<const Value> tuple) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::uint32_t rank = ranks_.rank(columns_[i].kind, tuple[columns_[i].index]);
    if (packing_.fits())
      word |= packing_.put(i, rank);
    else
      ranks_of_all_.push_back(rank);
  }
  if (packing_.fits())
    words_.push_back(word);
  else
    order_.push_back(static_cast<std::uint32_t>(order_.size()));
}

void OrderedTuples::fill_from_groups() {
  const Nested& nested = *relation_.nested();
  const std::uint32_t first = groups_[next_group_];
  for (; next_group_ < groups_.size() && same_before_nested(first, groups_[next_group_]);
       ++next_group_) {
    const std::uint32_t group = groups_[next_group_];
    const std::span<const Value> others = nested.groups.row(group);
    std::copy(others.begin(), others.begin() + nested.column, tuple_.begin());
    std::copy(others.begin() + nested.column, others.end(), tuple_.begin() + nested.column + 1);
    for (const Run& run : nested.set(group))
      for (std::uint32_t member = run.from; member < run.to; ++member) {
        tuple_[nested.column] = nested.order->value(member);
        add(tuple_);
      }
  }
}

/// Puts the next tuples in order; false where there are none.
bool OrderedTuples::fill() {
  if (filled_ || (!groups_.empty() && next_group_ == groups_.size())) return false;
  words_.clear();
  ranks_of_all_.clear();
  order_.clear();
  next_ = 0;
  if (!groups_.empty()) {
    fill_from_groups();
  } else {
    filled_ = true;
    for (std::uint32_t row = 0; row < relation_.size(); ++row) add(relation_.row(row));
  }
  sort_words(words_);
  const auto ranks_of = [&](std::uint32_t number) {
    return std::span(ranks_of_all_).subspan(std::size_t{number} * columns_.size(), columns_.size());
  };
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto left = ranks_of(a);
    const auto right = ranks_of(b);
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
  });
  return true;
}

bool OrderedTuples::next() {
  while (next_ == words_.size() + order_.size())
    if (!fill()) return false;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::uint32_t rank =
        packing_.fits() ? packing_.get(words_[next_], i)
                        : ranks_of_all_[std::size_t{order_[next_]} * columns_.size() + i];
    tuple_[columns_[i].index] = ranks_.value(columns_[i].kind, rank);
  }
  ++next_;
  return true;
}

}  // namespace mingze::report
