// What the checks of `mingze lint` tell, and what looks like it and is left alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string words = R"(kind place = 地方.
kind office = 部门.
kind matter = 事项.
relation handled "{matter} is handled in {place}".
relation approves "{office} approves {matter}".
relation rank "{matter} ranks {number}".
relation answers "{office} answers for {matter}".
decision leads "{office} leads {matter}" one office per matter.
matter noise. matter light. office water. office roads.
)";

nlohmann::json findings_of(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "lint");
  arguments.insert(arguments.end(), {"--format", "json", "--lang", "en"});
  const Ran ran = run_in_memory(files, arguments);
  EXPECT_TRUE(ran.code == 0 || ran.code == 1) << ran.err;
  return ran.out.empty() ? nlohmann::json() : nlohmann::json::parse(ran.out)["findings"];
}

/// The words at fault that a check tells of in a program.
std::vector<std::string> told(const std::string& code, const std::string& rules) {
  const std::string program = words + rules;
  std::vector<std::string> out;
  for (const auto& one : findings_of({{"r.mz", program}}, {"r.mz"})) {
    const std::size_t begin = one["span"]["start"];
    const std::size_t end = one["span"]["end"];
    if (one["code"] == code) out.push_back(program.substr(begin, end - begin));
  }
  return out;
}

const std::string narrow = "rule narrow if O approves M and M is handled in _ then O leads M.\n";

TEST(ShadowedRule, IsToldOfARuleThatAWiderOneOverrides) {
  const std::string wide = "rule wide overrides narrow if O approves M then O leads M.\n";
  EXPECT_THAT(told("shadowed-rule", narrow + wide), ElementsAre("narrow"));
  EXPECT_THAT(told("shadowed-rule", wide + narrow), ElementsAre("narrow"));
}

TEST(ShadowedRule, NotWhereTheOtherIsNotAlwaysThere) {
  const std::string body = " if O approves M then O leads M.\n";
  EXPECT_THAT(told("shadowed-rule", narrow + "rule wide overrides narrow until 2030-01-01" + body),
              IsEmpty());
  const std::string sources =
      "source old \"旧法\" rank 1 until 2030-01-01.\nsource law \"新法\" rank 1.\n";
  EXPECT_THAT(told("shadowed-rule",
                   sources + narrow + "rule wide cites old \"一\" overrides narrow" + body),
              IsEmpty());
  EXPECT_THAT(
      told("shadowed-rule",
           sources + narrow + "rule wide cites old \"一\", law \"二\" overrides narrow" + body),
      ElementsAre("narrow"));
}

TEST(ShadowedRule, NotWhereRanksMayChangeWithTheDate) {
  const auto with_dates = [](const std::string& dates) {
    return "source law \"法\" rank 1" + dates +
           ".\ndecision heads \"{office} heads {matter}\" one office per matter prefer rank.\n"
           "rule narrow if O approves M and M is handled in _ then O heads M.\n"
           "rule wide cites law \"一\" if O approves M then O heads M.\n";
  };
  EXPECT_THAT(told("shadowed-rule", with_dates("")), ElementsAre("narrow"));
  EXPECT_THAT(told("shadowed-rule", with_dates(" until 2030-01-01")), IsEmpty());
}

TEST(ShadowedRule, OfTwoRulesThatSayTheSameTheLaterIsTold) {
  const std::string twice =
      "rule a if O approves M then O answers for M.\n"
      "rule b if P approves N then P answers for N.\n";
  EXPECT_THAT(told("shadowed-rule", twice), ElementsAre("b"));
}

TEST(ShadowedRule, NotWhereTheRuleHasABasisOfItsOwn) {
  const std::string own =
      "source law \"法\".\nrule a cites law \"一\" if O approves M then O answers for M.\n"
      "rule b cites law \"二\" if P approves N then P answers for N.\n";
  EXPECT_THAT(told("shadowed-rule", own), IsEmpty());
}

TEST(RedundantCondition, NotWhereSpecificityCounts) {
  const std::string body = "rule r if O approves M and _ approves M then O heads M.\n";
  const auto preferring = [](const std::string& grounds) {
    return "decision heads \"{office} heads {matter}\" one office per matter" + grounds + ".\n";
  };
  EXPECT_THAT(told("redundant-condition", preferring("") + body), ElementsAre("_ approves M"));
  EXPECT_THAT(told("redundant-condition", preferring(" prefer rank, specificity") + body),
              IsEmpty());
}

