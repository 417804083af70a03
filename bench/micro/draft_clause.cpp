// draft/document and draft/clause: a page of a draft, read without a register.
#include <benchmark/benchmark.h>

#include "bench/generate/draft.hpp"
#include "draft/clause/read_draft.hpp"

namespace mingze::bench {
namespace {

void read_page(benchmark::State& state) {
  const std::string text = generate_draft(1, 3000);
  const draft::Lexicon lexicon;
  for (auto _ : state) {
    const draft::Document document({0}, text);
    benchmark::DoNotOptimize(draft::read_draft(document, lexicon).items.size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(read_page)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
