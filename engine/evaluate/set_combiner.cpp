#include "engine/evaluate/set_combiner.hpp"

namespace mingze {

SetCombiner::SetCombiner(const Database& database, const NestedRule& rule,
                         const std::shared_ptr<const Order>& order)
    : rule_(rule) {
  if (rule.link) link_.emplace(database, rule, order);
  if (order->size() > 0) all_.push_back({0, order->size()});
}

std::span<const Run> SetCombiner::combine(std::span<const Value> frame,
                                          std::span<const std::span<const Run>> said) {
  const auto& sentences = rule_.sentences;
  whole_ = true;
  set_ = all_;
  if (link_) {
    for (std::size_t i = 0; i < sentences.size() && !set_.empty(); ++i)
      if (sentences[i].neighbour) apply(sentences[i].negative, said[i]);
    if (rule_.neighbour) near_.assign(set_.begin(), set_.end());
    link_->of(frame, set_, image_);
    set_ = image_;
    whole_ = false;
  }
  for (std::size_t i = 0; i < sentences.size() && !set_.empty(); ++i)
    if (!sentences[i].neighbour) apply(sentences[i].negative, said[i]);
  return set_;
}

void SetCombiner::for_each_neighbour(
    std::span<const Value> frame,
    const std::function<void(std::uint32_t, std::span<const Run>)>& visit) {
  Runs linked;
  Runs neighbours;
  link_->back(set_, linked);
  intersect(linked, near_, neighbours);
  Runs set;
  for (const Run& run : neighbours)
    for (std::uint32_t rank = run.from; rank < run.to; ++rank) {
      const Run one{rank, rank + 1};
      link_->of(frame, {&one, 1}, linked);
      intersect(set_, linked, set);
      visit(rank, set);
    }
}

void SetCombiner::apply(bool negative, std::span<const Run> said) {
  if (negative && said.empty()) return;
  if (!negative && whole_) {
    set_ = said;
  } else {
    Runs& out = buffers_[buffer_ ^= 1U];
    if (negative)
      subtract(set_, said, out);
    else
      intersect(set_, said, out);
    set_ = out;
  }
  whole_ = false;
}

}  // namespace mingze
