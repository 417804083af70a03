#include "engine/facts/index.hpp"

#include <algorithm>

namespace mingze {

namespace {

constexpr std::uint64_t mix(std::uint64_t hash, Value value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

}  // namespace

Index::Index(std::uint64_t columns, std::uint32_t arity) : columns_(columns), arity_(arity) {
  for (std::uint32_t column = 0; column < arity; ++column)
    if (columns == every_column || (columns >> column & 1U) != 0) positions_.push_back(column);
}

std::uint64_t Index::hash_row(const std::vector<Value>& data, std::uint32_t row) const {
  std::uint64_t hash = 0;
  for (const auto position : positions_)
    hash = mix(hash, data[std::size_t{row} * arity_ + position]);
  return hash;
}

bool Index::same_key(const std::vector<Value>& data, std::uint32_t a, std::uint32_t b) const {
  for (const auto position : positions_)
    if (data[std::size_t{a} * arity_ + position] != data[std::size_t{b} * arity_ + position])
      return false;
  return true;
}

void Index::update(const std::vector<Value>& data, std::uint32_t rows) {
  for (auto row = static_cast<std::uint32_t>(next_.size()); row < rows; ++row) {
    if ((std::uint64_t{keys_} + 1) * 2 > heads_.size()) grow(data);
    const std::size_t mask = heads_.size() - 1;
    std::size_t slot = hash_row(data, row) & mask;
    while (heads_[slot] != no_row && !same_key(data, heads_[slot], row)) slot = (slot + 1) & mask;
    if (heads_[slot] == no_row) ++keys_;
    next_.push_back(heads_[slot]);
    heads_[slot] = row;
  }
}

void Index::grow(const std::vector<Value>& data) {
  std::vector<std::uint32_t> old(std::max<std::size_t>(16, heads_.size() * 2), no_row);
  old.swap(heads_);
  const std::size_t mask = heads_.size() - 1;
  for (const auto row : old) {
    if (row == no_row) continue;
    std::size_t slot = hash_row(data, row) & mask;
    while (heads_[slot] != no_row) slot = (slot + 1) & mask;
    heads_[slot] = row;
  }
}

std::uint32_t Index::first(const std::vector<Value>& data, std::span<const Value> key) const {
  if (heads_.empty()) return no_row;
  std::uint64_t hash = 0;
  for (const Value value : key) hash = mix(hash, value);
  const std::size_t mask = heads_.size() - 1;
  for (std::size_t slot = hash & mask; heads_[slot] != no_row; slot = (slot + 1) & mask) {
    const std::uint32_t row = heads_[slot];
    bool same = true;
    for (std::size_t i = 0; i < positions_.size() && same; ++i)
      same = data[std::size_t{row} * arity_ + positions_[i]] == key[i];
    if (same) return row;
  }
  return no_row;
}

}  // namespace mingze