TEST(RedundantCondition, LooksAtFindingsAndWhatTheyTell) {
  const auto finding = [](const std::string& message) {
    return "finding f note \"" + message + "\" if O approves M and P approves M.\n";
  };
  EXPECT_THAT(told("redundant-condition", finding("{O} {M}")), ElementsAre("P approves M"));
  EXPECT_THAT(told("redundant-condition", finding("{O} {M} {P}")), IsEmpty());
}

TEST(RedundantCondition, LooksAtRulesThatAreNotInForce) {
  EXPECT_THAT(told("redundant-condition",
                   "rule r until 2020-01-01 if O approves M and O approves M "
                   "then O answers for M.\n"),
              ElementsAre("O approves M"));
}

TEST(RedundantCondition, NotWhereADateMayBeToday) {
  const auto until = [](const std::string& date) {
    return "relation since \"{matter} is due since {day: date}\".\n"
           "rule r if O approves M and M is due since T and T < today and T < " +
           date + " then O answers for M.\n";
  };
  EXPECT_THAT(told("redundant-condition", until("today")), ElementsAre("T < today"));
  EXPECT_THAT(told("redundant-condition", until("2026-11-23")), IsEmpty());
}

TEST(ContradictoryConditions, NotWhereADateMayBeToday) {
  const auto is = [](const std::string& one, const std::string& other) {
    return "relation since \"{matter} is due since {day: date}\".\n"
           "rule r if O approves M and M is due since T and T is " +
           one + " and T is " + other + " then O answers for M.\n";
  };
  EXPECT_THAT(told("contradictory-conditions", is("2020-01-01", "2020-01-02")),
              ElementsAre("T is 2020-01-02"));
  EXPECT_THAT(told("contradictory-conditions", is("today", "2020-01-02")), IsEmpty());
}

TEST(SingleUseVariable, CountsConclusionsMessagesAndCounts) {
  EXPECT_THAT(told("single-use-variable",
                   "finding f note \"{O}\" if O approves M and at least 2 P with P approves M.\n"),
              IsEmpty());
  EXPECT_THAT(told("single-use-variable", "test \"t\" expect O answers for M.\n"), IsEmpty());
}

TEST(SingleUseVariable, ASlipIsSuggestedAndNotFixed) {
  const std::string program =
      words + "rule r if Office approves M and not Ofice answers for M then Office leads M.\n";
  const auto findings = findings_of({{"r.mz", program}}, {"r.mz", "--allow", "unused-relation"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0]["message"], HasSubstr("\"Ofice\" is used once"));
  EXPECT_EQ(findings[0]["repairs"][0]["replacement"], "Office");
  EXPECT_EQ(findings[0]["fixable"], false);
}

TEST(OverlappingTemplates, ASlotTakesAWordThatNamesSomething) {
  const std::string templates =
      "relation a \"{office} cares for {matter}\".\nrelation b \"{office} cares for noise\".\n";
  EXPECT_THAT(told("overlapping-templates", templates),
              ElementsAre("\"{office} cares for noise\""));
  EXPECT_THAT(told("overlapping-templates",
                   "relation a \"{office} cares for {matter}\".\n"
                   "relation b \"{office} cares for nothing\".\n"
                   "relation c \"{office} cares for nature {text}\".\n"
                   "relation d \"{office} cares for nature conservation\".\n"),
              IsEmpty());
}

TEST(OverlappingTemplates, OneRelationMaySayTheSameTwice) {
  EXPECT_THAT(
      told("overlapping-templates",
           "relation a \"{x: office} helps {y: office}\" | \"{x: office} helps {y: office}\".\n"),
      IsEmpty());
  EXPECT_THAT(
      told("overlapping-templates",
           "relation a \"{x: office} helps {y: office}\" | \"{y: office} helps {x: office}\".\n"),
      ElementsAre("\"{y: office} helps {x: office}\""));
}

