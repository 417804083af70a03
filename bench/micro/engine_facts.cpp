// engine/facts: adding tuples, and finding them again by an index.
#include <benchmark/benchmark.h>

#include <array>

#include "bench/generate/random.hpp"
#include "engine/facts/relation.hpp"

namespace mingze::bench {
namespace {

constexpr std::uint32_t tuples = 100'000;

Relation random_relation() {
  Random random(1);
  Relation relation(2);
  for (std::uint32_t i = 0; i < tuples; ++i) {
    const std::array<Value, 2> tuple{static_cast<Value>(random.below(1000)),
                                     static_cast<Value>(random.below(10'000))};
    relation.insert(tuple);
  }
  return relation;
}

void insert_tuples(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(random_relation().size());
  state.SetItemsProcessed(state.iterations() * tuples);
}
BENCHMARK(insert_tuples)->Unit(benchmark::kMicrosecond);

void follow_index(benchmark::State& state) {
  const Relation relation = random_relation();
  const Index& index = relation.index(1);
  std::uint64_t found = 0;
  for (auto _ : state) {
    for (Value key = 0; key < 1000; ++key) {
      const std::array<Value, 1> wanted{key};
      for (auto row = index.first(relation.data(), wanted); row != no_row; row = index.next(row))
        ++found;
    }
  }
  benchmark::DoNotOptimize(found);
  state.SetItemsProcessed(static_cast<std::int64_t>(found));
}
BENCHMARK(follow_index)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
