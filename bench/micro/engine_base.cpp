// engine/base: what every text goes through first.
#include <benchmark/benchmark.h>

#include "bench/generate/draft.hpp"
#include "engine/base/line_index.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::bench {
namespace {

void line_index(benchmark::State& state) {
  const std::string text = generate_draft(1, 1'000'000);
  for (auto _ : state) benchmark::DoNotOptimize(LineIndex(text).line_count());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(line_index)->Unit(benchmark::kMicrosecond);

void code_points(benchmark::State& state) {
  const std::string text = generate_draft(1, 1'000'000);
  for (auto _ : state) benchmark::DoNotOptimize(count_code_points(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(code_points)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
