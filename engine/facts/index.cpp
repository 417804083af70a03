#include "engine/facts/index.hpp"

#include <algorithm>
#include <bit>

namespace mingze {

namespace {

constexpr std::uint64_t mix(std::uint64_t hash, Value value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

constexpr std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::uint64_t hash_of(std::span<const Value> key) {
  std::uint64_t hash = 0;
  for (const Value value : key) hash = mix(hash, value);
  return hash;
}

}  // namespace

Index::Index(std::uint64_t columns, std::uint32_t arity) : columns_(columns), arity_(arity) {
  for (std::uint32_t column = 0; column < arity; ++column)
    if (columns == every_column || (columns >> column & 1U) != 0) positions_.push_back(column);
  whole_ = positions_.size() == arity;
}

std::uint64_t Index::hash_row(const Value* row) const {
  if (whole_) return hash_of({row, arity_});
  std::uint64_t hash = 0;
  for (const auto position : positions_) hash = mix(hash, row[position]);
  return hash;
}

bool Index::has_key(const Value* row, const Value* key) const {
  if (whole_) {
    for (std::uint32_t column = 0; column < arity_; ++column)
      if (row[column] != key[column]) return false;
    return true;
  }
  for (const auto position : positions_)
    if (row[position] != *key++) return false;
  return true;
}

void Index::reserve(std::uint32_t rows) {
  const std::size_t entries = std::bit_ceil(std::size_t{rows} * 2 + 16);
  if (entries > entries_.size()) resize(entries);
}

/// The lower half of a hash gives an entry its place and can't be had from its tag, so the tag
/// alone places it: the upper half.
void Index::resize(std::size_t entries) {
  std::vector<Entry> old(entries);
  old.swap(entries_);
  const std::size_t mask = entries - 1;
  for (const Entry& entry : old) {
    if (entry.row == no_row) continue;
    std::size_t slot = entry.tag & mask;
    while (entries_[slot].row != no_row) slot = (slot + 1) & mask;
    entries_[slot] = entry;
  }
}

void Index::update(const std::vector<Value>& data, std::uint32_t rows) {
  if (seen_ == rows) return;
  if (!whole_) next_.resize(rows, no_row);
  std::vector<Value> key(positions_.size());
  for (; seen_ < rows; ++seen_) {
    const Value* row = data.data() + std::size_t{seen_} * arity_;
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = row[positions_[i]];
    if ((std::uint64_t{keys_} + 1) * 2 > entries_.size()) reserve(keys_ + 1);
    const std::size_t mask = entries_.size() - 1;
    const std::uint32_t tag = tag_of(hash_of(key));
    std::size_t slot = tag & mask;
    while (entries_[slot].row != no_row &&
           (entries_[slot].tag != tag ||
            !has_key(data.data() + std::size_t{entries_[slot].row} * arity_, key.data())))
      slot = (slot + 1) & mask;
    if (entries_[slot].row == no_row) ++keys_;
    if (!whole_) next_[seen_] = entries_[slot].row;
    entries_[slot] = {tag, seen_};
  }
}

std::uint32_t Index::find_or_add(const std::vector<Value>& data, std::uint32_t rows,
                                 std::span<const Value> tuple) {
  if ((std::uint64_t{keys_} + 1) * 2 > entries_.size()) reserve(keys_ + 1);
  const std::size_t mask = entries_.size() - 1;
  const std::uint32_t tag = tag_of(hash_of(tuple));
  std::size_t slot = tag & mask;
  for (; entries_[slot].row != no_row; slot = (slot + 1) & mask)
    if (entries_[slot].tag == tag &&
        has_key(data.data() + std::size_t{entries_[slot].row} * arity_, tuple.data()))
      return entries_[slot].row;
  ++keys_;
  ++seen_;
  entries_[slot] = {tag, rows};
  return rows;
}

std::uint32_t Index::first(const std::vector<Value>& data, std::span<const Value> key) const {
  if (entries_.empty()) return no_row;
  const std::size_t mask = entries_.size() - 1;
  const std::uint32_t tag = tag_of(hash_of(key));
  for (std::size_t slot = tag & mask; entries_[slot].row != no_row; slot = (slot + 1) & mask)
    if (entries_[slot].tag == tag &&
        has_key(data.data() + std::size_t{entries_[slot].row} * arity_, key.data()))
      return entries_[slot].row;
  return no_row;
}

}  // namespace mingze
