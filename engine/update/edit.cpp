#include "engine/update/edit.hpp"

namespace mingze {

void TableChange::for_each(const std::function<void(std::span<const Value>, bool)>& visit) const {
  std::vector<Value> tuple;
  for (std::size_t i = 0; i < size(); ++i) {
    const SetChange group = (*this)[i];
    for (const bool added : {false, true})
      for (const Run& run : added ? group.added : group.removed)
        for (std::uint32_t member = run.from; member < run.to; ++member) {
          tuple.assign(group.others.begin(), group.others.end());
          if (column) tuple.insert(tuple.begin() + *column, order->value(member));
          visit(tuple, added);
        }
  }
}

SetChange TableChange::operator[](std::size_t group) const {
  const Ends before = group == 0 ? Ends{0, 0, 0} : ends_[group - 1];
  const Ends& end = ends_[group];
  const std::span<const Value> others = others_;
  const std::span<const Run> runs = runs_;
  return {others.subspan(before.others, end.others - before.others),
          runs.subspan(before.added, end.removed - before.added),
          runs.subspan(end.removed, end.added - end.removed)};
}

void TableChange::reserve(std::size_t groups, std::size_t runs) {
  ends_.reserve(groups);
  runs_.reserve(runs);
}

void TableChange::add(const SetChange& group) {
  others_.insert(others_.end(), group.others.begin(), group.others.end());
  runs_.insert(runs_.end(), group.removed.begin(), group.removed.end());
  const std::size_t removed = runs_.size();
  runs_.insert(runs_.end(), group.added.begin(), group.added.end());
  ends_.push_back({others_.size(), removed, runs_.size()});
}

}  // namespace mingze
