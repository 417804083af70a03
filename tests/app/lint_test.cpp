// `mingze lint`: faces, exit codes, what is silenced, --fix.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"
#include "tests/app/schema.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string approval_words = R"(kind place = 地方.
kind office = 部门.
kind matter = 事项.
relation handled "{matter} is handled in {place}" | "{place} 办理 {matter}".
relation approves "{office} approves {matter}" | "{office} 审批 {matter}".
relation answers "{office} answers for {place}" | "{office} 对 {place} 负责".
)";
const std::string redundant = approval_words + R"(rule r
  if   D approves M
  and  M is handled in P
  and  M is handled in P
  then D answers for P.
)";

Ran lint(const std::string& program, std::vector<std::string> more = {}) {
  const MemoryFiles files{{"r.mz", program}};
  std::vector<std::string> arguments{"lint", "r.mz"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_in_memory(files, arguments);
}

json lint_json(const std::string& program, std::vector<std::string> more = {}) {
  more.insert(more.end(), {"--format", "json"});
  const json document = json::parse(lint(program, std::move(more)).out);
  const auto schema = DiskFiles().read(MINGZE_ROOT "/docs/schema/lint.schema.json");
  EXPECT_EQ(schema_violations(json::parse(schema.value()), document), "");
  return document;
}

TEST(Lint, TellsInEnglish) {
  const Ran ran = lint(redundant, {"--lang", "en"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out,
            "r.mz:10:8: warning: this condition is redundant: it holds whenever the others do "
            "[redundant-condition]\n"
            "   |\n"
            "10 |   and  M is handled in P\n"
            "   |        ^^^^^^^^^^^^^^^^^\n"
            "   = help: remove this condition\n\n"
            "1 found: errors 0, warnings 1; --fix repairs 1\n");
}

TEST(Lint, TheExitCodeFollowsFailOn) {
  EXPECT_EQ(lint(redundant).code, 1);
  EXPECT_EQ(lint(redundant, {"--fail-on", "error"}).code, 0);
  EXPECT_EQ(lint(redundant, {"--fail-on", "never"}).code, 0);
  EXPECT_EQ(lint(approval_words + "rule r if D approves M then D approves N.\n").code, 2);
  const MemoryFiles none;
  EXPECT_EQ(run_in_memory(none, {"lint", "r.mz"}).code, 2);
}

TEST(Lint, WritesJson) {
  const json document = lint_json(redundant);
  ASSERT_EQ(document["findings"].size(), 1U);
  const json& found = document["findings"][0];
  EXPECT_EQ(found["code"], "redundant-condition");
  EXPECT_EQ(found["file"], "r.mz");
  EXPECT_EQ(found["span"]["line"], 10);
  EXPECT_EQ(found["fixable"], true);
  EXPECT_EQ(found["repairs"][0]["replacement"], "");
  EXPECT_EQ(document["summary"]["warnings"], 1);
  EXPECT_EQ(document["summary"]["findings"]["redundant-condition"], 1);
  EXPECT_EQ(document["summary"]["findings"]["shadowed-rule"], 0);
}

TEST(Lint, AFingerprintSurvivesEditsElsewhere) {
  const auto print = [](const std::string& program) {
    return lint_json(program)["findings"][0]["fingerprint"];
  };
  EXPECT_EQ(print(redundant), print("// a new first line\n" + redundant));
}

TEST(Lint, WritesSarif) {
  const Ran ran = lint(redundant, {"--format", "sarif", "--lang", "en"});
  const json document = json::parse(ran.out);
  const auto schema = DiskFiles().read(MINGZE_ROOT "/fixtures/sarif.schema.json");
  EXPECT_EQ(schema_violations(json::parse(schema.value()), document), "");
  const json& run = document["runs"][0];
  EXPECT_EQ(run["invocations"][0]["exitCode"], 1);
  const json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "redundant-condition");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"],
            "redundant-condition");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startLine"], 10);
  const json& change = result["fixes"][0]["artifactChanges"][0];
  EXPECT_EQ(change["artifactLocation"]["uri"], "r.mz");
  EXPECT_EQ(change["replacements"][0]["deletedRegion"]["startLine"], 9);
  EXPECT_EQ(change["replacements"][0]["insertedContent"]["text"], "");
}

TEST(Lint, ACommentAllowsOneStatementsFinding) {
  const std::vector<std::string> ways{approval_words +
                                          "// lint: allow redundant-condition for the reader\n" +
                                          redundant.substr(approval_words.size()),
                                      redundant.substr(0, redundant.size() - 1) +
                                          "  // lint: allow redundant-condition for the reader\n"};
  for (const std::string& allowed : ways) {
    const Ran ran = lint(allowed);
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_EQ(ran.out, "没有发现问题；允许而不报告 1 处\n");
    const json document = lint_json(allowed);
    EXPECT_EQ(document["silenced"][0]["reason"], "for the reader");
    const json sarif = json::parse(lint(allowed, {"--format", "sarif"}).out);
    const json& suppressed = sarif["runs"][0]["results"][0]["suppressions"][0];
    EXPECT_EQ(suppressed["kind"], "inSource");
    EXPECT_EQ(suppressed["justification"], "for the reader");
  }
}

