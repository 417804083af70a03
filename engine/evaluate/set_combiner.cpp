#include "engine/evaluate/set_combiner.hpp"

namespace mingze {

SetCombiner::SetCombiner(const NestedRule& rule, const Order& order) : rule_(rule), order_(order) {
  if (order.size() > 0) all_.push_back({0, order.size()});
}

std::span<const Run> SetCombiner::combine(std::span<const std::span<const Run>> said) {
  const auto& sentences = rule_.sentences;
  whole_ = true;
  set_ = all_;
  if (rule_.neighbour) {
    for (std::size_t i = 0; i < sentences.size() && !set_.empty(); ++i)
      if (sentences[i].neighbour) apply(sentences[i].negative, said[i]);
    if (rule_.neighbour_is_parent)
      order_.children(set_, image_);
    else
      order_.parents(set_, image_);
    set_ = image_;
    whole_ = false;
  }
  for (std::size_t i = 0; i < sentences.size() && !set_.empty(); ++i)
    if (!sentences[i].neighbour) apply(sentences[i].negative, said[i]);
  return set_;
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
