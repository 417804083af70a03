// Names with dates, suggestions, and message texts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dsl/check/names.hpp"
#include "dsl/check/suggest.hpp"
#include "dsl/check/text.hpp"

namespace mingze::dsl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr KindId department{3};
constexpr KindId place{4};

TEST(Names, HoldWithinTheirDates) {
  Names names;
  names.add(department, "环境保护部", {7, {{}, parse_date("2018-03-18")}, {}});
  EXPECT_THAT(names.owners(department, "环境保护部", *parse_date("2018-03-17")), ElementsAre(7U));
  EXPECT_THAT(names.owners(department, "环境保护部", *parse_date("2018-03-18")), IsEmpty());
  EXPECT_EQ(names.uses(department, "环境保护部").size(), 1U);
}

TEST(Names, OwnersAreDistinct) {
  Names names;
  names.add(place, "朝阳区", {1, {}, {}});
  names.add(place, "朝阳区", {2, {}, {}});
  names.add(place, "朝阳区", {1, {}, {}});
  EXPECT_THAT(names.owners(place, "朝阳区", {}), ElementsAre(1U, 2U));
}

TEST(Names, KindsAreApart) {
  Names names;
  names.add(place, "x", {1, {}, {}});
  EXPECT_THAT(names.owners(department, "x", {}), IsEmpty());
  EXPECT_THAT(names.owners(place, "y", {}), IsEmpty());
}

TEST(Similar, TakesSlipsAndParts) {
  EXPECT_THAT(similar("aproves", {"leads", "approves"}), ElementsAre("approves"));
  EXPECT_THAT(similar("生态环境", {"交通运输部门", "生态环境部门"}), ElementsAre("生态环境部门"));
  EXPECT_THAT(similar("x", {"y", "x"}), IsEmpty());
}

TEST(Similar, IsInOneOrderWhateverTheCandidates) {
  EXPECT_EQ(similar("item1", {"item2", "item3", "item4", "item5"}),
            similar("item1", {"item5", "item4", "item3", "item2"}));
}

TEST(AsWritten, QuotesWhatWouldNotBeAName) {
  EXPECT_EQ(as_written("river"), "river");
  EXPECT_EQ(as_written("Rivers"), "\"Rivers\"");
  EXPECT_EQ(as_written("某地"), "\"某地\"");
  EXPECT_EQ(as_written("if"), "\"if\"");
  EXPECT_EQ(as_written("a b"), "\"a b\"");
  EXPECT_EQ(as_written("说“是”"), "\"说“是”\"");
  EXPECT_EQ(as_written("say \"yes\""), "“say \"yes\"”");
}

std::vector<std::string> taken_apart(const std::string& text, std::size_t errors = 0) {
  Diagnostics diagnostics;
  std::vector<std::string> all;
  for (const WrittenText& piece : read_text({.text = text, .form = Form::string}, diagnostics))
    all.push_back((piece.is_variable ? "$" : "") + piece.word.text);
  EXPECT_EQ(diagnostics.size(), errors);
  return all;
}

TEST(Text, IsTakenApart) {
  EXPECT_THAT(taken_apart("{I} 由 { 某部门 } 牵头"), ElementsAre("$I", " 由 ", "$某部门", " 牵头"));
  EXPECT_THAT(taken_apart("no variables"), ElementsAre("no variables"));
  EXPECT_THAT(taken_apart(""), IsEmpty());
}

TEST(Text, BracesComeInPairsAndHoldSomething) {
  taken_apart("{I", 1);
  taken_apart("I}", 1);
  taken_apart("{}", 1);
  taken_apart("{a{b}", 1);
}

}  // namespace
}  // namespace mingze::dsl
