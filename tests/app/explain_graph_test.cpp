// `mingze why` and `mingze why-not` as pictures.
#include <gmock/gmock.h>

#include "app/session/process.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/tools.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What a proof may have: a chain, a fact and a sentence needed twice, losers by rank and by a bar,
/// a count and a negation.
constexpr const char* offices = R"(kind office = 单位. kind item = 事项.
relation part "{a: office} is part of {b: office}" | "{a: office} 隶属 {b: office}".
relation within "{a: office} lies within {b: office}" | "{a: office} 归属 {b: office}".
relation approves "{office} approves {item}" | "{office} 审批 {item}".
relation watches "{office} watches {item}" | "{office} 监管 {item}".
relation avoids "{office} avoids {item}" | "{office} 回避 {item}".
relation busy "{office} is busy" | "{office} 很忙".
relation both "{office} is watched twice" | "{office} 两头受管".
source law "条例" rank 1. source notice "通知" rank 3.
decision leads "{office} leads {item}" | "{office} 牵头 {item}" one office per item prefer rank.
rule approver "谁审批谁牵头" cites law "第一条" if O approves I then O leads I.
rule watcher cites notice "第二条" if O watches I then O leads I.
rule avoider cites law "第九条" if O avoids I then not O leads I.
rule near if A is part of B then A lies within B.
rule far if A lies within B and B is part of C then A lies within C.
rule busy if at least 2 I with O approves I and not O avoids _ then O is busy.
rule both if A lies within B and A lies within C and B lies within C and A is part of B
  then A is watched twice.
office desk "窗口". office a "甲处". office b "乙处". office bureau "市局".
item permit "许可". item audit "核查".
desk is part of a. a is part of bureau.
a approves permit. b watches permit. a approves audit. b approves audit. b avoids audit.
a watches audit.
bureau approves permit. bureau avoids permit.
)";

Ran draw(const std::string& command, const std::string& question,
         std::vector<std::string> options = {}) {
  options.insert(options.begin(), {command, question, "p.mz", "--quiet", "--no-default-pack"});
  if (std::find(options.begin(), options.end(), "--format") == options.end())
    options.insert(options.end(), {"--format", "dot"});
  return run_in_memory({{"p.mz", offices}}, options);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(WhyGraph, SaysWhoSaysSoAndWhatLost) {
  const Ran ran = draw("why", "甲处 牵头 许可");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"(label="甲处 牵头 许可\n规则 approver\n“谁审批谁牵头”)"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="甲处 审批 许可\n事实\np.mz:)"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="✗ 乙处\n规则 watcher\n《通知》第二条)"));
  EXPECT_THAT(ran.out, HasSubstr("位阶更高"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="✗ 市局\n规则 approver)"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="非 市局 牵头 许可\n规则 avoider)"));
  EXPECT_THAT(ran.out, HasSubstr("市局 回避 许可")) << "what bars it is told down to the facts";
  EXPECT_EQ(count(ran.out, " -> "), 5U);
  EXPECT_EQ(count(ran.out, "penwidth=1, style=dashed"), 3U) << "two losers and a bar";
}

TEST(WhyGraph, ASentenceNeededTwiceIsOneBox) {
  const Ran ran = draw("why", "窗口 两头受管");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(count(ran.out, "label=\"窗口 归属 甲处"), 1U);
  EXPECT_EQ(count(ran.out, "label=\"窗口 隶属 甲处"), 1U);
  // both: on four; desk in bureau: on two; desk in a and a in bureau: on one each
  EXPECT_EQ(count(ran.out, " -> "), 8U) << ran.out;
}

TEST(WhyGraph, ACountRestsOnWhatItCounts) {
  const Ran ran = draw("why", "甲处 很忙");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(count(ran.out, "label=\"甲处 审批 "), 2U);
  EXPECT_THAT(ran.out, HasSubstr("没有这样的情形"));
  EXPECT_EQ(count(ran.out, " -> "), 4U) << "a count, its two witnesses, a negation";
}

TEST(WhyGraph, EachAnswerIsABoxAndTheRestIsCounted) {
  const Ran all = draw("why", "某单位 归属 某处单位");
  for (const char* answer : {"窗口 归属 甲处", "甲处 归属 市局", "窗口 归属 市局"})
    EXPECT_THAT(all.out, HasSubstr(std::string("label=\"") + answer));
  EXPECT_EQ(count(all.out, "label=\"窗口 隶属 甲处"), 1U) << "two answers rest on it";
  const Ran some = draw("why", "某单位 归属 某处单位", {"--limit", "1"});
  EXPECT_THAT(some.out, HasSubstr("还有 2 个答案没有画"));
  const Ran shallow = draw("why", "窗口 归属 市局", {"--depth", "1"});
  EXPECT_THAT(shallow.out, HasSubstr("未展开"));
  EXPECT_THAT(shallow.out, Not(HasSubstr("label=\"窗口 隶属 甲处")));
}

TEST(WhyGraph, AGraphThatIsTooLargeSaysHowMuchIsLeftOut) {
  std::string program =
      "kind stop = 站. relation next \"{a: stop} leads to {b: stop}\".\nstop s0.\n";
  for (int i = 1; i <= 450; ++i) {
    const std::string stop = "s" + std::to_string(i);
    program += "stop " + stop + ". s0 leads to " + stop + ".\n";
  }
  const Ran ran = run_in_memory({{"p.mz", program}},
                                {"why", "s0 leads to B", "p.mz", "--quiet", "--no-default-pack",
                                 "--format", "dot", "--limit", "1000"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(count(ran.out, "label=\"s0 leads to "), 400U);
  EXPECT_THAT(ran.out, HasSubstr("至少还有 50 个方框没有画"));
}

TEST(WhyGraph, WhatDoesNotHoldIsOneBoxThatSaysSo) {
  const Ran ran = draw("why", "乙处 牵头 许可", {"--lang", "en"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("it does not hold"));
  EXPECT_EQ(count(ran.out, " -> "), 0U);
}

TEST(WhyNotGraph, SaysWhatIsMissingAndWhatIsInTheWay) {
  const Ran ran = draw("why-not", "乙处 牵头 许可");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"(label="乙处 牵头 许可\n不成立")"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="+ 乙处 审批 许可")"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="✓ 乙处 监管 许可")"));
  EXPECT_THAT(ran.out, HasSubstr(R"(label="! 甲处 牵头 许可\n败给规则 approver（依据位阶更高）)"));
  EXPECT_THAT(ran.out, Not(HasSubstr("✗"))) << "a condition that is a missing fact is told once";
}

TEST(WhyNotGraph, WhatHoldsSaysSo) {
  const Ran ran = draw("why-not", "甲处 牵头 许可", {"--lang", "en"});
  EXPECT_THAT(ran.out, HasSubstr("it holds"));
  EXPECT_EQ(count(ran.out, " -> "), 0U);
  EXPECT_EQ(draw("why-not", "甲处 牵头 无此事").code, 2);
}

TEST(ExplanationGraphs, TheFileNameSaysTheFormat) {
  NEED_TOOL("dot (graphviz)", run_job({{"dot", "-V"}, ""}).how != Ended::How::not_there);
  for (const char* command : {"why", "why-not"}) {
    const MemoryFiles files{{"p.mz", offices}};
    const Ran ran = run_in_memory(
        files, {command, "甲处 牵头 许可", "p.mz", "-o", "p.svg", "--quiet", "--no-default-pack"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(files.read("p.svg").value(), testing::StartsWith("<svg "));
  }
}

}  // namespace
}  // namespace mingze::app
