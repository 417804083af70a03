// What the READMEs show of the program is what it prints.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

std::string contents(const std::string& path) {
  const auto bytes = DiskFiles().read(std::string(MINGZE_ROOT) + "/" + path);
  EXPECT_TRUE(bytes.ok()) << path;
  return bytes.ok() ? bytes.value() : std::string();
}

/// The words of a command line; quotes keep a sentence together.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

class Readme : public testing::TestWithParam<std::string> {};

TEST_P(Readme, ShowsWhatTheProgramPrints) {
  const MemoryFiles files{{"fixtures/drafts/demo.txt", contents("fixtures/drafts/demo.txt")},
                          {"docs/examples/river.mz", contents("docs/examples/river.mz")}};
  const std::string prompt = "$ build/release/bin/mingze ";
  std::istringstream lines(contents(GetParam()));
  std::string printed;
  int compared = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(prompt)) {
      printed = "\n" + run_in_memory(files, words_of(line.substr(prompt.size()))).out;
    } else if (line.starts_with("```")) {
      printed.clear();
    } else if (!printed.empty() && !line.empty() && line != "…") {
      EXPECT_NE(printed.find("\n" + line + "\n"), std::string::npos) << line;
      ++compared;
    }
  }
  EXPECT_GT(compared, 15);
}

INSTANTIATE_TEST_SUITE_P(Languages, Readme, testing::Values("README.md", "README.en.md"));

}  // namespace
}  // namespace mingze::app
