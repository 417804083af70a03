#include "draft/facts/lead_text.hpp"

#include <gtest/gtest.h>

#include "draft/clause/read_draft.hpp"
#include "tests/draft/facts/register_program.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

/// The text with its first clause written anew: its n-th name in the lead, or a new name.
class Rewritten {
 public:
  explicit Rewritten(std::string text)
      : text_(std::move(text)), reading_(read_draft(Document({0}, text_), small_lexicon())) {}

  std::string with(std::size_t lead) const { return put(with_lead(clause(), lead, text_)); }
  std::string with_new(const std::string& name) const {
    return put(with_new_lead(clause(), name, text_));
  }

 private:
  const Clause& clause() const { return reading_.items.at(0).clauses.at(0); }
  std::string put(const std::optional<Rewrite>& rewrite) const {
    if (!rewrite) return "nothing";
    std::string out = text_;
    return out.replace(rewrite->span.begin, rewrite->span.end - rewrite->span.begin, rewrite->text);
  }

  std::string text_;
  Reading reading_;
};

TEST(LeadText, TheNameGoesToTheFrontAndTheOthersCooperate) {
  const Rewritten draft("（一）清理河道。（市财政局、市水利局、市公安局按职责分工负责）\n");
  EXPECT_EQ(draft.with(1), "（一）清理河道。（市水利局牵头，市财政局、市公安局配合）\n");
  EXPECT_EQ(draft.with_new("市教育局"),
            "（一）清理河道。（市教育局牵头，市财政局、市水利局、市公安局配合）\n");
}

TEST(LeadText, AndOthersStay) {
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、市水利局等负责）\n").with(1),
            "（一）清理河道。（市水利局牵头，市财政局等配合）\n");
}

TEST(LeadText, ANameTakesAlongTheLevelThatItLeansOn) {
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、水利局、公安局负责）\n").with(1),
            "（一）清理河道。（市水利局牵头，市财政局、公安局配合）\n");
}

TEST(LeadText, ADeadlineStays) {
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、市水利局负责，6月底前完成）\n").with(1),
            "（一）清理河道。（市水利局牵头，市财政局配合，6月底前完成）\n");
}

TEST(LeadText, AfterALabel) {
  EXPECT_EQ(Rewritten("（一）清理河道。责任单位：市财政局、市水利局\n").with(1),
            "（一）清理河道。责任单位：市水利局（牵头）、市财政局\n");
  EXPECT_EQ(
      Rewritten("（一）清理河道。责任单位：市财政局、市水利局等部门，6月底前完成。\n").with(1),
      "（一）清理河道。责任单位：市水利局（牵头）、市财政局等部门，6月底前完成。\n");
  EXPECT_EQ(Rewritten("（一）清理河道。（责任单位：市财政局、市水利局）\n").with(1),
            "（一）清理河道。（责任单位：市水利局牵头，市财政局配合）\n");
}

TEST(LeadText, InATable) {
  EXPECT_EQ(Rewritten("| 序号 | 任务 | 责任单位 |\n|---|---|---|\n"
                      "| 1 | 清理河道 | 市财政局、市水利局 |\n"
                      "| 2 | 修补护岸 | 市财政局、市水利局 |\n")
                .with(1),
            "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n"
            "| 1 | 清理河道 | 市水利局（牵头）、市财政局 |\n"
            "| 2 | 修补护岸 | 市财政局、市水利局 |\n");
}

TEST(LeadText, WhateverSaysThatEachAnswersForItsPartGoes) {
  for (const char* ending : {"分工负责", "按各自职责分工抓好落实", "按照职责分别负责", "共同推进"})
    EXPECT_EQ(
        Rewritten(std::string("（一）清理河道（市财政局、市水利局") + ending + "）。\n").with(1),
        "（一）清理河道（市水利局牵头，市财政局配合）。\n");
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、市水利局负责河道）\n").with(1), "nothing");
}

TEST(LeadText, InTheMarksOfTheClause) {
  EXPECT_EQ(Rewritten("（一）清理河道。(市财政局,市水利局负责)\n").with(1),
            "（一）清理河道。(市水利局牵头,市财政局配合)\n");
  EXPECT_EQ(Rewritten("（一）清理河道。【市财政局、市水利局负责】\n").with(1),
            "（一）清理河道。【市水利局牵头，市财政局配合】\n");
}

