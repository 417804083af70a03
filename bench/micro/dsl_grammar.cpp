// dsl/grammar: the largest file of the shipped rules to its tree.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

#include "dsl/grammar/parse.hpp"

namespace mingze::bench {
namespace {

void parse_register(benchmark::State& state) {
  std::ifstream in(MINGZE_ROOT "/rules/register/departments.mz", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Sources sources;
  const SourceId id = sources.add("departments.mz", text);
  for (auto _ : state)
    benchmark::DoNotOptimize(dsl::parse(sources[id], id).module.statements.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(parse_register)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
