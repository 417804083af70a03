#include "engine/facts/relation.hpp"

namespace mingze {

namespace {

std::uint64_t all_columns(std::uint32_t arity) {
  return arity >= 64 ? every_column : (std::uint64_t{1} << arity) - 1;
}

}  // namespace

Relation::Relation(std::uint32_t arity) : arity_(arity), all_(all_columns(arity), arity) {}

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
  all_.update(data_, rows_);
  return true;
}

std::uint32_t Relation::find(std::span<const Value> tuple) const {
  return all_.first(data_, tuple);
}

bool Relation::contains(std::span<const Value> tuple) const { return find(tuple) != no_row; }

const Index& Relation::index(std::uint64_t columns) const {
  if (columns == all_.columns()) return all_;
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
