// The packs under rules/ and their own tests: all pass, every rule fires, every clause is reached.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

/// Conditions that no test can have fail alone: something always holds for what the others leave
/// open. docs/opinion.md says what.
const std::set<std::string> always_hold = {
    "interference: on I in P the word is with T told as En or Zh",
    "step-is-for-its-body: S is a step of D",
    "top: P lies within T",
    "国务院部门受理举报: 某地 层级 为 国家级",
    "国务院部门受理举报: 某部门 承担 重要生态环境保护职责",
    "按干部管理权限移交: 某机关 受理 失职失责问题",
    "梳理事项: 某地 层级 为 国家级",
    "梳理事项: 某部门 承担 重要生态环境保护职责",
    "逐级向上: 某地 处在 某区域 之内",
};

TEST(ShippedRules, AreReachedByTheirTestsConditionByCondition) {
  const Ran ran = run_in_memory({}, {"test", "--format", "json"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  const json coverage = json::parse(ran.out)["coverage"];
  EXPECT_EQ(coverage["rules_fired"], coverage["rules"]);
  EXPECT_EQ(coverage["findings_raised"], coverage["findings"]);
  EXPECT_EQ(coverage["clauses_tested"], coverage["clauses"]);
  std::set<std::string> never_alone;
  for (const json& rule : coverage["by_rule"]) {
    const std::string id = rule[rule.contains("rule") ? "rule" : "finding"];
    for (const json& condition : rule["conditions"])
      if (!condition["failed_alone"])
        never_alone.insert(id + ": " + condition["condition"].get<std::string>());
  }
  EXPECT_EQ(never_alone, always_hold);
}

}  // namespace
}  // namespace mingze::app
