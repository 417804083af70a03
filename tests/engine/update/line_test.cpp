// Lines of keys: where they are the same, and what of them stands.
#include "engine/update/line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/resolve/defeat.hpp"
#include "tests/engine/build/ranked_rules.hpp"

namespace mingze {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Places, and what is put forward there: `2-4: 0=7 1=8!`, where `!` is barred.
std::vector<std::string> texts(Line& line) {
  std::vector<std::string> out;
  for (const auto& [places, situation] : line.stretches) {
    std::string text = std::to_string(places.from) + "-" + std::to_string(places.to) + ":";
    for (const Line::Candidate& one : line.of(situation))
      text += " " + std::to_string(one.rule.value) + "=" + std::to_string(one.value) +
              (one.barred ? "!" : "");
    out.push_back(text);
  }
  return out;
}

TEST(LineBuilder, PartsALineWhereAnythingBeginsOrEnds) {
  LineBuilder builder;
  builder.propose({0}, 7, Runs{{0, 4}, {6, 8}});
  builder.propose({1}, 8, Runs{{2, 4}});
  builder.bar(Runs{{3, 5}});
  Line line = builder.finish();
  EXPECT_THAT(texts(line), ElementsAre("0-2: 0=7", "2-3: 0=7 1=8", "3-4: 0=7 1=8!", "6-8: 0=7"));
  EXPECT_EQ(line.situations.size(), 3U);  // the first and the last are one
  Line next = builder.finish();
  EXPECT_THAT(texts(next), IsEmpty());
}

TEST(LineBuilder, CountsBarsThatOverlap) {
  LineBuilder builder;
  builder.propose({0}, 7, Runs{{0, 6}});
  builder.bar(Runs{{1, 4}});
  builder.bar(Runs{{2, 5}});
  Line line = builder.finish();
  EXPECT_THAT(texts(line),
              ElementsAre("0-1: 0=7", "1-2: 0=7!", "2-4: 0=7!", "4-5: 0=7!", "5-6: 0=7"));
  EXPECT_EQ(line.situations.size(), 2U);
}

TEST(LineBuilder, KeepsManySituationsApart) {
  LineBuilder builder;
  for (std::uint32_t i = 0; i < 200; ++i)
    builder.propose({i}, i, Runs{{i, i + 1}, {400 - i, 401 - i}});
  Line line = builder.finish();
  ASSERT_EQ(line.stretches.size(), 400U);
  for (const auto& [places, situation] : line.stretches)
    EXPECT_EQ(line.of(situation).front().value, std::min(places.from, 400 - places.from));
}

class LineJudgeTest : public test::RankedRules {
 protected:
  /// What stands of `rule=value` or `rule=value!`, as `judge` has it too.
  std::vector<std::string> standing(const std::vector<std::string>& candidates) {
    std::vector<Line::Candidate> line;
    std::vector<Candidate> plain;
    std::vector<bool> barred;
    for (const std::string& text : candidates) {
      const std::size_t at = text.find('=');
      const Value value = static_cast<Value>(text[at + 1]);
      const RuleId rule = n.rule_id(text.substr(0, at));
      barred.push_back(text.back() == '!');
      line.push_back({rule, value, barred.back()});
      plain.push_back({rule, value});
    }
    Precedence precedence(n.program);
    judge.judge(line, precedence);
    const auto verdicts = mingze::judge({0}, plain, barred, precedence);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      EXPECT_EQ(line[i].stands, verdicts[i].stands()) << candidates[i];
      if (line[i].stands) out.push_back(candidates[i]);
    }
    return out;
  }
  LineJudge judge{{0}};
};

TEST_F(LineJudgeTest, JudgesAsAllKeysAreJudged) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "high=y"}), ElementsAre("high=y"));
  EXPECT_THAT(standing({"low=x", "high=x"}), ElementsAre("low=x", "high=x"));
  EXPECT_THAT(standing({"low=x", "high=y!"}), ElementsAre("low=x"));
}

TEST_F(LineJudgeTest, ACircleOfDefeatsDefeatsNobody) {
  rule("three", {}, {"first"});
  rule("two", {}, {"second"});
  rule("one", {"three"}, {"third"});
  EXPECT_THAT(standing({"one=x", "two=y", "three=z"}), ElementsAre("one=x", "two=y", "three=z"));
  EXPECT_THAT(standing({"one=x", "two=y"}), ElementsAre("two=y"));
}

TEST_F(LineJudgeTest, AsksAgainWhatItIsToForget) {
  rule("low");
  rule("high", {"low"});
  EXPECT_THAT(standing({"low=x", "high=y"}), ElementsAre("high=y"));
  n.program.rules[n.rule_id("high").value].overrides.clear();
  judge.forget(n.rule_id("high"), n.rule_id("low"));
  EXPECT_THAT(standing({"low=x", "high=y"}), ElementsAre("low=x", "high=y"));
}

TEST(Line, CountsValuesThatStandOnce) {
  const std::vector<Line::Candidate> all = {
      {{0}, 1, false, true}, {{1}, 1, false, true}, {{2}, 2, false, true}, {{3}, 3, false, false}};
  EXPECT_EQ(standing(all), 2U);
}

}  // namespace
}  // namespace mingze
