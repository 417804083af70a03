// engine/plan: the strata of a program.
#include <benchmark/benchmark.h>

#include "bench/generate/facts/workloads.hpp"
#include "bench/micro/workload.hpp"

namespace mingze::bench {
namespace {

void plan_nation(benchmark::State& state) {
  Folder facts;
  make_nation(1, false, 1, facts);
  const Workload workload("nation", facts);
  for (auto _ : state) benchmark::DoNotOptimize(plan(workload.program()).strata.size());
}
BENCHMARK(plan_nation)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
