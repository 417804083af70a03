// Groups of tables, each once.
#pragma once

#include <cstdint>
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
    const Value key[] = {group.table.value, group.row};
    if (seen_.insert(key)) list_.push_back(group);
  }
  [[nodiscard]] const std::vector<GroupRef>& list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }

 private:
  std::vector<GroupRef> list_;
  Relation seen_{2};  // table and row
};

}  // namespace mingze
