// fixtures/scenarios: a province and its places under the embedded rules, with the report that was
// checked line by line, in both languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;

const fs::path root = fs::path(MINGZE_ROOT) / "fixtures/scenarios";

Ran run(const std::vector<std::string>& arguments) { return run_over(DiskFiles(), arguments); }

/// Decisions and findings: not the summary, which counts the register too; and not where in the
/// packs a rule stands, which is no matter of the scenario.
std::string report_of(const std::string& scenario, const std::string& language) {
  // The scenarios are about who leads; what departments then owe is silenced.
  const Ran ran =
      run({"resolve", (root / scenario).string(), "--lang", language, "--allow", "not-broken-down",
           "--allow", "no-report-channel", "--allow", "responsibility-without-power"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_EQ(ran.err, "");
  std::string text = ran.out;
  const std::string here = root.string() + "/";
  for (auto at = text.find(here); at != std::string::npos; at = text.find(here, at))
    text.erase(at, here.size());
  text = std::regex_replace(text, std::regex("(rules/[^ :]+):[0-9]+"), "$1");
  return text.substr(0, text.find(language == "zh" ? "\n汇总" : "\nsummary"));
}

class Scenario : public testing::TestWithParam<std::string> {};

/// UPDATE_GOLDEN=1 writes the reports anew.
TEST_P(Scenario, HasTheReportThatWasChecked) {
  for (const std::string language : {"zh", "en"}) {
    const fs::path file = root / GetParam() / ("expected." + language + ".txt");
    const std::string found = report_of(GetParam(), language);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(file, std::ios::binary) << found;
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(found, expected) << file;
  }
}

TEST_P(Scenario, PassesItsTests) {
  const Ran ran = run({"test", (root / GetParam()).string(), "--lang", "en"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

std::vector<std::string> scenarios() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Scenario, testing::ValuesIn(scenarios()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace mingze::app
