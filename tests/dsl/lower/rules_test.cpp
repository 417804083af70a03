#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dsl/lower/reading.hpp"

namespace mingze::dsl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Sort = mingze::Condition::Sort;

const std::string decided_leads = R"(kind department = 部门. kind item = 事项. kind place.
relation approves "{department} approves {item}" | "{department} 审批 {item}".
relation handled "{item} is handled in {place}".
relation due "{item} is due on {date} in {number}".
decision leads "{department} leads {item} in {place}" one department per item, place.
department mee "生态环境部". item river. place suzhou "苏州市".
)";

TEST(Rules, AreLoweredWhole) {
  const Reading reading(decided_leads + R"(source a "甲" rank 2.
rule base if D approves I and I is handled in P then D leads I in P.
规则 r “标题” 依据 a “一” 优先于 base 若 某部门 审批 I，且 I is handled in 苏州市 且 某部门 不是 mee
 且 非 E approves I 则 某部门 leads I in suzhou 且 非 mee leads I in suzhou。)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const Program& program = reading.program();
  const mingze::Rule& rule = program.rules.at(1);
  EXPECT_EQ(rule.label, "标题");
  EXPECT_EQ(rule.cites.at(0).clause, "一");
  EXPECT_THAT(rule.overrides, ElementsAre(RuleId{0}));
  ASSERT_EQ(rule.body.variables.size(), 3U);
  EXPECT_EQ(rule.body.variables[0].name, "某部门");
  EXPECT_EQ(rule.body.variables[0].kind, KindId{3});
  ASSERT_EQ(rule.body.conditions.size(), 4U);
  EXPECT_EQ(rule.body.conditions[1].atom.terms[1],
            (Term{false, *program.symbols.find_entity({5}, "suzhou")}));
  EXPECT_EQ(rule.body.conditions[2].sort, Sort::compare);
  EXPECT_EQ(rule.body.conditions[2].comparison, Comparison::not_equal);
  EXPECT_EQ(rule.body.conditions[3].sort, Sort::negative);
  EXPECT_EQ(rule.conclusions.at(0).sort, mingze::Conclusion::Sort::propose);
  EXPECT_EQ(rule.conclusions.at(1).sort, mingze::Conclusion::Sort::bar);
}

TEST(Rules, AreInForceWithTheirDatesAndSources) {
  const std::string program = decided_leads + R"(
source a "甲" until 2020-01-01. source b "乙" from 2019-01-01.
rule one cites a if D approves I then D approves I.
rule two cites a, b if D approves I then D approves I.
rule three from 2015-01-01 until 2016-01-01 overrides one if D approves I then D approves I.
rule four overrides three, one if D approves I then D approves I.)";
  const auto ids = [&](std::string_view date) {
    const Reading reading(Files{{"a.mz", program}}, date);
    EXPECT_THAT(reading.errors(), IsEmpty());
    std::string all;
    for (const mingze::Rule& rule : reading.program().rules)
      all +=
          rule.id + std::to_string(rule.cites.size()) + std::to_string(rule.overrides.size()) + " ";
    return all;
  };
  EXPECT_EQ(ids("2015-06-01"), "one10 two10 three01 four02 ");
  EXPECT_EQ(ids("2019-06-01"), "one10 two20 four01 ");
  EXPECT_EQ(ids("2026-06-01"), "two10 four00 ");
}

TEST(Rules, OutOfTheirDatesMayUseOldNames) {
  const std::string old = decided_leads + "department x aka \"旧部\" until 2018-01-01.\n";
  EXPECT_THAT(
      Reading(old + "rule r until 2018-01-01 if 旧部 approves I then x approves I.").errors(),
      IsEmpty());
  EXPECT_THAT(Reading(old + "source a \"甲\" until 2018-01-01.\n"
                            "rule r cites a if 旧部 approves I then x approves I.")
                  .errors(),
              IsEmpty());
  EXPECT_THAT(Reading(old + "rule r if 旧部 approves I then x approves I.").errors(),
              ElementsAre("name-out-of-date 8:11"));
}

