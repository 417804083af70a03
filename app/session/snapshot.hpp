// Snapshots: everything that the tests of a file came to when it was last looked at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// What one run came to: each decision, each missing and conflicting key, each finding, a line
/// each, in code-point order. Names are ids, so that another label changes nothing.
[[nodiscard]] std::vector<std::string> resolution_lines(const Program& program,
                                                        const Evaluation& evaluation);

/// The snapshots of one file of tests. As text: a first line that says so, then for each test
/// `= LABEL` and its lines, indented by two.
class Snapshots {
 public:
  /// A test: its label, and how many tests before it in the file have the same.
  using Key = std::pair<std::string, std::uint32_t>;

  /// Nothing where the text is not of snapshots.
  [[nodiscard]] static std::optional<Snapshots> of(std::string_view text);
  void add(const Key& test, std::vector<std::string> lines) { tests_[test] = std::move(lines); }
  [[nodiscard]] std::string text() const;

  /// What of a test is not as it was; tells the first few lines.
  [[nodiscard]] std::vector<report::TestReport::Failed> differences(
      const Key& test, const std::vector<std::string>& lines, std::uint32_t line_of_test) const;

 private:
  std::map<Key, std::vector<std::string>> tests_;
};

/// Where the snapshots of a program file stand: beside it, `.snap` for `.mz`.
[[nodiscard]] std::string snapshot_path(const std::string& program);

}  // namespace mingze::app
