// report: one checked draft of 60 kB in each of its faces. The rate is that of what is written.
#include <benchmark/benchmark.h>

#include <functional>
#include <sstream>

#include "app/session/check.hpp"
#include "app/session/embedded.hpp"
#include "bench/generate/draft.hpp"
#include "report/check_report.hpp"

namespace mingze::bench {
namespace {

using Write = std::function<void(std::ostream&, const report::CheckReport&)>;

void write_report(benchmark::State& state, const Write& write) {
  const MemoryFiles files{{"draft", generate_draft(1, 60'000)}};
  const app::Packs packs(app::embedded_archive());
  app::Workspace workspace(files, packs);
  app::Inputs inputs;
  inputs.as_of = *parse_date("2026-11-23");
  inputs.asks = false;
  workspace.load(inputs);
  const auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  app::CheckOptions options;
  options.drafts = {"draft"};
  const auto report = app::check_drafts(workspace, *prepared, options);
  std::size_t written = 0;
  for (auto _ : state) {
    std::ostringstream out;
    write(out, report);
    written += out.str().size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(written));
}

void write_terminal(std::ostream& out, const report::CheckReport& report) {
  report::write_check_terminal(out, report, {});
}
void write_json(std::ostream& out, const report::CheckReport& report) {
  report::write_check_json(out, report, Language::zh);
}
void write_html(std::ostream& out, const report::CheckReport& report) {
  report::write_check_html(out, report, Language::zh);
}
BENCHMARK_CAPTURE(write_report, terminal, write_terminal)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(write_report, json, write_json)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(write_report, html, write_html)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mingze::bench
