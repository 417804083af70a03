// Every example of the documentation runs: blocks marked `mz` parse, lower and pass their tests;
// blocks marked `mz error:CODE` are refused with that code. Blocks marked `console` begin with a
// command, and what follows is what it writes.
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

struct Transcript {
  std::string command;
  std::string output;
};

std::vector<Transcript> transcripts(const std::string& page) {
  std::vector<Transcript> out;
  const auto text = DiskFiles().read(MINGZE_ROOT "/" + page);
  if (!text.ok()) return out;
  std::istringstream lines(text.value());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```"))
      inside = line == "```console";
    else if (inside && line.starts_with("$ mingze "))
      out.push_back({line.substr(9), ""});
    else if (inside && !out.empty())
      out.back().output += line + "\n";
  }
  return out;
}

/// The words of a command line; double quotes hold one together.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> out;
  bool quoted = false;
  bool open = false;
  for (const char c : command) {
    if (c == '"') quoted = !quoted;
    if (c == ' ' && !quoted) open = false;
    if (c == '"' || (c == ' ' && !quoted)) continue;
    if (!open) out.emplace_back();
    open = true;
    out.back() += c;
  }
  return out;
}

TEST(DocumentedTranscripts, AreWhatTheProgramWrites) {
  const std::string program = "docs/examples/river.mz";
  const MemoryFiles files{{program, DiskFiles().read(MINGZE_ROOT "/" + program).value()}};
  const std::vector<Transcript> all = transcripts("docs/explanations.md");
  EXPECT_GE(all.size(), 4U);
  for (const Transcript& one : all) {
    const Said said = run_mingze(words_of(one.command), files);
    EXPECT_EQ(said.exit, 0) << one.command << "\n" << said.err;
    EXPECT_EQ(said.out, one.output) << one.command;
  }
}

TEST(DocumentedExamples, AreThere) { EXPECT_GE(examples().size(), 40U); }

}  // namespace
}  // namespace mingze::test