TEST(Lint, AnAllowanceNeedsAReasonAndAFinding) {
  const auto told = [](const std::string& comment) { return lint(comment + "\n" + redundant).out; };
  EXPECT_THAT(told("// lint: allow redundant-condition"), HasSubstr("[idle-allowance]"));
  EXPECT_THAT(told("// lint: allow redundant-conditoin so"),
              HasSubstr("是不是“redundant-condition”"));
  EXPECT_THAT(told("// lint: allow idle-override so"), HasSubstr("这里没有“idle-override”"));
  EXPECT_THAT(told("// lint: allow untested-rule so"), Not(HasSubstr("[idle-allowance]")));
}

TEST(Lint, AllowLeavesOutACode) {
  const Ran ran = lint(redundant, {"--allow", "redundant-condition"});
  EXPECT_EQ(ran.code, 0);
  const json document = lint_json(redundant, {"--allow", "redundant-condition"});
  EXPECT_EQ(document["silenced"][0]["reason"], "--allow redundant-condition");
  EXPECT_THAT(lint(redundant, {"--allow", "redundent-condition"}).err,
              HasSubstr("是不是要写“redundant-condition”"));
}

/// What --fix makes of a program.
std::string fixed(const std::string& program, std::vector<std::string> more = {}) {
  const MemoryFiles files{{"r.mz", program}};
  std::vector<std::string> arguments{"lint", "r.mz", "--fix"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  EXPECT_EQ(run_in_memory(files, arguments).err.find("fault"), std::string::npos);
  return files.read("r.mz").value();
}

TEST(LintFix, RepairsAgainAndAgainUntilNothingIsLeft) {
  EXPECT_EQ(
      fixed(approval_words +
            "rule r if D approves M and M is handled in P and M is handled in P and "
            "M is handled in Q and _ is handled in P then D answers for P.\n"),
      approval_words + "rule r if D approves M and M is handled in P then D answers for P.\n");
}

TEST(LintFix, TheFirstConditionGoesToo) {
  EXPECT_EQ(fixed(approval_words + "rule r\n  if   Some approves M\n  and  D approves M\n"
                                   "  and  M is handled in P\n  then D answers for P.\n"),
            approval_words +
                "rule r\n  if   D approves M\n  and  M is handled in P\n"
                "  then D answers for P.\n");
}

TEST(LintFix, CommentsStayAndWhatStandsInTheirWayIsLeft) {
  const std::string kept = approval_words +
                           "rule r\n  if   D approves M  // who\n  and  M is handled in P\n"
                           "  and  M is handled in P  // where\n  then D answers for P.\n";
  EXPECT_EQ(fixed(kept), approval_words +
                             "rule r\n  if   D approves M  // who\n  and  M is handled in P  "
                             "// where\n  then D answers for P.\n");
  const std::string between = approval_words +
                              "rule r\n  if   D approves M\n  and  M is handled in P\n"
                              "  and  // where\n  M is handled in P\n"
                              "  then D answers for P.\n";
  EXPECT_EQ(fixed(between), between);
}

TEST(LintFix, ChineseCommasAndOneLineToo) {
  EXPECT_EQ(
      fixed(approval_words +
            "规则 r 若 甲 审批 某事，且 某地 办理 某事，且 某地 办理 某事，则 甲 对 某地 负责。\n"
            "部门 甲。\n"),
      approval_words +
          "规则 r 若 甲 审批 某事，且 某地 办理 某事，则 甲 对 某地 负责。\n部门 甲。\n");
}

TEST(LintFix, OverridesGoOneByOneOrWithTheirKeyword) {
  const std::string rules = "rule a if D approves _ and _ is handled in P then D answers for P.\n";
  EXPECT_EQ(fixed(approval_words + rules +
                  "rule b overrides a, a if D approves M and M is handled in P "
                  "and D answers for P then D answers for P.\n"),
            approval_words + rules +
                "rule b if D approves M and M is handled in P and D answers for P then "
                "D answers for P.\n");
}

TEST(LintFix, WhatIsAllowedOrSilencedStays) {
  const std::string allowed = approval_words + "// lint: allow redundant-condition so\n" +
                              redundant.substr(approval_words.size());
  EXPECT_EQ(fixed(allowed), allowed);
  EXPECT_EQ(fixed(redundant, {"--allow", "redundant-condition"}), redundant);
}

TEST(LintFix, NeedsFiles) {
  const MemoryFiles none;
  EXPECT_EQ(run_in_memory(none, {"lint", "--fix"}).code, 2);
  EXPECT_EQ(run_in_memory(none, {"lint", "-", "--fix"}).code, 2);
}

TEST(Lint, TheShippedPacksAndTheExamplesAreClean) {
  const Ran packs = run_in_memory({}, {"lint"});
  EXPECT_THAT(packs.out, testing::StartsWith("没有发现问题"));
  EXPECT_EQ(packs.code, 0);
  for (const std::string path : {"river.mz", "checks/lead-alone.mz"}) {
    const auto text = DiskFiles().read(MINGZE_ROOT "/docs/examples/" + path);
    EXPECT_EQ(lint(text.value()).out, "没有发现问题\n") << path;
  }
}

TEST(Lint, TheSameWhateverTheOrderOfFilesAndJobs) {
  const MemoryFiles files{{"a.mz", approval_words},
                          {"b.mz", redundant.substr(approval_words.size())}};
  const Ran one = run_in_memory(files, {"lint", "a.mz", "b.mz", "--jobs", "1"});
  const Ran two = run_in_memory(files, {"lint", "b.mz", "a.mz", "--jobs", "3"});
  EXPECT_EQ(one.out, two.out);
  EXPECT_THAT(one.out, HasSubstr("b.mz:4:8"));
}

}  // namespace
}  // namespace mingze::app
