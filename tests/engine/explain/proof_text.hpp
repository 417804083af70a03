// Proofs as text, for tests: one step a line, each with the steps that it rests on.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/check_proof.hpp"
#include "engine/explain/why.hpp"
#include "tests/engine/build/run.hpp"

namespace mingze::test {

/// A program that ran, to be asked why.
class Asked {
 public:
  explicit Asked(Notation& n) : n_(n), program(n.program), made(plan(program)), stated(program) {
    stated.state(program.facts);
    evaluation = run(program);
  }

  /// The proof of a sentence that holds, `p(a, b)`; it must pass the checker.
  [[nodiscard]] Proof why(const std::string& predicate, const std::string& values) {
    return checked(Explainer(program, made, evaluation)
                       .why(n_.predicate(predicate), n_.tuple(predicate, values)));
  }
  [[nodiscard]] Proof checked(Proof proof) const {
    const auto wrong = check(proof);
    return wrong
               ? throw std::logic_error("step " + std::to_string(wrong->step) + ": " + wrong->what)
               : std::move(proof);
  }
  [[nodiscard]] std::optional<WrongStep> check(const Proof& proof) const {
    return check_proof(program, stated, evaluation.database, proof);
  }
  /// What the checker says is wrong; empty where nothing is.
  [[nodiscard]] std::string wrong(const Proof& proof) const {
    const auto found = check(proof);
    return found ? found->what : "";
  }

 private:
  Notation& n_;

 public:
  const Program& program;
  Plan made;
  Database stated;
  Evaluation evaluation;
};

/// Steps as `2 path(a c) 2 <- 0 1`: number, sentence, rule, premises; a decision's candidates as
/// `d(u a) one=u[0] two=v!one/overrides`.
[[nodiscard]] std::vector<std::string> lines(const Program& program, const Proof& proof);

}  // namespace mingze::test
