// fixtures/cities: a city that no pack knows, told once in Chinese and once in English, statement
// by statement. Both pass their tests, and what comes out is the same to the byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path folder = fs::path(MINGZE_ROOT) / "fixtures/cities";

class City : public testing::TestWithParam<std::string> {
 protected:
  /// Under one name, so that places in the output agree too.
  static Ran run(const std::string& language, std::vector<std::string> arguments) {
    const auto program =
        DiskFiles().read((folder / (GetParam() + "." + language + ".mz")).string());
    EXPECT_TRUE(program.ok()) << language;
    if (!program) return {};
    arguments.push_back("city.mz");
    return run_in_memory({{"city.mz", program.value()}}, arguments);
  }

  static void expect_same(const std::vector<std::string>& arguments) {
    const Ran chinese = run("zh", arguments);
    const Ran english = run("en", arguments);
    EXPECT_EQ(chinese.err, "") << arguments.front();
    EXPECT_NE(chinese.out, "") << arguments.front();
    EXPECT_EQ(chinese.out, english.out);
    EXPECT_EQ(chinese.err, english.err);
    EXPECT_EQ(chinese.code, english.code);
  }
};

TEST_P(City, PassesItsTestsInBothLanguages) {
  const json chinese = json::parse(run("zh", {"test", "--format", "json"}).out);
  const json english = json::parse(run("en", {"test", "--format", "json"}).out);
  EXPECT_GE(chinese["tests"].size(), 10U);
  EXPECT_EQ(chinese["tests"].size(), english["tests"].size());
  for (const json& test : chinese["tests"]) EXPECT_TRUE(test["passed"]) << test.dump(2);
  for (const json& test : english["tests"]) EXPECT_TRUE(test["passed"]) << test.dump(2);
}

TEST_P(City, GivesTheSameAnswersInBothLanguages) {
  expect_same({"resolve", "--format", "json"});
  expect_same({"resolve", "--lang", "zh"});
  expect_same({"resolve", "--lang", "en"});
}

TEST_P(City, AnswersQuestionsOfEitherLanguage) {
  for (const std::string question : {
           "某部门 在 某地 牵头 某事项",
           "D leads I in J",
           "某部门 在 某地 配合 某事项",
           "D supervises I in J",
           "某地 须 为 某处 明确 某事项 的 牵头部门",
           "D of J must report yearly to T",
           "某地 的 某部门 须 将 报告 抄送 某收地 的 某收部门",
           "C passes from D to E in J",
           "某案 下一步 由 某地 的 某部门 某环节",
           "D of J reviews T",
           "某人 分管 某地 的 某部门",
       })
    expect_same({"ask", question});
}

std::vector<std::string> cities() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".zh.mz")) names.push_back(name.substr(0, name.find('.')));
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, City, testing::ValuesIn(cities()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace mingze::app
