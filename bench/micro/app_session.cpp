// app/session and draft: loading the packs that are built in, reading and checking a draft of 1 MB.
#include <benchmark/benchmark.h>

#include "app/session/check.hpp"
#include "app/session/draft_text.hpp"
#include "app/session/embedded.hpp"
#include "app/session/open_draft.hpp"
#include "app/session/run.hpp"
#include "bench/generate/draft.hpp"
#include "bench/generate/word.hpp"
#include "draft/clause/read_draft.hpp"
#include "draft/facts/lexicon_entries.hpp"

namespace mingze::bench {
namespace {

constexpr std::size_t megabyte = 1'000'000;

/// The built-in packs, ready to run.
struct Packs {
  const MemoryFiles files;
  const app::Packs packs{app::embedded_archive()};
  app::Workspace workspace{files, packs};
  std::unique_ptr<app::Prepared> prepared;

  /// `asks`: with the vocabulary that questions need, so from their trees and not from their image.
  explicit Packs(bool asks = true, MemoryFiles drafts = {}) : files(std::move(drafts)) {
    app::Inputs inputs;
    inputs.asks = asks;
    inputs.as_of = *parse_date("2026-11-23");
    workspace.load(inputs);
    prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  }
};

void load_packs(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Packs().prepared.get());
}
BENCHMARK(load_packs)->Unit(benchmark::kMicrosecond);

void read_image_of_packs(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Packs(false).prepared.get());
}
BENCHMARK(read_image_of_packs)->Unit(benchmark::kMicrosecond);

void evaluate_packs(benchmark::State& state) {
  const Packs packs;
  for (auto _ : state)
    benchmark::DoNotOptimize(app::run(*packs.prepared, packs.prepared->stated)
                                 .findings.all(packs.prepared->program())
                                 .size());
}
BENCHMARK(evaluate_packs)->Unit(benchmark::kMicrosecond);

void build_lexicon(benchmark::State& state) {
  const Packs packs;
  for (auto _ : state) {
    const draft::Lexicon lexicon(
        draft::lexicon_entries(packs.prepared->program(), packs.prepared->stated),
        draft::place_names(packs.prepared->program(), packs.prepared->stated));
    benchmark::DoNotOptimize(lexicon.size());
  }
}
BENCHMARK(build_lexicon)->Unit(benchmark::kMicrosecond);

void fold_document(benchmark::State& state) {
  const std::string text = generate_draft(1, megabyte);
  for (auto _ : state) benchmark::DoNotOptimize(draft::Document({0}, text).paragraphs().size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(fold_document)->Unit(benchmark::kMicrosecond);

void read_draft(benchmark::State& state) {
  const Packs packs;
  const draft::Lexicon lexicon(
      draft::lexicon_entries(packs.prepared->program(), packs.prepared->stated),
      draft::place_names(packs.prepared->program(), packs.prepared->stated));
  const draft::Document document({0}, generate_draft(1, megabyte));
  for (auto _ : state) benchmark::DoNotOptimize(draft::read_draft(document, lexicon).items.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * document.text().size()));
}
BENCHMARK(read_draft)->Unit(benchmark::kMicrosecond);

/// From the bytes of a Word file to its text; the rate is that of the text.
void read_word(benchmark::State& state) {
  const std::string file = word_file_of(generate_draft(1, megabyte));
  std::size_t size = 0;
  for (auto _ : state) {
    const auto text = app::draft_text(file, "d.docx", draft::Revision::accepted);
    size = text.value().text.size();
    benchmark::DoNotOptimize(size);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * size));
}
BENCHMARK(read_word)->Unit(benchmark::kMicrosecond);

/// From the bytes of a file to its findings, the packs being loaded.
void check(benchmark::State& state, const std::string& file) {
  const MemoryFiles drafts{{"draft", file}};
  for (auto _ : state) {
    state.PauseTiming();
    auto packs = std::make_unique<Packs>(false, drafts);
    app::CheckOptions options;
    options.drafts = {"draft"};
    state.ResumeTiming();
    const auto report = app::check_drafts(packs->workspace, *packs->prepared, options);
    benchmark::DoNotOptimize(report.drafts.front().findings.size());
    state.PauseTiming();
    packs.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(megabyte));
}
BENCHMARK_CAPTURE(check, text, generate_draft(1, megabyte))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(check, word, word_file_of(generate_draft(1, megabyte)))
    ->Unit(benchmark::kMicrosecond);

/// A draft of 1 MB after an edit in one paragraph, in its middle: words are put in and taken out.
void check_again(benchmark::State& state) {
  const std::string text = generate_draft(1, megabyte);
  const std::size_t paragraph = text.find('\n', text.size() / 2) + 1;
  const std::size_t stop = text.find("。", paragraph);
  std::string edited = text;
  edited.insert(stop, "，加强日常巡查");
  Packs packs(false);
  app::CheckOptions options;
  options.drafts = {"draft"};
  app::OpenDraft draft(packs.workspace, *packs.prepared, options);
  benchmark::DoNotOptimize(draft.check(text).drafts.size());
  bool is_edited = false;
  for (auto _ : state) {
    is_edited = !is_edited;
    benchmark::DoNotOptimize(draft.check(is_edited ? edited : text).drafts.front().findings.size());
  }
}
BENCHMARK(check_again)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
