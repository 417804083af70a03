#include "draft/clause/read_draft.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

std::string at(const Document& document, Span span) {
  return document.text().substr(span.begin, span.size());
}

TEST(ReadDraft, SpansPointIntoTheTextAsGiven) {
  const Document document(
      {7},
      "\xEF\xBB\xBF一、任务\r\n（一）供水。建设水厂。（市水 利局牵头，市财\r\n政局等配合）\r\n");
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  ASSERT_EQ(reading.items.size(), 1U);
  const Item& item = reading.items[0];
  ASSERT_EQ(item.lead.size(), 1U);
  EXPECT_EQ(item.lead[0].text, "市水利局");
  EXPECT_EQ(at(document, item.lead[0].span), "市水 利局");
  EXPECT_EQ(item.lead[0].span.source, SourceId{7});
  ASSERT_EQ(item.cooperating.size(), 1U);
  EXPECT_EQ(at(document, item.cooperating[0].span), "市财\r\n政局");
  ASSERT_EQ(item.clauses.size(), 1U);
  EXPECT_EQ(at(document, item.clauses[0].span), "（市水 利局牵头，市财\r\n政局等配合）");
  EXPECT_TRUE(at(document, item.span).starts_with("（一）供水"));
  EXPECT_EQ(item.section, "s2");
  EXPECT_EQ(at(document, reading.sections[1].span), "（一）供水");
}

/// The clause of a row with several leads is their cells, and else all that name bodies.
TEST(ReadDraft, SeveralLeadsInARowStandByThemselves) {
  const Document document({0},
                          "分工表\n序号\t任务\t牵头单位\t配合单位\n"
                          "1\t新增学位\t市公安局、市水利局\t市财政局\n"
                          "2\t改造管网\t市水利局\t市财政局\n");
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  ASSERT_EQ(reading.items.size(), 2U);
  EXPECT_EQ(at(document, reading.items[0].clauses.at(0).span), "市公安局、市水利局");
  EXPECT_EQ(at(document, reading.items[1].clauses.at(0).span), "市水利局\t市财政局");
}

TEST(ReadDraft, ResolvesNamesWithTheirLevel) {
  const Document document({0},
                          "云岭省人民政府关于供水的意见\n一、任务\n（一）供水。"
                          "（云岭省水利厅牵头，财政厅、市公安局、财政部、青川水务集团配合）\n");
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  EXPECT_EQ(reading.title, "云岭省人民政府关于供水的意见");
  EXPECT_EQ(reading.issuer.place, "云岭省");
  EXPECT_EQ(reading.issuer.level, Level::province);
  const Item& item = reading.items.at(0);
  EXPECT_EQ(item.lead.at(0).line, "水利部门");
  EXPECT_EQ(item.lead.at(0).level, Level::province);
  EXPECT_EQ(item.cooperating.at(0).level, Level::province);
  EXPECT_EQ(item.cooperating.at(1).level, Level::city);
  EXPECT_EQ(item.cooperating.at(2).entity, "中华人民共和国财政部");
  EXPECT_TRUE(item.cooperating.at(3).not_a_department);
  EXPECT_FALSE(item.cooperating.at(3).known);
}

TEST(ReadDraft, AYearBeforeThePlaceIsNoPartOfIt) {
  const Lexicon lexicon = small_lexicon();
  for (const char* year : {"2025年", "2025年度", "2024-2025年"}) {
    const Document document({0}, year + std::string("云岭省节水工作要点\n一、任务\n节约用水。\n"));
    EXPECT_EQ(read_draft(document, lexicon).issuer.place, "云岭省") << year;
  }
}

TEST(ReadDraft, NamesBothPlacesOfAConflict) {
  const Document document({0}, "一、任务\n（一）供水。（市水利局牵头）（市财政局牵头）\n");
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].status, ItemStatus::conflict);
  ASSERT_EQ(reading.items[0].clauses.size(), 2U);
  EXPECT_EQ(at(document, reading.items[0].clauses[1].span), "（市财政局牵头）");
}

TEST(ReadDraft, ItemsWaitForAnAnnexThatIsNotThere) {
  const Document document({0}, "一、任务\n（一）供水。建设两座水厂。\n附件：重点任务分工表\n");
  const Lexicon lexicon = small_lexicon();
  const Reading reading = read_draft(document, lexicon);
  ASSERT_EQ(reading.notes.size(), 1U);
  EXPECT_EQ(reading.notes[0].kind, StructureNote::Kind::annex_missing);
  EXPECT_EQ(at(document, reading.notes[0].span), "重点任务分工表");
  EXPECT_TRUE(reading.items.at(0).awaits_annex);
}

TEST(ReadDraft, ANumberOutOfOrderIsToldTheOneThatShouldStandThere) {
  const Lexicon lexicon = small_lexicon();
  const Document document({0}, "（一）疏浚河道。（甲局负责）\n（三）清理岸线。（甲局负责）\n");
  const Reading reading = read_draft(document, lexicon);
  ASSERT_EQ(reading.notes.size(), 1U);
  EXPECT_EQ(reading.notes[0].found, "（三）");
  EXPECT_EQ(reading.notes[0].expected, "（二）");
}

TEST(ReadDraft, ItemsAwaitAnAnnexOnlyWhereTheTextKeepsItsDutiesThere) {
  const Lexicon lexicon = small_lexicon();
  const std::string annex = "附件：重点任务分工表\n";
  const Document bare({0}, "（一）疏浚河道。\n（二）清理岸线。\n" + annex);
  for (const Item& item : read_draft(bare, lexicon).items) EXPECT_TRUE(item.awaits_annex);
  const Document assigned({0},
                          "（一）疏浚河道。（甲局牵头，乙局配合）\n（二）清理岸线。（甲局牵头）\n"
                          "（三）巡查河道。\n" +
                              annex);
  for (const Item& item : read_draft(assigned, lexicon).items) EXPECT_FALSE(item.awaits_annex);
}

TEST(ReadDraft, AnEmptyTextHasNoItems) {
  const Lexicon lexicon = small_lexicon();
  EXPECT_TRUE(read_draft(Document({0}, ""), lexicon).items.empty());
}

std::string repeated(const std::string& part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

/// Whatever a text holds, reading it stays linear: each of these would otherwise take so long that
/// the run ends at its limit.
TEST(ReadDraft, HostileTextsStayLinear) {
  const Lexicon lexicon = small_lexicon();
  for (const std::string& text :
       {repeated("（", 300000), repeated("（责任单位：甲局、乙局", 10000), repeated("()", 100000),
        repeated("由甲局，", 50000), repeated("（一）", 50000), repeated("责任单位：", 50000),
        repeated("责任单位：甲局\n", 20000), repeated("首位牵头", 50000),
        "一、任务\n（一）任务。" + repeated("要", 100000), repeated("|", 100000),
        "（" + repeated("甲、", 100000) + "负责）",
        "一、任务\n" + repeated("（一）做好各项工作。\n责任单位：甲局\n", 5000)}) {
    const Document document({0}, text);
    for (const Item& item : read_draft(document, lexicon).items)
      EXPECT_LE(item.span.end, text.size());
  }
}

}  // namespace
}  // namespace mingze::draft
