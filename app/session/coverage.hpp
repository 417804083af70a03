// How much of the rules under test the tests reach.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// Adds up what the runs of the tests reached. Rules are known by their ids: tests on other dates
/// have programs of their own.
class Coverage {
 public:
  /// Takes note of the rules, findings, clauses and decisions that are to be reached.
  void expect(const Program& program, const Sources& sources,
              const std::function<bool(Span)>& under_test);
  /// Takes note of what one test's run reached.
  void add(const Program& program, const Evaluation& evaluation);
  /// Takes note of what was reached elsewhere.
  void add(const Coverage& other);

  [[nodiscard]] report::TestReport::Coverage told() const;

 private:
  using Told = report::TestReport::Coverage;
  using Clause = std::pair<std::string, std::string>;  // document, clause

  struct Reach {
    Told::Rule rule;
    std::vector<Clause> clauses;
  };
  struct DecisionReach {
    Told::Decision decision;
    std::set<std::string> values;  // declared
    std::set<std::string> seen;
  };

  void expect_body(const std::string& key, const Program& program, const Sources& sources,
                   const Body& body, const std::vector<Citation>& cites, report::RuleName name);
  void expect_decision(const Program& program, const Decision& decision);
  static void look_at(const Program& program, const Database& database, const Body& body,
                      Told::Rule& reached);
  void look_at(const Program& program, const Decision& decision, const Outcome& outcome,
               const Relation& decided);

  std::map<std::string, Reach> rules_;  // findings by `finding ID`
  std::map<std::string, DecisionReach> decisions_;
  std::map<Clause, report::Basis> clauses_;
};

}  // namespace mingze::app
