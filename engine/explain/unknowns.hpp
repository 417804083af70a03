// Variables of a search: open, bound to a value, or the same as another; undone on the way back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Cells for the variables of all rules that a search has opened. A rule's variables stand side by
/// side, so variable v of a body is cell base + v.
class Cells {
 public:
  /// New open cells, one for each kind; the number of the first.
  std::uint32_t add(const std::vector<Variable>& variables) {
    const auto base = static_cast<std::uint32_t>(cells_.size());
    for (const Variable& variable : variables) cells_.push_back({State::open, 0, variable.kind});
    return base;
  }
  /// Forgets the newest cells.
  void shrink(std::uint32_t size) { cells_.resize(size); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(cells_.size()); }

  /// A term of a body whose variables begin at `base`, followed to a value or an open cell.
  [[nodiscard]] Term resolve(Term term, std::uint32_t base) const {
    if (!term.is_variable) return term;
    std::uint32_t at = base + term.value;
    while (cells_[at].state == State::same) at = cells_[at].value;
    return cells_[at].state == State::bound ? Term{false, cells_[at].value} : Term{true, at};
  }

  /// Makes two resolved terms equal; false where they are different values.
  bool unify(Term a, Term b) {
    if (a == b) return true;
    if (!a.is_variable && !b.is_variable) return false;
    if (!a.is_variable) std::swap(a, b);
    trail_.push_back(a.value);
    cells_[a.value].state = b.is_variable ? State::same : State::bound;
    cells_[a.value].value = b.value;
    return true;
  }

  [[nodiscard]] KindId kind(std::uint32_t cell) const { return cells_[cell].kind; }
  [[nodiscard]] std::size_t mark() const { return trail_.size(); }
  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) cells_[trail_.back()].state = State::open;
  }

 private:
  enum class State : std::uint8_t { open, bound, same };
  struct Cell {
    State state;
    std::uint32_t value;
    KindId kind;
  };
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> trail_;
};

}  // namespace mingze
