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

 private:
  Resolver resolver_;
};

[[nodiscard]] inline Evaluation run_engine(const Program& program, const Plan& made) {
  Database database(program);
  database.state(program.facts);
  Settler settler(program);
  return evaluate(program, made, std::move(database), settler);
}

}  // namespace mingze::property
