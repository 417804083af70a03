#include "engine/compare/changed_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/facts/nested.hpp"

namespace mingze {

namespace {

bool same_ranks(const Order& a, const Order& b) {
  if (&a == &b) return true;
  if (a.size() != b.size()) return false;
  for (std::uint32_t rank = 0; rank < a.size(); ++rank)
    if (a.value(rank) != b.value(rank)) return false;
  return true;
}

/// Whether their sets can be compared as they are; a relation without tuples goes with any.
bool nested_alike(const Relation& a, const Relation& b) {
  if (a.nested() == nullptr && b.nested() == nullptr) return false;
  if (a.nested() == nullptr) return a.size() == 0;
  if (b.nested() == nullptr) return b.size() == 0;
  return a.nested()->column == b.nested()->column &&
         same_ranks(*a.nested()->order, *b.nested()->order);
}

std::span<const Run> set_of(const Relation& relation, std::span<const Value> group) {
  const Nested* nested = relation.nested();
  if (nested == nullptr) return {};
  return nested->set(nested->groups.find(group));
}

/// Nested relations of one form.
class Pieces {
 public:
  Pieces(std::uint32_t arity, const Nested& like) : builder_(arity, like.column, like.order) {}
  void add(std::span<const Value> group, std::span<const Run> set) {
    if (set.empty()) return;
    builder_.add(group, set);
    any_ = true;
  }
  Relation finish(std::uint32_t arity) {
    Relation out(arity);
    if (any_) out.hold(builder_.finish());
    return out;
  }

 private:
  NestBuilder builder_;
  bool any_ = false;
};

const Nested& form_of(const Relation& a, const Relation& b) {
  return a.nested() != nullptr ? *a.nested() : *b.nested();
}

/// Each group of either, once.
template <typename Visit>
void for_each_group(const Relation& a, const Relation& b, Visit visit) {
  if (const Nested* nested = a.nested())
    for (std::uint32_t row = 0; row < nested->groups.size(); ++row) visit(nested->groups.row(row));
  if (const Nested* nested = b.nested())
    for (std::uint32_t row = 0; row < nested->groups.size(); ++row)
      if (set_of(a, nested->groups.row(row)).empty()) visit(nested->groups.row(row));
}

std::span<const Run> set_at(const Relation& relation, std::uint32_t group) {
  return relation.nested() == nullptr ? std::span<const Run>{} : relation.nested()->set(group);
}

/// Nested relations, key by key: a key is what the nested places of a group stand with, but for the
/// value.
class NestedKeys {
 public:
  NestedKeys(const Relation& before, const Relation& after, std::uint32_t value)
      : before_(before),
        after_(after),
        form_(form_of(before, after)),
        keys_(before.arity() - 2),
        value_(value - (value > form_.column ? 1U : 0U)),
        had_(before.arity(), form_),
        has_(before.arity(), form_) {}

  ChangedKeys found() {
    collect();
    std::stable_sort(groups_.begin(), groups_.end(),
                     [](const Group& a, const Group& b) { return a.key < b.key; });
    for (std::size_t from = 0; from < groups_.size();) {
      std::size_t to = from;
      while (to < groups_.size() && groups_[to].key == groups_[from].key) ++to;
      compare(std::span(groups_).subspan(from, to - from));
      from = to;
    }
    out_.before = had_.finish(before_.arity());
    out_.after = has_.finish(before_.arity());
    return std::move(out_);
  }

 private:
  /// A value of a key, with its group in either relation or in both.
  struct Group {
    std::uint32_t key;
    std::uint32_t before;
    std::uint32_t after;
  };

  void collect() {
    std::uint32_t old = 0;
    if (const Nested* nested = before_.nested())
      for (; old < nested->groups.size(); ++old)
        groups_.push_back({key_of(nested->groups.row(old)), old, no_row});
    const Nested* now = after_.nested();
    for (std::uint32_t row = 0; now != nullptr && row < now->groups.size(); ++row) {
      const std::span<const Value> group = now->groups.row(row);
      const std::uint32_t same = old == 0 ? no_row : before_.nested()->groups.find(group);
      if (same != no_row)
        groups_[same].after = row;
      else
        groups_.push_back({key_of(group), no_row, row});
    }
  }

  std::uint32_t key_of(std::span<const Value> group) {
    key_.assign(group.begin(), group.end());
    key_.erase(key_.begin() + static_cast<std::ptrdiff_t>(value_));
    return keys_.put(key_);
  }

