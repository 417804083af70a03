#include "app/session/test.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/session/coverage.hpp"
#include "app/session/expectation.hpp"
#include "engine/base/parallel.hpp"

namespace mingze::app {

namespace {

using report::TestReport;

class TestRun {
 public:
  TestRun(Workspace& workspace, const Inputs& inputs, const TestOptions& options)
      : workspace_(workspace), inputs_(inputs), options_(options) {}

  std::optional<TestReport> run() {
    run_date(inputs_.as_of, true);
    for (const Date date : dsl::test_dates(workspace_.inputs(), inputs_.as_of))
      run_date(date, false);
    if (workspace_.problems().fatal()) return std::nullopt;
    std::sort(report_.tests.begin(), report_.tests.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line, a.label) < std::tie(b.file, b.line, b.label);
    });
    report_.coverage = coverage_.told();
    return std::move(report_);
  }

 private:
  /// The program of one thread, evaluated without the facts of any test.
  struct Bench {
    const Prepared* prepared;
    std::unique_ptr<Prepared> copy;
    Coverage coverage;
  };

  void run_date(Date date, bool default_date) {
    if (workspace_.problems().fatal()) return;
    const auto prepared = prepare(workspace_, inputs_, date, default_date);
    if (!prepared) return;
    const Program& program = prepared->program();
    coverage_.expect(program, workspace_.sources(),
                     [this](Span span) { return is_under_test(span); });
    const std::vector<const Test*> tests = wanted(program);
    if (tests.empty()) return;
    if (!prepared->evaluation) prepared->evaluation = app::run(*prepared, prepared->stated);
    const unsigned threads = options_.observer ? 1U : std::clamp(options_.jobs, 1U, 256U);
    std::vector<Bench> benches;
    for (unsigned i = 0; i < threads; ++i) {
      benches.push_back({prepared.get(), nullptr, coverage_});
      if (i == 0) continue;
      benches[i].copy = copy_of(*prepared);
      benches[i].prepared = benches[i].copy.get();
    }
    std::vector<TestReport::Test> results(tests.size());
    in_parallel(tests.size(), threads, [&](unsigned thread, std::size_t i) {
      // A copy of the program has its tests in the same places.
      const auto place = static_cast<std::size_t>(tests[i] - program.tests.data());
      Bench& bench = benches[thread];
      results[i] = run_test(bench, bench.prepared->program().tests[place]);
    });
    for (const Bench& bench : benches) coverage_.add(bench.coverage);
    std::move(results.begin(), results.end(), std::back_inserter(report_.tests));
  }

  [[nodiscard]] bool is_under_test(Span span) const {
    return inputs_.with_tests || !workspace_.is_embedded(span.source);
  }

  std::vector<const Test*> wanted(const Program& program) {
    std::vector<const Test*> tests;
    for (const Test& test : program.tests) {
      if (!is_under_test(test.span)) continue;
      if (passes(test))
        tests.push_back(&test);
      else
        report_.whole = false;
    }
    return tests;
  }

  [[nodiscard]] bool passes(const Test& test) const {
    const std::string& file = workspace_.sources()[test.span.source].name();
    return options_.filters.empty() ||
           std::any_of(options_.filters.begin(), options_.filters.end(), [&](const auto& filter) {
             return test.label.find(filter) != std::string::npos ||
                    file.find(filter) != std::string::npos;
           });
  }

  TestReport::Test run_test(Bench& bench, const Test& test) {
    const Prepared& prepared = *bench.prepared;
    const Program& program = prepared.program();
    Database stated = prepared.stated;
    stated.state(test.given);
    const Evaluation evaluation = app::run(prepared, stated);
    const Source& source = workspace_.sources()[test.span.source];
    TestReport::Test result{test.label, source.name(), source.lines().line_of(test.span.begin), {}};
    for (const Diagnostic& diagnostic : evaluation.diagnostics)
      result.failures.push_back({{"可以求解", "an evaluation"}, diagnostic.message, result.line});
    if (evaluation.diagnostics.empty()) {
      const Explained run{prepared, stated, evaluation, workspace_.sources()};
      for (const Expectation& expectation : test.expectations)
        if (auto failed = failure_of(expectation, run))
          result.failures.push_back(std::move(*failed));
      bench.coverage.add(program, evaluation);
    }
    if (options_.observer) options_.observer(prepared, test, evaluation, result);
    return result;
  }

  Workspace& workspace_;
  const Inputs& inputs_;
  const TestOptions& options_;
  TestReport report_;
  Coverage coverage_;
};

}  // namespace

std::optional<TestReport> run_tests(Workspace& workspace, const Inputs& inputs,
                                    const TestOptions& options) {
  return TestRun(workspace, inputs, options).run();
}

}  // namespace mingze::app
