// A program of bench/workloads over generated facts, in memory and ready to be run.
#pragma once

#include <memory>
#include <string>

#include "app/session/run.hpp"
#include "app/session/workspace.hpp"
#include "bench/generate/facts/folder.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/resolve/resolver.hpp"

namespace mingze::bench {

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

class Workload {
 public:
  /// The program of bench/workloads/NAME over these facts. Ends the benchmarks where it has errors.
  Workload(const std::string& name, const Folder& facts);

  [[nodiscard]] app::Prepared& prepared() { return *prepared_; }
  [[nodiscard]] app::Workspace& workspace() { return workspace_; }
  [[nodiscard]] const Program& program() const { return prepared_->program(); }
  [[nodiscard]] const Plan& plan() const { return prepared_->plan; }
  [[nodiscard]] const Database& stated() const { return prepared_->stated; }
  [[nodiscard]] Evaluation run() const { return app::run(*prepared_, prepared_->stated); }
  [[nodiscard]] PredicateId predicate(const std::string& id) const;

 private:
  MemoryFiles files_;
  const app::Packs packs_ = {};
  app::Workspace workspace_{files_, packs_};
  std::unique_ptr<app::Prepared> prepared_;
};

}  // namespace mingze::bench
