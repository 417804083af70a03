#include "engine/evaluate/link_image.hpp"

#include <utility>

namespace mingze {

LinkImage::LinkImage(const Database& database, const NestedRule& rule,
                     std::shared_ptr<const Order> order)
    : link_(*rule.link), order_(std::move(order)) {
  const PredicateId predicate = rule.source->conditions[link_.condition].atom.predicate;
  if (predicate == order_->hierarchy()) {
    way_ = link_.from == 1 ? Way::children : Way::parents;
    return;
  }
  linked_ = &database[predicate].nested_over(link_.to, link_.keep, order_);
  if (link_.terms.size() > 1) return;
  groups_.assign(order_->size(), no_row);
  for (std::uint32_t group = 0; group < linked_->groups.size(); ++group)
    groups_[order_->rank(linked_->groups.at(group, 0))] = group;
}

void LinkImage::back(std::span<const Run> set, Runs& out) const {
  if (way_ == Way::children)
    order_->parents(set, out);
  else
    order_->children(set, out);
}

void LinkImage::of(std::span<const Value> frame, std::span<const Run> set, Runs& out) {
  if (way_ == Way::children) return order_->children(set, out);
  if (way_ == Way::parents) return order_->parents(set, out);
  out.clear();
  std::size_t place = 0;  // of the neighbour in the key
  key_.clear();
  for (const Term term : link_.terms) {
    if (term.is_variable && term.value == link_.neighbour) place = key_.size();
    key_.push_back(term.is_variable ? frame[term.value] : term.value);
  }
  for (const Run& run : set)
    for (std::uint32_t rank = run.from; rank < run.to; ++rank) {
      std::uint32_t group = no_row;
      if (groups_.empty()) {
        key_[place] = order_->value(rank);
        group = linked_->groups.find(key_);
      } else {
        group = groups_[rank];
      }
      const std::span<const Run> linked = linked_->set(group);
      out.insert(out.end(), linked.begin(), linked.end());
    }
  make_set(out);
}

}  // namespace mingze
