#include "engine/base/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <ostream>

namespace mingze {
namespace {

std::string temporary_folder() {
  std::string folder = testing::TempDir() + "mingze-files-" + std::to_string(::getpid());
  std::filesystem::create_directories(folder);
  return folder;
}

Producer text(const std::string& bytes) {
  return [bytes](std::ostream& out) { out << bytes; };
}

TEST(Files, WritesBesideThenRenames) {
  const DiskFiles files;
  const std::string path = temporary_folder() + "/out.txt";
  EXPECT_FALSE(files.write(path, text("一")));
  EXPECT_FALSE(files.write(path, text("二")));
  EXPECT_EQ(files.read(path).value(), "二");
  EXPECT_EQ(files.list(folder_of(path)).value(), std::vector<std::string>{"out.txt"});
  std::filesystem::remove_all(folder_of(path));
}

TEST(Files, FillBesideThenRename) {
  const std::string folder = temporary_folder();
  const std::string path = folder + "/out";
  const DiskFiles disk;
  const MemoryFiles memory;
  for (const FileSystem* files :
       {static_cast<const FileSystem*>(&disk), static_cast<const FileSystem*>(&memory)}) {
    EXPECT_FALSE(files->write(path, text("一")));
    const auto failure = files->fill(path, [&](const std::string& at) -> std::optional<Failure> {
      EXPECT_EQ(disk.read(at).value(), "");
      EXPECT_FALSE(disk.write(at, text("半")));
      return Failure{"disk-full", at, {"满", "full"}};
    });
    ASSERT_TRUE(failure.has_value());
    EXPECT_EQ(failure->subject, path);
    EXPECT_EQ(failure->code, "disk-full");
    EXPECT_EQ(files->read(path).value(), "一");
    EXPECT_FALSE(
        files->fill(path, [&](const std::string& at) { return disk.write(at, text("全")); }));
    EXPECT_EQ(files->read(path).value(), "全");
    EXPECT_EQ(files->read_first(path, 2).value(), std::string("全").substr(0, 2));
    EXPECT_EQ(files->read_first(path, 9).value(), "全");
    EXPECT_EQ(files->list(folder).value(), std::vector<std::string>{"out"});
  }
  EXPECT_FALSE(disk.read_first(folder + "/none", 1).ok());
  std::filesystem::remove_all(folder);
}

TEST(Files, SayWhatIsWrong) {
  const DiskFiles files;
  const auto missing = files.read("/no/such/file");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.failure().subject, "/no/such/file");
  EXPECT_EQ(missing.failure().message.en, "no such file");
  const auto folder = files.read("/");
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.failure().message.en, "this is a folder, not a file");
  const auto unwritten = files.write("/no/such/file", text("x"));
  ASSERT_TRUE(unwritten.has_value());
  EXPECT_EQ(unwritten->message.en, "there is no folder \"/no/such\"; make it first");
  const auto below = files.write("/dev/null/file", text("x"));
  ASSERT_TRUE(below.has_value());
  EXPECT_EQ(below->message.en, "a part of the path is a file, not a folder");
}

TEST(Files, InMemoryHaveFolders) {
  const MemoryFiles files{{"a/b.mz", "1"}, {"a/c/d.mz", "2"}, {"e", "3"}};
  EXPECT_EQ(files.kind("a"), PathKind::folder);
  EXPECT_EQ(files.kind("./a/c/"), PathKind::folder);
  EXPECT_EQ(files.kind("e"), PathKind::file);
  EXPECT_EQ(files.kind("f"), PathKind::missing);
  EXPECT_EQ(files.list("a").value(), (std::vector<std::string>{"b.mz", "c"}));
  EXPECT_EQ(files.list(".").value(), (std::vector<std::string>{"a", "e"}));
  EXPECT_EQ(files.read("a/c/../b.mz").value(), "1");
}

TEST(Files, JoinPaths) {
  EXPECT_EQ(join_path("a", "b"), "a/b");
  EXPECT_EQ(join_path("", "b"), "b");
  EXPECT_EQ(join_path("a", "/b"), "/b");
  EXPECT_EQ(folder_of("a/b/c"), "a/b");
  EXPECT_EQ(folder_of("c"), "");
  EXPECT_EQ(name_of("a/b"), "b");
  EXPECT_EQ(normal_path("a/./b/../c/"), "a/c");
}

}  // namespace
}  // namespace mingze
