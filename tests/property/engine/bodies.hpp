// What a body means: every assignment of its variables is tried.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "engine/program/program.hpp"
#include "tests/property/engine/reference.hpp"

namespace mingze::reference {

/// A value for some variables.
using Frame = std::vector<std::optional<Value>>;

class Bodies {
 public:
  Bodies(const Program& program, const std::vector<Tuples>& holds);

  /// Calls `visit` for every assignment of the variables that are not local to one condition under
  /// which all conditions hold. `read`: variables that are read outside of the body.
  void each(const Body& body, const std::set<std::uint32_t>& read,
            const std::function<void(const Frame&)>& visit) const;

 private:
  void assign(const Body& body, const std::vector<std::uint32_t>& open, std::size_t next,
              Frame& frame, const std::function<void(const Frame&)>& visit) const;
  [[nodiscard]] bool satisfied(const Condition& condition, const Frame& frame) const;
  [[nodiscard]] std::set<Value> ways(const Atom& atom, const Frame& frame,
                                     std::optional<std::uint32_t> counted) const;

  const Program& program_;
  const std::vector<Tuples>& holds_;
  std::vector<std::set<Value>> universe_;  // by kind: all values that the program writes
};

/// The variables of a condition.
[[nodiscard]] std::set<std::uint32_t> variables_of(const Condition& condition);
[[nodiscard]] std::set<std::uint32_t> variables_of(const Atom& atom);
/// An atom under an assignment.
[[nodiscard]] Tuple instance(const Atom& atom, const Frame& frame);

}  // namespace mingze::reference
