#include "dsl/ast/archive.hpp"

#include <gtest/gtest.h>

#include "dsl/ast/archive_seal.hpp"
#include "dsl/ast/identity.hpp"
#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

constexpr const char* program =
    "/// documented\nrule r cites a “1” if X b then c. // said\n部门 mee “部”。";

TEST(Archive, KeepsPlacesAndComments) {
  const Parsed parsed(program);
  const Result<Module> read = from_bytes(to_bytes(parsed.module()), {7});
  ASSERT_TRUE(read.ok());
  const Module& module = read.value();
  ASSERT_EQ(module.statements.size(), 2U);
  EXPECT_EQ(module.statements[0].documentation, "documented");
  EXPECT_EQ(module.statements[0].span.begin, parsed.module().statements[0].span.begin);
  EXPECT_EQ(module.statements[0].span.source.value, 7U);
  EXPECT_EQ(module.statements[1].language, Language::zh);
  ASSERT_EQ(module.comments.size(), 1U);
  EXPECT_FALSE(module.comments[0].own_line);
  const auto& rule = std::get<Rule>(module.statements[0].body);
  EXPECT_EQ(rule.cites[0].clause->quote, Quote::curly);
}

/// As a hostile archive: the checksum is right, the rest is not.
std::string sealed(const std::string& body) {
  return std::string(archive_magic) + checksum_bytes(body) + body;
}

TEST(Archive, WrongBodiesUnderARightChecksumAreFailures) {
  const std::string bytes = to_bytes(Parsed(program).module());
  const std::string body = bytes.substr(archive_magic.size() + checksum_size);
  ASSERT_TRUE(from_bytes(sealed(body), {0}).ok());
  for (std::size_t at = 0; at < body.size(); ++at) {
    EXPECT_FALSE(from_bytes(sealed(body.substr(0, at)), {0}).ok()) << at;
    for (const char other : {'\0', '\1', '\x7F', '\x80', '\xFF'}) {
      std::string changed = body;
      changed[at] = other;
      (void)from_bytes(sealed(changed), {0});  // whatever it says, it stays within its bounds
    }
  }
  EXPECT_FALSE(from_bytes(sealed("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), {0}).ok());
  EXPECT_FALSE(from_bytes("", {0}).ok());
  EXPECT_FALSE(from_bytes("mzast00\n", {0}).ok());
}

bool identical(const std::string& a, const std::string& b) {
  const Parsed one(a);
  const Parsed two(b);
  EXPECT_EQ(one.errors() + two.errors(), "");
  return identity(one.module().statements.at(0), one.source()) ==
         identity(two.module().statements.at(0), two.source());
}

TEST(Identity, IgnoresSpaceCommentsAndTheShapeOfMarks) {
  EXPECT_TRUE(identical("kind a = b.", "kind  a＝// c\n b。"));
  EXPECT_TRUE(identical("relation r \"x\" | \"y\".", "relation r “x”｜《y》。"));
  EXPECT_TRUE(identical("rule r, cites a “1”，b if X <= 3, then c.",
                        "rule r cites a \"1\"、b if X＜＝3 then c。"));
  EXPECT_TRUE(identical("/// one\nkind a.", "/// two\nkind a."));
}

TEST(Identity, TellsWordsApart) {
  EXPECT_FALSE(identical("kind a.", "kind b."));
  EXPECT_FALSE(identical("kind a.", "类别 a."));
  EXPECT_FALSE(identical("d a \"b c\".", "d a b c."));
  EXPECT_FALSE(identical("d a b.", "d ab."));
  EXPECT_FALSE(identical("d a < b.", "d a <= b."));
  EXPECT_FALSE(identical("d a..", "d a."));
}

TEST(SameTree, IgnoresPlacesQuotesAndTheLanguageOfKeywords) {
  EXPECT_TRUE(same_tree(Parsed("kind a = b.").module(), Parsed("\n类别 a=b。 // x").module()));
  EXPECT_FALSE(same_tree(Parsed("kind a = b.").module(), Parsed("kind a.").module()));
  EXPECT_FALSE(same_tree(Parsed("use \"a\".").module(), Parsed("use a.").module()));
  EXPECT_FALSE(same_tree(Parsed("/// x\nkind a.").module(), Parsed("kind a.").module()));
}

}  // namespace
}  // namespace mingze::dsl
