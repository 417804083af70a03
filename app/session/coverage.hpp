// How much of the rules under test the tests reach.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "report/test_report.hpp"

namespace mingze::app {

/// Adds up what the runs of the tests reached. Rules are known by their ids: tests on other dates
/// have programs of their own.
class Coverage {
 public:
  /// Takes note of the rules, findings and clauses that are to be reached.
  void count_rules(const Program& program, const std::function<bool(Span)>& under_test);
  /// Takes note of what one test's run reached.
  void add(const Program& program, const Evaluation& evaluation);

  [[nodiscard]] report::TestReport::Coverage counts() const;

 private:
  struct Reach {
    bool fired = false;
    std::vector<bool> failed;  ///< per condition: it alone did not hold
  };
  using Clause = std::pair<std::string, std::string>;

  void cite(const Program& program, const std::vector<Citation>& cites, bool tested);
  void look_at(const Program& program, const Database& database, const Rule& rule, Reach& reach);

  std::map<std::string, Reach> rules_;
  std::set<std::string> findings_;
  std::map<Clause, bool> clauses_;
};

}  // namespace mingze::app
