// `mingze check --fix`: a repaired copy beside the draft.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "draft/document/decode.hpp"
#include "draft/word/docx.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

// An old name that is sure, a lead that the rules tell, and a lead that nobody tells.
const std::string title = "澜江县水环境方案";
const std::string old_name = "（一）治理河道。清理漂浮物。（县环保局牵头，县财政局配合）";
const std::string untold = "（二）宣传引导。开展宣传。（县水利局、县财政局按职责分工负责）";
const std::string told = "（三）推进城市黑臭水体治理。逐条排查。";
const std::string draft =
    title + "\n\n一、主要任务\n" + old_name + "\n" + untold + "\n" + told + "\n";
const std::string repaired_draft =
    title + "\n\n一、主要任务\n" +
    "（一）治理河道。清理漂浮物。（县生态环境局牵头，县财政局配合）\n" + untold + "\n" + told +
    "（县住房和城乡建设局牵头）\n";

std::string read(const MemoryFiles& files, const std::string& path) {
  const auto bytes = files.read(path);
  return bytes ? bytes.value() : "none";
}

std::string word_draft() {
  return draft::WordFile{draft::paragraph(draft::run(title)) +
                         draft::paragraph(draft::run("一、主要任务")) +
                         draft::paragraph(draft::run(old_name)) +
                         draft::paragraph(draft::run(untold)) + draft::paragraph(draft::run(told))}
      .bytes();
}

TEST(CheckFix, WritesTheSureRepairsIntoACopyBesideTheDraft) {
  const MemoryFiles files{{"in/d.txt", draft}};
  const Ran ran = run_in_memory(files, {"check", "in/d.txt", "--fix"});
  EXPECT_EQ(ran.code, 1) << "an error is left";
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(read(files, "in/d.txt"), draft);
  EXPECT_EQ(read(files, "in/d-修改稿.txt"), repaired_draft);
  EXPECT_THAT(ran.out, HasSubstr("第 4 行：“县环保局”改为“县生态环境局”"));
  EXPECT_THAT(ran.out, HasSubstr("第 6 行：加上“（县住房和城乡建设局牵头）”"));
  EXPECT_THAT(ran.out, HasSubstr("原有问题 3 个，消除 2 个，还有 1 个，新出现 0 个"));
  EXPECT_THAT(ran.out, HasSubstr("lead-missing"));
}

TEST(CheckFix, TheSummaryIsThatOfCheckingTheCopy) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--fix"});
  const Ran again = run_in_memory(files, {"check", "d-修改稿.txt"});
  EXPECT_EQ(ran.code, again.code);
  EXPECT_THAT(again.out, HasSubstr("合计：错误 1，警告 0，提示 0"));
  const Ran twice = run_in_memory(files, {"check", "d-修改稿.txt", "--fix"});
  EXPECT_THAT(twice.out, HasSubstr("没有改动，没有另存"));
  EXPECT_EQ(files.kind("d-修改稿-修改稿.txt"), PathKind::missing);
  EXPECT_EQ(twice.code, 1);
}

TEST(CheckFix, ALeadIsOnlySureWhereTheItemIsAboutItAndTheClauseNamesIt) {
  const auto fixed = [](const std::string& item) {
    const MemoryFiles files{{"d.txt", title + "\n\n" + item + "\n"}};
    run_in_memory(files, {"check", "d.txt", "--fix"});
    return read(files, "d-修改稿.txt");
  };
  const std::string about = "（一）推进城市黑臭水体治理。逐条排查。";
  EXPECT_THAT(fixed(about + "（县住房和城乡建设局、县水利局按职责分工负责）"),
              HasSubstr("（县住房和城乡建设局牵头，县水利局配合）"));
  EXPECT_EQ(fixed(about + "（县财政局、县水利局按职责分工负责）"), "none");
  EXPECT_EQ(fixed("（一）做好宣传引导。宣传城市黑臭水体治理的知识。"), "none");
}

