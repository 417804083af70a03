// All tuples of a program: stated, read from data, derived and decided.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/base/span.hpp"
#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// One relation per predicate. The stated tuples of a predicate come first, in rows
/// [0, stated count), each with the place that states it.
///
/// Copies are cheap: they share their relations until one of them is written to. The indexes that
/// joins ask a relation for are made at the first question, so that copies that share must belong
/// to one thread; another thread takes a `clone`.
class Database {
 public:
  Database() = default;
  explicit Database(const Program& program);

  /// The relation, to be written to: no copy sees it.
  [[nodiscard]] Relation& operator[](PredicateId id) { return own(id).tuples; }
  [[nodiscard]] const Relation& operator[](PredicateId id) const {
    return tables_[id.value]->tuples;
  }

  /// How many predicates there are.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tables_.size()); }

  /// Adds a stated tuple; must come before anything is derived.
  void state(PredicateId predicate, std::span<const Value> tuple, Span origin);
  /// The same for many rows at once, with a place for each.
  void state_all(PredicateId predicate, std::vector<Value> rows, std::vector<Span> origins);
  /// Adds the facts that the program states.
  void state(const std::vector<Fact>& facts);

  /// Drops all tuples of a predicate.
  void clear(PredicateId predicate);

  /// How many tuples of it are stated.
  [[nodiscard]] std::size_t stated_count(PredicateId id) const {
    return tables_[id.value]->origins.size();
  }
  /// Takes a relation, with the places of its stated tuples, over from another database.
  void share(PredicateId id, const Database& other) { tables_[id.value] = other.tables_[id.value]; }
  /// Whether a relation is the one of another database: nothing was written to either since.
  [[nodiscard]] bool shares(PredicateId id, const Database& other) const {
    return tables_[id.value] == other.tables_[id.value];
  }
  /// The stated tuples alone.
  [[nodiscard]] Database stated() const;
  /// A copy that shares nothing.
  [[nodiscard]] Database clone() const;

  /// Where row `row` is stated, or nothing for a derived or decided one.
  [[nodiscard]] const Span* origin(PredicateId predicate, std::uint32_t row) const {
    const auto& origins = tables_[predicate.value]->origins;
    return row < origins.size() ? &origins[row] : nullptr;
  }
  /// The same of a tuple; nothing for one that isn't there either.
  [[nodiscard]] const Span* origin(PredicateId predicate, std::span<const Value> tuple) const {
    const Table& table = *tables_[predicate.value];
    return table.origins.empty() ? nullptr : origin(predicate, table.tuples.find_made(tuple));
  }

  template <NodeOf<Database> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.tables_);
  }

 private:
  struct Table {
    Relation tuples;
    std::vector<Span> origins;
    template <NodeOf<Table> N, typename V>
    friend void fields(N& n, V&& visit) {
      visit(n.tuples, n.origins);
    }
  };
  Table& own(PredicateId id);

  std::vector<std::shared_ptr<Table>> tables_;
};

}  // namespace mingze
