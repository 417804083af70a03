// draft/word: two pages of a Word file, from bytes to text.
#include <benchmark/benchmark.h>

#include "bench/generate/draft.hpp"
#include "bench/generate/word.hpp"
#include "draft/word/docx.hpp"

namespace mingze::bench {
namespace {

void read_docx(benchmark::State& state) {
  const std::string file = word_file_of(generate_draft(1, 6000));
  for (auto _ : state)
    benchmark::DoNotOptimize(draft::read_docx(file, "d.docx", draft::Revision::accepted));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * 6000));
}
BENCHMARK(read_docx)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
