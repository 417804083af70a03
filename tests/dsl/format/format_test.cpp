#include "dsl/format/format.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "dsl/ast/archive.hpp"
#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

/// The text of a program in canonical layout, which must say the same and be stable.
std::string formatted(const std::string& program) {
  const Parsed parsed(program);
  EXPECT_EQ(parsed.errors(), "");
  const std::string text = format(parsed.module(), parsed.source());
  const Parsed again(text);
  EXPECT_EQ(again.errors(), "");
  EXPECT_TRUE(same_tree(parsed.module(), again.module())) << text;
  EXPECT_EQ(format(again.module(), again.source()), text);
  return text;
}

TEST(Format, OneStatementALine) {
  EXPECT_EQ(formatted("kind a=b. role lead. role coop."), "kind a = b.\nrole lead.\nrole coop.\n");
}

TEST(Format, RuleInEitherLanguage) {
  EXPECT_EQ(formatted("rule r “l”,cites a \"1\",b if A b,and not C d then e F and not g H."),
            "rule r “l”\n  cites a \"1\", b\n  if   A b\n  and  not C d\n  then e F\n"
            "  and  not g H.\n");
  EXPECT_EQ(
      formatted("规则 r 自 2020-01-01 优先于 p,q 若 某甲 乙 且 至少 2 某丙 满足 某丙 丁 则 戊."),
      "规则 r\n  优先于 p、q\n  自 2020-01-01\n  若 某甲 乙\n  且 至少 2 某丙 满足 某丙 丁\n"
      "  则 戊。\n");
}

TEST(Format, ATitleInAListBeginsAnew) {
  EXPECT_EQ(formatted("a b cites “x” “1” cites 《y》, z."), "a b cites “x” “1” cites 《y》, z.\n");
}

TEST(Format, WideStatementsBreakBetweenParts) {
  const std::string one = "{department} leads the work on {item} in {jurisdiction}";
  EXPECT_EQ(formatted("relation r \"" + one + "\" | \"" + one + "\"."),
            "relation r \"" + one + "\"\n  | \"" + one + "\".\n");
}

TEST(Format, CommentsWithinADecisionStayWhereTheyArePut) {
  const std::string decision = "decision d \"{a} goes to {b}\"\n  one b per a  // x\n";
  EXPECT_EQ(formatted("decision d \"{a} goes to {b}\" one b per // x\n a prefer rank, date."),
            decision + "  prefer rank, date.\n");
  EXPECT_EQ(formatted("decision d \"{a} goes to {b}\" one b per a // x\n prefer rank, date."),
            decision + "  prefer rank, date.\n");
  EXPECT_EQ(formatted("decision d \"{a} goes to {b}\" one b per a prefer rank, // x\n date."),
            decision + "  prefer rank, date.\n");
}

TEST(Format, KeepsCommentsAndSingleBlankLines) {
  EXPECT_EQ(formatted("// top\n\n\n\nkind a. // behind\n// before b\n/// says\nkind b.\n\n// end"),
            "// top\n\nkind a.  // behind\n// before b\n/// says\nkind b.\n\n// end\n");
}

TEST(Format, CommentsInsideAStatementStayNearTheirLine) {
  EXPECT_EQ(formatted("rule r // one\n  if A b // two\n  // three\n  and C d\n  then e // four\n"
                      "  ."),
            "rule r  // one\n  if   A b  // two\n  // three\n  and  C d\n  then e.  // four\n");
}

TEST(Format, ALostDocumentationCommentDoesNotBecomeOne) {
  EXPECT_EQ(formatted("kind /// lost\n a.\nkind b."), "kind a.  // lost\nkind b.\n");
}

TEST(Format, WordsThatEndWithADot) {
  EXPECT_EQ(formatted("d a.\"b\"."), "d a.\"b\".\n");
  EXPECT_EQ(formatted("kind a.=b."), "kind a.= b.\n");
  EXPECT_EQ(formatted("rule r if A b., then c.."), "rule r\n  if   A b.,\n  then c..\n");
}

TEST(Format, ACommaThatMakesAnEntityStays) {
  EXPECT_EQ(formatted("d a,\"b\"."), "d a, \"b\".\n");
  EXPECT_EQ(formatted("d a \"b\"."), "d a \"b\".\n");
}

TEST(Format, CarriageReturnsAndByteOrderMarkGo) {
  EXPECT_EQ(formatted("\xEF\xBB\xBFkind a.\r\n\r\nkind b.\r\n"), "kind a.\n\nkind b.\n");
  EXPECT_EQ(formatted(""), "");
}

TEST(Format, ARealProgram) {
  std::ifstream in(std::string(MINGZE_ROOT) + "/tests/fuzz/seeds/parse_program/first_look.mz");
  std::ostringstream text;
  text << in.rdbuf();
  EXPECT_NE(formatted(text.str()), "");
}

}  // namespace
}  // namespace mingze::dsl