  [[nodiscard]] std::span<const Value> words(const Group& group) const {
    return group.before != no_row ? before_.nested()->groups.row(group.before)
                                  : after_.nested()->groups.row(group.after);
  }

  /// All values of one key.
  void compare(std::span<const Group> groups) {
    region_.clear();  // where some value came or went
    for (const Group& group : groups) {
      const auto old = set_at(before_, group.before);
      const auto now = set_at(after_, group.after);
      if (std::ranges::equal(old, now)) continue;
      subtract(old, now, part_);
      add(part_, region_);
      subtract(now, old, part_);
      add(part_, region_);
    }
    if (region_.empty()) return;
    had_places_.clear();
    has_places_.clear();
    for (const Group& group : groups) {
      intersect(set_at(before_, group.before), region_, part_);
      had_.add(words(group), part_);
      add(part_, had_places_);
      intersect(set_at(after_, group.after), region_, part_);
      has_.add(words(group), part_);
      add(part_, has_places_);
    }
    const std::uint64_t all = count(region_);
    out_.gained += all - count(had_places_);
    out_.lost += all - count(has_places_);
    out_.moved += count(had_places_) + count(has_places_) - all;
  }

  void add(std::span<const Run> set, Runs& all) {
    if (set.empty()) return;
    unite(all, set, both_);
    std::swap(all, both_);
  }

  const Relation& before_;
  const Relation& after_;
  const Nested& form_;
  Relation keys_;
  std::uint32_t value_;  // its place in a group
  std::vector<Group> groups_;
  Pieces had_;
  Pieces has_;
  ChangedKeys out_;
  // of the key at hand
  std::vector<Value> key_;
  Runs region_;
  Runs part_;
  Runs both_;
  Runs had_places_;
  Runs has_places_;
};

ChangedKeys keys_by_tuple(const Relation& before, const Relation& after, std::uint32_t value) {
  const std::uint32_t arity = before.arity();
  std::vector<Value> key;
  const auto key_of = [&](std::span<const Value> tuple) -> std::span<const Value> {
    key.assign(tuple.begin(), tuple.end());
    key.erase(key.begin() + static_cast<std::ptrdiff_t>(value));
    return key;
  };
  Relation changed(arity - 1);
  const Difference differs = difference(before, after);
  for (const Relation* relation : {&differs.before, &differs.after})
    for (std::uint32_t row = 0; row < relation->size(); ++row)
      changed.insert(key_of(relation->row(row)));

  ChangedKeys out{Relation(arity), Relation(arity)};
  Relation had(arity - 1);
  Relation has(arity - 1);
  const auto take = [&](const Relation& all, Relation& tuples, Relation& keys) {
    for (std::uint32_t row = 0; row < all.size(); ++row)
      if (changed.contains(key_of(all.row(row)))) {
        tuples.append(all.row(row));
        keys.insert(key);
      }
  };
  take(before, out.before, had);
  take(after, out.after, has);
  out.gained = changed.size() - had.size();
  out.lost = changed.size() - has.size();
  out.moved = std::uint64_t{had.size()} + has.size() - changed.size();
  return out;
}

}  // namespace

Difference difference(const Relation& before, const Relation& after) {
  const std::uint32_t arity = before.arity();
  Difference out{Relation(arity), Relation(arity)};
  if (nested_alike(before, after)) {
    Pieces gone(arity, form_of(before, after));
    Pieces come(arity, form_of(before, after));
    Runs only;
    for_each_group(before, after, [&](std::span<const Value> group) {
      subtract(set_of(before, group), set_of(after, group), only);
      gone.add(group, only);
      subtract(set_of(after, group), set_of(before, group), only);
      come.add(group, only);
    });
    return {gone.finish(arity), come.finish(arity)};
  }
  for (std::uint32_t row = 0; row < before.size(); ++row)
    if (!after.contains(before.row(row))) out.before.append(before.row(row));
  for (std::uint32_t row = 0; row < after.size(); ++row)
    if (!before.contains(after.row(row))) out.after.append(after.row(row));
  return out;
}

ChangedKeys changed_keys(const Relation& before, const Relation& after, std::uint32_t value) {
  if (nested_alike(before, after) && form_of(before, after).column != value)
    return NestedKeys(before, after, value).found();
  return keys_by_tuple(before, after, value);
}

}  // namespace mingze
