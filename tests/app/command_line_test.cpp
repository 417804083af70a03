#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/cli/commands.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

Ran run(const std::vector<std::string>& arguments, const std::string& locale = "en_US.UTF-8") {
  return run_in_memory({{"ok.mz", "kind place."}, {"bad.mz", "kind place"}, {"empty/x.txt", ""}},
                       arguments, locale);
}

/// Words at blanks, with what stands in double quotes as one word.
std::vector<std::string> split_as_a_shell(const std::string& line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char letter : line)
    if (letter == '"')
      quoted = !quoted;
    else if (letter == ' ' && !quoted)
      words.emplace_back();
    else
      words.back() += letter;
  return words;
}

TEST(CommandLine, HelpIsInBothLanguages) {
  EXPECT_THAT(run({"--help", "--lang", "zh"}).out, HasSubstr("用法"));
  EXPECT_THAT(run({"--help", "--lang", "en"}).out, HasSubstr("Usage"));
  for (const char* command : {"check", "resolve", "ask", "test"}) {
    const Ran help = run({command, "--help", "--lang=en"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.out, HasSubstr("--no-default-pack")) << command;
    EXPECT_EQ(help.err, "");
  }
  EXPECT_THAT(run({"resolve", "--help"}, "C").out, HasSubstr("用法"));
}

TEST(CommandLine, HelpBeginsWithExamplesThatCanBeTyped) {
  for (const auto& command : all_commands()) {
    ASSERT_FALSE(command->examples().empty()) << command->name();
    const Ran help = run({command->name(), "--help", "--lang=zh"});
    for (const Example& example : command->examples()) {
      EXPECT_THAT(help.out, HasSubstr("  mingze " + example.line + "\n      " + example.does.zh));
      const std::vector<std::string> words = split_as_a_shell(example.line);
      EXPECT_EQ(words.front(), command->name());
      // What is wrong with a value is told only of a command line that could be read.
      std::vector<std::string> spoilt = words;
      spoilt.insert(spoilt.end(), {"--as-of", "2026-02-30"});
      EXPECT_THAT(run(spoilt).err, HasSubstr("no day 2026-02-30")) << example.line;
    }
  }
}

TEST(CommandLine, ChineseHelpNamesArgumentsInChinese) {
  const std::string help = run({"check", "--help", "--lang=zh"}).out;
  EXPECT_THAT(help, HasSubstr("用法：mingze check 文稿|文件夹… [选项…]"));
  EXPECT_THAT(help, HasSubstr("--pack 名称|文件夹"));
  EXPECT_THAT(help, HasSubstr("--lang zh|en"));
  EXPECT_THAT(run({"check", "--help", "--lang=en"}).out,
              HasSubstr("mingze check DRAFT|DIR… [OPTION…]"));
}

TEST(CommandLine, VersionNamesThePacks) {
  const Ran ran = run({"--version"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("mingze "));
  EXPECT_THAT(ran.out, HasSubstr("register "));
}

TEST(CommandLine, WrongWordsGetADidYouMean) {
  const Ran command = run({"resolv", "ok.mz"});
  EXPECT_EQ(command.code, 2);
  EXPECT_EQ(command.out, "");
  EXPECT_THAT(command.err, HasSubstr("did you mean \"resolve\""));
  EXPECT_THAT(run({"resolve", "--sumary"}).err, HasSubstr("did you mean \"--summary\""));
  EXPECT_THAT(run({"resolve", "ok.mz", "--format", "jsn"}).err, HasSubstr("did you mean \"json\""));
  EXPECT_THAT(run({"resolve", "--pack", "registr"}).err, HasSubstr("did you mean \"register\""));
  EXPECT_THAT(run({"resolve", "okk.mz"}).err, HasSubstr("did you mean \"ok.mz\""));
}

TEST(CommandLine, SaysWhatIsWrongWithAValue) {
  EXPECT_THAT(run({"resolve", "--as-of", "2026-02-30"}).err, HasSubstr("no day 2026-02-30"));
  EXPECT_THAT(run({"resolve", "--as-of", "yesterday"}).err, HasSubstr("like 2026-11-23"));
  EXPECT_THAT(run({"resolve", "--as-of"}).err, HasSubstr("needs a value"));
  EXPECT_EQ(run({"resolve", "--jobs", "0"}).code, 2);
  for (const char* size : {"M", "500", "4T", "-1G", "1.5G", "9999999999G", "1M", "65535K"}) {
    const auto wrong = run({"resolve", "ok.mz", std::string("--max-memory=") + size});
    EXPECT_THAT(wrong.err, HasSubstr("--max-memory is ")) << size;
    EXPECT_EQ(wrong.code, 2) << size;
  }
  EXPECT_EQ(run({"resolve", "--fail-on", "fatal"}).code, 2);
  EXPECT_EQ(run({"resolve", "--lang", "fr"}).code, 2);
  EXPECT_EQ(run({"ask"}).code, 2);
  EXPECT_EQ(run({"check"}).code, 2);
  EXPECT_EQ(run({}).code, 2);
}

TEST(CommandLine, ErrorsHavePlacesAndLeaveStandardOutputEmpty) {
  const Ran bad = run({"resolve", "bad.mz"});
  EXPECT_EQ(bad.code, 2);
  EXPECT_EQ(bad.out, "");
  EXPECT_TRUE(bad.err.starts_with("bad.mz:1:")) << bad.err;
  EXPECT_THAT(bad.err, HasSubstr(": error: "));
  EXPECT_TRUE(run({"resolve", "none.mz"}).err.starts_with("none.mz:1:1: error: "));
  EXPECT_TRUE(run({"resolve", "empty"}).err.starts_with("empty:1:1: error: "));
}

TEST(CommandLine, ListOptionsTakeOneValueEach) {
  EXPECT_EQ(run({"resolve", "--pack", "register", "ok.mz", "--quiet"}).code, 0);
}

TEST(CommandLine, WritesToAFile) {
  const MemoryFiles files{{"ok.mz", "kind place."}};
  const Ran ran = run_in_memory(
      files, {"resolve", "ok.mz", "--format", "json", "-o", "out.json", "--color", "always"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(files.read("out.json").value(), HasSubstr("\"command\": \"resolve\""));
}

TEST(CommandLine, ColoursOnlyWhereAskedFor) {
  EXPECT_THAT(run({"resolve", "bad.mz"}).err, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run({"resolve", "bad.mz", "--color", "always"}).err, HasSubstr("\x1b["));
}

TEST(CommandLine, FilesOfOneCommandLineAreOneProgram) {
  const MemoryFiles files{{"f/a.mz", "kind place. place x."},
                          {"f/b.mz", "relation big \"{place} is big\"."},
                          {"g.mz", "x is big."}};
  const Ran ran = run_in_memory(files, {"ask", "P is big", "f", "g.mz", "--quiet"});
  EXPECT_EQ(ran.out, "x is big\n") << ran.err;
}

TEST(CommandLine, UseBringsInFoldersBesideTheFile) {
  const MemoryFiles files{{"p/a.mz", "use \"../lib\". x is big."},
                          {"lib/b.mz", "kind place. place x. relation big \"{place} is big\"."},
                          {"p/c.mz", "use nothing."}};
  EXPECT_EQ(run_in_memory(files, {"ask", "P is big", "p/a.mz", "--quiet"}).out, "x is big\n");
  const Ran unknown = run_in_memory(files, {"resolve", "p/c.mz"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_TRUE(unknown.err.starts_with("p/c.mz:1:5: error: ")) << unknown.err;
}

}  // namespace
}  // namespace mingze::app
