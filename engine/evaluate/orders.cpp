#include "engine/evaluate/orders.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace mingze {

void Orders::add(PredicateId hierarchy, const Levels& levels, const Relation& tuples) {
  const KindId kind = program_[hierarchy].slots[0].kind;
  if (levels.level.size() < nest_from_ || !Symbols::has_entities(kind)) return;
  std::vector<Value> members;
  for (const auto& level : levels.members)
    members.insert(members.end(), level.begin(), level.end());
  std::vector<std::pair<Value, Value>> links;
  for (std::uint32_t row = 0; row < tuples.size(); ++row)
    links.emplace_back(tuples.at(row, 0), tuples.at(row, 1));
  const auto larger = [&](const auto& order) { return order->members() >= members.size(); };
  by_size_.insert(std::partition_point(by_size_.begin(), by_size_.end(), larger),
                  std::make_shared<const Order>(hierarchy, program_.symbols.entity_count(kind),
                                                members, links));
}

std::shared_ptr<const Order> Orders::of(KindId kind) {
  for (const auto& order : by_size_)
    if (program_[order->hierarchy()].slots[0].kind == kind) return order;
  if (!Symbols::has_entities(kind)) return nullptr;
  const std::uint32_t values = program_.symbols.entity_count(kind);
  if (values < nest_from_) return nullptr;
  auto& order = plain_[kind];
  if (!order)
    order = std::make_shared<const Order>(PredicateId{}, values, std::vector<Value>{},
                                          std::span<const std::pair<Value, Value>>{});
  return order;
}

}  // namespace mingze
