// The program as a process: golden transcripts, and every document against its schema.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/schema.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Result {
  int code = 0;
  std::string out;
  std::string err;
};

/// Runs the binary in the root of the project; `line` is what follows `mingze` in a shell.
Result run(const std::string& line, const std::string& environment = "LC_ALL=zh_CN.UTF-8",
           const std::string& input = "/dev/null") {
  static int runs = 0;
  const std::string base =
      testing::TempDir() + "mingze-" + std::to_string(::getpid()) + "-" + std::to_string(runs++);
  const std::string command = "cd '" MINGZE_ROOT "' && " + environment + " '" MINGZE_BINARY "' " +
                              line + " >'" + base + ".out' 2>'" + base + ".err' <" + input;
  const int status = std::system(command.c_str());
  Result result{WEXITSTATUS(status), read(base + ".out"), read(base + ".err")};
  fs::remove(base + ".out");
  fs::remove(base + ".err");
  return result;
}

/// A transcript: the command line, what it wrote, and its exit code.
std::string transcript(const std::string& line) {
  const Result result = run(line);
  std::string text = "$ mingze " + line + "\n" + result.out;
  if (!result.err.empty()) text += "--- stderr\n" + result.err;
  return text + "--- exit " + std::to_string(result.code) + "\n";
}

/// fixtures/golden/*.txt: the first line says what to run. UPDATE_GOLDEN=1 writes them anew.
TEST(Binary, WritesTheGoldenTranscripts) {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  int count = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(MINGZE_ROOT) / "fixtures/golden")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string expected = read(entry.path());
    const std::string prefix = "$ mingze ";
    ASSERT_TRUE(expected.starts_with(prefix)) << entry.path();
    const std::string line = expected.substr(prefix.size(), expected.find('\n') - prefix.size());
    const std::string found = transcript(line);
    ++count;
    if (update)
      std::ofstream(entry.path(), std::ios::binary) << found;
    else
      EXPECT_EQ(found, expected) << entry.path() << " (UPDATE_GOLDEN=1 rewrites it)";
  }
  EXPECT_GE(count, 5);
}

TEST(Binary, DocumentsFollowTheirSchemas) {
  const std::pair<const char*, const char*> cases[] = {
      {"check", "check fixtures/drafts/demo.txt --format json --allow vague-body"},
      {"check", "check fixtures/drafts/table.txt --format json --lang en"},
      {"check", "check fixtures/drafts/water-and-waste.txt --format json --why"},
      {"check",
       "check fixtures/lists/desk/draft.txt --format json --list "
       "fixtures/lists/responsibilities.csv"},
      {"resolve", "resolve docs/examples/river.mz --format json"},
      {"resolve", "resolve docs/examples/river.mz --format json --summary"},
      {"resolve", "resolve docs/examples/river.mz --format json --relation approves"},
      {"resolve", "resolve --format json"},
      {"ask", "ask '某部门 在 某地 牵头 某事项' docs/examples/river.mz --format json"},
      {"ask", "ask '_ 在 _ 牵头 _' docs/examples/river.mz --format json"},
      {"why", "why '某部门 在 某地 牵头 某事项' docs/examples/river.mz --format json"},
      {"why", "why '水务部门 在 临江 牵头 船舶污染' docs/examples/river.mz --format json"},
      {"why", "why 'U leads M' fixtures/programs/why/office.mz --format json --lang en"},
      {"why-not", "why-not '甲处 牵头 执照' fixtures/programs/why/office.mz --format json"},
      {"why-not", "why-not 'audit is quick' fixtures/programs/why/office.mz --format json"},
      {"why-not", "why-not 'archive is listed' fixtures/programs/why/office.mz --format json"},
      {"test", "test docs/examples/river.mz --format json"},
      {"diff", "diff fixtures/programs/good/overrides.mz docs/examples/river.mz --format json"},
      {"vocabulary", "vocabulary --format json"},
      {"vocabulary", "vocabulary docs/examples/river.mz --format json"},
      {"lint", "lint docs/examples/river.mz --format json"},
      {"lint", "lint fixtures/programs/good/overrides.mz --format json"},
  };
  for (const auto& [name, line] : cases) {
    const Result result = run(line);
    ASSERT_TRUE(result.code == 0 || result.code == 1) << line << "\n" << result.err;
    const json document = json::parse(result.out);
    const json schema = json::parse(
        read(fs::path(MINGZE_ROOT) / "docs/schema" / (std::string(name) + ".schema.json")));
    EXPECT_EQ(schema_violations(schema, document), "") << line;
    const std::string indented = nlohmann::ordered_json::parse(result.out).dump(2) + "\n";
    EXPECT_EQ(result.out, indented) << line;
  }
}

TEST(Binary, WritesTheSameBytesInAnyLocaleAndTimeZone) {
  const std::string line = "resolve docs/examples/river.mz --format json --lang zh";
  const Result one = run(line + " --as-of 2026-11-23");
  const Result two = run(line + " --as-of 2026-11-23", "LC_ALL=de_DE.UTF-8 TZ=Pacific/Kiritimati");
  EXPECT_EQ(one.out, two.out);
  EXPECT_FALSE(one.out.empty());
}

TEST(Binary, ReadsADraftFromStandardInput) {
  const Result piped = run("check - --format json", "LANG=C", "fixtures/drafts/demo.txt");
  const Result named = run("check fixtures/drafts/demo.txt --format json");
  ASSERT_EQ(piped.code, named.code) << piped.err;
  EXPECT_EQ(json::parse(piped.out)["summary"], json::parse(named.out)["summary"]);
}

TEST(Binary, KeepsTheOldFileWhereTheNewOneCannotBeWritten) {
  const Result result = run("resolve docs/examples/river.mz -o /no/such/folder/x.json");
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_TRUE(result.err.find("/no/such/folder/x.json:1:1: error: ") != std::string::npos);
}

/// Pairs of two thousand things: more than 64 MiB. Under sanitizers there is no limit.
TEST(Binary, EndsWhereItsMemoryIsUsedUp) {
  const fs::path folder = fs::path(testing::TempDir()) / ("pairs-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream program(folder / "pairs.mz");
  program << "kind thing = 事物.\nrelation one \"{thing} is one\".\n"
             "relation pair \"{a: thing} is with {b: thing}\".\nfacts one from \"one.tsv\".\n"
             "rule pair if X is one and Y is one then X is with Y.\n";
  program.close();
  std::ofstream rows(folder / "one.tsv");
  for (int i = 0; i < 2000; ++i) rows << "t" << i << '\n';
  rows.close();
  const std::string line =
      "resolve --no-default-pack --summary '" + (folder / "pairs.mz").string() + "'";
  const std::string output = (folder / "out.json").string();
  const Result limited = run(line + " --max-memory 64M -o '" + output + "'");
  EXPECT_EQ(limited.code, 2);
#ifdef MINGZE_TEAR_DOWN
  EXPECT_NE(limited.err.find("此系统不能限制内存"), std::string::npos) << limited.err;
#else
  EXPECT_NE(limited.err.find("内存到了 --max-memory 64M 的上限"), std::string::npos) << limited.err;
  EXPECT_EQ(run(line + " --max-memory 1G").code, 0);
#endif
  EXPECT_FALSE(fs::exists(output));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mingze::app
