// All that holds, as tables that change together.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "engine/facts/database.hpp"
#include "engine/facts/outcome.hpp"
#include "engine/plan/nesting.hpp"
#include "engine/update/table.hpp"

namespace mingze {

using TableId = Id<struct TableTag>;

/// A table of tuples of one form, and the views of it, which change when it does: the same tuples
/// plain, nested over another column, or without some of their columns.
class Store {
 public:
  /// Makes a table. `column`: where it is nested, if it is.
  TableId add(std::uint32_t arity, std::optional<std::uint32_t> column,
              std::shared_ptr<const Order> order);
  /// See Table::arrange.
  void arrange(TableId table, std::uint64_t columns) { nodes_[table.value].table.arrange(columns); }
  /// Fills a new table.
  void load(TableId table, const Relation& tuples);

  /// The tuples of a table, plain. Views are made when they are first asked for.
  TableId plain(TableId table);
  /// Nested over a column, with the columns of `keep` as groups (see `nest`).
  TableId nested(TableId table, std::uint32_t column, std::uint64_t keep,
                 const std::shared_ptr<const Order>& order);

  [[nodiscard]] const Table& operator[](TableId table) const { return nodes_[table.value].table; }
  [[nodiscard]] std::optional<std::uint32_t> column(TableId table) const {
    return nodes_[table.value].column;
  }
  /// Adds a group, empty.
  std::uint32_t put(TableId table, std::span<const Value> group) {
    return nodes_[table.value].table.put(group);
  }
  /// Gives a group of a table that is no view a set; its views follow.
  void assign(TableId table, std::uint32_t row, std::span<const Run> set);
  /// The same for one that gains what it does not have, and loses what it has. `same`: columns of
  /// the groups over which nothing changes in the end (bit i: column i), so that views of no others
  /// need not follow.
  void apply(TableId table, std::uint32_t row, const SetDelta& delta, std::uint64_t same = 0);
  /// Adds or removes one tuple of a table that is no view.
  void set(TableId table, std::span<const Value> tuple, bool holds);
  [[nodiscard]] bool contains(TableId table, std::span<const Value> tuple) const;
  /// Begins anew with the changes of all tables.
  void settle();

 private:
  enum class Way {
    projected,  // nested over the same column
    unnested,   // plain, of a nested table
    renested,   // nested, of a plain table
  };
  struct View {
    TableId table;
    Way way;
    std::uint32_t column = 0;           // renested: of the tuples, where the view is nested
    std::vector<std::uint32_t> places;  // of its groups' columns among those of the source's groups
    std::uint64_t key = 0;              // those places (and the column) as a set of columns
  };
  struct Node {
    Table table;
    std::uint32_t arity;
    std::optional<std::uint32_t> column;
    std::vector<View> views;
  };

  TableId add_view(TableId source, View view, std::uint32_t width,
                   std::optional<std::uint32_t> column, std::shared_ptr<const Order> order);
  void fill(const Node& source, const View& view);
  void follow(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta);
  void project(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta);
  void unnest(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta);
  void renest(const Node& source, const View& view, std::uint32_t row, const SetDelta& delta);
  void change(TableId table, std::uint32_t row, std::span<const Run> set);
  void follow(const Node& source, std::uint32_t row, const SetDelta& delta, std::uint64_t same);

  std::deque<Node> nodes_;
  std::map<std::tuple<TableId, std::uint32_t, std::uint64_t>, TableId> views_;
};

}  // namespace mingze
