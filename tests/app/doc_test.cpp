#include <gmock/gmock.h>

#include "report/clause_order.hpp"
#include "report/markdown.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Ran doc(const std::string& program, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"doc", "p.mz", "--quiet"});
  return run_in_memory({{"p.mz", program}}, arguments);
}

/// The rivers' law with its articles: one with a rule, one without, and one explained.
std::string law_of_rivers() {
  return std::string(rivers) + R"(
relation article "{source: text} has {clause: text} on {zh: text} put as {en: text}".
relation not-encoded "{source: text} lacks {clause: text} since {zh: text} put as {en: text}".
"law" has "第十条" on "附则" put as "final words".
"水法" has "第三条" on "牵头" put as "who leads".
"law" has "第二条" on "原则" put as "principles".
"law" lacks "第二条" since "没有条件" put as "it has no condition".
)";
}

TEST(DocCommand, TellsRulesInSentencesWithVariablesAsNouns) {
  const Ran zh = doc(rivers, {"--format", "md"});
  EXPECT_EQ(zh.code, 0) << zh.err;
  EXPECT_THAT(zh.out, HasSubstr("- 如果某条线审批某事项\n- 并且某地方办理某事项\n"
                                "- 那么某条线在某地方牵头某事项（有更优先的规则的，从其规定）\n"));
  EXPECT_THAT(zh.out, HasSubstr("#### 警告：某条线审批太多"));
  EXPECT_THAT(zh.out, HasSubstr("至少有 2 个不同的事项，满足：某条线审批该事项"));
  const Ran en = doc(rivers, {"--format", "md", "--lang", "en"});
  EXPECT_THAT(en.out, HasSubstr("- If a line approves a matter\n"
                                "- and the matter is handled in a place\n"
                                "- then the line leads the matter in the place (unless"));
}

TEST(DocCommand, SeveralVariablesOfOneKindAreToldApart) {
  const std::string program = R"(kind place = 地方.
relation near "{from: place} is near {to: place}" | "{from: place} 靠近 {to: place}".
relation lonely "{place} is lonely" | "{place} 孤单".
rule mutual if A is near B and B is near 某邻地 then A is near 某邻地.
rule lonely if A is near B and not B is near C then A is lonely.
)";
  EXPECT_THAT(
      doc(program, {"--format", "md"}).out,
      AllOf(HasSubstr("- 如果甲地方靠近乙地方\n- 并且乙地方靠近某邻地\n- 那么甲地方靠近某邻地"),
            HasSubstr("并且不存在这种情况：乙地方靠近丙地方")));
  EXPECT_THAT(doc(program, {"--format", "md", "--lang", "en"}).out,
              HasSubstr("and it never holds that place B is near any place C"));
}

TEST(DocCommand, ArticlesStandInTheirOrderAndGapsShow) {
  const Ran ran = doc(law_of_rivers(), {"--format", "md"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  const auto second = ran.out.find("### 第二条 原则");
  const auto third = ran.out.find("### 第三条 牵头");
  const auto tenth = ran.out.find("### 第十条 附则");
  ASSERT_NE(tenth, std::string::npos) << ran.out;
  EXPECT_LT(second, third);
  EXPECT_LT(third, tenth);
  EXPECT_THAT(ran.out, HasSubstr("| 3 | 1 | 1 | 1 / 2 | 2 |")) << "articles, …, gaps";
  EXPECT_THAT(ran.out.substr(second, third - second),
              AllOf(HasSubstr("**这一条没有规则。**"), HasSubstr("- 没有条件\n")));
  EXPECT_THAT(ran.out.substr(third, tenth - third), Not(HasSubstr("这一条没有规则")));
  EXPECT_THAT(doc(law_of_rivers(), {"--format", "md", "--lang", "en"}).out,
              AllOf(HasSubstr("第三条 who leads"), HasSubstr("- it has no condition\n")));
}

TEST(DocCommand, TestsStandBesideWhatTheyTestWithTheirResults) {
  const Ran ran = doc(law_of_rivers());
  EXPECT_EQ(ran.code, 0) << "a document of failing tests is still one";
  EXPECT_THAT(ran.out, HasSubstr("✓ 通过</span> approver leads"));
  EXPECT_THAT(ran.out,
              HasSubstr("<details open><summary><span class=\"fail\">✗ 未通过</span> wrong"));
  EXPECT_THAT(ran.out, HasSubstr("<b>实得：</b>水务 在 苏州市 牵头 清淤"));
}

TEST(DocCommand, ThePageNeedsNothingElseAndItsLinksLeadSomewhere) {
  const Ran ran = doc(law_of_rivers());
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("Content-Security-Policy"), Not(HasSubstr("://")),
                    Not(HasSubstr("<script")), Not(HasSubstr("url(")), Not(HasSubstr("@import"))));
  std::size_t links = 0;
  const std::string begin = "href=\"#";
  for (std::size_t at = ran.out.find(begin); at != std::string::npos;
       at = ran.out.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    const std::string anchor = ran.out.substr(from, ran.out.find('"', from) - from);
    EXPECT_THAT(ran.out, HasSubstr(" id=\"" + anchor + "\""));
    ++links;
  }
  EXPECT_GE(links, 6U);
}

