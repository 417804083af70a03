// Every lexical rule.
#include <gtest/gtest.h>

#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

/// The words of the only statement, read as a fact.
std::string words(const std::string& program) {
  const Parsed parsed(program);
  if (!parsed.diagnostics().empty()) return parsed.errors();
  if (parsed.module().statements.size() != 1) return "not one statement";
  const auto& either = parsed.only<EntityOrFact>();
  return either.fact ? Parsed::words(either.fact->sentence) : "no fact";
}

std::size_t count(const std::string& program) {
  const Parsed parsed(program);
  EXPECT_EQ(parsed.errors(), "") << program;
  return parsed.module().statements.size();
}

TEST(Lexical, ByteOrderMarkAndLineEnds) {
  EXPECT_EQ(count("\xEF\xBB\xBFkind a.\r\nkind b.\r\n"), 2U);
  EXPECT_EQ(count("kind a.\rkind b."), 2U);
  EXPECT_EQ(count(""), 0U);
  EXPECT_EQ(count("\xEF\xBB\xBF"), 0U);
}

TEST(Lexical, FullStops) {
  EXPECT_EQ(words("a b.c d."), "a b.c d");
  EXPECT_EQ(words("a b 1.2.0."), "a b 1.2.0");
  EXPECT_EQ(words("a b。"), "a b");
  EXPECT_EQ(count("a b。c d。"), 2U);
  EXPECT_EQ(count("a b.\tc d.\ne f."), 3U);
  EXPECT_EQ(count("a b.\u3000c d."), 2U);
  EXPECT_EQ(words("a b.."), "a b.");
  EXPECT_EQ(words("a “b”."), "a \"b");
}

TEST(Lexical, Comments) {
  EXPECT_EQ(count("// kind x.\nkind a. // b\nkind c.//d"), 2U);
  EXPECT_EQ(words("a//x\nb."), "a b");
  EXPECT_EQ(words("a b.//x"), "a b");
  EXPECT_EQ(words("a \"http://b\" c."), "a \"http://b c");
  EXPECT_EQ(words("a b/c."), "a b/c");
  EXPECT_EQ(count("a b. //"), 1U);
  EXPECT_EQ(count("///// five\nkind a."), 1U);
}

TEST(Lexical, FullWidthPunctuation) {
  EXPECT_EQ(words("a\u3000b。"), "a b");
  EXPECT_EQ(count("decision d \"t\" one a per b，c、e,f."), 1U);
  EXPECT_EQ(count("kind a＝b。 relation r “x”｜「y」."), 2U);
}

TEST(Lexical, QuotesEndWithTheirPartner) {
  EXPECT_EQ(words("a “b”."), "a \"b");
  EXPECT_EQ(words("a 「b」."), "a \"b");
  EXPECT_EQ(words("a 《b》."), "a \"b");
  EXPECT_EQ(words("a “《b》”."), "a \"《b》");
  EXPECT_EQ(words("a 《“b”》."), "a \"“b”");
  EXPECT_EQ(words("a “say \"b\"”."), "a \"say \"b\"");
  EXPECT_EQ(words("a \"b”「c\"."), "a \"b”「c");
  EXPECT_EQ(words("a \"\\\" b."), "a \"\\ b");
  EXPECT_EQ(words("a \"\" b."), "a \" b");
  EXPECT_EQ(words("a\"b\"c."), "a \"b c");
}

TEST(Lexical, SpansOfStringsHoldTheQuotes) {
  const Parsed parsed("use “a”.");
  const Word& target = parsed.only<Use>().target;
  EXPECT_EQ(target.span.begin, 4U);
  EXPECT_EQ(target.span.end, 11U);
  EXPECT_EQ(target.quote, Quote::curly);
}

