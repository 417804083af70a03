// `mingze check --format tsv` and xlsx: the table of responsibilities.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "draft/word/zip_package.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string draft =
    "沅口市供水方案\n"
    "一、主要任务\n"
    "（一）=HYPERLINK(1)。清除漂浮物。（市水务局牵头，市财政局配合）\n"
    "（二）修复护岸。修复破损护岸。（市水务局、市财政局按职责分工负责）\n";

std::string table(const std::vector<std::string>& drafts, const std::string& format,
                  const std::string& language = "zh") {
  const MemoryFiles files{{"d.txt", draft}, {"plans/e.txt", draft}};
  std::vector<std::string> arguments{"check", "--format", format, "--lang", language};
  arguments.insert(arguments.end(), drafts.begin(), drafts.end());
  return run_in_memory(files, arguments).out;
}

std::string part(const std::string& workbook, const std::string& name) {
  auto package = draft::ZipPackage::open(workbook, "t.xlsx");
  if (!package) return "no zip";
  auto text = package.value().read(name);
  return text ? text.value() : "no " + name;
}

TEST(CheckTable, IsOneLineAnItem) {
  EXPECT_EQ(table({"d.txt"}, "tsv"),
            "序号\t条款\t事项\t牵头单位\t配合单位\t未分主次的责任单位\t分工情况\t问题\n"
            "1\t一、（一）\t'=HYPERLINK(1)\t市水务局\t市财政局\t\t已明确牵头\t\n"
            "2\t一、（二）\t修复护岸\t\t\t市水务局、市财政局\t有责任单位而无牵头\t"
            "【错误】“修复护岸”写了责任单位，但没有写明由谁牵头 [lead-missing]\n");
}

TEST(CheckTable, NamesTheDraftWhereThereAreSeveral) {
  const std::string text = table({"d.txt", "plans/e.txt"}, "tsv", "en");
  EXPECT_THAT(text, HasSubstr("No.\tdraft\tclause\titem\tlead\t"));
  EXPECT_THAT(text, HasSubstr("\n2\td.txt\t一、（二）\t"));
  EXPECT_THAT(text, HasSubstr("\n3\te.txt\t一、（一）\t"));
}

TEST(CheckTable, IsAWorkbookWithoutFormulas) {
  const std::string workbook = table({"d.txt"}, "xlsx");
  EXPECT_EQ(workbook, table({"d.txt"}, "xlsx"));
  const std::string sheet = part(workbook, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("paperSize=\"9\""));
  EXPECT_THAT(sheet, HasSubstr("orientation=\"landscape\""));
  const std::string words = part(workbook, "xl/sharedStrings.xml");
  EXPECT_THAT(words, HasSubstr("<t>=HYPERLINK(1)</t>"));
  EXPECT_THAT(words, HasSubstr("<t>（未明确）</t>"));
  EXPECT_THAT(part(workbook, "xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
  EXPECT_THAT(part(workbook, "docProps/core.xml"), HasSubstr("2026-11-23T12:00:00Z"));
}

TEST(CheckTable, TheFormatFollowsTheName) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "-o", "t.xlsx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(files.read("t.xlsx").value(), testing::StartsWith("PK"));
}

TEST(CheckTable, NoFormatWritesOverTheDraft) {
  const MemoryFiles files{{"d.txt", draft}};
  for (const char* format : {"terminal", "json", "tsv", "xlsx"}) {
    const Ran ran = run_in_memory(files, {"check", "d.txt", "--format", format, "-o", "./d.txt"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("原稿从不改动"));
  }
  EXPECT_EQ(files.read("d.txt").value(), draft);
}

}  // namespace
}  // namespace mingze::app
