#include "engine/facts/relation.hpp"

#include <algorithm>
#include <bit>

#include "engine/facts/nested.hpp"
#include "engine/facts/packing.hpp"

namespace mingze {

namespace {

std::uint64_t all_columns(std::uint32_t arity) {
  return arity >= 64 ? every_column : (std::uint64_t{1} << arity) - 1;
}

}  // namespace

Relation::Relation(const Relation& other)
    : arity_(other.arity_),
      rows_(other.rows_),
      waits_(other.waits_),
      data_(other.data_),
      all_(other.all_),
      nested_(other.nested_) {}

Relation& Relation::operator=(const Relation& other) {
  Relation copy(other);
  *this = std::move(copy);
  return *this;
}

bool Relation::insert(std::span<const Value> tuple) {
  const std::uint32_t before = size();
  return put(tuple) == before;
}

std::uint32_t Relation::put(std::span<const Value> tuple) {
  unnest();
  nested_.reset();
  const std::uint32_t row = all().find_or_add(data_, rows_, tuple);
  if (row == rows_) {
    data_.insert(data_.end(), tuple.begin(), tuple.end());
    ++rows_;
  }
  return row;
}

std::vector<std::uint32_t> Relation::assign(std::vector<Value> rows) {
  std::vector<std::uint32_t> repeated;
  const auto count = static_cast<std::uint32_t>(rows.size() / arity_);
  std::vector<std::uint32_t> most = greatest(rows, arity_);
  most.push_back(count);
  const Packing packing(most);
  if (!packing.fits()) {
    reserve(count);
    for (std::uint32_t row = 0; row < count; ++row)
      if (!insert(std::span(rows).subspan(std::size_t{row} * arity_, arity_)))
        repeated.push_back(row);
    return repeated;
  }
  std::vector<std::uint64_t> words(count);
  for (std::uint32_t row = 0; row < count; ++row) {
    words[row] = packing.put(arity_, row);
    for (std::uint32_t c = 0; c < arity_; ++c)
      words[row] |= packing.put(c, rows[std::size_t{row} * arity_ + c]);
  }
  sort_words(words);
  for (std::uint32_t i = 1; i < count; ++i)
    if (packing.head(words[i], arity_) == packing.head(words[i - 1], arity_))
      repeated.push_back(packing.get(words[i], arity_));
  std::sort(repeated.begin(), repeated.end());
  data_ = std::move(rows);
  rows_ = count;
  if (!repeated.empty()) drop(repeated);
  return repeated;
}

/// Leaves these rows out; nothing has been asked yet.
void Relation::drop(std::span<const std::uint32_t> sorted) {
  std::uint32_t kept = 0;
  for (std::uint32_t row = 0; row < rows_; ++row) {
    if (!sorted.empty() && sorted.front() == row) {
      sorted = sorted.subspan(1);
      continue;
    }
    std::copy_n(data_.begin() + std::ptrdiff_t{row} * arity_, arity_,
                data_.begin() + std::ptrdiff_t{kept++} * arity_);
  }
  rows_ = kept;
  data_.resize(std::size_t{rows_} * arity_);
}

void Relation::reserve(std::uint32_t rows) {
  all().reserve(rows);
  data_.reserve(std::size_t{rows} * arity_);
}

Index& Relation::all() const {
  unnest();
  return all_made();
}

Index& Relation::all_made() const {
  if (!all_) all_.emplace(all_columns(arity_), arity_);
  all_->update(data_, rows_);
  return *all_;
}

Relation Relation::first_rows(std::uint32_t rows) const {
  Relation out(arity_);
  out.rows_ = rows;
  out.data_.assign(data_.begin(), data_.begin() + std::ptrdiff_t{rows} * arity_);
  return out;
}

std::uint32_t Relation::find(std::span<const Value> tuple) const {
  return all().first(data_, tuple);
}

std::uint32_t Relation::find_made(std::span<const Value> tuple) const {
  return all_made().first(data_, tuple);
}

bool Relation::contains(std::span<const Value> tuple) const {
  return waits_ ? nested_->contains(tuple) : find(tuple) != no_row;
}

const Index& Relation::index(std::uint64_t columns) const {
  if (columns == all_columns(arity_)) return all();
  unnest();
  for (const auto& index : indexes_)
    if (index->columns() == columns) {
      index->update(data_, rows_);
      return *index;
    }
  indexes_.push_back(std::make_unique<Index>(columns, arity_));
  indexes_.back()->update(data_, rows_);
  return *indexes_.back();
}

template <typename Visit>
bool Relation::for_each_row_with(std::uint64_t columns, std::span<const Value> key,
                                 Visit visit) const {
  if (columns == 0) {
    for (std::uint32_t row = 0; row < size(); ++row)
      if (!visit(row)) return false;
    return true;
  }
  const Index& found = index(columns);
  for (std::uint32_t row = found.first(data_, key); row != no_row; row = found.next(row))
    if (!visit(row)) return false;
  return true;
}

bool Relation::for_each_with(std::uint64_t columns, std::span<const Value> key,
                             const std::function<bool(std::span<const Value>)>& visit) const {
  if (waits_ && searched_ <= nested_->size) return for_each_nested_with(columns, key, visit);
  return for_each_row_with(columns, key, [&](std::uint32_t at) { return visit(row(at)); });
}

double Relation::distinct(std::uint32_t column) const {
  if (waits_) {
    if (column == nested_->column) return nested_->order->size();
    return nested_->groups.distinct(column - (column > nested_->column ? 1 : 0));
  }
  distinct_.resize(arity_);
  for (std::uint32_t row = distinct_[column].seen(); row < rows_; ++row)
    distinct_[column].add(data_[std::size_t{row} * arity_ + column]);
  return distinct_[column].estimate();
}

double Relation::expected_with(std::uint64_t columns) const {
  double expected = size();
  for (std::uint32_t column = 0; column < arity_ && expected > 0; ++column)
    if ((columns >> column & 1U) != 0) expected /= std::max(distinct(column), 1.0);
  return expected;
}

// --- nested ---

void Relation::hold(Nested nested) {
  nested_ = std::make_shared<const Nested>(std::move(nested));
  views_.clear();
  waits_ = nested_->size != rows_;
}

void Relation::part() {
  if (nested_) nested_ = std::make_shared<const Nested>(*nested_);
}

std::uint32_t Relation::nested_size() const { return static_cast<std::uint32_t>(nested_->size); }

void Relation::make_rows() const {
  waits_ = false;
  const std::uint32_t stated = rows_;
  if (stated > 0) static_cast<void>(all());
  const std::uint32_t column = nested_->column;
  data_.reserve(nested_->size * arity_);
  std::vector<Value> tuple(arity_);
  for (std::uint32_t group = 0; group < nested_->groups.size(); ++group) {
    const std::span<const Value> others = nested_->groups.row(group);
    std::copy(others.begin(), others.begin() + column, tuple.begin());
    std::copy(others.begin() + column, others.end(), tuple.begin() + column + 1);
    for (const Run& run : nested_->set(group))
      for (std::uint32_t rank = run.from; rank < run.to; ++rank) {
        tuple[column] = nested_->order->value(rank);
        if (stated > 0 && all_->first(data_, tuple) < stated) continue;
        data_.insert(data_.end(), tuple.begin(), tuple.end());
        ++rows_;
      }
  }
}

const Nested& Relation::nested_over(std::uint32_t column, std::uint64_t keep,
                                    const std::shared_ptr<const Order>& order) const {
  const bool held = nested_ && nested_->column == column && nested_->order == order;
  const std::uint64_t others = all_columns(arity_) & ~(std::uint64_t{1} << column);
  if (held && (keep & others) == others) return *nested_;
  for (View& view : views_)
    if (view.column == column && view.keep == keep && view.rows == size() && view.count == 0 &&
        view.nested->order == order)
      return *view.nested;
  views_.push_back({column, keep, size(),
                    std::make_shared<const Nested>(held ? project(*nested_, keep)
                                                        : nest(*this, column, keep, order))});
  return *views_.back().nested;
}

const Nested& Relation::counted_over(std::uint32_t column, std::uint64_t keep,
                                     std::uint32_t counted, std::uint64_t count,
                                     const std::shared_ptr<const Order>& order) const {
  for (View& view : views_)
    if (view.column == column && view.keep == keep && view.rows == size() && view.count == count &&
        view.counted == counted && view.nested->order == order)
      return *view.nested;
  const std::uint64_t all = keep | std::uint64_t{1} << counted;
  const auto before =
      static_cast<std::uint32_t>(std::popcount(all & ((std::uint64_t{1} << counted) - 1)));
  auto view =
      std::make_shared<const Nested>(at_least(nested_over(column, all, order), before, count));
  views_.push_back({column, keep, size(), std::move(view), count, counted});
  return *views_.back().nested;
}

/// The tuples of the groups that have the values; of a group, the members that do.
bool Relation::for_each_nested_with(
    std::uint64_t columns, std::span<const Value> key,
    const std::function<bool(std::span<const Value>)>& visit) const {
  const std::shared_ptr<const Nested> nested = nested_;  // `visit` may make the rows
  const std::uint32_t column = nested->column;
  const std::uint64_t before = (std::uint64_t{1} << column) - 1;
  const std::uint64_t of_groups = (columns & before) | (columns >> 1U & ~before);
  std::vector<Value> group_key(key.begin(), key.end());
  std::optional<std::uint32_t> rank;
  if ((columns >> column & 1U) != 0) {
    const auto place = group_key.begin() + std::popcount(columns & before);
    if (*place >= nested->order->size()) return true;
    rank = nested->order->rank(*place);
    group_key.erase(place);
  }
  if (of_groups == 0) searched_ += nested->groups.size();
  std::vector<Value> tuple(arity_);
  const auto tell = [&](std::uint32_t member) {
    tuple[column] = nested->order->value(member);
    return visit(tuple);
  };
  return nested->groups.for_each_row_with(of_groups, group_key, [&](std::uint32_t group) {
    const std::span<const Value> others = nested->groups.row(group);
    std::copy(others.begin(), others.begin() + column, tuple.begin());
    std::copy(others.begin() + column, others.end(), tuple.begin() + column + 1);
    const std::span<const Run> set = nested->set(group);
    if (rank) return !mingze::contains(set, *rank) || tell(*rank);
    for (const Run& run : set)
      for (std::uint32_t member = run.from; member < run.to; ++member)
        if (!tell(member)) return false;
    return true;
  });
}

}  // namespace mingze
