// Every statement, in both languages.
#include <gtest/gtest.h>

#include "dsl/ast/archive.hpp"
#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

/// Parses both, which must say the same, and gives the English one.
Parsed both(const std::string& en, const std::string& zh) {
  const Parsed chinese(zh);
  EXPECT_EQ(chinese.errors(), "");
  Parsed english(en);
  EXPECT_EQ(english.errors(), "");
  EXPECT_TRUE(same_tree(english.module(), chinese.module())) << en << "\n" << zh;
  for (const Statement& statement : english.module().statements)
    EXPECT_EQ(statement.language, Language::en) << en;
  for (const Statement& statement : chinese.module().statements)
    EXPECT_EQ(statement.language, Language::zh) << zh;
  return english;
}

TEST(Statements, Pack) {
  const Parsed parsed = both("pack draft version \"1.2.0\".", "规则包 draft version “1.2.0”。");
  EXPECT_EQ(parsed.only<Pack>().name.text, "draft");
  EXPECT_EQ(parsed.only<Pack>().version.text, "1.2.0");
}

TEST(Statements, Use) {
  EXPECT_EQ(both("use register.", "引用 register。").only<Use>().target.form, Form::plain);
  EXPECT_EQ(both("use \"../a\".", "引用 “../a”。").only<Use>().target.form, Form::string);
}

TEST(Statements, Kind) {
  EXPECT_FALSE(both("kind role.", "类别 role。").only<Kind>().other);
  EXPECT_EQ(both("kind item = 事项.", "类别 item＝事项。").only<Kind>().other->text, "事项");
}

TEST(Statements, Relation) {
  const Parsed one = both("relation r \"{a} x {b}\".", "关系 r “{a} x {b}”。");
  EXPECT_FALSE(one.only<Relation>().templates.second);
  EXPECT_FALSE(one.only<Relation>().hierarchy);
  const Parsed two =
      both("relation r \"{a} x\" | \"{a} 甲\" hierarchy.", "关系 r “{a} x” ｜ 「{a} 甲」，层级。");
  EXPECT_EQ(two.only<Relation>().templates.second->text, "{a} 甲");
  EXPECT_TRUE(two.only<Relation>().hierarchy);
}

TEST(Statements, Decision) {
  const Parsed parsed = both(
      "decision leads \"{d} leads {i}\" | \"{d} 牵头 {i}\" one d per i, j for every \"{i} in {j}\" "
      "prefer rank, date, specificity.",
      "裁定 leads “{d} leads {i}”|“{d} 牵头 {i}”，一 d 每 i、j，凡 “{i} in {j}”，择优 "
      "位阶、时间、特别。");
  const auto& decision = parsed.only<Decision>();
  EXPECT_EQ(decision.value.text, "d");
  ASSERT_EQ(decision.key.size(), 2U);
  EXPECT_EQ(decision.key[1].text, "j");
  EXPECT_EQ(decision.domain->text, "{i} in {j}");
  EXPECT_EQ(decision.prefer,
            (std::vector<Ground>{Ground::rank, Ground::date, Ground::specificity}));
}

TEST(Statements, DecisionPartsInEitherOrder) {
  const Parsed parsed = both("decision d \"{a} {b}\" one a per b prefer date for every \"t\".",
                             "裁定 d “{a} {b}” 一 a 每 b 凡 “t” 择优 时间。");
  EXPECT_EQ(parsed.only<Decision>().prefer.size(), 1U);
}

TEST(Statements, Source) {
  const Parsed parsed =
      both("source opinion \"意见\" rank 2 issued 2024-01-02 from 2024-02-01 until 2030-01-01.",
           "文件 opinion 《意见》 发布 2024-01-02，位阶 2，至 2030-01-01，自 2024-02-01。");
  const auto& source = parsed.only<SourceDocument>();
  EXPECT_EQ(source.title.text, "意见");
  EXPECT_EQ(source.rank->text, "2");
  EXPECT_EQ(to_string(source.issued->value), "2024-01-02");
  EXPECT_EQ(to_string(source.period.from->value), "2024-02-01");
  EXPECT_EQ(to_string(source.period.until->value), "2030-01-01");
}

