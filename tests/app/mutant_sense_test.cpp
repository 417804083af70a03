// What `mingze mutate` says can change no answer changes none: random programs, random facts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

/// A finding tells each relation, so that snapshots hold everything.
constexpr const char* vocabulary = R"(kind a. a x. a y. a z.
relation p "{a} is p". relation q "{a} is q". relation r "{from: a} sees {to: a}".
decision d "{a} leads {of: a}" one a per of.
finding tells-p note "{X}" if X is p. finding tells-q note "{X}" if X is q.
finding tells-r note "{X} {Y}" if X sees Y.
)";

/// Random programs, a condition a line.
class Programs {
 public:
  explicit Programs(unsigned seed) : random_(seed) {}

  std::vector<std::string> rules() {
    std::vector<std::string> lines;
    for (int i = 0; i < 4; ++i) {
      std::string head = "rule r" + std::to_string(i);
      if (i > 0 && any(2) == 0) head += " overrides r" + std::to_string(any(i));
      lines.push_back(head);
      lines.push_back("  if X sees Y");
      const int more = any(4);
      for (int k = 0; k < more; ++k) lines.push_back("  and " + condition());
      lines.push_back(
          "  then " +
          pick({"X is q", "X leads Y", "X leads Y", "x leads Y", "not X leads Y", "Y is q"}) + ".");
    }
    return lines;
  }

  std::string tests() {
    std::string out;
    for (int i = 0; i < 12; ++i) {
      out += "test \"t" + std::to_string(i) + "\" given x sees x";
      for (int k = any(6) + 1; k > 0; --k)
        out += " and " + pick({name() + " is p", name() + " sees " + name(), name() + " is q",
                               name() + " sees " + name()});
      out += " expect x sees x.\n";
    }
    return out;
  }

 private:
  int any(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(any(static_cast<int>(from.size())))];
  }
  std::string name() { return pick({"x", "y", "z"}); }
  std::string condition() {
    return pick({"X is p", "Y is p", "X sees _", "_ sees Y", "Y sees X", "X is not Y", "not X is p",
                 "not X sees X", "not Y sees _", "X is not x", "X is y", "X sees Z",
                 "at least 2 N with X sees N", "Z sees Y", "X sees Y"});
  }

  std::mt19937 random_;
};

std::string text_of(const std::vector<std::string>& lines, const std::string& tests) {
  std::string out = vocabulary;
  for (const std::string& line : lines) out += line + "\n";
  return out + tests;
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// The lines without what a mutation drops; nothing where it is of another sort.
std::vector<std::string> without(std::vector<std::string> lines, const json& mutation) {
  const std::size_t at = mutation["line"].get<std::size_t>() - 1 - lines_in(vocabulary);
  const std::string code = mutation["code"];
  if (code == "dropped-condition") {
    if (lines[at].starts_with("  if ")) {
      if (!lines[at + 1].starts_with("  and ")) return {};
      lines[at + 1].replace(0, 6, "  if ");
    }
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
  } else if (code == "dropped-override") {
    lines[at] = lines[at].substr(0, lines[at].find(" overrides"));
  } else if (code == "dropped-rule") {
    const std::string id = mutation["rule"];
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if(
        begin + 1, lines.end(), [](const std::string& line) { return line.starts_with("rule "); });
    lines.erase(begin, end);
    for (std::string& line : lines)
      if (line.ends_with(" overrides " + id)) line = line.substr(0, line.find(" overrides"));
  } else {
    return {};
  }
  return lines;
}

TEST(MutantSense, WhatIsSaidToChangeNoAnswerChangesNone) {
  std::map<std::string, int> seen;
  for (unsigned seed = 0; seed < 50; ++seed) {
    Programs programs(seed);
    const std::vector<std::string> lines = programs.rules();
    const std::string tests = programs.tests();
    MemoryFiles files{{"r.mz", text_of(lines, tests)}};
    const Ran told = run_in_memory(files, {"mutate", "r.mz", "--format", "json"});
    if (told.code != 0) continue;  // no program
    const json document = json::parse(told.out);
    ASSERT_EQ(run_in_memory(files, {"test", "r.mz", "--update"}).code, 0);
    for (const json& mutation : document["equivalent"]) {
      const auto changed = without(lines, mutation);
      if (changed.empty()) continue;
      ++seen[mutation["code"]];
      files.put("r.mz", text_of(changed, tests));
      const Ran ran = run_in_memory(files, {"test", "r.mz", "--lang", "en"});
      EXPECT_EQ(ran.code, 0) << seed << " " << mutation.dump(2) << "\n"
                             << text_of(lines, tests) << ran.out << ran.err;
    }
  }
  EXPECT_GT(seen["dropped-condition"], 10);
  EXPECT_GT(seen["dropped-rule"], 1);
  EXPECT_GT(seen["dropped-override"], 3);
}

}  // namespace
}  // namespace mingze::app
