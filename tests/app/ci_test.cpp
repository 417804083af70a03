// docs/ci.md and its templates: the hook and the steps of the workflow, run in a repository.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/app/quoted.hpp"
#include "tests/tools.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

const fs::path templates = fs::path(MINGZE_ROOT) / "docs/examples/ci";

/// What the workflow runs with check.sh, in order.
std::vector<std::string> steps() {
  const std::string start = "run: sh .github/mingze/check.sh ";
  std::istringstream lines(read(templates / "mingze.yml"));
  std::vector<std::string> out;
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t at = line.find(start); at != std::string::npos)
      out.push_back(line.substr(at + start.size()));
  return out;
}

/// What the page shows.
struct Page {
  std::string rules;    // on the main branch
  std::string patch;    // of the pull request
  std::string summary;  // that comes of it
  std::string refusal;  // of the hook
};

Page page() {
  const std::string text = read(fs::path(MINGZE_ROOT) / "docs/ci.md");
  const auto one = [&](const std::string& mark) {
    const auto blocks = fenced_in(text, mark);
    EXPECT_EQ(blocks.size(), 1U) << mark;
    return blocks.empty() ? "" : blocks.front();
  };
  return {one("mz"), one("diff"), one("markdown"), one("text")};
}

/// The text as on the date of the page.
std::string on_its_date(std::string text) {
  const std::string before = "截至 ";
  if (const std::size_t at = text.find(before); at != std::string::npos)
    text.replace(at + before.size(), 10, "2026-11-27");
  return text;
}

struct Told {
  int code = 0;
  std::string out;
  std::string err;
};

/// A repository with the rules of the page on its main branch, and the templates as the page says.
class Ci : public testing::Test {
 protected:
  void SetUp() override {
    NEED_TOOL("git", std::system("git --version >/dev/null 2>&1") == 0);
    base_ = fs::path(testing::TempDir()) / ("ci-" + std::to_string(::getpid()));
    fs::remove_all(base_);
    top_ = base_ / "repository";
    write(top_ / rules_file, page().rules);
    for (const std::string name : {"check.sh", "pre-commit"})
      write(top_ / ".github/mingze" / name, read(templates / name));
    fs::permissions(top_ / ".github/mingze/pre-commit", fs::perms::owner_all);
    must("git init -q . && git symbolic-ref HEAD refs/heads/main");
    must("git add . && git commit -q -m first && git update-ref refs/remotes/origin/main HEAD");
    must("git checkout -q -b change");
    must("git config core.hooksPath .github/mingze && git config mingze.rules 规则");
  }
  void TearDown() override {
    if (!base_.empty()) fs::remove_all(base_);
  }

  /// Runs a line of shell in the repository, with nothing of the user's configuration.
  Told shell(const std::string& line) const {
    const std::string script = (base_ / "line.sh").string();
    write(script,
          "unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE\n"
          "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=zh_CN.UTF-8\n"
          "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org\n"
          "export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org\n"
          "export MINGZE_RULES=规则 GITHUB_STEP_SUMMARY='" +
              summary().string() +
              "'\n"
              "export PATH=\"" +
              fs::path(MINGZE_BINARY).parent_path().string() +
              ":$PATH\"\n"
              "cd '" +
              top_.string() + "' || exit 99\n" + line + "\n");
    const std::string out = (base_ / "out").string();
    const std::string err = (base_ / "err").string();
    const int status =
        std::system(("sh '" + script + "' >'" + out + "' 2>'" + err + "' </dev/null").c_str());
    return {WEXITSTATUS(status), read(out), read(err)};
  }
  void must(const std::string& line) const {
    const Told told = shell(line);
    ASSERT_EQ(told.code, 0) << line << "\n" << told.out << told.err;
  }
  Told step(const std::string& name) const { return shell("sh .github/mingze/check.sh " + name); }

  fs::path summary() const { return base_ / "summary.md"; }
  std::string rules() const { return read(top_ / rules_file); }
  void edit(const std::string& from, const std::string& to) const {
    std::string text = rules();
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(top_ / rules_file, text.replace(at, from.size(), to));
  }
  /// The change of the page, committed.
  void change() const {
    write(base_ / "patch", page().patch);
    must("git apply --unidiff-zero ../patch && git commit -q -a -m change");
  }

  static constexpr const char* rules_file = "规则/船舶.mz";
  fs::path base_;
  fs::path top_;
};

TEST_F(Ci, TheSummaryOfASwappedOverrideIsWhatMovesAndWhy) {
  change();
  EXPECT_THAT(steps(), ElementsAre("diff", "fmt", "lint", "test"));
  for (const std::string& name : steps()) {
    const Told told = step(name);
    EXPECT_EQ(told.code, 0) << name << "\n" << told.out << told.err;
  }
  EXPECT_EQ(on_its_date(read(summary())), page().summary);
  for (const std::string name : {"diff.html", "coverage.html", "lcov.info", "lint.sarif"})
    EXPECT_FALSE(read(top_ / "mingze-reports" / name).empty()) << name;
}