TEST(Statements, EntityKeepsBothReadings) {
  const Parsed parsed("department mee \"生态环境部\" aka \"环境保护部\" until 2018-03-18.");
  const auto& either = parsed.only<EntityOrFact>();
  ASSERT_TRUE(either.entity && either.fact);
  EXPECT_EQ(either.entity->kind.text, "department");
  EXPECT_EQ(either.entity->label->text, "生态环境部");
  ASSERT_EQ(either.entity->other_names.size(), 1U);
  EXPECT_TRUE(either.entity->other_names[0].period.until);
  EXPECT_EQ(Parsed::words(either.fact->sentence), "department mee \"生态环境部 aka \"环境保护部");
}

TEST(Statements, EntityWithSeveralNames) {
  const Parsed parsed(
      "部门 mee，“生态环境部”，又名 “环保部” 自 2008-03-15 至 2018-03-18 又名 环保总局。");
  const auto& either = parsed.only<EntityOrFact>();
  ASSERT_TRUE(either.entity);
  EXPECT_FALSE(either.fact);
  EXPECT_EQ(either.entity->other_names.size(), 2U);
}

TEST(Statements, FactWithSourcesAndPeriod) {
  const Parsed parsed =
      both("suzhou approves x cites a \"1\", b \"2\" cites \"t\" from 2020-01-01 until 2021-01-01.",
           "suzhou approves x，依据 a “1”、b “2”，依据 《t》，至 2021-01-01 自 2020-01-01。");
  const auto& either = parsed.only<EntityOrFact>();
  EXPECT_FALSE(either.entity);
  ASSERT_EQ(either.fact->cites.size(), 3U);
  EXPECT_EQ(either.fact->cites[1].source.text, "b");
  EXPECT_EQ(either.fact->cites[1].clause->text, "2");
  EXPECT_FALSE(either.fact->cites[2].clause);
}

TEST(Statements, Facts) {
  const Parsed parsed = both("facts tree from \"a.tsv\".", "数据 tree 自 “a.tsv”。");
  EXPECT_EQ(parsed.only<Facts>().relation.text, "tree");
  EXPECT_EQ(parsed.only<Facts>().file.text, "a.tsv");
}

TEST(Statements, Rule) {
  const Parsed parsed = both(
      "rule r \"l\" cites a \"1\" overrides p, q from 2020-01-01 until 2021-01-01 "
      "if X does Y and not X did Y and at least 2 Z with Z sees X and X is not Y and Y >= 3 "
      "then X leads Y and not Z leads Y.",
      "规则 r “l” 自 2020-01-01 优先于 p、q 至 2021-01-01 依据 a “1” "
      "若 X does Y，且 非 X did Y 且 至少 2 Z 满足 Z sees X 且 X is not Y 且 Y ＞＝ 3 "
      "，则 X leads Y 且 非 Z leads Y。");
  const auto& rule = parsed.only<Rule>();
  EXPECT_EQ(rule.label->text, "l");
  EXPECT_EQ(rule.overrides.size(), 2U);
  ASSERT_EQ(rule.conditions.size(), 5U);
  EXPECT_EQ(rule.conditions[1].sort, Condition::Sort::negation);
  EXPECT_EQ(rule.conditions[2].sort, Condition::Sort::at_least);
  EXPECT_EQ(rule.conditions[2].count->text, "2");
  EXPECT_EQ(rule.conditions[2].counted->text, "Z");
  EXPECT_EQ(Parsed::words(rule.conditions[3].sentence), "?X is not ?Y");
  EXPECT_EQ(Parsed::words(rule.conditions[4].sentence), "?Y ~>= #3");
  ASSERT_EQ(rule.conclusions.size(), 2U);
  EXPECT_TRUE(rule.conclusions[1].negated);
}

