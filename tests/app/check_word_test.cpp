// `mingze check` on Word files: read, and given back with comments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_in_memory.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string word_draft() {
  return draft::WordFile{draft::paragraph(draft::run("沅口市供水方案")) +
                         draft::paragraph(draft::run("一、改造管网。（市水务局、市财政局负责）")) +
                         draft::paragraph(draft::run("二、保护水源。（市水务局牵头）"))}
      .bytes();
}

TEST(CheckWord, FindsTheSameAsInTheTextAlone) {
  const MemoryFiles files{{"d.docx", word_draft()}};
  const Ran ran = run_in_memory(files, {"check", "d.docx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("“改造管网”写了责任单位，但没有写明由谁牵头"));
  EXPECT_THAT(ran.out, HasSubstr("2 | 一、改造管网。（市水务局、市财政局负责）"));
}

TEST(CheckWord, GivesACopyWithComments) {
  const MemoryFiles files{{"d.docx", word_draft()}};
  const Ran ran = run_in_memory(files, {"check", "d.docx", "-o", "copy.docx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("copy.docx：1 条批注"));
  EXPECT_TRUE(files.read("d.docx").value() == word_draft());
  const Ran again = run_in_memory(files, {"check", "copy.docx"});
  EXPECT_EQ(again.out, run_in_memory(files, {"check", "d.docx"}).out);
}

TEST(CheckWord, TellsWhatOfTheFileIsNotRead) {
  const MemoryFiles files{
      {"d.docx",
       draft::WordFile{draft::paragraph(draft::run("沅口市供水方案")) + "<w:altChunk/>"}.bytes()}};
  EXPECT_THAT(run_in_memory(files, {"check", "d.docx"}).err, HasSubstr("d.docx：里面嵌有其他文件"));
}

TEST(CheckWord, TheCopyIsNeverTheDraft) {
  const MemoryFiles files{{"d.docx", word_draft()}, {"e.docx", word_draft()}};
  const Ran same = run_in_memory(files, {"check", "d.docx", "-o", "./d.docx"});
  EXPECT_EQ(same.code, 2);
  EXPECT_THAT(same.err, HasSubstr("原稿从不改动"));
  const Ran nowhere = run_in_memory(files, {"check", "d.docx", "--format", "docx"});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("-o d-批注.docx"));
  const Ran two = run_in_memory(files, {"check", "d.docx", "e.docx", "-o", "c.docx"});
  EXPECT_EQ(two.code, 2);
  EXPECT_THAT(two.err, HasSubstr("一次只给一份文稿"));
  EXPECT_TRUE(files.read("d.docx").value() == word_draft());
}

TEST(CheckWord, OnlyWordFilesHaveComments) {
  const MemoryFiles files{{"d.txt", "一、改造管网。（市水务局、市财政局负责）"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "-o", "c.docx"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("不是 Word 的 .docx"));
  EXPECT_EQ(files.kind("c.docx"), PathKind::missing);
}

TEST(CheckWord, ReadsTrackedChangesAsBeforeOnDemand) {
  const std::string body =
      draft::paragraph(draft::run("沅口市供水方案")) +
      draft::paragraph(draft::run("一、改造管网。") +
                       "<w:del><w:r><w:delText>（市水务局、市财政局负责）</w:delText></w:r></w:del>"
                       "<w:ins>" +
                       draft::run("（市水务局牵头，市财政局配合）") + "</w:ins>");
  const MemoryFiles files{{"d.docx", draft::WordFile{body}.bytes()}};
  EXPECT_THAT(run_in_memory(files, {"check", "d.docx"}).out, Not(HasSubstr("lead-missing")));
  EXPECT_THAT(run_in_memory(files, {"check", "d.docx", "--original"}).out,
              HasSubstr("lead-missing"));
}

TEST(CheckWord, ADamagedFileIsToldInTheReadersLanguage) {
  const MemoryFiles files{{"d.docx", word_draft().substr(0, 400)}};
  const Ran zh = run_in_memory(files, {"check", "d.docx"});
  EXPECT_EQ(zh.code, 2);
  EXPECT_THAT(zh.err, HasSubstr("压缩包不完整或已损坏"));
  const Ran en = run_in_memory(files, {"check", "d.docx", "--lang", "en"});
  EXPECT_THAT(en.err, HasSubstr("incomplete or damaged"));
}

}  // namespace
}  // namespace mingze::app
