#include "draft/clause/repeats.hpp"

#include <gtest/gtest.h>

#include "draft/clause/read_draft.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

/// What the last item of the text repeats.
std::string repeated(const std::string& text) {
  const Reading reading = read_draft(Document({0}, text), small_lexicon());
  return reading.items.empty() ? "no items" : reading.items.back().repeats;
}

TEST(Repeats, TheSameWordsWhoeverLeads) {
  EXPECT_EQ(repeated("（一）整治入河排污口。年底前完成排查。（市水利局牵头）\n"
                     "（二）修建设施。改造老旧管网。（市水利局牵头）\n"
                     "（三）整治入河排污口。年底前完成排查。（市财政局牵头）\n"),
            "i1");
}

TEST(Repeats, MarksAndWaysOfWritingDoNotMatter) {
  EXPECT_EQ(repeated("（一）整治入河排污口，年底前完成排查。（市水利局牵头）\n"
                     "（二）整治入河 排污口。年底前完成排查！（市财政局牵头）\n"),
            "i1");
}

TEST(Repeats, TheSameBeginningAndNearlyTheSameWords) {
  const std::string first =
      "（一）整治入河排污口。年底前完成全部排污口的排查、监测、溯源工作。"
      "（市水利局牵头）\n";
  EXPECT_EQ(repeated(first + "（二）整治入河排污口。年底前完成全部排污口的排查、监测和溯源工作。"
                             "（市财政局牵头）\n"),
            "i1");
  EXPECT_EQ(repeated(first + "（二）整治入河排污口。安排专项资金，用于口门改造和日常维护。"
                             "（市财政局牵头）\n"),
            "");
}

TEST(Repeats, AFewWordsSayNothing) {
  EXPECT_EQ(repeated("（一）加强领导。（市水利局牵头）\n（二）加强领导。（市财政局牵头）\n"), "");
}

TEST(Repeats, WhatIsSaidInTheSentenceCounts) {
  EXPECT_EQ(
      repeated("（一）由市水利局牵头整治入河排污口。\n（二）由市财政局牵头整治入河排污口。\n"), "");
  EXPECT_EQ(repeated("（一）市水利局要加大对河道整治的支持力度。\n"
                     "（二）市财政局要加大对河道整治的支持力度。\n"),
            "");
}

TEST(Repeats, WhoDoesItBetweenMarksDoesNotCount) {
  EXPECT_EQ(repeated("（一）清理河道垃圾，由市水利局牵头。\n"
                     "（二）清理河道垃圾（市财政局牵头）。\n"),
            "i1");
  EXPECT_EQ(repeated("（一）清理河道垃圾，由市水利局牵头，市财政局、市农业农村局配合。\n"
                     "（二）清理河道垃圾，由市财政局负责。\n"),
            "i1");
}

}  // namespace
}  // namespace mingze::draft
