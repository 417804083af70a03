#include "engine/update/edit.hpp"

namespace mingze {

void TableChange::for_each(const std::function<void(std::span<const Value>, bool)>& visit) const {
  std::vector<Value> tuple;
  for (const SetChange& group : groups)
    for (const bool added : {false, true})
      for (const Run& run : added ? group.added : group.removed)
        for (std::uint32_t member = run.from; member < run.to; ++member) {
          tuple = group.others;
          if (column) tuple.insert(tuple.begin() + *column, order->value(member));
          visit(tuple, added);
        }
}

}  // namespace mingze
