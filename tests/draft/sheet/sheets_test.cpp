#include <gmock/gmock.h>

#include "draft/sheet/cell_value.hpp"
#include "draft/sheet/read_sheets.hpp"
#include "tests/draft/sheet/sheet_file.hpp"

namespace mingze::draft {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Each row as number: cells, ^ where it is merged with the one above.
std::string told(const Sheets& sheets) {
  std::string out;
  for (const Sheet& sheet : sheets) {
    if (!sheet.name.empty()) out += "[" + sheet.name + "]\n";
    for (const SheetRow& row : sheet.rows) {
      out += std::to_string(row.number) + ":";
      for (const SheetCell& cell : row.cells) out += (cell.above ? "^" : cell.text) + "|";
      out += "\n";
    }
  }
  return out;
}

std::string told(const std::string& bytes) {
  const auto sheets = read_sheets(bytes, "list");
  EXPECT_TRUE(sheets.ok()) << (sheets.ok() ? "" : sheets.failure().message.en);
  return sheets.ok() ? told(sheets.value()) : std::string();
}

std::string failure(const std::string& bytes) {
  const auto sheets = read_sheets(bytes, "list");
  EXPECT_FALSE(sheets.ok());
  return sheets.ok() ? std::string() : sheets.failure().message.en;
}

TEST(Xlsx, StringsOfEveryKind) {
  const SheetFile file{
      .sheets = {{"<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"C3\" t=\"inlineStr\"><is>"
                  "<t>丙</t></is></c><c r=\"D3\" t=\"str\"><f>A1</f><v>丁</v></c></row>"
                  "<row><c t=\"s\"><v>0</v></c><c><v>2.0</v></c><c t=\"b\"><v>1</v></c>"
                  "<c t=\"s\"><v>9</v></c></row>"}},
      .strings =
          "<si><t>甲</t></si><si><r><rPr><b/></rPr><t>市生态</t></r><r><t>环境局</t></r>"
          "<rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh></si>"};
  EXPECT_EQ(told(file.bytes()), "[Sheet]\n3:市生态环境局||丙|丁|\n4:甲|2|TRUE|\n");
}

TEST(Xlsx, NumbersAndDaysAreAsShown) {
  const SheetFile file{
      .sheets = {{"<row r=\"1\"><c><v>12</v></c><c><v>12.300000000000001</v></c><c s=\"1\">"
                  "<v>46349</v></c><c s=\"2\"><v>46349.5</v></c><c s=\"3\"><v>7</v></c></row>"}},
      .styles =
          "<numFmts><numFmt numFmtId=\"180\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
          "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"180\"/>"
          "<xf numFmtId=\"2\"/></cellXfs>"};
  EXPECT_EQ(told(file.bytes()), "[Sheet]\n1:12|12.3|2026-11-23|2026-11-23|7|\n");
  EXPECT_EQ(shown_date("0", false), "0");
  EXPECT_EQ(shown_date("44887", true), "2026-11-23");
  EXPECT_FALSE(is_date_code("#,##0.00_);[Red]\\-\"d\""));
}

TEST(Xlsx, MergedCellsCountInEachRow) {
  const SheetFile file{.sheets = {{text_rows({{"一", "甲"}, {"", "乙"}, {"", "丙"}, {"二", "丁"}}),
                                   {"A1:A3", "B3:C4", "A9:A10", "Z1:Z2", "A1:", "x"}}}};
  EXPECT_EQ(told(file.bytes()), "[Sheet]\n1:一|甲|\n2:^|乙|\n3:^|丙|\n4:二|^|\n");
}

TEST(Xlsx, HiddenSheetsAndEmptyRowsAreLeftOut) {
  const SheetFile file{.sheets = {{text_rows({{"甲"}, {"", ""}, {"乙"}}), {}, "水"},
                                  {text_rows({{"丙"}}), {}, "选项", "veryHidden"},
                                  {"", {}, "空"}}};
  EXPECT_EQ(told(file.bytes()), "[水]\n1:甲|\n3:乙|\n");
}

TEST(Xlsx, ReferencesThatLeadNowhereDoNoHarm) {
  const SheetFile file{
      .sheets = {
          {"<row r=\"5\"><c r=\"B5\"><v>1</v></c></row><row r=\"2\"><c r=\"A99999999999\"><v>2"
           "</v></c><c r=\"XFD2\"><v>3</v></c><c t=\"s\"><v></v></c></row>"}}};
  EXPECT_EQ(told(file.bytes()), "[Sheet]\n5:|1|\n6:2|\n");
}

TEST(Xlsx, WhatFillsTheMachineIsRefused) {
  std::string rows;
  for (std::size_t i = 0; i <= most_rows; ++i) rows += "<row><c><v>1</v></c></row>";
  EXPECT_THAT(failure(SheetFile{.sheets = {{rows}}}.bytes()), HasSubstr("more than 200000 rows"));
  std::string wide;
  for (int i = 0; i < 20'000; ++i) wide += "<row><c r=\"IV\"/><c r=\"IV1\"><v>1</v></c></row>";
  EXPECT_THAT(failure(SheetFile{.sheets = {{wide}}}.bytes()), HasSubstr("more cells"));
  const std::string lengthy(200 << 10, 'x');
  EXPECT_THAT(failure(SheetFile{.sheets = {{text_rows({{lengthy}})}}}.bytes()),
              HasSubstr("a cell holds more than"));
  EXPECT_THAT(failure(SheetFile{.sheets = {{text_rows({{"甲"}})}},
                                .strings = "<si><t>" + lengthy + "</t></si>"}
                          .bytes()),
              HasSubstr("a cell holds more than"));
  std::vector<std::string> merged(60'000, "A1:A100");
  EXPECT_THAT(
      failure(SheetFile{
          .sheets = {{text_rows(std::vector<std::vector<std::string>>(100, {"甲"})), merged}}}
                  .bytes()),
      HasSubstr("more cells"));
}

TEST(Xlsx, DamageIsTold) {
  const std::string good = SheetFile{.sheets = {{text_rows({{"甲"}})}}}.bytes();
  EXPECT_THAT(failure(good.substr(0, good.size() / 2)), HasSubstr("zip archive is incomplete"));
  EXPECT_THAT(failure(SheetFile{.sheets = {{"<row><c></row>"}}}.bytes()),
              HasSubstr("this .xlsx is damaged: line 1 of xl/worksheets/sheet1.xml is no XML"));
  EXPECT_THAT(failure("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), HasSubstr("an old Office file"));
}

TEST(Delimited, TabsCommasAndQuotes) {
  EXPECT_EQ(told("\xEF\xBB\xBF事项\t牵头部门\r\n\r\n清淤，疏浚,整治\t市水利局\r\n"),
            "1:事项|牵头部门|\n3:清淤，疏浚,整治|市水利局|\n");
  EXPECT_EQ(told("事项,牵头部门\n\"清淤,\n\"\"疏浚\"\"\",市水利局\n岸线,\"市交通局"),
            "1:事项|牵头部门|\n2:清淤,\n\"疏浚\"|市水利局|\n3:岸线|市交通局|\n");
  EXPECT_EQ(told("事项;牵头部门"), "1:事项|牵头部门|\n");
  EXPECT_EQ(told(""), "");
}

TEST(WordTables, EachTableIsASheet) {
  const WordFile one{paragraph(run("澜江市责任清单")) +
                     table(row(cell("事项") + cell("牵头部门")) +
                           row(cell("清淤", "<w:vMerge w:val=\"restart\"/>") + cell("市水利局")) +
                           row(cell("", "<w:vMerge/>") + cell("市财政局")))};
  const auto sheets = read_sheets(one.bytes(), "list.docx");
  ASSERT_TRUE(sheets.ok());
  EXPECT_EQ(told(sheets.value()), "1:事项|牵头部门|\n2:清淤|市水利局|\n3:^|市财政局|\n");
  EXPECT_THAT(sheets.value().front().before, HasSubstr("澜江市责任清单"));
  const std::string small = table(row(cell("甲") + cell("乙")));
  EXPECT_EQ(told(WordFile{small + paragraph(run("二")) + small}.bytes()),
            "[表1]\n1:甲|乙|\n[表2]\n1:甲|乙|\n");
}

TEST(LaidOut, LineNIsRowN) {
  Sheet sheet;
  sheet.rows = {{2, {{"甲\n乙 "}, {""}, {" 丙"}}}, {5, {{"", true}, {"丁"}}}, {6, {{"", true}}}};
  const auto text = laid_out(sheet, "list");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text.value().text, "\n甲 乙\t\t丙\n\n\n\t丁\n");
  const auto& rows = text.value().rows;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0].cells, ElementsAre(ByteRange{1, 8}, ByteRange{9, 9}, ByteRange{10, 13}));
  EXPECT_EQ(rows[1].cells[0], (ByteRange{1, 8}));
  EXPECT_EQ(rows[2].cells[0], (ByteRange{1, 8}));
}

TEST(Xlsx, ATruncatedOneIsNotCalledAWordFile) {
  const std::string bytes = SheetFile{.sheets = {{text_rows({{"事项", "牵头部门"}})}}}.bytes();
  for (const char* name : {"list.xlsx", "list.docx"}) {
    const auto sheets = read_sheets(bytes.substr(0, bytes.size() / 2), name);
    ASSERT_FALSE(sheets.ok());
    const std::string ending = std::string(name).substr(4);
    EXPECT_NE(sheets.failure().message.en.find("this " + ending + " cannot be opened"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace mingze::draft
