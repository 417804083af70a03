#include "engine/facts/nested.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/facts/packing.hpp"

namespace mingze {

namespace {

void without(std::span<const Value> tuple, std::uint32_t column, std::vector<Value>& out) {
  out.clear();
  for (std::uint32_t i = 0; i < tuple.size(); ++i)
    if (i != column) out.push_back(tuple[i]);
}

/// The numbers that have the same key, in their order.
class Lists {
 public:
  /// `key_of`: by number; less than `keys`.
  Lists(std::uint32_t keys, const std::vector<std::uint32_t>& key_of)
      : ends_(keys + 1), all_(key_of.size()) {
    for (const std::uint32_t key : key_of) ++ends_[key + 1];
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (std::uint32_t i = 0; i < key_of.size(); ++i) all_[next[key_of[i]]++] = i;
  }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t key) const {
    return std::span(all_).subspan(ends_[key], ends_[key + 1] - ends_[key]);
  }

 private:
  std::vector<std::uint32_t> ends_;  // of the list before, so where each begins
  std::vector<std::uint32_t> all_;
};

}  // namespace

bool Nested::contains(std::span<const Value> tuple) const {
  if (tuple[column] >= order->size()) return false;
  std::vector<Value> others;
  without(tuple, column, others);
  return mingze::contains(set(groups.find(others)), order->rank(tuple[column]));
}

NestBuilder::NestBuilder(std::uint32_t arity, std::uint32_t column,
                         std::shared_ptr<const Order> order)
    : width_(arity - 1) {
  out_.column = column;
  out_.order = std::move(order);
  out_.groups = Relation(width_);
}

void NestBuilder::add(std::span<const Value> others, std::span<const Run> set) {
  others_.insert(others_.end(), others.begin(), others.end());
  runs_.insert(runs_.end(), set.begin(), set.end());
  ends_.push_back(static_cast<std::uint32_t>(runs_.size()));
}

void NestBuilder::add(std::span<const Value> tuple) {
  for (std::uint32_t i = 0; i < tuple.size(); ++i)
    if (i != out_.column) others_.push_back(tuple[i]);
  const std::uint32_t rank = out_.order->rank(tuple[out_.column]);
  runs_.push_back({rank, rank + 1});
  ends_.push_back(static_cast<std::uint32_t>(runs_.size()));
}

/// The numbers of the pieces, sorted by their groups and then by where their sets begin; `first`
/// tells of each whether its group differs from the one before.
std::vector<std::uint32_t> NestBuilder::sorted(std::vector<bool>& first) const {
  const auto count = static_cast<std::uint32_t>(ends_.size());
  const auto begin = [&](std::uint32_t piece) {
    const std::uint32_t from = piece == 0 ? 0 : ends_[piece - 1];
    return from == ends_[piece] ? 0 : runs_[from].from;
  };
  std::vector<std::uint32_t> most = greatest(others_, width_);
  most.push_back(out_.order->size());
  most.push_back(count);
  const Packing packing(most);
  std::vector<std::uint32_t> out(count);
  first.assign(count, true);
  if (packing.fits()) {
    std::vector<std::uint64_t> words(count);
    for (std::uint32_t piece = 0; piece < count; ++piece) {
      const Value* others = others_.data() + std::size_t{piece} * width_;
      std::uint64_t word = packing.put(width_, begin(piece)) | packing.put(width_ + 1, piece);
      for (std::uint32_t c = 0; c < width_; ++c) word |= packing.put(c, others[c]);
      words[piece] = word;
    }
    sort_words(words);
    for (std::uint32_t i = 0; i < count; ++i) {
      out[i] = packing.get(words[i], width_ + 1);
      first[i] = i == 0 || packing.head(words[i], width_) != packing.head(words[i - 1], width_);
    }
    return out;
  }
  const auto row = [&](std::uint32_t piece) {
    return std::span(others_).subspan(std::size_t{piece} * width_, width_);
  };
  std::iota(out.begin(), out.end(), 0U);
  std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto by_group = std::lexicographical_compare_three_way(row(a).begin(), row(a).end(),
                                                                 row(b).begin(), row(b).end());
    return by_group != 0 ? by_group < 0 : std::pair(begin(a), a) < std::pair(begin(b), b);
  });
  for (std::uint32_t i = 1; i < count; ++i)
    first[i] = !std::ranges::equal(row(out[i]), row(out[i - 1]));
  return out;
}

Nested NestBuilder::finish() {
  std::vector<bool> first;
  const std::vector<std::uint32_t> order = sorted(first);
  out_.runs.reserve(runs_.size());
  Runs whole;
  for (std::size_t i = 0; i < order.size();) {
    out_.groups.append(std::span(others_).subspan(std::size_t{order[i]} * width_, width_));
    whole.clear();
    do {
      const std::uint32_t from = order[i] == 0 ? 0 : ends_[order[i] - 1];
      whole.insert(whole.end(), runs_.begin() + from, runs_.begin() + ends_[order[i]]);
      ++i;
    } while (i < order.size() && !first[i]);
    make_set(whole);
    out_.runs.insert(out_.runs.end(), whole.begin(), whole.end());
    out_.ends.push_back(static_cast<std::uint32_t>(out_.runs.size()));
    out_.size += count(whole);
  }
  return std::move(out_);
}

