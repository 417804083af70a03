// `mingze test`: failures with their reasons, filters, faces, coverage, watching.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST(TestCommand, ThePageShowsWhatItDoes) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/test.md");
  const auto programs = fenced_in(page.value(), "mz");
  const auto outputs = fenced_in(page.value(), "text");
  ASSERT_EQ(programs.size(), 1U);
  ASSERT_EQ(outputs.size(), 1U);
  const MemoryFiles files{{"规则.mz", programs[0]}};
  const Ran ran = run_in_memory(files, {"test", "规则.mz", "--coverage"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, outputs[0]);
}

const MemoryFiles& files() {
  static const MemoryFiles files{{"r.mz", rivers}};
  return files;
}

TEST(TestCommand, TellsWhyAFindingThatWasNotWantedIsRaised) {
  const MemoryFiles files{{"r.mz", std::string(rivers) + "test \"a\" expect no finding busy.\n"}};
  const Ran ran = run_in_memory(files, {"test", "r.mz", "--filter", "a", "--lang", "en"});
  EXPECT_THAT(ran.out, HasSubstr("got:      busy: 水务 approves too much\n  why:\n"));
  EXPECT_THAT(ran.out, HasSubstr("水务 approves 清淤"));
}

TEST(TestCommand, TellsWhatAFindingLacks) {
  const MemoryFiles right{
      {"r.mz", std::string(rivers) + "finding twice note \"{M}\" if water 审批 M and roads 审批 M "
                                     "and M is noise.\ntest \"lacks\" expect finding twice.\n"}};
  const Ran ran = run_in_memory(right, {"test", "r.mz", "--filter", "lacks", "--lang", "en"});
  EXPECT_THAT(ran.out, HasSubstr("what is lacking:"));
  EXPECT_THAT(ran.out, HasSubstr("+ 水务 approves 噪声"));
}

TEST(TestCommand, AFilterChoosesByLabelOrFile) {
  const Ran one = run_in_memory(files(), {"test", "r.mz", "--filter", "approver"});
  EXPECT_EQ(one.code, 0);
  EXPECT_EQ(one.out, "用例：通过 1，未通过 0\n");
  EXPECT_EQ(run_in_memory(files(), {"test", "r.mz", "--filter", "r.mz"}).code, 1);
  const Ran none = run_in_memory(files(), {"test", "r.mz", "--filter", "nothing"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("没有用例的标签或文件名含“nothing”"));
}

TEST(TestCommand, OfSomeTestsNoCoverageIsTold) {
  const std::vector<std::vector<std::string>> ways = {
      {"--coverage"}, {"--format", "lcov"}, {"--format", "html"}};
  for (const std::vector<std::string>& asked : ways) {
    std::vector<std::string> arguments{"test", "r.mz", "--filter", "approver"};
    arguments.insert(arguments.end(), asked.begin(), asked.end());
    const Ran ran = run_in_memory(files(), arguments);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("覆盖要运行全部用例"));
  }
}

TEST(TestCommand, TheSameWhateverTheJobs) {
  std::string program = rivers;
  for (int i = 0; i < 40; ++i)
    program += "test \"t" + std::to_string(i) + "\" given water 审批 noise expect " +
               (i % 3 == 0 ? "roads" : "water") + " leads noise in suzhou.\n";
  const MemoryFiles many{{"r.mz", program}};
  for (const std::string format : {"terminal", "json", "lcov", "html"}) {
    const Ran one = run_in_memory(many, {"test", "r.mz", "--jobs", "1", "--format", format});
    const Ran four = run_in_memory(many, {"test", "r.mz", "--jobs", "4", "--format", format});
    EXPECT_EQ(one.out, four.out);
    EXPECT_EQ(one.code, four.code);
  }
}

