#include "engine/facts/order.hpp"

#include <algorithm>

namespace mingze {

Order::Order(PredicateId hierarchy, std::uint32_t values, const std::vector<Value>& members,
             std::span<const std::pair<Value, Value>> links)
    : hierarchy_(hierarchy),
      members_(static_cast<std::uint32_t>(members.size())),
      ranks_(values, UINT32_MAX) {
  values_.reserve(values);
  const auto place = [&](Value value) {
    if (ranks_[value] != UINT32_MAX) return;
    ranks_[value] = static_cast<std::uint32_t>(values_.size());
    values_.push_back(value);
  };
  for (const Value value : members) place(value);
  for (Value value = 0; value < values; ++value) place(value);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> down;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> up;
  for (const auto& [child, parent] : links) {
    down.emplace_back(ranks_[parent], ranks_[child]);
    up.emplace_back(ranks_[child], ranks_[parent]);
  }
  children_ = lists(values, down);
  parents_ = lists(values, up);
  const auto& all = children_.all;
  for (std::size_t i = 1; i < all.size(); ++i)
    children_adjoin_ = children_adjoin_ && all[i] == all[i - 1] + 1;
}

Order::Links Order::lists(std::uint32_t count,
                          const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  Links out;
  out.ends.resize(count);
  for (const auto& [whose, what] : pairs) ++out.ends[whose];
  std::vector<std::uint32_t> next(count);
  for (std::uint32_t i = 0, sum = 0; i < count; ++i) {
    next[i] = sum;
    sum += out.ends[i];
    out.ends[i] = sum;
  }
  out.all.resize(pairs.size());
  for (const auto& [whose, what] : pairs) out.all[next[whose]++] = what;
  for (std::uint32_t i = 0; i < count; ++i)
    std::sort(out.all.begin() + out.begin(i), out.all.begin() + out.ends[i]);
  return out;
}

void Order::image(const Links& links, std::span<const Run> set, Runs& out) {
  out.clear();
  for (const Run& run : set)
    for (std::uint32_t i = links.begin(run.from); i < links.ends[run.to - 1]; ++i)
      out.push_back({links.all[i], links.all[i] + 1});
  make_set(out);
}

void Order::children(std::span<const Run> set, Runs& out) const {
  if (!children_adjoin_) return image(children_, set, out);
  out.clear();
  for (const Run& run : set) {
    const std::uint32_t first = children_.begin(run.from);
    const std::uint32_t end = children_.ends[run.to - 1];
    if (first < end) append(out, {children_.all[first], children_.all[end - 1] + 1});
  }
}

void Order::parents(std::span<const Run> set, Runs& out) const { image(parents_, set, out); }

}  // namespace mingze