/// The text with a clause for its last item.
std::string with_clause_in(const std::string& text) {
  const Reading reading = read_draft(Document({0}, text), small_lexicon());
  const Rewrite rewrite =
      with_clause(DraftManner(reading, text).style(), reading.items.back(), "市公安局", text);
  std::string out = text;
  return out.replace(rewrite.span.begin, rewrite.span.size(), rewrite.text);
}

TEST(LeadText, AClauseIsWrittenAsTheOthersAre) {
  EXPECT_EQ(with_clause_in("（一）清理河道。（市财政局牵头）\n（二）修补护岸。修补护岸。\n"),
            "（一）清理河道。（市财政局牵头）\n（二）修补护岸。修补护岸。（市公安局牵头）\n");
  EXPECT_EQ(with_clause_in("（一）清理河道（市财政局牵头）。\n（二）修补护岸。修补护岸。\n"),
            "（一）清理河道（市财政局牵头）。\n（二）修补护岸。修补护岸（市公安局牵头）。\n");
  EXPECT_EQ(with_clause_in("（一）清理河道。【市财政局牵头】\n（二）修补护岸。修补护岸。\n"),
            "（一）清理河道。【市财政局牵头】\n（二）修补护岸。修补护岸。【市公安局牵头】\n");
}

TEST(LeadText, NothingWhereSomethingWouldBeLost) {
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、市水利局负责）\n").with(7), "nothing");
  EXPECT_EQ(Rewritten("（一）清理河道。（市财政局、市水利局；市公安局负责）\n").with(1), "nothing");
}

std::string with_beside(const std::string& text, const std::string& name) {
  const Reading reading = read_draft(Document({0}, text), small_lexicon());
  const auto rewrite = with_cooperating(reading.items.at(0), name, text);
  std::string out = text;
  if (!rewrite) return "nothing";
  return out.replace(rewrite->span.begin, rewrite->span.end - rewrite->span.begin, rewrite->text);
}

TEST(LeadText, ANameIsAddedToThoseThatCooperate) {
  EXPECT_EQ(with_beside("（一）清理河道。（市财政局牵头，市水利局等配合）\n", "市公安局"),
            "（一）清理河道。（市财政局牵头，市水利局、市公安局等配合）\n");
  EXPECT_EQ(with_beside("（一）清理河道。（市财政局牵头）\n", "市公安局"),
            "（一）清理河道。（市财政局牵头，市公安局配合）\n");
  EXPECT_EQ(with_beside("（一）由市财政局牵头清理河道。\n", "市公安局"), "nothing");
}

struct NamesInDrafts : testing::Test {
  RegisterProgram made;
  Reading reading;

  NamesInDrafts() {
    made.call(called, "水利部门", "水利厅", "省级");
    made.call(called, "水利部门", "水利局", "市级");
    made.call(called, "水利部门", "水利部", "国家级");
    made.call(called, "海事部门", "海事局", "市级");
  }
  std::string named(const char* line, Level level, const char* place, bool vertical = false) {
    reading.issuer.level = level;
    reading.issuer.place = place;
    return name_from_register(reading, RegisterNames(made.program, made.database), line, vertical);
  }
};

TEST_F(NamesInDrafts, TheNameOfTheLevelWithItsPlace) {
  EXPECT_EQ(named("水利部门", Level::national, ""), "水利部");
  EXPECT_EQ(named("水利部门", Level::province, "江苏省"), "省水利厅");
  EXPECT_EQ(named("水利部门", Level::province, "广西壮族自治区"), "自治区水利厅");
  EXPECT_EQ(named("水利部门", Level::city, ""), "市水利局");
  EXPECT_EQ(named("海事部门", Level::city, "苏州市", true), "苏州海事局");
}

TEST_F(NamesInDrafts, NoneWhereTheRegisterDoesNotTell) {
  EXPECT_EQ(named("水利部门", Level::province, "上海市"), "");
  EXPECT_EQ(named("水利部门", Level::county, "昆山市"), "");
}

TEST_F(NamesInDrafts, AsTheDraftItselfWritesIt) {
  reading.issuer.level = Level::city;
  Mention name;
  name.text = "市水务局";
  name.prefix = "市";
  name.line = "水利部门";
  name.level = Level::city;
  reading.items.emplace_back();
  reading.items[0].lead = {name};
  EXPECT_EQ(DraftManner(reading, "").name_of("水利部门"), "市水务局");
  EXPECT_EQ(DraftManner(reading, "").name_of("财政部门"), "");
  reading.items[0].lead[0].former = true;
  EXPECT_EQ(DraftManner(reading, "").name_of("水利部门"), "") << "an old name is not offered";
}

}  // namespace
}  // namespace mingze::draft
