#include "dsl/check/names.hpp"

#include <algorithm>

namespace mingze::dsl {

namespace {

std::uint64_t key(KindId kind, std::uint32_t text) {
  return (static_cast<std::uint64_t>(kind.value) << 32U) | text;
}

}  // namespace

void Names::add(KindId kind, std::string_view name, NameUse use) {
  const std::uint32_t text = texts_.intern(name);
  const auto number = static_cast<std::uint32_t>(entries_.size());
  const auto [chain, is_new] = chains_.try_emplace(key(kind, text), Chain{number, number});
  if (!is_new) {
    entries_[chain->second.last].next = number;
    chain->second.last = number;
  }
  entries_.push_back({kind, text, use});
}

const Names::Chain* Names::find(KindId kind, std::string_view name) const {
  const auto text = texts_.find(name);
  if (!text) return nullptr;
  const auto chain = chains_.find(key(kind, *text));
  return chain == chains_.end() ? nullptr : &chain->second;
}

std::vector<NameUse> Names::uses(KindId kind, std::string_view name) const {
  std::vector<NameUse> found;
  const Chain* chain = find(kind, name);
  for (std::uint32_t at = chain ? chain->first : UINT32_MAX; at != UINT32_MAX;
       at = entries_[at].next)
    found.push_back(entries_[at].use);
  return found;
}

std::vector<Value> Names::owners(KindId kind, std::string_view name, Date date) const {
  std::vector<Value> found;
  const Chain* chain = find(kind, name);
  for (std::uint32_t at = chain ? chain->first : UINT32_MAX; at != UINT32_MAX;
       at = entries_[at].next) {
    const NameUse& use = entries_[at].use;
    if (use.period.contains(date) &&
        std::find(found.begin(), found.end(), use.entity) == found.end())
      found.push_back(use.entity);
  }
  return found;
}

}  // namespace mingze::dsl
