// What the tests of a program came to, and its faces.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "report/layout.hpp"

namespace mingze::report {

struct TestReport {
  struct Failed {
    Message expected;  ///< as written
    Message got;
    std::uint32_t line = 0;
  };
  struct Test {
    std::string label;
    std::string file;
    std::uint32_t line = 0;
    std::vector<Failed> failures;
    [[nodiscard]] bool passed() const { return failures.empty(); }
  };
  /// How much of the rules under test the tests reach.
  struct Coverage {
    std::uint64_t rules = 0;
    std::uint64_t rules_fired = 0;  ///< a rule all of whose conditions held in some test
    std::uint64_t conditions = 0;
    std::uint64_t conditions_both_ways = 0;  ///< held in some test, and alone failed in some test
    std::uint64_t clauses = 0;               ///< cited by rules and findings
    std::uint64_t clauses_tested = 0;        ///< cited by a rule that fired or a finding raised
  };
  std::vector<Test> tests;  ///< by file and line
  Coverage coverage;

  [[nodiscard]] std::uint64_t failed() const {
    std::uint64_t count = 0;
    for (const Test& test : tests) count += test.passed() ? 0 : 1;
    return count;
  }
};

/// docs/schema/test.schema.json.
void write_tests_json(std::ostream& out, const TestReport& report, Language language);
/// The tests that failed, with what they got; then the counts.
void write_tests_terminal(std::ostream& out, const TestReport& report, const Style& style);

}  // namespace mingze::report
