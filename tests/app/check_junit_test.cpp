// `mingze check --format junit`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string waterworks =
    "沅口市供水方案\n"
    "一、清理<河>道。清除漂浮物。（市水务局牵头，有关部门配合）\n"
    "二、修复护岸。修复破损护岸。（市水务局、市财政局按职责分工负责）\n"
    "四、巡查。每周巡查。（市水务局牵头）\n";

std::string junit(const std::string& fail_on) {
  return run_in_memory({{"d.txt", waterworks}},
                       {"check", "d.txt", "--format", "junit", "--fail-on", fail_on})
      .out;
}

TEST(CheckJunit, ACaseAnItemFailsOnErrors) {
  const std::string text = junit("error");
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"d.txt\" tests=\"4\" failures=\"1\""));
  EXPECT_THAT(text, HasSubstr("name=\"i1 清理&lt;河&gt;道\""));
  EXPECT_THAT(text, HasSubstr("<failure type=\"lead-missing\" message=\"“修复护岸”"));
  EXPECT_THAT(text, HasSubstr("d.txt:2:24: warning: "));
  EXPECT_THAT(text, HasSubstr("name=\"全文\""));
  EXPECT_THAT(text, Not(HasSubstr("<河>")));
}

TEST(CheckJunit, TheSeverityThatFailsIsTheOneOfTheExitCode) {
  EXPECT_THAT(junit("warning"), HasSubstr("tests=\"4\" failures=\"2\""));
  EXPECT_THAT(junit("note"), HasSubstr("tests=\"4\" failures=\"3\""));
  EXPECT_THAT(junit("never"), HasSubstr("tests=\"4\" failures=\"0\""));
}

}  // namespace
}  // namespace mingze::app