TEST(Comparisons, ConstantsHaveTheOtherSidesKind) {
  const Reading reading(decided_leads + R"(rule r if I is due on T in N and T <= today and 3 ＜ N
  and I is river and 生态环境部 is not D and D approves I then D approves I.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& conditions = reading.program().rules.at(0).body.conditions;
  EXPECT_EQ(conditions[1].kind, date_kind);
  EXPECT_EQ(conditions[1].right.value, Symbols::date(*parse_date("2026-11-23")));
  EXPECT_EQ(conditions[2].kind, number_kind);
  EXPECT_EQ(conditions[2].comparison, Comparison::less);
  EXPECT_EQ(conditions[3].comparison, Comparison::equal);
  EXPECT_EQ(conditions[4].comparison, Comparison::not_equal);
}

TEST(Comparisons, OnlyWhereNoTemplateMatches) {
  const Reading reading(decided_leads + R"(relation open "{item} is open".
rule r if I is open and D approves I then D approves I.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().rules.at(0).body.conditions.at(0).sort, Sort::positive);
}

TEST(Comparisons, OfBothWritings) {
  for (const char* sign : {"is", "即", "is not", "不是"})
    EXPECT_THAT(Reading(decided_leads + "rule r if D approves I and E approves I and D " + sign +
                        " E then D approves I.")
                    .errors(),
                IsEmpty());
}

TEST(Variables, OfOneNegationMeanNoSuchThing) {
  EXPECT_THAT(
      Reading(decided_leads + "rule r if D approves I and not E leads I in P then D approves I.")
          .errors(),
      IsEmpty());
  EXPECT_THAT(
      Reading(decided_leads + "rule r if D approves I and not I is handled in P and J is handled "
                              "in P then D approves I.")
          .errors(),
      IsEmpty());
}

TEST(Variables, OfAnAtLeastAreBoundButForTheCounted) {
  const Reading reading(decided_leads +
                        "rule r if at least 2 D with D leads I in P and not mee approves I "
                        "then I is handled in P.");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& condition = reading.program().rules.at(0).body.conditions.at(0);
  EXPECT_EQ(condition.sort, Sort::at_least);
  EXPECT_EQ(condition.count, 2U);
  EXPECT_EQ(reading.program().rules[0].body.variables[condition.counted].name, "D");
}

TEST(Variables, UnderscoreIsAnotherOneEachTime) {
  const Reading reading(decided_leads +
                        "rule r if _ approves I and I is handled in _ and not _ leads I in "
                        "_ then mee approves I.");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().rules.at(0).body.variables.size(), 5U);
}

TEST(Variables, ASentenceThatCantBeReadExcusesItsVariables) {
  EXPECT_THAT(Reading(decided_leads + "rule r if D aproves I then D approves I.").errors(),
              ElementsAre("no-template 7:11"));
  EXPECT_THAT(
      Reading(decided_leads + "rule r if D approves rivr and J is I then D leads I in J.").errors(),
      ElementsAre("unknown-name 7:22", "unsafe-variable 7:31", "unsafe-variable 7:36"));
}

TEST(Findings, HaveMessagesInBothLanguages) {
  const Reading reading(decided_leads +
                        R"(finding f warning "{D} approves {I}" | "{某} {D} 审批 {I}" on I
  suggest "ask {D}" if D approves I and 某 approves I.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const FindingRule& finding = reading.program().findings.at(0);
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.message.zh.size(), 5U);
  EXPECT_EQ(finding.message.en.size(), 3U);
  EXPECT_EQ(finding.message.en[1].text, " approves ");
  EXPECT_EQ(finding.on, 1U);
  ASSERT_TRUE(finding.suggest);
  EXPECT_EQ(finding.suggest->zh.size(), 2U);
}

}  // namespace
}  // namespace mingze::dsl
