// engine/evaluate: a fixpoint over a graph, joins, and what is inherited down a tree.
#include <benchmark/benchmark.h>

#include "bench/generate/facts/workloads.hpp"
#include "bench/micro/workload.hpp"

namespace mingze::bench {
namespace {

/// The rate is that of the tuples of `relation`.
void evaluate_all(benchmark::State& state, const Workload& workload, const std::string& relation) {
  const PredicateId predicate = workload.predicate(relation);
  std::uint64_t tuples = 0;
  for (auto _ : state) {
    const Evaluation evaluation = workload.run();
    tuples += evaluation.database[predicate].size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tuples));
}

void evaluate_closure(benchmark::State& state) {
  Folder facts;
  make_random_graph(300, 1, facts);
  evaluate_all(state, Workload("closure", facts), "path");
}
BENCHMARK(evaluate_closure)->Unit(benchmark::kMicrosecond);

void evaluate_points_to(benchmark::State& state) {
  Folder facts;
  make_points_to(500, 1, facts);
  evaluate_all(state, Workload("points-to", facts), "points");
}
BENCHMARK(evaluate_points_to)->Unit(benchmark::kMicrosecond);

void evaluate_wide_join(benchmark::State& state) {
  Folder facts;
  make_wide_join(5000, 1, facts);
  evaluate_all(state, Workload("wide-join", facts), "joined");
}
BENCHMARK(evaluate_wide_join)->Unit(benchmark::kMicrosecond);

/// The rate is that of the places' matters, which are decided too.
void evaluate_nation(benchmark::State& state) {
  Folder facts;
  make_nation(50, true, 1, facts);
  evaluate_all(state, Workload("nation", facts), "matter");
}
BENCHMARK(evaluate_nation)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