TEST(UnknownClause, IsToldWhereverAClauseIsCited) {
  const std::string law =
      "source law \"法\".\nsource free \"无清单\".\n"
      "relation article \"{source: text} has {clause: text}\".\n"
      "\"法\" has \"第一条\".\n";
  EXPECT_THAT(
      told("unknown-clause",
           law + "rule r cites law \"第二条\", free \"第九条\" if O approves M then O leads M.\n"
                 "finding f note \"{O}\" cites \"法\" \"第三条\" if O approves _.\n"
                 "water approves noise cites law \"第四条\".\n"
                 "roads approves light cites law \"第一条第二款\".\n"
                 "test \"t\" given roads approves noise cites law \"第五条\" "
                 "expect roads leads noise.\n"),
      ElementsAre("\"第二条\"", "\"第三条\"", "\"第四条\"", "\"第五条\""));
}

TEST(UncitedRule, LeavesProgramsWithoutSourcesAlone) {
  EXPECT_THAT(told("uncited-rule", "rule r if O approves M then O leads M.\n"), IsEmpty());
  const std::string law = "source law \"法\".\n";
  EXPECT_THAT(told("uncited-rule", law + "rule r if O approves M then O leads M.\n"),
              ElementsAre("r"));
  EXPECT_THAT(told("uncited-rule", law + "rule r if O approves M then O answers for M.\n"),
              IsEmpty());
}

TEST(UnusedRelation, CountsDataAndDomains) {
  const std::string program =
      "kind place.\nrelation listed \"{place} is listed\".\n"
      "relation filled \"{place} is filled\".\n"
      "relation known \"{place} is known\".\nrelation left \"{place} is left\".\n"
      "decision grade \"{place} has {number}\" one number per place "
      "for every \"{place} is listed\".\n"
      "facts filled from \"f.tsv\".\nplace a.\na is known.\n";
  const auto findings = findings_of({{"r.mz", program}, {"f.tsv", "a\n"}}, {"r.mz"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0]["message"], HasSubstr("\"left\""));
}

TEST(UntestedRule, LooksAtFindingsAndAtEveryDate) {
  EXPECT_THAT(told("untested-rule",
                   "rule old until 2020-01-01 if O approves M then O leads M.\n"
                   "rule never if M is handled in _ and O approves M then O answers for M.\n"
                   "finding f note \"{O}\" if O answers for _.\n"
                   "test \"then\" as of 2019-01-01 given water approves noise "
                   "expect water leads noise.\n"),
              ElementsAre("never", "f"));
}

TEST(IdleTest, NeedsEveryExpectationToBeCertain) {
  const std::string rule = "rule r if O approves M then O answers for M.\n";
  const auto with = [&](const std::string& expected) {
    return told("idle-test",
                rule + "test \"t\" given water approves noise expect " + expected + ".\n");
  };
  EXPECT_THAT(with("water approves noise"), ElementsAre("\"t\""));
  EXPECT_THAT(with("not noise is handled in _ and water approves noise"), ElementsAre("\"t\""));
  EXPECT_THAT(with("not roads answers for noise"), IsEmpty());
  EXPECT_THAT(with("water approves noise and water answers for noise"), IsEmpty());
  EXPECT_THAT(with("not roads approves noise"), IsEmpty());
}

TEST(Lint, TellsOfWhatWasNamedAndNotOfThePacksBelow) {
  const std::string program =
      "规则 r 若 某部门 审批 某事项 且 某部门 审批 某事项 则 某部门 在 全国 牵头 某事项。\n";
  const auto findings = findings_of({{"r.mz", program}}, {"r.mz", "--allow", "untested-rule"});
  std::vector<std::string> codes;
  for (const auto& one : findings) {
    EXPECT_EQ(one["file"], "r.mz");
    codes.push_back(one["code"]);
  }
  EXPECT_THAT(codes, ElementsAre("uncited-rule", "redundant-condition"));
}

TEST(Lint, ATemplateThatOverlapsOneOfThePacksIsToldOfThePrograms) {
  const std::string program = "关系 issued \"本文稿 日期 为 {number}\"。\n";
  const auto findings = findings_of({{"a.mz", program}}, {"a.mz", "--allow", "untested-rule"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0]["code"], "overlapping-templates");
  EXPECT_EQ(findings[0]["related"][0]["file"], "rules/draft/vocabulary.mz");
}

TEST(Lint, OfAPackThatIsNamedItTellsAlone) {
  const Ran ran = run_in_memory({}, {"lint", "register"});
  EXPECT_EQ(ran.code, 0) << ran.out;
}

}  // namespace
}  // namespace mingze::app
