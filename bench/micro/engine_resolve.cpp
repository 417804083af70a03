// engine/resolve: many small decisions, all at once and one alone in an engine that is warm.
#include <benchmark/benchmark.h>

#include <numeric>

#include "bench/generate/facts/workloads.hpp"
#include "bench/micro/workload.hpp"

namespace mingze::bench {
namespace {

Workload cases(std::size_t count) {
  Folder facts;
  for (const char* file : {"case", "filed", "assigned", "ordered", "recused"}) facts.file(file);
  make_cases(count, 1, facts);
  return {"cases", facts};
}

/// From stated facts to decisions; the rate is that of decisions.
void decide(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const Workload workload = cases(count);
  for (auto _ : state) {
    const Evaluation evaluation = workload.run();
    benchmark::DoNotOptimize(evaluation.outcomes.front().decided);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * count));
}
BENCHMARK(decide)->Arg(1)->Arg(20'000)->Unit(benchmark::kMicrosecond);

/// Only who prevails, the candidates being there; the rate is that of decisions.
void settle(benchmark::State& state) {
  constexpr std::size_t count = 20'000;
  const Workload workload = cases(count);
  const Evaluation evaluation = workload.run();
  Resolver resolver(workload.program());
  const DecisionId decision{0};
  const Decision& decided = workload.program().decisions.front();
  const auto arity = static_cast<std::uint32_t>(workload.program()[decided.predicate].slots.size());
  std::vector<std::uint32_t> rows(evaluation.outcomes.front().candidates.size());
  std::iota(rows.begin(), rows.end(), 0U);
  for (auto _ : state) {
    state.PauseTiming();
    Outcome outcome = evaluation.outcomes.front();
    Relation values(arity);
    state.ResumeTiming();
    resolver.settle(decision, rows, outcome, values);
    benchmark::DoNotOptimize(values.size());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * count));
}
BENCHMARK(settle)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