TEST(Lexical, Forms) {
  const Parsed parsed(
      "rule r if D Dept 某部门 某 _ _x d 部某 Éa 12 0012 １２ 2026-11-23 2026-1-1 2026-02-30 "
      "\"D\" then a b.");
  EXPECT_EQ(Parsed::words(parsed.only<Rule>().conditions[0].sentence),
            "?D ?Dept ?某部门 ?某 ?_ _x d 部某 Éa #12 #0012 １２ @2026-11-23 2026-1-1 @2026-02-30 "
            "\"D");
}

TEST(Lexical, ComparisonSignsAreWordsByThemselves) {
  EXPECT_EQ(words("a<b."), "a ~< b");
  EXPECT_EQ(words("a<=b."), "a ~<= b");
  EXPECT_EQ(words("a＜＝b。"), "a ~<= b");
  EXPECT_EQ(words("a>b >= c＞d."), "a ~> b ~>= c ~> d");
  EXPECT_EQ(words("a<>b."), "a ~< ~> b");
}

TEST(Lexical, KeywordsOnlyWhereTheStatementExpectsThem) {
  EXPECT_EQ(words("x is kind of rule in source 文件 问题 于 无 rank."),
            "x is kind of rule in source 文件 问题 于 无 rank");
  EXPECT_EQ(words("x not at least with per one 每 一 即 非."),
            "x not at least with per one 每 一 即 非");
  EXPECT_EQ(words("x moves from a until b 自 c 至 d."), "x moves from a until b 自 c 至 d");
  EXPECT_EQ(words("x \"if\" \"and\"."), "x \"if \"and");
  EXPECT_EQ(words("\"rule\" is a word."), "\"rule is a word");
  EXPECT_EQ(count("kind kind = rule. relation relation \"t\". rule rule if rule then kind."), 3U);
}

TEST(Lexical, FromAndUntilDirectlyBeforeADate) {
  const Parsed parsed("x moves from a from 2020-01-01 until 2021-01-01.");
  const auto& fact = *parsed.only<EntityOrFact>().fact;
  EXPECT_EQ(Parsed::words(fact.sentence), "x moves from a");
  EXPECT_TRUE(fact.period.from && fact.period.until);
}

TEST(Lexical, WhatOnlyLooksLikeADateInsideASentence) {
  EXPECT_EQ(words("x 自 2024年1月1日 起 施行."), "x 自 2024年1月1日 起 施行");
  EXPECT_EQ(words("x moves from 1.2.0."), "x moves from 1.2.0");
  EXPECT_EQ(Parsed("x 施行 自 2024年1月1日。").codes(), "invalid-date");
  EXPECT_EQ(Parsed("x 施行 自 2024/1/1 至 2025-01-01。").codes(), "invalid-date");
}

TEST(Lexical, CommasBeforeParts) {
  EXPECT_EQ(count("rule r, \"l\", cites a, \"1\", overrides b, c, from 2020-01-01, until 2021-01-01"
                  ", if a b, and c d, then e f, and g h."),
            1U);
  EXPECT_EQ(count("规则 r，若 a b，且 c d，则 e f。"), 1U);
  EXPECT_EQ(count("finding f, error, \"m\", on X, suggest \"s\", if X a, and b."), 1U);
  EXPECT_EQ(count("test \"t\", as of 2020-01-01, given a b, and c d, expect e f, and g h."), 1U);
  EXPECT_EQ(count("decision d, \"t\", one a, per b, c, for every \"t\", prefer rank, date."), 1U);
  EXPECT_EQ(count("pack p, version \"1\". facts r, from \"f\". source s, \"t\", rank 1."), 3U);
}

TEST(Lexical, WhiteSpaceOfUnicode) {
  EXPECT_EQ(words("a\u00A0b\u2003c\u200Bd\u2028e."), "a b c d e");
}

TEST(Lexical, AnyOtherCharacterMakesWords) {
  EXPECT_EQ(words("a's 50% [b] {c} x!y · — 😀."), "a's 50% [b] {c} x!y · — 😀");
}

}  // namespace
}  // namespace mingze::dsl
