#include "engine/facts/relation.hpp"

namespace mingze {

namespace {

std::uint64_t all_columns(std::uint32_t arity) {
  return arity >= 64 ? every_column : (std::uint64_t{1} << arity) - 1;
}

}  // namespace

Relation::Relation(const Relation& other)
    : arity_(other.arity_), rows_(other.rows_), data_(other.data_), all_(other.all_) {}

Relation& Relation::operator=(const Relation& other) {
  Relation copy(other);
  *this = std::move(copy);
  return *this;
}

bool Relation::insert(std::span<const Value> tuple) {
  if (contains(tuple)) return false;
  data_.insert(data_.end(), tuple.begin(), tuple.end());
  ++rows_;
  return true;
}

const Index& Relation::all() const {
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

bool Relation::contains(std::span<const Value> tuple) const { return find(tuple) != no_row; }

const Index& Relation::index(std::uint64_t columns) const {
  if (columns == all_columns(arity_)) return all();
  for (const auto& index : indexes_)
    if (index->columns() == columns) {
      index->update(data_, rows_);
      return *index;
    }
  indexes_.push_back(std::make_unique<Index>(columns, arity_));
  indexes_.back()->update(data_, rows_);
  return *indexes_.back();
}

}  // namespace mingze
