// engine/explain: why a sentence holds, and why one does not.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "app/session/explain.hpp"
#include "bench/generate/facts/workloads.hpp"
#include "bench/micro/workload.hpp"
#include "engine/explain/why.hpp"

namespace mingze::bench {
namespace {

Workload province() {
  Folder facts;
  make_nation(50, false, 1, facts);
  return {"nation", facts};
}

/// A lead, with the candidates that lost; each time another of the decided keys.
void why_a_lead(benchmark::State& state) {
  const Workload workload = province();
  const Evaluation evaluation = workload.run();
  const PredicateId leads = workload.predicate("leads");
  const Relation& decided = evaluation.database[leads];
  Explainer explainer(workload.program(), workload.plan(), evaluation);
  std::uint32_t row = 0;
  for (auto _ : state) {
    const auto tuple = decided.row(row);
    row = static_cast<std::uint32_t>((row + 97) % decided.size());
    benchmark::DoNotOptimize(explainer.why(leads, {tuple.begin(), tuple.end()}));
  }
}
BENCHMARK(why_a_lead)->Unit(benchmark::kMicrosecond);

void why_not_a_lead(benchmark::State& state) {
  Workload workload = province();
  const Evaluation evaluation = workload.run();
  const auto question =
      app::read_question("ecology leads i00000 in p01", workload.workspace(), workload.prepared());
  if (!question) std::exit(1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        app::why_not(*question, workload.prepared(), evaluation, workload.workspace().sources()));
  }
}
BENCHMARK(why_not_a_lead)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
