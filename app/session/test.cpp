#include "app/session/test.hpp"

#include <algorithm>
#include <tuple>

#include "app/session/coverage.hpp"
#include "app/session/expectation.hpp"

namespace mingze::app {

namespace {

using report::TestReport;

class TestRun {
 public:
  TestRun(Workspace& workspace, const Inputs& inputs, const TestObserver& observer)
      : workspace_(workspace), inputs_(inputs), observer_(observer) {}

  std::optional<TestReport> run() {
    run_date(inputs_.as_of, true);
    for (const Date date : dsl::test_dates(workspace_.inputs(), inputs_.as_of))
      run_date(date, false);
    if (workspace_.problems().fatal()) return std::nullopt;
    std::sort(report_.tests.begin(), report_.tests.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line, a.label) < std::tie(b.file, b.line, b.label);
    });
    report_.coverage = coverage_.counts();
    return std::move(report_);
  }

 private:
  void run_date(Date date, bool default_date) {
    if (workspace_.problems().fatal()) return;
    const auto prepared = prepare(workspace_, inputs_, date, default_date);
    if (!prepared) return;
    const Program& program = prepared->program();
    const auto under_test = [this](Span span) { return is_under_test(span); };
    coverage_.count_rules(program, under_test);
    for (const Test& test : program.tests)
      if (is_under_test(test.span)) run_test(*prepared, test);
  }

  [[nodiscard]] bool is_under_test(Span span) const {
    return inputs_.with_tests || !workspace_.is_embedded(span.source);
  }

  void run_test(const Prepared& prepared, const Test& test) {
    const Program& program = prepared.program();
    Database stated = prepared.stated;
    stated.state(test.given);
    const Evaluation evaluation = app::run(prepared, std::move(stated));
    const Source& source = workspace_.sources()[test.span.source];
    TestReport::Test result{test.label, source.name(), source.lines().line_of(test.span.begin), {}};
    for (const Diagnostic& diagnostic : evaluation.diagnostics)
      result.failures.push_back({{"可以求解", "an evaluation"}, diagnostic.message, result.line});
    if (evaluation.diagnostics.empty()) {
      for (const Expectation& expectation : test.expectations)
        if (auto failed = failure_of(expectation, program, evaluation, workspace_.sources()))
          result.failures.push_back(std::move(*failed));
      coverage_.add(program, evaluation);
    }
    if (observer_) observer_(prepared, test, evaluation, result);
    report_.tests.push_back(std::move(result));
  }

  Workspace& workspace_;
  const Inputs& inputs_;
  const TestObserver& observer_;
  TestReport report_;
  Coverage coverage_;
};

}  // namespace

std::optional<TestReport> run_tests(Workspace& workspace, const Inputs& inputs,
                                    const TestObserver& observer) {
  return TestRun(workspace, inputs, observer).run();
}

}  // namespace mingze::app