TEST(CheckFix, WhatIsPickedIsDoneAndNothingElse) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran one = run_in_memory(files, {"check", "d.txt", "--fix=1", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("县生态环境局"));
  EXPECT_THAT(read(files, "e.txt"), Not(HasSubstr("县住房和城乡建设局")));
  EXPECT_THAT(one.out, HasSubstr("消除 1 个"));
  run_in_memory(files, {"check", "d.txt", "--fix=unassigned", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("县环保局"));
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("县住房和城乡建设局"));
  for (const char* both : {"--fix=1,3", "--fix=1，3", "--fix=3、1"}) {
    run_in_memory(files, {"check", "d.txt", both, "-o", "e.txt"});
    EXPECT_EQ(read(files, "e.txt"), repaired_draft) << both;
  }
}

TEST(CheckFix, WhoLeadsCanBeTold) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran untold_ran = run_in_memory(files, {"check", "d.txt", "--fix=2", "-o", "e.txt"});
  EXPECT_EQ(files.kind("e.txt"), PathKind::missing);
  EXPECT_THAT(untold_ran.out, HasSubstr("--fix=2:单位名称"));
  run_in_memory(files, {"check", "d.txt", "--fix=2:县财政局", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("（县财政局牵头，县水利局配合）"));
  run_in_memory(files, {"check", "d.txt", "--fix=2：县委宣传部", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("（县委宣传部牵头，县水利局、县财政局配合）"));
  run_in_memory(files, {"check", "d.txt", "--fix=3:县水利局", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("逐条排查。（县水利局牵头）"));
  const Ran other = run_in_memory(files, {"check", "d.txt", "--fix=1:县水利局", "-o", "f.txt"});
  EXPECT_THAT(other.out, HasSubstr("加不上牵头单位"));
  EXPECT_EQ(files.kind("f.txt"), PathKind::missing);
}

TEST(CheckFix, AnErrorThatWouldComeOfARepairIsNotWritten) {
  const MemoryFiles files{{"d.txt", draft},
                          {"mine/m.mz",
                           "use draft.\n"
                           "问题 no-housing 错误 \"{某名称}不行\" | \"not {某名称}\"\n"
                           "  于 某名称\n"
                           "  若 某名称 属于 条线 住房城乡建设部门.\n"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--fix", "--pack", "mine"});
  EXPECT_THAT(ran.out, HasSubstr("没有改的 1"));
  EXPECT_THAT(ran.out, HasSubstr("改了会出现新的错误：县住房和城乡建设局不行"));
  EXPECT_THAT(ran.out, HasSubstr("消除 1 个，还有 2 个，新出现 0 个"));
  EXPECT_THAT(read(files, "d-修改稿.txt"), HasSubstr("县生态环境局"));
  EXPECT_THAT(read(files, "d-修改稿.txt"), Not(HasSubstr("县住房和城乡建设局")));
}

TEST(CheckFix, OfSeveralRepairsOneIsChosen) {
  const MemoryFiles files{
      {"d.txt", title + "\n（一）改造房屋。改造房屋。（县住房和城建设局牵头，县财政局配合）\n"}};
  const Ran checked = run_in_memory(files, {"check", "d.txt"});
  ASSERT_THAT(checked.out, HasSubstr("[--fix=1.2]"));
  const Ran none = run_in_memory(files, {"check", "d.txt", "--fix=1", "-o", "e.txt"});
  EXPECT_THAT(none.out, HasSubstr("选一种：--fix=1.1|1.2"));
  EXPECT_EQ(files.kind("e.txt"), PathKind::missing);
  run_in_memory(files, {"check", "d.txt", "--fix=1.1", "-o", "e.txt"});
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("（县住房和城乡建设局牵头"));
}

TEST(CheckFix, OfTwoRepairsOfOnePlaceTheFirstIsDone) {
  const MemoryFiles files{{"d.txt", draft}};
  const Ran ran =
      run_in_memory(files, {"check", "d.txt", "--fix=2:县水利局,2:县财政局", "-o", "e.txt"});
  EXPECT_THAT(ran.out, HasSubstr("改的是同一处"));
  EXPECT_THAT(read(files, "e.txt"), HasSubstr("（县水利局牵头，县财政局配合）"));
}

TEST(CheckFix, ATextKeepsItsEncodingItsMarkAndItsLineEnds) {
  std::string crlf = draft;
  for (std::size_t at = 0; (at = crlf.find('\n', at)) != std::string::npos; at += 2)
    crlf.insert(at, "\r");
  const std::string gb_mark = "\xC4\xB3\xCA\xD0";  // 某市: tells GB18030 by not being UTF-8
  const std::string utf16_mark = "\xFF\xFE";
  const std::string be_mark = "\xFE\xFF";
  const auto as = [&](const std::string& like) { return *draft::encode(crlf, like); };
  for (const std::string& bytes :
       {crlf, "\xEF\xBB\xBF" + crlf, as(gb_mark), as(utf16_mark + std::string("a\0", 2)),
        as(be_mark + std::string("\0a", 2))}) {
    const MemoryFiles files{{"d.txt", bytes}};
    const Ran ran = run_in_memory(files, {"check", "d.txt", "--fix"});
    EXPECT_EQ(ran.err, "");
    const std::string copy = read(files, "d-修改稿.txt");
    const auto before = draft::decode(bytes, "d.txt");
    const auto after = draft::decode(copy, "d.txt");
    ASSERT_TRUE(before.ok() && after.ok());
    EXPECT_EQ(draft::encode(after.value(), bytes), copy);
    EXPECT_THAT(after.value(), HasSubstr("（县住房和城乡建设局牵头）\r\n"));
    std::string undone = after.value();
    undone.erase(undone.find("（县住房和城乡建设局牵头）"),
                 std::string("（县住房和城乡建设局牵头）").size());
    undone.replace(undone.find("县生态环境局"), std::string("县生态环境局").size(), "县环保局");
    EXPECT_EQ(undone, before.value());
    EXPECT_EQ(read(files, "d.txt"), bytes);
  }
}

TEST(CheckFix, AWordFileHasTrackedChanges) {
  const std::string bytes = word_draft();
  const MemoryFiles files{{"d.docx", bytes}};
  const Ran ran = run_in_memory(files, {"check", "d.docx", "--fix"});
  EXPECT_EQ(ran.err, "");
  EXPECT_TRUE(read(files, "d.docx") == bytes);
  const std::string copy = read(files, "d-修改稿.docx");
  const auto accepted = draft::read_docx(copy, "d.docx");
  const auto rejected = draft::read_docx(copy, "d.docx", draft::Revision::original);
  ASSERT_TRUE(accepted.ok() && rejected.ok());
  EXPECT_THAT(accepted.value().text, HasSubstr("县生态环境局牵头"));
  EXPECT_THAT(accepted.value().text, HasSubstr("逐条排查。（县住房和城乡建设局牵头）"));
  EXPECT_EQ(rejected.value().text, draft::read_docx(bytes, "d.docx").value().text);
  EXPECT_THAT(ran.out, HasSubstr("第 3 段：“县环保局”改为“县生态环境局”"));
  EXPECT_THAT(ran.out, HasSubstr("逐处接受或拒绝"));
}

/// The old name is an insertion that is tracked already.
draft::WordFile tracked(const std::string& more) {
  return draft::WordFile{draft::paragraph(draft::run(title)) +
                         draft::paragraph(draft::run("（一）治理河道。清理漂浮物。（") +
                                          "<w:ins w:id=\"3\">" + draft::run("县环保局") +
                                          "</w:ins>" + draft::run("牵头，县财政局配合）")) +
                         more};
}

TEST(CheckFix, WhatCannotBeChangedDoesNotStopTheOthers) {
  const MemoryFiles files{{"d.docx", tracked(draft::paragraph(draft::run(told))).bytes()}};
  const Ran ran = run_in_memory(files, {"check", "d.docx", "--fix"});
  EXPECT_THAT(ran.out, HasSubstr("没有改的 1"));
  EXPECT_THAT(ran.out, HasSubstr("这里改不了"));
  const auto accepted = draft::read_docx(read(files, "d-修改稿.docx"), "d.docx");
  ASSERT_TRUE(accepted.ok());
  EXPECT_THAT(accepted.value().text, HasSubstr("县环保局牵头"));
  EXPECT_THAT(accepted.value().text, HasSubstr("逐条排查。（县住房和城乡建设局牵头）"));
}

TEST(CheckFix, WhereNothingCanBeChangedNothingIsWritten) {
  const MemoryFiles files{{"d.docx", tracked("").bytes()}};
  const Ran ran = run_in_memory(files, {"check", "d.docx", "--fix"});
  EXPECT_EQ(ran.code, 0) << "as the draft's own findings: a warning";
  EXPECT_THAT(ran.out, HasSubstr("没有改动，没有另存"));
  EXPECT_THAT(ran.out, HasSubstr("这里改不了"));
  EXPECT_EQ(files.kind("d-修改稿.docx"), PathKind::missing);
}

TEST(CheckFix, ACopyThatIsThereIsOnlyReplacedByName) {
  const MemoryFiles files{{"d.txt", draft}, {"d-修改稿.txt", "mine"}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--fix"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("已经有 d-修改稿.txt"));
  EXPECT_EQ(read(files, "d-修改稿.txt"), "mine");
  run_in_memory(files, {"check", "d.txt", "--fix", "-o", "d-修改稿.txt"});
  EXPECT_EQ(read(files, "d-修改稿.txt"), repaired_draft);
}

TEST(CheckFix, AWrongNumberIsToldBeforeTheCopyThatIsThere) {
  const MemoryFiles files{{"d.txt", draft}, {"d-修改稿.txt", "mine"}};
  for (const char* picked : {"--fix=99", "--fix=no-such-code"}) {
    const Ran ran = run_in_memory(files, {"check", "d.txt", picked});
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("这份文稿有 3 个问题"));
    EXPECT_THAT(ran.err, Not(HasSubstr("已经有")));
  }
}

TEST(CheckFix, EveryDraftOfAFolderIsRepairedWhereItCanBe) {
  const std::string right = title + "\n\n（一）治理湖泊。清理水草。（县水利局牵头）\n";
  MemoryFiles files{{"in/a/d.txt", draft}, {"in/d.docx", word_draft()}, {"in/e.txt", right}};
  const Ran ran = run_in_memory(files, {"check", "in", "--fix"});
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.code, 1) << "errors are left";
  EXPECT_EQ(read(files, "in/a/d.txt"), draft);
  EXPECT_EQ(read(files, "in/a/d-修改稿.txt"), repaired_draft);
  EXPECT_EQ(files.kind("in/d-修改稿.docx"), PathKind::file);
  EXPECT_EQ(files.kind("in/e-修改稿.txt"), PathKind::missing);
  EXPECT_THAT(ran.out, HasSubstr("文稿 3 份，写了修改稿 2 份"));
  const Ran again = run_in_memory(files, {"check", "in", "--fix"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("先移走它，或者用 -o 写到另一个文件夹"));
  const Ran other = run_in_memory(files, {"check", "in", "--fix=old-name", "-o", "out"});
  EXPECT_THAT(read(files, "out/a/d-修改稿.txt"), HasSubstr("县生态环境局牵头"));
  EXPECT_THAT(read(files, "out/a/d-修改稿.txt"), Not(HasSubstr("县住房和城乡建设局")));
  EXPECT_THAT(other.out, HasSubstr("写了修改稿 2 份"));
}

TEST(CheckFix, WhatADraftIsToldOfOthersIsLeftOutOfItsCopy) {
  const auto plan = [](const std::string& lead) {
    return title + "\n\n（一）整治排污口。逐个整治。（" + lead + "牵头）\n" + told + "\n";
  };
  MemoryFiles files{{"in/a.txt", plan("县水利局")}, {"in/b.txt", plan("县农业农村局")}};
  const Ran ran = run_in_memory(files, {"check", "in", "--fix"});
  EXPECT_THAT(ran.out, HasSubstr("原有问题 2 个，消除 1 个"));
  EXPECT_THAT(ran.out, HasSubstr("与其他文稿不一致的问题 2 个没有改，也没有重新检查"));
}

TEST(CheckFix, WhatMakesNoSenseIsWrongUsage) {
  const MemoryFiles files{
      {"in/d.txt", draft}, {"in/e.txt", draft}, {"d.docx", word_draft()}, {"p.txt", draft}};
  const auto refused = [&](std::vector<std::string> arguments, const std::string& why) {
    arguments.insert(arguments.begin(), "check");
    const Ran ran = run_in_memory(files, arguments);
    EXPECT_EQ(ran.code, 2) << arguments[1];
    EXPECT_THAT(ran.err, HasSubstr(why));
    EXPECT_EQ(ran.out, "");
    arguments.insert(arguments.end(), {"--lang", "en"});
    EXPECT_EQ(run_in_memory(files, arguments).code, 2);
  };
  refused({"in", "--fix=2"}, "编号是一份文稿自己的");
  refused({"p.txt", "d.docx", "--fix=1:县水利局"}, "编号是一份文稿自己的");
  refused({"in", "--fix=no-such-code"}, "没有“no-such-code”这个问题");
  refused({"in", "--fix", "-o", "p.txt"}, "写到文件夹里");
  refused({"p.txt", "--fix", "-o", "./p.txt"}, "原稿从不改动");
  refused({"p.txt", "--fix", "-o", "p.docx"}, "后缀要相同");
  refused({"p.txt", "--fix", "--format", "json"}, "不能与 --format json 同用");
  refused({"d.docx", "--fix", "--original"}, "不能与 --original 同用");
  refused({"-", "--fix"}, "要用 -o");
  refused({"p.txt", "--fix=9"}, "没有“9”；这份文稿有 3 个问题");
  refused({"p.txt", "--fix=1.5"}, "没有“1.5”");
  refused({"p.txt", "--fix=old-nam"}, "没有“old-nam”");
  for (const char* wrong : {"--fix=0", "--fix=1,,2", "--fix=-1", "--fix=2:", "--fix=1.x",
                            "--fix=二", "--fix=99999999999999999999", "--fix=1.1:县水利局"})
    refused({"p.txt", wrong}, "不是编号");
}

TEST(CheckFix, AFolderWithOneDraftIsThatDraft) {
  const MemoryFiles files{{"in/d.txt", draft}};
  run_in_memory(files, {"check", "in", "--fix"});
  EXPECT_EQ(read(files, "in/d-修改稿.txt"), repaired_draft);
}

TEST(CheckFix, TheDraftIsKnownByWhateverPath) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "mingze-check-fix";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string path = (folder / "d.txt").string();
  std::ofstream(path) << draft;
  fs::create_symlink(path, folder / "soft.txt");
  fs::create_hard_link(path, folder / "hard.txt");
  std::ostringstream out;
  std::ostringstream err;
  const Terminal terminal{
      out, err, false, false, 100, *parse_date("2026-11-23"), [](const std::string&) {
        return std::string();
      }};
  for (const char* other : {"soft.txt", "hard.txt"})
    EXPECT_EQ(run_command_line({"check", path, "--fix", "-o", (folder / other).string()}, terminal,
                               DiskFiles(), Packs(embedded_archive())),
              2);
  EXPECT_THAT(err.str(), HasSubstr("原稿从不改动"));
  std::ifstream in(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), draft);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mingze::app
