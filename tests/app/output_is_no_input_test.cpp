// No output replaces what a run has read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/cli/remembered_files.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

constexpr const char* program =
    "kind office = 部门.\nrelation busy \"{office} is busy\".\nfacts busy from \"busy.tsv\".\n";

/// Runs with `arguments` and expects the output to be refused, and all files to be as they were.
void expect_refused(const std::vector<std::string>& arguments) {
  const std::vector<std::pair<std::string, std::string>> all{{"p.mz", program},
                                                             {"busy.tsv", "water\n"}};
  MemoryFiles files;
  for (const auto& [path, text] : all) files.put(path, text);
  std::vector<std::string> english = arguments;
  english.insert(english.end(), {"--lang", "en"});
  const Ran ran = run_in_memory(files, english);
  EXPECT_EQ(ran.code, 2) << arguments.back();
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("this file is an input of this run and is not replaced"));
  EXPECT_THAT(ran.err, HasSubstr("[bad-output]"));
  EXPECT_THAT(run_in_memory(files, arguments).err, HasSubstr("这个文件是本次运行的输入，不会覆盖"));
  for (const auto& [path, text] : all) EXPECT_EQ(files.read(path).value(), text) << path;
}

TEST(OutputIsNoInput, ProgramsAndFactsAreNotReplaced) {
  expect_refused({"resolve", "p.mz", "-o", "p.mz"});
  expect_refused({"resolve", "p.mz", "-o", "./x/../p.mz", "--format", "json"});
  expect_refused({"resolve", "p.mz", "-o", "busy.tsv", "--relation", "busy"});
  expect_refused({"resolve", "p.mz", "--record", "p.mz"});
  expect_refused({"ask", "某部门 is busy", "p.mz", "-o", "busy.tsv", "--format", "json"});
  expect_refused({"why", "某部门 is busy", "p.mz", "-o", "p.mz"});
  expect_refused({"vocabulary", "p.mz", "-o", "p.mz"});
}

TEST(OutputIsNoInput, ACommentedCopyReplacesNoList) {
  const std::string drafts = std::string(MINGZE_ROOT) + "/fixtures/drafts/";
  const std::string list = DiskFiles().read(drafts + "word-numbering-and-tables.docx").value();
  const MemoryFiles files{
      {"d.docx", DiskFiles().read(drafts + "word-saved-by-libreoffice.docx").value()},
      {"l.docx", list}};
  const Ran ran = run_in_memory(files, {"check", "d.docx", "--list", "l.docx", "-o", "l.docx"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("-o l.docx：这个文件是本次运行的输入"));
  EXPECT_EQ(files.read("l.docx").value(), list);
}

TEST(OutputIsNoInput, LayingOutMayWriteWhereItRead) {
  MemoryFiles files{{"p.mz", "kind   office."}};
  const Ran ran = run_in_memory(files, {"fmt", "p.mz", "-o", "p.mz"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(files.read("p.mz").value(), "kind office.\n");
}

TEST(OutputIsNoInput, LinksAreSeenThrough) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "mingze-remembered-files";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "p.mz") << program;
  fs::create_symlink("p.mz", folder / "soft.mz");
  fs::create_hard_link(folder / "p.mz", folder / "hard.mz");
  const DiskFiles disk;
  const RememberedFiles files(disk);
  EXPECT_FALSE(files.was_read((folder / "p.mz").string()));
  EXPECT_TRUE(files.read((folder / "p.mz").string()));
  for (const char* name : {"p.mz", "soft.mz", "hard.mz"})
    EXPECT_TRUE(files.was_read((folder / name).string())) << name;
  EXPECT_FALSE(files.was_read((folder / "other.mz").string()));
  EXPECT_FALSE(files.was_read("/dev/null"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace mingze::app