namespace {

/// The columns of `keep` but for the nested one, as places among `width` columns.
std::vector<std::uint32_t> places(std::uint64_t keep, std::uint32_t arity, std::uint32_t column,
                                  bool column_is_there) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < arity; ++i)
    if (i != column && (keep >> i & 1U) != 0)
      out.push_back(!column_is_there && i > column ? i - 1 : i);
  return out;
}

}  // namespace

Nested nest(const Relation& relation, std::uint32_t column, std::uint64_t keep,
            const std::shared_ptr<const Order>& order) {
  const auto kept = places(keep, relation.arity(), column, true);
  const auto width = static_cast<std::uint32_t>(kept.size());
  const std::vector<std::uint32_t> most = greatest(relation.data(), relation.arity());
  std::vector<std::uint32_t> most_kept;
  for (const std::uint32_t place : kept) most_kept.push_back(most[place]);
  most_kept.push_back(order->size());
  const Packing packing(most_kept);
  std::vector<Value> key(width);
  if (!packing.fits()) {
    NestBuilder out(width + 1, column, order);
    for (std::uint32_t row = 0; row < relation.size(); ++row) {
      for (std::uint32_t i = 0; i < width; ++i) key[i] = relation.at(row, kept[i]);
      const std::uint32_t rank = order->rank(relation.at(row, column));
      const Run run{rank, rank + 1};
      out.add(key, {&run, 1});
    }
    return out.finish();
  }
  std::vector<std::uint64_t> words(relation.size());
  for (std::uint32_t row = 0; row < relation.size(); ++row) {
    const Value* tuple = relation.data().data() + std::size_t{row} * relation.arity();
    std::uint64_t word = packing.put(width, order->rank(tuple[column]));
    for (std::uint32_t i = 0; i < width; ++i) word |= packing.put(i, tuple[kept[i]]);
    words[row] = word;
  }
  sort_words(words);
  Nested out{column, order, Relation(width), {}, {}, 0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t rank = packing.get(words[i], width);
    if (i == 0 || packing.head(words[i], width) != packing.head(words[i - 1], width)) {
      if (i > 0) out.ends.push_back(static_cast<std::uint32_t>(out.runs.size()));
      for (std::uint32_t c = 0; c < width; ++c) key[c] = packing.get(words[i], c);
      out.groups.append(key);
      out.runs.push_back({rank, rank + 1});
    } else if (rank == out.runs.back().to) {
      ++out.runs.back().to;
    } else if (rank > out.runs.back().to) {
      out.runs.push_back({rank, rank + 1});
    }
  }
  if (!words.empty()) out.ends.push_back(static_cast<std::uint32_t>(out.runs.size()));
  out.size = count(out.runs);
  return out;
}

Nested project(const Nested& nested, std::uint64_t keep) {
  const auto kept = places(keep, nested.groups.arity() + 1, nested.column, false);
  NestBuilder out(static_cast<std::uint32_t>(kept.size()) + 1, nested.column, nested.order);
  std::vector<Value> key(kept.size());
  for (std::uint32_t row = 0; row < nested.groups.size(); ++row) {
    for (std::size_t i = 0; i < kept.size(); ++i) key[i] = nested.groups.at(row, kept[i]);
    out.add(key, nested.set(row));
  }
  return out.finish();
}

namespace {

/// Sets of different values, read as one line: each run of each begins and ends somewhere, and
/// between two such places as many values stand everywhere.
class Coverage {
 public:
  void clear() {
    from_.clear();
    to_.clear();
  }
  void add(std::span<const Run> set) {
    for (const Run& run : set) {
      from_.push_back(run.from);
      to_.push_back(run.to);
    }
  }
  /// Where at least so many stand.
  void at_least(std::uint64_t count, Runs& out) {
    out.clear();
    std::sort(from_.begin(), from_.end());
    std::sort(to_.begin(), to_.end());
    std::uint64_t here = 0;
    std::uint32_t since = 0;
    for (std::size_t i = 0, j = 0; j < to_.size();) {
      const bool enough = here >= count;
      const std::uint32_t place = i < from_.size() ? std::min(from_[i], to_[j]) : to_[j];
      for (; i < from_.size() && from_[i] == place; ++i) ++here;
      for (; j < to_.size() && to_[j] == place; ++j) --here;
      if (enough && here < count) out.push_back({since, place});
      if (!enough) since = place;
    }
  }

 private:
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> to_;
};

}  // namespace

Nested at_least(const Nested& nested, std::uint32_t counted, std::uint64_t count) {
  const std::uint32_t groups = nested.groups.size();
  Nested out{nested.column, nested.order, Relation(nested.groups.arity() - 1), {}, {}, 0};
  Relation keys(out.groups.arity());
  std::vector<std::uint32_t> key_of(groups);
  std::vector<Value> key;
  for (std::uint32_t group = 0; group < groups; ++group) {
    without(nested.groups.row(group), counted, key);
    key_of[group] = keys.put(key);
  }
  const Lists lists(keys.size(), key_of);
  Coverage coverage;
  Runs set;
  for (std::uint32_t k = 0; k < keys.size(); ++k) {
    const auto of_key = lists[k];
    if (of_key.size() < count) continue;
    coverage.clear();
    for (const std::uint32_t group : of_key) coverage.add(nested.set(group));
    coverage.at_least(count, set);
    if (set.empty()) continue;
    out.groups.append(keys.row(k));
    out.runs.insert(out.runs.end(), set.begin(), set.end());
    out.ends.push_back(static_cast<std::uint32_t>(out.runs.size()));
    out.size += mingze::count(set);
  }
  return out;
}

}  // namespace mingze
