// What the tests of a program came to, and its faces.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "report/explanation.hpp"
#include "report/layout.hpp"
#include "report/why_not.hpp"

namespace mingze::report {

struct TestReport {
  struct Failed {
    Message expected;  ///< as written
    Message got;
    std::uint32_t line = 0;
    std::vector<Explanation> why = {};  ///< why what came instead came
    /// What was the nearest to concluding what is expected and did not come.
    std::vector<WhyNotReport::Attempt> why_not = {};
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
    /// One condition of a rule or finding.
    struct Condition {
      std::string text;           ///< as written
      bool failed_alone = false;  ///< in some test it did not hold where all others did
    };
    /// A rule or a finding.
    struct Rule {
      RuleName name;
      bool is_finding = false;
      bool fired = false;  ///< in some test all conditions held
      std::vector<Condition> conditions;
      [[nodiscard]] std::uint64_t both_ways() const;
    };
    /// A clause that rules or findings cite.
    struct Clause {
      Basis basis;
      std::uint64_t rules = 0;
      std::uint64_t fired = 0;
    };
    /// The values that a decision may have by the program's declared names, and those that it came
    /// to in some test.
    struct Decision {
      std::string id;
      Message sentence;
      std::vector<std::string> seen;    ///< labels
      std::vector<std::string> unseen;  ///< labels
      bool decided = false;
      bool missing = false;
      bool conflict = false;
    };
    std::vector<Rule> rules;      ///< by file and line
    std::vector<Clause> clauses;  ///< by source, then in the order of articles
    std::vector<Decision> decisions;
  };
  std::vector<Test> tests;  ///< by file and line
  Coverage coverage;
  std::map<std::string, std::string> snapshots;  ///< as they are now, by path; where asked for
  bool whole = true;  ///< all tests ran, so that the coverage means something

  [[nodiscard]] std::uint64_t failed() const;
};

/// The sums of a coverage. Conditions are those of rules.
struct CoverageCounts {
  std::uint64_t rules = 0;
  std::uint64_t rules_fired = 0;
  std::uint64_t findings = 0;
  std::uint64_t findings_raised = 0;
  std::uint64_t conditions = 0;
  std::uint64_t conditions_both_ways = 0;  ///< held in some test, and alone failed in some test
  std::uint64_t clauses = 0;               ///< cited by rules and findings
  std::uint64_t clauses_tested = 0;        ///< cited by a rule that fired or a finding raised
};
[[nodiscard]] CoverageCounts counts_of(const TestReport::Coverage& coverage);

/// docs/schema/test.schema.json.
void write_tests_json(std::ostream& out, const TestReport& report, Language language);
/// The tests that failed, with what they got and why; then the counts. `coverage`: what the tests
/// do not reach, too.
void write_tests_terminal(std::ostream& out, const TestReport& report, const Style& style,
                          bool coverage);
/// A suite for each file, a case for each test.
void write_tests_junit(std::ostream& out, const TestReport& report, Language language);
/// The coverage for tools that show it beside the text: rules as functions and lines, conditions as
/// branches (held with the others, failed alone).
void write_coverage_lcov(std::ostream& out, const TestReport& report);
/// The coverage as a page: by clause, by rule and condition, by decision.
void write_coverage_html(std::ostream& out, const TestReport& report, Language language);

}  // namespace mingze::report
