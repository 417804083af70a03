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
  const Ran two = run_in_memory(files, {"check", "d.docx", "e.docx", "-o", "c.docx"});
  EXPECT_EQ(two.code, 2);
  EXPECT_THAT(two.err, HasSubstr("写到文件夹里"));
  EXPECT_TRUE(files.read("d.docx").value() == word_draft());
}

TEST(CheckWord, WithoutANameTheCopyStandsBesideTheDraftAndReplacesNothing) {
  const MemoryFiles files{{"in/d.docx", word_draft()}};
  const Ran ran = run_in_memory(files, {"check", "in/d.docx", "--format", "docx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("已写 in/d-批注.docx：1 条批注"));
  EXPECT_EQ(files.kind("in/d-批注.docx"), PathKind::file);
  const Ran again = run_in_memory(files, {"check", "in/d.docx", "--format", "docx"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("已经有 in/d-批注.docx"));
  EXPECT_EQ(run_in_memory(files, {"check", "in/d.docx", "--format", "docx", "--lang", "en"}).code,
            1);
  EXPECT_EQ(files.kind("in/d-comments.docx"), PathKind::file);
}

TEST(CheckWord, EachWordFileOfAFolderHasACopy) {
  const MemoryFiles files{{"in/a/d.docx", word_draft()},
                          {"in/b/d.docx", word_draft()},
                          {"in/b/e.txt", "一、改造管网。（市水务局、市财政局负责）"}};
  const Ran ran = run_in_memory(files, {"check", "in", "--format", "docx"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("批注稿 2 份，批注 2 条；另有 1 份不是 .docx"));
  EXPECT_EQ(files.kind("in/a/d-批注.docx"), PathKind::file);
  EXPECT_EQ(files.kind("in/b/d-批注.docx"), PathKind::file);
  EXPECT_TRUE(files.read("in/a/d.docx").value() == word_draft());
}

TEST(CheckWord, CopiesGoIntoTheFolderOfTheOutputAsTheDraftsStand) {
  const MemoryFiles files{{"in/a/d.docx", word_draft()}, {"in/b/d.docx", word_draft()}};
  for (int time = 0; time < 2; ++time) {  // the second replaces what the first wrote
    const Ran ran = run_in_memory(files, {"check", "./in/", "--format", "docx", "-o", "in/out"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("批注稿 2 份"));
    EXPECT_EQ(files.kind("in/out/a/d-批注.docx"), PathKind::file);
    EXPECT_EQ(files.kind("in/out/b/d-批注.docx"), PathKind::file);
  }
  EXPECT_EQ(files.kind("in/out/a/d-批注-批注.docx"), PathKind::missing);
  const Ran named = run_in_memory(
      files, {"check", "in/a/d.docx", "in/b/d.docx", "--format", "docx", "-o", "out"});
  EXPECT_EQ(named.code, 2);
  EXPECT_THAT(named.err, HasSubstr("都会写成 out/d-批注.docx"));
  const Ran one =
      run_in_memory(files, {"check", "in/a/d.docx", "--format", "docx", "-o", "in/out/b"});
  EXPECT_THAT(one.err, HasSubstr("已写 in/out/b/d-批注.docx"));
}

TEST(CheckWord, OneFileThatCannotHaveCommentsDoesNotStopTheOthers) {
  const MemoryFiles files{{"in/a.docx", "一、改造管网。（市水务局、市财政局负责）"},
                          {"in/b.docx", word_draft()},
                          {"in/c.docx", word_draft().substr(0, 400)}};
  const Ran ran = run_in_memory(files, {"check", "in", "--format", "docx"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("in/a.docx"));
  EXPECT_THAT(ran.err, HasSubstr("in/c.docx"));
  EXPECT_EQ(files.kind("in/a-批注.docx"), PathKind::missing);
  EXPECT_EQ(files.kind("in/b-批注.docx"), PathKind::file);
}

TEST(CheckWord, CopiesBesideTheDraftsOfAFolderAreNoDrafts) {
  const MemoryFiles files{{"in/d.docx", word_draft()},
                          {"in/d-批注.docx", word_draft()},
                          {"in/d-repaired.docx", word_draft()},
                          {"in/e-批注.docx", word_draft()}};
  const Ran ran = run_in_memory(files, {"check", "in"});
  EXPECT_THAT(ran.out, HasSubstr("文稿 2 份，略过 2（批注稿和修改稿 2）"));
  EXPECT_THAT(run_in_memory(files, {"check", "in/d-批注.docx"}).out, HasSubstr("共 2 项"));
}

TEST(CheckWord, OnlyWordFilesHaveComments) {
  const MemoryFiles files{{"d.txt", "一、改造管网。（市水务局、市财政局负责）"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "-o", "c.docx"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("不是 Word 的 .docx"));
  EXPECT_EQ(files.kind("c.docx"), PathKind::missing);
  const Ran folder = run_in_memory({{"in/d.txt", "一、方案"}}, {"check", "in", "--format", "docx"});
  EXPECT_EQ(folder.code, 2);
  EXPECT_THAT(folder.err, HasSubstr("这里没有 .docx 文稿"));
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
