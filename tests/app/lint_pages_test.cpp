// docs/lint: every check has a page, whose wrong example is told at the words underlined there and
// whose right one is clean; docs/lint.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "app/session/lint.hpp"
#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

const std::string folder = MINGZE_ROOT "/docs/lint/";

struct Page {
  std::string text;
  std::string wrong;
  std::string told;
  std::string right;
  [[nodiscard]] bool fixes() const { return text.find("--fix` 改成这样") != std::string::npos; }
};

Page page_of(const std::string& code) {
  const auto text = DiskFiles().read(folder + code + ".md");
  EXPECT_TRUE(text.ok()) << code << " has no page";
  if (!text) return {};
  const auto programs = fenced_in(text.value(), "mz");
  const auto told = fenced_in(text.value(), "text");
  EXPECT_EQ(programs.size(), 2U) << code;
  EXPECT_EQ(told.size(), 1U) << code;
  if (programs.size() != 2 || told.size() != 1) return {};
  return {text.value(), programs[0], told[0], programs[1]};
}

TEST(LintPages, AreThereForEveryCheckAndNoOther) {
  std::vector<std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    pages.push_back(entry.path().stem().string());
  EXPECT_THAT(pages, testing::UnorderedElementsAreArray(lint_codes()));
  const auto index = DiskFiles().read(MINGZE_ROOT "/docs/lint.md");
  for (const std::string& code : lint_codes())
    EXPECT_THAT(index.value(), HasSubstr("](lint/" + code + ".md)"));
}

TEST(LintPages, TheWrongExampleIsToldAndTheRightOneIsClean) {
  for (const std::string& code : lint_codes()) {
    const Page page = page_of(code);
    const MemoryFiles files{{"规则.mz", page.wrong}};
    const Ran wrong = run_in_memory(files, {"lint", "规则.mz"});
    EXPECT_EQ(wrong.out, page.told) << code;
    EXPECT_EQ(wrong.code, 1) << code;
    EXPECT_THAT(wrong.out, HasSubstr("[" + code + "]\n"));
    EXPECT_THAT(wrong.out, HasSubstr("发现 1 处")) << code << " tells other things too";
    const MemoryFiles mended{{"规则.mz", page.right}};
    const Ran right = run_in_memory(mended, {"lint", "规则.mz"});
    EXPECT_EQ(right.out, "没有发现问题\n") << code;
    EXPECT_EQ(right.code, 0) << code;
  }
}

TEST(LintPages, FixMakesTheRightExampleOfTheWrongOneWhereThePageSaysSo) {
  int fixed = 0;
  for (const std::string& code : lint_codes()) {
    const Page page = page_of(code);
    const MemoryFiles files{{"规则.mz", page.wrong}};
    const Ran ran = run_in_memory(files, {"lint", "规则.mz", "--fix"});
    EXPECT_EQ(files.read("规则.mz").value(), page.fixes() ? page.right : page.wrong) << code;
    EXPECT_EQ(ran.code, page.fixes() ? 0 : 1) << code;
    fixed += page.fixes() ? 1 : 0;
  }
  EXPECT_EQ(fixed, 3);
}

TEST(LintPages, TheCommandsPageShowsWhatItDoes) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/lint.md");
  const auto programs = fenced_in(page.value(), "mz");
  const auto outputs = fenced_in(page.value(), "text");
  ASSERT_EQ(programs.size(), 2U);
  ASSERT_GE(outputs.size(), 1U);
  const MemoryFiles files{{"规则.mz", programs[0]}};
  const Ran ran = run_in_memory(files, {"lint", "规则.mz"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, outputs[0]);
  EXPECT_EQ(run_in_memory(files, {"lint", "规则.mz", "--fix"}).code, 1);
  EXPECT_EQ(files.read("规则.mz").value(), programs[1]);
}

}  // namespace
}  // namespace mingze::app
