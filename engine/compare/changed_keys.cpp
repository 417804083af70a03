#include "engine/compare/changed_keys.hpp"

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

void add_to(Runs& all, std::span<const Run> set) {
  Runs both;
  unite(all, set, both);
  all = std::move(both);
}

class NestedKeys {
 public:
  NestedKeys(const Relation& before, const Relation& after, std::uint32_t value)
      : before_(before),
        after_(after),
        arity_(before.arity()),
        keys_(arity_ - 2),
        value_(value - (value > form_of(before, after).column ? 1U : 0U)) {}

  ChangedKeys found() {
    for_each_group(before_, after_, [&](std::span<const Value> group) { look_at(group); });
    const Nested& form = form_of(before_, after_);
    Pieces before(arity_, form);
    Pieces after(arity_, form);
    Runs part;
    for (Key& key : of_) {
      if (key.region.empty()) continue;
      Runs had;
      Runs has;
      for (const std::vector<Value>& group : key.groups) {
        intersect(set_of(before_, group), key.region, part);
        before.add(group, part);
        add_to(had, part);
        intersect(set_of(after_, group), key.region, part);
        after.add(group, part);
        add_to(has, part);
      }
      const std::uint64_t all = count(key.region);
      out_.gained += all - count(had);
      out_.lost += all - count(has);
      out_.moved += count(had) + count(has) - all;
    }
    out_.before = before.finish(arity_);
    out_.after = after.finish(arity_);
    return std::move(out_);
  }

 private:
  struct Key {
    std::vector<std::vector<Value>> groups;
    Runs region;  // where some value came or went
  };

  void look_at(std::span<const Value> group) {
    std::vector<Value> key(group.begin(), group.end());
    key.erase(key.begin() + static_cast<std::ptrdiff_t>(value_));
    const std::uint32_t row = keys_.put(key);
    if (row == of_.size()) of_.emplace_back();
    of_[row].groups.emplace_back(group.begin(), group.end());
    Runs only;
    for (const bool gone : {true, false}) {
      subtract(set_of(gone ? before_ : after_, group), set_of(gone ? after_ : before_, group),
               only);
      if (!only.empty()) add_to(of_[row].region, only);
    }
  }

  const Relation& before_;
  const Relation& after_;
  std::uint32_t arity_;
  Relation keys_;
  std::uint32_t value_;  // its place in a group
  std::vector<Key> of_;  // by row of keys_
  ChangedKeys out_;
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
