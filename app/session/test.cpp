#include "app/session/test.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "app/session/coverage.hpp"
#include "app/session/expectation.hpp"
#include "app/session/snapshot.hpp"
#include "engine/base/parallel.hpp"

namespace mingze::app {

namespace {

using report::TestReport;

class TestRun {
 public:
  TestRun(Workspace& workspace, const Inputs& inputs, const TestOptions& options)
      : workspace_(workspace), inputs_(inputs), options_(options) {}

  std::optional<TestReport> run() {
    read_snapshots();
    run_date(inputs_.as_of, true);
    for (const Date date : dsl::test_dates(workspace_.inputs(), inputs_.as_of))
      run_date(date, false);
    if (workspace_.problems().fatal()) return std::nullopt;
    std::sort(report_.tests.begin(), report_.tests.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line, a.label) < std::tie(b.file, b.line, b.label);
    });
    report_.coverage = coverage_.told();
    if (options_.update)
      for (const auto& [source, snapshots] : snapshots_)
        report_.snapshots[path_of(source)] = snapshots.text();
    return std::move(report_);
  }

 private:
  /// The program of one thread, evaluated without the facts of any test.
  struct Bench {
    const Prepared* prepared;
    std::unique_ptr<Prepared> copy;
    Coverage coverage;
  };

  [[nodiscard]] std::string path_of(SourceId source) const {
    return snapshot_path(workspace_.sources()[source].name());
  }

  /// The snapshots that stand beside the files named; for an update new ones.
  void read_snapshots() {
    for (const SourceId source : workspace_.programs()) {
      const std::string path = path_of(source);
      if (options_.update || workspace_.files().kind(path) != PathKind::file) continue;
      const auto text = workspace_.files().read(path);
      const auto snapshots = text ? Snapshots::of(text.value()) : std::nullopt;
      if (snapshots)
        snapshots_[source] = *snapshots;
      else
        workspace_.problems().failures.push_back(
            text ? Failure{"snapshots-unreadable",
                           path,
                           {"不是 mingze test --update 写的快照；应当改正或删去",
                            "these are no snapshots of mingze test --update; mend or remove them"}}
                 : text.failure());
    }
  }

  /// Compares a test with its snapshot, or takes a new one. Tests come in the order of the file.
  void compare(const Test& test, const std::vector<std::string>& lines, TestReport::Test& result) {
    const SourceId source = test.span.source;
    const Snapshots::Key key{test.label, labels_[{source, test.label}]++};
    if (options_.update) return snapshots_[source].add(key, lines);
    if (const auto kept = snapshots_.find(source); kept != snapshots_.end())
      for (auto& failed : kept->second.differences(key, lines, result.line))
        result.failures.push_back(std::move(failed));
  }

  /// Whether what the test comes to is wanted line by line.
  [[nodiscard]] bool has_snapshot(const Test& test) const {
    if (options_.update) return !workspace_.is_embedded(test.span.source);
    return snapshots_.contains(test.span.source);
  }

  void run_date(Date date, bool default_date) {
    if (workspace_.problems().fatal()) return;
    const auto prepared = prepare(workspace_, inputs_, date, default_date);
    if (!prepared) return;
    const Program& program = prepared->program();
    coverage_.expect(program, workspace_.sources(),
                     [this](Span span) { return is_under_test(workspace_, inputs_, span); });
    const std::vector<std::size_t> tests =
        chosen_tests(workspace_, inputs_, options_.filters, program);
    report_.whole =
        report_.whole && tests.size() == chosen_tests(workspace_, inputs_, {}, program).size();
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
    std::vector<std::vector<std::string>> lines(tests.size());
    in_parallel(tests.size(), threads, [&](unsigned thread, std::size_t i) {
      Bench& bench = benches[thread];
      results[i] = run_test(bench, bench.prepared->program().tests[tests[i]], lines[i]);
    });
    for (std::size_t i = 0; i < tests.size(); ++i)
      if (const Test& test = program.tests[tests[i]]; has_snapshot(test))
        compare(test, lines[i], results[i]);
    for (const Bench& bench : benches) coverage_.add(bench.coverage);
    std::move(results.begin(), results.end(), std::back_inserter(report_.tests));
  }

  TestReport::Test run_test(Bench& bench, const Test& test, std::vector<std::string>& lines) {
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
      if (has_snapshot(test)) lines = resolution_lines(program, evaluation);
    }
    if (options_.observer) options_.observer(prepared, test, evaluation, result);
    return result;
  }

  Workspace& workspace_;
  const Inputs& inputs_;
  const TestOptions& options_;
  TestReport report_;
  Coverage coverage_;
  std::map<SourceId, Snapshots> snapshots_;
  std::map<std::pair<SourceId, std::string>, std::uint32_t> labels_;  // how many tests so far
};

}  // namespace

bool is_under_test(const Workspace& workspace, const Inputs& inputs, Span statement) {
  return inputs.with_tests || !workspace.is_embedded(statement.source);
}

std::vector<std::size_t> chosen_tests(const Workspace& workspace, const Inputs& inputs,
                                      const std::vector<std::string>& filters,
                                      const Program& program) {
  const auto passes = [&](const Test& test) {
    const std::string& file = workspace.sources()[test.span.source].name();
    return filters.empty() || std::any_of(filters.begin(), filters.end(), [&](const auto& filter) {
             return test.label.find(filter) != std::string::npos ||
                    file.find(filter) != std::string::npos;
           });
  };
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < program.tests.size(); ++i)
    if (is_under_test(workspace, inputs, program.tests[i].span) && passes(program.tests[i]))
      chosen.push_back(i);
  return chosen;
}

std::optional<TestReport> run_tests(Workspace& workspace, const Inputs& inputs,
                                    const TestOptions& options) {
  return TestRun(workspace, inputs, options).run();
}

}  // namespace mingze::app
