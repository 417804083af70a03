// Groups of tables, each once.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "engine/update/store.hpp"

namespace mingze {

/// A group of a table.
struct GroupRef {
  TableId table;
  std::uint32_t row;
};

/// A list of groups without repetition, in the order of their arrival.
class Groups {
 public:
  void add(GroupRef group) {
    if (seen_.insert(std::uint64_t{group.table.value} << 32U | group.row).second)
      list_.push_back(group);
  }
  [[nodiscard]] const std::vector<GroupRef>& list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }

 private:
  std::vector<GroupRef> list_;
  std::unordered_set<std::uint64_t> seen_;
};

}  // namespace mingze