TEST(TestCommand, WritesJunit) {
  const Ran ran = run_in_memory(files(), {"test", "r.mz", "--format", "junit"});
  EXPECT_EQ(ran.out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"mingze test\" tests=\"2\" failures=\"1\" errors=\"0\" time=\"0\">\n"
            "  <testsuite name=\"r.mz\" tests=\"2\" failures=\"1\" errors=\"0\" time=\"0\">\n"
            "    <testcase classname=\"r.mz\" name=\"approver leads\" time=\"0\"/>\n"
            "    <testcase classname=\"r.mz\" name=\"wrong\" time=\"0\">\n"
            "      <failure type=\"expectation\" message=\"roads leads dredging in suzhou\">"
            "r.mz:18\n应得：roads leads dredging in suzhou\n实得：水务 在 苏州市 牵头 清淤\n"
            "r.mz:18\n应得：no finding leads-conflict\n"
            "实得：leads-conflict：某条线 在 苏州市 牵头 桥梁\n</failure>\n"
            "    </testcase>\n  </testsuite>\n</testsuites>\n");
}

TEST(TestCommand, CoverageDoesNotDependOnLineBreaks) {
  std::string broken = rivers;
  for (std::size_t at = broken.find(" and "); at != std::string::npos;
       at = broken.find(" and ", at))
    broken.replace(at, 5, "\n  and\n  ");
  const auto coverage = [](const std::string& program) {
    const MemoryFiles files{{"r.mz", program}};
    auto document = json::parse(run_in_memory(files, {"test", "r.mz", "--format", "json"}).out);
    for (auto& rule : document["coverage"]["by_rule"]) rule.erase("line");
    return document["coverage"];
  };
  EXPECT_EQ(coverage(rivers), coverage(broken));
}

TEST(TestCommand, ANegationFallsAwayWithTheOnlyConditionThatNamesItsVariable) {
  // Somebody always has a seal, so that "nobody has a seal" holds in no test.
  const MemoryFiles seals{{"r.mz",
                           "kind office. kind paper. office a. office b. paper p. paper q.\n"
                           "relation sends \"{office} sends {paper}\".\n"
                           "relation sealed \"{office} has a seal\".\n"
                           "relation open \"{paper} is open\".\n"
                           "rule r if O sends P and not O has a seal then P is open.\n"
                           "a has a seal. a sends p.\n"
                           "test \"sealed\" expect not p is open.\n"
                           "test \"open\" given b sends q expect q is open.\n"}};
  const Ran ran = run_in_memory(seals, {"test", "r.mz", "--format", "json"});
  const json rule = json::parse(ran.out)["coverage"]["by_rule"][0];
  EXPECT_EQ(rule["fired"], true);
  for (const json& condition : rule["conditions"])
    EXPECT_EQ(condition["failed_alone"], true) << condition;
}

TEST(TestCommand, LcovHasARuleAsFunctionAndTwoBranchesForEachCondition) {
  const Ran ran = run_in_memory(files(), {"test", "r.mz", "--format", "lcov"});
  EXPECT_THAT(ran.out, HasSubstr("SF:r.mz\nFN:9,approver-leads\nFN:11,busy\n"));
  EXPECT_THAT(ran.out, HasSubstr("FNDA:1,approver-leads\n"));
  EXPECT_THAT(ran.out, HasSubstr("BRDA:9,0,0,1\nBRDA:9,0,1,1\nBRDA:9,1,0,1\nBRDA:9,1,1,0\n"));
}

