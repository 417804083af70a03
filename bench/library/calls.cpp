// The library as others call it, with the shipped packs (bench/README.md, "The library").
#include <benchmark/benchmark.h>
#include <mingze/mingze.h>
#include <mingze/mingze.hpp>

#include <cstdlib>
#include <string>

#include "bench/generate/draft.hpp"

namespace {

using mingze::v1::DataFormat;
using mingze::v1::Engine;
using mingze::v1::Fields;

/// 22 lines of 28 characters (GB/T 9704).
constexpr std::size_t bytes_of_page = 22 * 28 * 3;
constexpr const char* item = "测试事项";
const Fields key{{"item", item}, {"jurisdiction", "苏州市"}};

/// The shipped packs, and one item with a lead in one place.
Engine warm_engine() {
  Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  engine.declare("item", item).value();
  for (const char* sentence : {"苏州市 办理 测试事项", "苏州市 研究明确 水利部门 牵头 测试事项"})
    engine.add(engine.fact(sentence).value()).value();
  engine.resolve().value();
  if (engine.decide("leads", key)->values.at(0).id != "水利部门") std::abort();
  return engine;
}

std::string thousand_facts() {
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += "事项" + std::to_string(i) + "\t苏州市\n";
  return rows;
}

void load_packs(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Engine::load({.as_of = "2026-11-23"}));
}
BENCHMARK(load_packs)->Name("library/load_packs")->Unit(benchmark::kMillisecond);

void decide(benchmark::State& state) {
  const Engine engine = warm_engine();
  for (auto _ : state) benchmark::DoNotOptimize(engine.decide("leads", key));
}
BENCHMARK(decide)->Name("library/decide")->Unit(benchmark::kMicrosecond);

void explain(benchmark::State& state) {
  const Engine engine = warm_engine();
  for (auto _ : state) benchmark::DoNotOptimize(engine.why_key("leads", key));
}
BENCHMARK(explain)->Name("library/decide_and_prove")->Unit(benchmark::kMicrosecond);

void ask(benchmark::State& state) {
  const Engine engine = warm_engine();
  for (auto _ : state) benchmark::DoNotOptimize(engine.ask("某部门 在 苏州市 牵头 测试事项"));
}
BENCHMARK(ask)->Name("library/ask")->Unit(benchmark::kMicrosecond);

/// A fact comes, the answers follow, it goes, they follow.
void edit(benchmark::State& state) {
  Engine engine = warm_engine();
  const auto fact = engine.fact("生态环境部门 审批 测试事项").value();
  for (auto _ : state) {
    engine.add(fact).value();
    benchmark::DoNotOptimize(engine.resolve());
    engine.remove(fact).value();
    benchmark::DoNotOptimize(engine.resolve());
  }
}
BENCHMARK(edit)->Name("library/two_edits_resolved")->Unit(benchmark::kMicrosecond);

void add_thousand(benchmark::State& state) {
  const std::string rows = thousand_facts();
  for (auto _ : state) {
    state.PauseTiming();
    Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
    state.ResumeTiming();
    benchmark::DoNotOptimize(engine.add_data(DataFormat::tsv, rows, "rows.tsv", "handled"));
  }
}
BENCHMARK(add_thousand)->Name("library/add_thousand_facts")->Unit(benchmark::kMillisecond);

void check(benchmark::State& state) {
  const Engine engine = warm_engine();
  const std::string draft = mingze::bench::generate_draft(1, 20 * bytes_of_page);
  for (auto _ : state) benchmark::DoNotOptimize(engine.check(draft, "draft.txt"));
}
BENCHMARK(check)->Name("library/check_20_pages")->Unit(benchmark::kMillisecond);

// --- the same through C ---

mingze_engine* warm_handle() {
  mingze_engine* engine = nullptr;
  const auto must = [](mingze_status status) {
    if (status != MINGZE_OK) std::abort();
  };
  must(mingze_engine_load(R"({"as_of": "2026-11-23"})", nullptr, &engine, nullptr));
  must(mingze_engine_declare(engine, "item", item, nullptr, nullptr));
  for (const char* sentence : {"苏州市 办理 测试事项", "苏州市 研究明确 水利部门 牵头 测试事项"}) {
    mingze_text* fact = nullptr;
    must(mingze_engine_fact(engine, sentence, &fact, nullptr));
    must(mingze_engine_add(engine, mingze_text_bytes(fact), nullptr, nullptr));
    must(mingze_free(fact));
  }
  must(mingze_engine_resolve(engine, nullptr, nullptr, nullptr));
  return engine;
}

void decide_in_c(benchmark::State& state) {
  mingze_engine* engine = warm_handle();
  for (auto _ : state) {
    mingze_text* lead = nullptr;
    mingze_engine_decide(engine, "leads", R"({"item": "测试事项", "jurisdiction": "苏州市"})",
                         &lead, nullptr);
    benchmark::DoNotOptimize(mingze_text_bytes(lead));
    mingze_free(lead);
  }
  mingze_free(engine);
}
BENCHMARK(decide_in_c)->Name("c/decide")->Unit(benchmark::kMicrosecond);

}  // namespace