TEST(Statements, ConditionSpansBeginAtTheirKeyword) {
  const Parsed parsed("rule r if not a b and at least 2 D with D c then not d e.");
  const auto& rule = parsed.only<Rule>();
  const auto text = [&](Span span) {
    return parsed.source().text().substr(span.begin, span.size());
  };
  EXPECT_EQ(text(rule.conditions[0].span), "not a b");
  EXPECT_EQ(text(rule.conditions[1].span), "at least 2 D with D c");
  EXPECT_EQ(text(rule.conclusions[0].span), "not d e");
}

TEST(Statements, Finding) {
  const Parsed parsed =
      both("finding f error \"no {X}\" | \"无 {X}\" cites a on X suggest \"do\" | \"做\" if X a.",
           "问题 f 错误 “no {X}” | “无 {X}” 建议 “do”｜“做” 于 X 依据 a 若 X a。");
  const auto& finding = parsed.only<Finding>();
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.on->text, "X");
  EXPECT_EQ(finding.suggest->second->text, "做");
  EXPECT_EQ(
      both("finding f warning \"m\" if a.", "问题 f 警告 “m” 若 a。").only<Finding>().severity,
      Severity::warning);
  EXPECT_EQ(both("finding f note \"m\" if a.", "问题 f 提示 “m” 若 a。").only<Finding>().severity,
            Severity::note);
}

TEST(Statements, Test) {
  const Parsed parsed = both(
      "test \"t\" as of 2020-01-01 given a b c from 2019-01-01 and d e cites x \"1\" "
      "expect a b and not c D and finding f and finding f on x and no finding and "
      "no finding f and no finding on \"y z\" and no finding f on y.",
      "用例 “t” 截至 2020-01-01 已知 a b c 自 2019-01-01 且 d e 依据 x “1” "
      "应得 a b 且 非 c D 且 问题 f 且 问题 f 于 x 且 无 问题 且 "
      "无 问题 f 且 无 问题 于 “y z” 且 无 问题 f 于 y。");
  const auto& test = parsed.only<dsl::Test>();
  EXPECT_TRUE(test.as_of);
  ASSERT_EQ(test.given.size(), 2U);
  EXPECT_TRUE(test.given[0].period.from);
  ASSERT_EQ(test.expectations.size(), 8U);
  using Sort = Expectation::Sort;
  const Sort sorts[] = {Sort::sentence,   Sort::negation,   Sort::finding,    Sort::finding,
                        Sort::no_finding, Sort::no_finding, Sort::no_finding, Sort::no_finding};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(test.expectations[i].sort, sorts[i]) << i;
  EXPECT_EQ(test.expectations[6].on->text, "y z");
  EXPECT_FALSE(test.expectations[6].finding);
  EXPECT_EQ(test.expectations[7].finding->text, "f");
}

TEST(Statements, TestWithoutGiven) {
  EXPECT_TRUE(
      both("test \"t\" expect a b.", "用例 “t” 应得 a b。").only<dsl::Test>().given.empty());
}

TEST(Statements, KeywordsMixFreely) {
  EXPECT_EQ(Parsed("rule r 依据 a “1” if X b 且 Y c then X d。").errors(), "");
  EXPECT_EQ(Parsed("问题 f error “m” on X 若 X a.").errors(), "");
}

TEST(Statements, Documentation) {
  const Parsed parsed("/// one\n/// two\n// three\nkind a. /// of b\nkind b.\nkind c. /// lost");
  ASSERT_EQ(parsed.module().statements.size(), 3U);
  EXPECT_EQ(parsed.module().statements[0].documentation, "one\ntwo");
  EXPECT_EQ(parsed.module().statements[1].documentation, "of b");
  EXPECT_EQ(parsed.module().statements[2].documentation, "");
  ASSERT_EQ(parsed.module().comments.size(), 2U);
  EXPECT_EQ(parsed.module().comments[0].text, " three");
  EXPECT_TRUE(parsed.module().comments[0].own_line);
  EXPECT_EQ(parsed.module().comments[1].text, "/ lost");
}

}  // namespace
}  // namespace mingze::dsl
