// A relation that tuples can be taken from again, with what has changed in it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/facts/nested.hpp"

namespace mingze {

/// What a set gained and what it lost.
struct SetDelta {
  Runs gained;
  Runs lost;
  [[nodiscard]] bool empty() const { return gained.empty() && lost.empty(); }
};

/// Groups, each with a set (engine/facts/nested.hpp), or plain tuples: groups of all columns whose
/// set has one member, {0}, or none. A group keeps its row when its set becomes empty, so that a
/// join over the groups finds what held before a change as well as what holds after it.
class Table {
 public:
  /// `width`: columns of a group. Without an order the tuples are plain.
  Table(std::uint32_t width, std::shared_ptr<const Order> order)
      : order_(std::move(order)), groups_(width) {}

  [[nodiscard]] bool is_plain() const { return order_ == nullptr; }
  [[nodiscard]] const std::shared_ptr<const Order>& order() const { return order_; }
  /// All groups that have or had a set; the rows are valid until `settle`.
  [[nodiscard]] const Relation& groups() const { return groups_; }
  /// By row of the groups: whether the set has members.
  [[nodiscard]] const std::vector<bool>& alive() const { return alive_; }
  /// The set of a group; empty for `no_row`. Valid until the next change.
  [[nodiscard]] std::span<const Run> set(std::uint32_t row) const;
  /// How many tuples.
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// The row of a group, made (with an empty set) where it was not there.
  std::uint32_t put(std::span<const Value> group);
  /// Gives a group another set. What that comes to is valid until the next time.
  const SetDelta& assign(std::uint32_t row, std::span<const Run> set);
  /// The same for one that gains what it does not have, and loses what it has.
  void apply(std::uint32_t row, const SetDelta& delta);
  /// Takes everything from elsewhere into an empty table; nothing of it counts as a change.
  /// `sets`: by row of `groups`, runs in any order; empty for plain tuples.
  void load(Relation groups, std::vector<Runs> sets);
  /// Puts the groups that agree in these columns (bit i: column i) next to each other, which makes
  /// going through them fast. There are no changes.
  void arrange(std::uint64_t columns);

  /// Every assignment since `settle` that changed a set.
  struct Event {
    std::uint32_t row;
    bool gained;
    bool lost;
  };
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  /// A row whose set has been changed, and what that came to since the last `settle`: nothing,
  /// where it has its set again. Valid until the next change.
  struct Change {
    std::uint32_t row;
    std::span<const Run> gained;
    std::span<const Run> lost;
  };
  [[nodiscard]] std::uint32_t changed() const {
    return static_cast<std::uint32_t>(changes_.size());
  }
  [[nodiscard]] Change change(std::uint32_t number) const;
  /// How many runs they have, and had in between.
  [[nodiscard]] std::size_t changed_runs() const { return changed_runs_.size(); }
  /// The set that a changed row had at the last `settle`.
  [[nodiscard]] Runs before(const Change& change) const;
  /// Begins anew with events and changes.
  void settle();
  /// How often rows were given other numbers.
  [[nodiscard]] std::uint32_t renumbered() const { return renumbered_; }

 private:
  /// A change, with its runs among those of all.
  struct Kept {
    std::uint32_t row;
    std::size_t begin = 0;
    std::size_t middle = 0;  // lost runs begin
    std::size_t end = 0;
  };

  void change(std::uint32_t row, std::span<const Run> now, const SetDelta& delta);
  void keep(Kept& change, const SetDelta& delta);
  void keep(const std::vector<std::uint32_t>& rows);

  std::shared_ptr<const Order> order_;
  Relation groups_;
  std::vector<Runs> sets_;  // by row; of plain tuples none
  std::vector<bool> alive_;
  std::uint64_t size_ = 0;
  std::uint32_t living_ = 0;  // rows that are alive
  std::uint32_t renumbered_ = 0;
  std::vector<Event> events_;
  std::vector<Kept> changes_;
  Runs changed_runs_;
  std::vector<std::uint32_t> change_of_;  // by row: its place in changes_
  SetDelta last_;                         // of the last assignment
  Runs rest_;
  Runs whole_;
};

}  // namespace mingze
