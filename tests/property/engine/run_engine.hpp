// Running the engine over a random program.
#pragma once

#include "engine/evaluate/evaluate.hpp"
#include "engine/plan/plan.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze::property {

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

[[nodiscard]] inline Evaluation run_engine(const Program& program, const Plan& made) {
  Database database(program);
  database.state(program.facts);
  Settler settler(program);
  return evaluate(program, made, std::move(database), settler);
}

/// The same with all that can be nested nested.
[[nodiscard]] inline Evaluation run_engine_nested(const Program& program, const Plan& made) {
  Database database(program);
  database.state(program.facts);
  Settler settler(program);
  return evaluate(program, made, std::move(database), settler, 0U);
}

/// The same in two steps: every second fact first, then all of them on top of what that came to.
[[nodiscard]] inline Evaluation run_engine_in_steps(const Program& program, const Plan& made) {
  Database database(program);
  for (std::size_t i = 0; i < program.facts.size(); i += 2)
    database.state(program.facts[i].predicate, program.facts[i].values, {});
  Settler settler(program);
  const Evaluation base = evaluate(program, made, database, settler);
  for (std::size_t i = 1; i < program.facts.size(); i += 2)
    database.state(program.facts[i].predicate, program.facts[i].values, {});
  return evaluate(program, made, std::move(database), settler, base);
}

}  // namespace mingze::property
