// The guide and the READMEs show the examples as they are; the examples' output is compared by
// tests/install.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "tests/app/quoted.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;

const fs::path docs = fs::path(MINGZE_ROOT) / "docs";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The lines of a text without the blanks that all of them begin with.
std::string flush_left(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);)
    out += (line.starts_with("  ") ? line.substr(2) : line) + "\n";
  return out;
}

TEST(EmbeddingPage, ShowsTheFilesOfTheExamples) {
  std::istringstream lines(read(docs / "embedding.md"));
  std::set<std::string> shown;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t blank = line.find(' ');
    if (!line.starts_with("```") || blank == std::string::npos) continue;
    const std::string name = line.substr(blank + 1);
    std::string block = "\n";
    while (std::getline(lines, line) && line != "```") block += line + "\n";
    EXPECT_NE(("\n" + read(docs / "examples" / name)).find(block), std::string::npos)
        << name << " has not:" << block;
    shown.insert(name);
  }
  for (const char* name : {"ten-lines/ten_lines.cpp", "approval/approval.cpp", "approval/local.mz",
                           "approval/CMakeLists.txt", "nightly/night.sh", "nightly/keep.sql",
                           "nightly/expected.txt", "c/lead.c", "c/Makefile"})
    EXPECT_TRUE(shown.contains(name)) << name;
}

TEST(EmbeddingPage, TheReadmesShowTheTenLines) {
  const std::string program = flush_left(read(docs / "examples/ten-lines/ten_lines.cpp"));
  for (const char* readme : {"README.md", "README.en.md"}) {
    const auto blocks = fenced_in(read(fs::path(MINGZE_ROOT) / readme), "cpp");
    ASSERT_EQ(blocks.size(), 1U) << readme;
    EXPECT_NE(program.find(blocks[0]), std::string::npos) << readme;
  }
}

}  // namespace
}  // namespace mingze::app
