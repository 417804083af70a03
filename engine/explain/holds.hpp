// The checker's own search: whether and how conditions hold among complete relations.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "engine/explain/instance.hpp"
#include "engine/facts/database.hpp"

namespace mingze {

/// Tries the sentences of a body in their order, tuple by tuple. It shares nothing with
/// engine/evaluate and engine/plan but the relations.
class Holds {
 public:
  Holds(const Program& program, const Database& complete)
      : program_(program), complete_(complete) {}

  /// Calls `visit` with every tuple that fits the atom where `binding` binds it, and the binding
  /// that it makes; until it returns false.
  void for_each(const Atom& atom, const Binding& binding,
                const std::function<bool(std::span<const Value>, Binding&)>& visit) const;

  /// Whether a comparison holds; both sides have values.
  [[nodiscard]] bool compares(const Condition& condition, const Binding& binding) const;
  /// Whether no tuple fits a negated atom; variables without a value mean "any".
  [[nodiscard]] bool none(const Atom& atom, const Binding& binding) const;
  /// Whether enough different values of the counted variable fit.
  [[nodiscard]] bool enough(const Condition& condition, const Binding& binding) const;

  /// Whether a rule concludes this tuple with this conclusion.
  [[nodiscard]] bool concludes(const Rule& rule, const Conclusion& conclusion,
                               std::span<const Value> tuple) const;
  /// All values that a rule's conclusion gives `slot` where the others are as in `tuple`.
  [[nodiscard]] std::set<Value> values(const Rule& rule, const Conclusion& conclusion,
                                       std::span<const Value> tuple, std::uint32_t slot) const;

 private:
  using Visit = std::function<bool(const Binding&)>;
  /// Calls `visit` with every match of the body; false where `visit` ended it.
  bool match(const Body& body, const Atom& head, const Binding& start, const Visit& visit) const;
  [[nodiscard]] const Condition* next(const Body& body, const std::vector<bool>& shared,
                                      const Binding& binding, const std::vector<bool>& done) const;
  [[nodiscard]] bool passes(const Body& body, const Binding& binding) const;

  const Program& program_;
  const Database& complete_;
};

}  // namespace mingze