TEST(DocCommand, NothingInAProgramIsReadAsMarkup) {
  const std::string program = std::string(rivers) + R"mz(
source odd "<b>&*法*" rank 2.
rule odd "<script>alert(1)</script>" cites odd "[1](x)" if L approves M then L approves M.
test "<i>`a`|b" given water approves noise expect water approves noise.
)mz";
  const Ran html = doc(program);
  EXPECT_EQ(html.code, 0) << html.err;
  EXPECT_THAT(html.out, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("<i>")),
                              HasSubstr("&lt;script&gt;"), HasSubstr("&lt;b&gt;&amp;")));
  const Ran md = doc(program, {"--format", "md"});
  EXPECT_THAT(md.out, AllOf(Not(HasSubstr("<script>")), HasSubstr("\\[1\\](x)"),
                            HasSubstr("\\<i\\>\\`a\\`\\|b")));
}

TEST(DocCommand, TheOrderOfFilesChangesNothing) {
  const MemoryFiles files{{"a.mz", rivers}, {"b.mz", R"(source act "船法". ship-rule 审批 noise.
line ship-rule "船舶". rule from-b cites act "第一条" if L approves M then L approves M.)"}};
  const Ran one = run_in_memory(files, {"doc", "a.mz", "b.mz", "--quiet"});
  const Ran other = run_in_memory(files, {"doc", "b.mz", "a.mz", "--quiet"});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, other.out);
}

TEST(DocCommand, AWrongProgramGivesNoDocument) {
  const Ran ran = doc("rule x if y then z.");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err, "");
  EXPECT_EQ(doc(rivers, {"--format", "json"}).code, 2);
}

TEST(DocCommand, TheBuiltInPackOfTheOpinionShowsAllTwentyArticles) {
  const Ran ran = run_in_memory({}, {"doc", "opinion", "--format", "md", "--quiet"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("### （一） "), HasSubstr("### （十） "),
                             HasSubstr("### （二十） "), Not(HasSubstr("✗"))));
  EXPECT_LT(ran.out.find("### （九） "), ran.out.find("### （十） "));
}

TEST(ClauseOrder, NumbersAreReadAsNumbers) {
  using Numbers = std::vector<std::uint64_t>;
  EXPECT_EQ(report::numbers_in("第一百二十三条第四款"), (Numbers{123, 4}));
  EXPECT_EQ(report::numbers_in("（十）"), Numbers{10});
  EXPECT_EQ(report::numbers_in("第二十条"), Numbers{20});
  EXPECT_EQ(report::numbers_in("art. 3.12"), (Numbers{3, 12}));
  EXPECT_EQ(report::numbers_in("总则"), Numbers{});
  EXPECT_EQ(report::numbers_in(std::string(40, '9')), Numbers{1'000'000'000});
  EXPECT_TRUE(report::clause_before("第九条", "第十条"));
  EXPECT_TRUE(report::clause_before("总则", "第一条"));
  EXPECT_FALSE(report::clause_before("第十一条", "第三条"));
}

TEST(Markdown, TextIsReadAsItself) {
  EXPECT_EQ(report::in_markdown("1. a"), "1\\. a");
  EXPECT_EQ(report::in_markdown("- a-b"), "\\- a-b");
  EXPECT_EQ(report::in_markdown("a|b\n*c*"), "a\\|b \\*c\\*");
}

}  // namespace
}  // namespace mingze::app
