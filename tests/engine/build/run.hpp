// Running a hand-built program, and reading what holds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/evaluate/evaluate.hpp"
#include "engine/plan/plan.hpp"
#include "engine/resolve/resolver.hpp"
#include "tests/engine/build/notation.hpp"

namespace mingze::test {

/// Settles decisions as the language means them.
class Settler final : public DecisionResolver {
 public:
  explicit Settler(const Program& program) : resolver_(program) {}
  void settle(DecisionId decision, std::vector<std::uint32_t> rows, Outcome& outcome,
              Relation& decided) override {
    resolver_.settle(decision, std::move(rows), outcome, decided);
  }
  void settle_nested(DecisionId decision, Outcome& outcome, Relation& decided) override {
    resolver_.settle_nested(decision, outcome, decided);
  }

 private:
  Resolver resolver_;
};

/// Plans and evaluates; the plan must be without errors.
[[nodiscard]] Evaluation run(const Program& program, std::uint32_t nest_from = worth_nesting);

/// The tuples of a relation, `a b c` each, sorted.
[[nodiscard]] std::vector<std::string> tuples(const Program& program, const Evaluation& evaluation,
                                              const std::string& predicate);
/// The keys of a decision, `key: value value` each, `key: missing` where there is none; sorted.
[[nodiscard]] std::vector<std::string> keys(const Program& program, const Evaluation& evaluation,
                                            const std::string& decision);
/// The findings raised, `code value value` each (on, then the message's variables).
[[nodiscard]] std::vector<std::string> findings(const Program& program,
                                                const Evaluation& evaluation);
/// The codes of diagnostics, in their order.
[[nodiscard]] std::vector<std::string> codes(const Diagnostics& diagnostics);

}  // namespace mingze::test
