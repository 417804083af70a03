// What entities are called: labels and other names, with the dates in which they hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/interner.hpp"
#include "engine/program/symbols.hpp"

namespace mingze::dsl {

/// One name of one entity. Ids are not among them: `Symbols` knows those, and they always win.
struct NameUse {
  Value entity = 0;
  Period period;
  Span span;  ///< where it is written
};

class Names {
 public:
  void add(KindId kind, std::string_view name, NameUse use);

  /// Every use of a name in a kind, in the order of `add`.
  [[nodiscard]] std::vector<NameUse> uses(KindId kind, std::string_view name) const;

  /// The distinct entities that a name stands for on a date.
  [[nodiscard]] std::vector<Value> owners(KindId kind, std::string_view name, Date date) const;

  /// Calls `visit(name, use)` for every name of a kind, in the order of `add`.
  template <typename Visit>
  void for_each(KindId kind, Visit visit) const {
    for (const Entry& entry : entries_)
      if (entry.kind == kind) visit(std::string_view(texts_[entry.text]), entry.use);
  }

 private:
  struct Entry {
    KindId kind;
    std::uint32_t text = 0;
    NameUse use;
    std::uint32_t next = UINT32_MAX;  ///< the next use of this name in this kind
  };
  struct Chain {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  [[nodiscard]] const Chain* find(KindId kind, std::string_view name) const;

  Interner texts_;
  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, Chain> chains_;  ///< by kind and text
};

}  // namespace mingze::dsl
