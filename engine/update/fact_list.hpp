// The stated facts, some of which may be taken away again.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/facts/database.hpp"

namespace mingze {

/// Facts with the places that state them. One that comes back comes last.
class FactList {
 public:
  FactList(const Program& program, const Database& facts);

  /// False where it was there.
  bool add(PredicateId predicate, std::span<const Value> values, Span span);
  /// The place that stated it, or nothing where it was not there.
  std::optional<Span> remove(PredicateId predicate, std::span<const Value> values);
  /// The facts of a predicate, into a database that has none of it.
  void state(PredicateId predicate, Database& database) const;
  /// The facts, in a database for a program that has these predicates first.
  [[nodiscard]] Database database(const Program& program) const;

 private:
  struct List {
    Relation tuples;
    std::vector<Span> spans;
    std::vector<std::uint32_t> times;  // by row: its place among all that came; gone: no_row
    std::uint32_t next = 0;
  };
  std::vector<List> lists_;  // by predicate
};

}  // namespace mingze
