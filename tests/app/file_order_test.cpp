// The order of files never matters: the rules of the Opinion and a scenario, file by file in many
// orders, give the same bytes: decisions, findings, answers and graphs.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> programs() {
  std::vector<std::string> files;
  for (const char* folder : {"/rules/opinion", "/fixtures/scenarios/lanjiang"})
    for (const auto& entry : fs::directory_iterator(std::string(MINGZE_ROOT) + folder)) {
      const std::string name = entry.path().string();
      if (name.ends_with(".mz") && !name.ends_with("_test.mz")) files.push_back(name);
    }
  std::sort(files.begin(), files.end());
  return files;
}

/// By the files alone: the pack's own copy in the program is left out.
std::string run(std::vector<std::string> arguments, const std::vector<std::string>& files) {
  arguments.emplace_back("--no-default-pack");
  arguments.insert(arguments.end(), files.begin(), files.end());
  const Ran ran = run_over(DiskFiles(), arguments, "");
  return ran.out + ran.err + std::to_string(ran.code);
}

std::vector<std::vector<std::string>> orders() {
  std::vector<std::vector<std::string>> out{programs()};
  std::reverse(out.back().begin(), out.back().end());
  for (unsigned seed = 1; seed <= 3; ++seed) {
    out.push_back(programs());
    // Not std::shuffle: what that does with a seed differs between libraries.
    std::mt19937 random(seed);
    for (std::size_t i = out.back().size(); i > 1; --i)
      std::swap(out.back()[i - 1], out.back()[random() % i]);
  }
  return out;
}

class FileOrder : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(FileOrder, ChangesNoByte) {
  const std::string sorted = run(GetParam(), programs());
  ASSERT_GT(sorted.size(), 500U) << sorted;
  for (const auto& order : orders()) EXPECT_EQ(run(GetParam(), order), sorted);
}

INSTANTIATE_TEST_SUITE_P(
    Commands, FileOrder,
    testing::Values(std::vector<std::string>{"resolve", "--format", "json"},
                    std::vector<std::string>{"ask", "某部门 在 某地 牵头 某事项"},
                    std::vector<std::string>{"why", "交通运输部门 在 青临市 牵头 港口岸电推广"},
                    std::vector<std::string>{"graph", "rules", "--format", "dot"},
                    std::vector<std::string>{"graph", "overrides", "--format", "dot"},
                    std::vector<std::string>{"graph", "delegation", "--format", "dot"}));

}  // namespace
}  // namespace mingze::app
