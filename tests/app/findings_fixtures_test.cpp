// Every text in fixtures/drafts with a .findings beside it has these findings and no others: code,
// line, the words at fault, and what to write instead, by tabs. UPDATE_GOLDEN=1 writes them anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string written(const nlohmann::json& finding, const std::string& text) {
  std::string words;
  std::string line = "-";
  if (const auto& span = finding["span"]; !span.is_null()) {
    const std::size_t start = span["start"];
    const std::size_t end = span["end"];
    words = text.substr(start, end - start);
    line = std::to_string(span["line"].get<int>());
  }
  std::string out = finding["code"].get<std::string>() + "\t" + line + "\t" + words;
  for (const auto& suggestion : finding["suggestions"])
    if (!suggestion["replacement"].is_null())
      out += "\t" + suggestion["replacement"].get<std::string>();
  return out + "\n";
}

class FindingsFixture : public testing::TestWithParam<fs::path> {};

TEST_P(FindingsFixture, AreToldAsExpected) {
  fs::path text_file = GetParam();
  text_file.replace_extension(".txt");
  const std::string text = contents(text_file);
  const Ran ran = run_in_memory({{"draft.txt", text}}, {"check", "draft.txt", "--format", "json"});
  ASSERT_LE(ran.code, 1) << ran.err;
  std::string got;
  const auto document = nlohmann::json::parse(ran.out);
  for (const auto& finding : document["drafts"][0]["findings"]) got += written(finding, text);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(GetParam()) << got;
  EXPECT_EQ(got, contents(GetParam()));
}

std::vector<fs::path> fixtures() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(MINGZE_ROOT) / "fixtures/drafts"))
    if (entry.path().extension() == ".findings") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string name_of_fixture(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Drafts, FindingsFixture, testing::ValuesIn(fixtures()), name_of_fixture);

}  // namespace
}  // namespace mingze::app
