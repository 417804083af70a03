// Every example of the documentation runs: blocks marked `mz` parse, lower and pass their tests;
// blocks marked `mz error:CODE` are refused with that code.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/language/run_mingze.hpp"

namespace mingze::test {
namespace {

struct Example {
  std::string page;
  int line = 0;      ///< of the opening fence
  std::string code;  ///< the error expected, or empty
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const Example& example) {
  return out << example.page << ":" << example.line;
}

void read_page(const std::string& page, std::vector<Example>& out) {
  const auto text = DiskFiles().read(MINGZE_ROOT "/" + page);
  if (!text.ok()) return;
  std::istringstream lines(text.value());
  std::string line;
  bool inside = false;
  bool wanted = false;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.starts_with("```")) {
      inside = !inside;
      wanted = inside && (line == "```mz" || line.starts_with("```mz "));
      if (wanted) {
        const std::size_t error = line.find("error:");
        out.push_back({page, number, error == std::string::npos ? "" : line.substr(error + 6), ""});
      }
    } else if (wanted) {
      out.back().text += line + "\n";
    }
  }
}

std::vector<Example> examples() {
  std::vector<Example> out;
  for (const char* page : {"docs/language.md", "docs/meaning.md"}) read_page(page, out);
  return out;
}

class DocumentedExample : public testing::TestWithParam<Example> {};

TEST_P(DocumentedExample, Runs) {
  const MemoryFiles files{{"example.mz", GetParam().text}};
  const Said resolved = run_mingze({"resolve", "example.mz", "--format", "json"}, files);
  if (!GetParam().code.empty()) {
    EXPECT_EQ(resolved.exit, 2);
    EXPECT_EQ(resolved.out, "");
    EXPECT_TRUE(resolved.err.starts_with("example.mz:")) << resolved.err;
    EXPECT_NE(resolved.err.find("[" + GetParam().code + "]"), std::string::npos) << resolved.err;
    return;
  }
  EXPECT_LE(resolved.exit, 1) << resolved.err;
  const Said tested = run_mingze({"test", "example.mz"}, files);
  EXPECT_EQ(tested.exit, 0) << tested.out << tested.err;
}

INSTANTIATE_TEST_SUITE_P(Documentation, DocumentedExample, testing::ValuesIn(examples()),
                         [](const auto& one) {
                           std::string name;
                           for (const char c : one.param.page)
                             name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
                           return name + "_line_" + std::to_string(one.param.line);
                         });

TEST(DocumentedExamples, AreThere) { EXPECT_GE(examples().size(), 40U); }

}  // namespace
}  // namespace mingze::test