TEST_F(Ci, WhatOthersMergedSinceIsNoChangeOfTheBranch) {
  change();
  must("git checkout -q main");
  edit("浦城 办理 船舶。\n", "浦城 办理 船舶。\n浦城 指定 水利 牵头 船舶。\n");
  must("git commit -q -a -m later && git update-ref refs/remotes/origin/main HEAD");
  must("git checkout -q change");
  EXPECT_EQ(step("diff").code, 0);
  EXPECT_THAT(read(summary()), HasSubstr("改变 1，新得 0，失去 0"));
  EXPECT_THAT(read(summary()), Not(HasSubstr("浦城")));
}

TEST_F(Ci, AStepFailsWhereItFindsSomething) {
  edit("  若 某地 指定", "  若   某地 指定");
  EXPECT_EQ(step("fmt").code, 1);
  EXPECT_EQ(step("lint").code, 0);
  edit("应得 交通 在 浦城", "应得 水利 在 浦城");
  EXPECT_EQ(step("test").code, 1);
  EXPECT_THAT(read(top_ / "mingze-reports/coverage.html"), HasSubstr("<html"));
  edit("  依据 办法 “第五条”\n", "");
  EXPECT_EQ(step("lint").code, 1);
  EXPECT_THAT(read(top_ / "mingze-reports/lint.sarif"), HasSubstr("uncited-rule"));
}

TEST_F(Ci, WhatCannotBeComparedFails) {
  EXPECT_EQ(shell("MINGZE_BASE=nowhere sh .github/mingze/check.sh diff").code, 2);
  edit("规则 谁审批谁牵头\n", "规则 谁审批谁牵头 谁\n");
  EXPECT_EQ(step("diff").code, 2);
  EXPECT_EQ(step("fmt").code, 2);
  EXPECT_EQ(step("lint").code, 2);
  EXPECT_EQ(step("test").code, 2);
  EXPECT_FALSE(fs::exists(summary()));
}

TEST_F(Ci, NewRulesHaveNothingToBeComparedWith) {
  must("git mv 规则 新规则");
  EXPECT_EQ(shell("MINGZE_RULES=新规则 sh .github/mingze/check.sh diff").code, 0);
  EXPECT_THAT(read(summary()), HasSubstr("origin/main 里还没有 新规则"));
}

TEST_F(Ci, TheHookRefusesWhatIsNotLaidOutAndLetsTheRestPass) {
  edit("  若 某地 指定", "  若   某地 指定");
  const Told refused = shell("git commit -q -a -m wide");
  EXPECT_EQ(refused.code, 1);
  EXPECT_EQ(refused.err, page().refusal);
  EXPECT_EQ(refused.out, "");
  must("mingze fmt 规则 --quiet && git diff --exit-code");
  edit("浦城 办理 船舶。\n", "浦城 办理 船舶。\n浦城 指定 水利 牵头 船舶。\n");
  const Told passed = shell("git commit -q -a -m good");
  EXPECT_EQ(passed.code, 0) << passed.err;
  EXPECT_EQ(passed.err, "");
}

TEST_F(Ci, TheHookRunsLintAndTests) {
  edit("  依据 办法 “第五条”\n", "");
  EXPECT_THAT(shell("git commit -q -a -m uncited").err, HasSubstr("[uncited-rule]"));
  must("git checkout -q 规则");
  edit("应得 交通 在 浦城", "应得 水利 在 浦城");
  EXPECT_THAT(shell("git commit -q -a -m failing").err, HasSubstr("未通过  审批的牵头"));
  EXPECT_EQ(shell("git log --oneline | wc -l").out, "1\n");
}

TEST_F(Ci, TheHookReadsWhatIsStaged) {
  const std::string good = rules();
  edit("  若 某地 指定", "  若   某地 指定");
  must("git add .");
  write(top_ / rules_file, good);
  EXPECT_EQ(shell("git commit -q -m staged").code, 1);
  must("git reset -q --hard");
  edit("  若 某地 指定", "  若   某地 指定");
  write(top_ / "notes.txt", "no rules\n");
  EXPECT_EQ(shell("git add notes.txt && git commit -q -m notes").code, 0);
}

TEST_F(Ci, TheHookLetsRulesBeRemoved) {
  EXPECT_EQ(shell("git rm -q -r 规则 && git commit -q -m gone").code, 0);
  EXPECT_EQ(shell("git log -1 --format=%s").out, "gone\n");
}

TEST_F(Ci, TheHookSaysWhereTheRulesAreNotThere) {
  must("git config mingze.rules 别处");
  edit("浦城 办理 船舶。\n", "");
  const Told told = shell("git commit -q -a -m less");
  EXPECT_EQ(told.code, 0);
  EXPECT_THAT(told.err, HasSubstr("别处 里什么也没有"));
}

TEST_F(Ci, TheHookSaysWhereTheProgramIsNotFound) {
  must("git config mingze.program no-such-program");
  edit("浦城 办理 船舶。\n", "");
  const Told told = shell("git commit -q -a -m less");
  EXPECT_EQ(told.code, 1);
  EXPECT_THAT(told.err, HasSubstr("找不到 no-such-program"));
}

}  // namespace
}  // namespace mingze::app