TEST(TestCommand, ThePageEscapesWhatItTells) {
  const MemoryFiles hostile{{"r.mz",
                             "kind a. a x \"<script>alert(1)</script>\". relation p \"{a} is p\". "
                             "decision d \"{a} goes to {to: a}\" one to per a.\n"
                             "rule r “<img src=x>” if A is p then A goes to x. x is p.\n"
                             "test \"<b>\" expect x goes to x.\n"}};
  const Ran ran = run_in_memory(hostile, {"test", "r.mz", "--format", "html"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, Not(HasSubstr("<script>")));
  EXPECT_THAT(ran.out, Not(HasSubstr("<img")));
  EXPECT_THAT(ran.out, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST(TestCommand, SnapshotsHoldEverythingThatATestComesTo) {
  MemoryFiles files{{"r.mz", std::string(rivers) + "test \"wrong\" expect water 审批 dredging.\n"}};
  const Ran update = run_in_memory(files, {"test", "r.mz", "--update"});
  EXPECT_EQ(update.code, 1);  // a test fails, snapshots or not
  EXPECT_EQ(update.err.substr(update.err.rfind("\n", update.err.size() - 2) + 1), "已写 r.snap\n");
  EXPECT_THAT(files.read("r.snap").value(),
              testing::StartsWith("mingze test snapshot 1\n\n= approver leads\n"
                                  "  busy: L = water\n"
                                  "  leads-conflict: _ 在 suzhou 牵头 bridges\n"
                                  "  leads-missing: _ 在 suzhou 牵头 noise\n"
                                  "  leads: roads 在 suzhou 牵头 bridges\n"
                                  "  leads: water 在 suzhou 牵头 bridges\n"
                                  "  leads: water 在 suzhou 牵头 dredging\n\n= wrong\n"));
  EXPECT_EQ(run_in_memory(files, {"test", "r.mz", "--filter", "approver"}).code, 0);
  // Nothing has changed: nothing is written.
  EXPECT_THAT(run_in_memory(files, {"test", "r.mz", "--update"}).err, Not(HasSubstr("已写")));

  std::string changed = files.read("r.mz").value();
  changed.replace(changed.find("roads 审批 bridges."), 21, "");
  files.put("r.mz", changed + "test \"new\" expect water 审批 dredging.\n");
  const Ran ran = run_in_memory(files, {"test", "r.mz", "--filter", "approver", "--lang", "en"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("expected: snapshot: leads-conflict: _ 在 suzhou 牵头 bridges"));
  EXPECT_THAT(ran.out, HasSubstr("expected: snapshot: leads: roads 在 suzhou 牵头 bridges"));
  EXPECT_THAT(ran.out, Not(HasSubstr("not in the snapshot")));
  EXPECT_THAT(run_in_memory(files, {"test", "r.mz", "--filter", "new"}).out,
              HasSubstr("没有；运行 mingze test --update 来添加"));
}

TEST(TestCommand, SnapshotsOfOneLabelGoByTheirOrder) {
  const std::string twice =
      std::string(rivers) +
      "test \"again\" given roads 审批 noise expect roads leads noise in suzhou.\n"
      "test \"again\" given water 审批 noise expect water leads noise in suzhou.\n";
  const MemoryFiles files{{"r.mz", twice}};
  run_in_memory(files, {"test", "r.mz", "--update"});
  EXPECT_EQ(run_in_memory(files, {"test", "r.mz", "--filter", "again", "--jobs", "3"}).code, 0);
}

TEST(TestCommand, WhatIsNoSnapshotIsAnErrorAndStays) {
  for (const std::string text : {"", "mingze test snapshot 2\n", "mingze test snapshot 1\n  x\n",
                                 "mingze test snapshot 1\n= a\nx\n", "\xFF\xFE"}) {
    const MemoryFiles files{{"r.mz", rivers}, {"r.snap", text}};
    const Ran ran = run_in_memory(files, {"test", "r.mz"});
    EXPECT_EQ(ran.code, 2) << text;
    EXPECT_THAT(ran.err, HasSubstr("r.snap"));
    EXPECT_EQ(files.read("r.snap").value(), text);
  }
  EXPECT_EQ(run_in_memory(files(), {"test", "--update"}).code, 2);
  EXPECT_EQ(run_in_memory(files(), {"test", "r.mz", "--update", "--filter", "a"}).code, 2);
}

TEST(TestCommand, WatchRunsAgainWhereAFileHasChanged) {
  MemoryFiles watched{{"r.mz", rivers}};
  std::ostringstream out;
  std::ostringstream err;
  int waits = 0;
  Terminal terminal{out, err, false, false, 100, *parse_date("2026-11-23"), [](const std::string&) {
                      return std::string();
                    }};
  terminal.wait = [&] {
    if (++waits == 2) watched.put("r.mz", std::string(rivers) + "place wuxi.\n");
    return waits < 4;
  };
  EXPECT_EQ(run_command_line({"test", "r.mz", "--watch", "--filter", "approver"}, terminal, watched,
                             Packs(embedded_archive())),
            0);
  EXPECT_EQ(out.str(), "用例：通过 1，未通过 0\n用例：通过 1，未通过 0\n");
  EXPECT_EQ(waits, 4);
}

}  // namespace
}  // namespace mingze::app
