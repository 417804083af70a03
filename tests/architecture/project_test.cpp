// The rules, applied to the project as it is on disk.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/architecture/rules.hpp"

namespace mingze::architecture {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_text(const fs::path& path) {
  static const std::vector<std::string> binary{".docx", ".pdf", ".png", ".xlsx", ".sqlite"};
  return std::find(binary.begin(), binary.end(), path.extension()) == binary.end();
}

/// All text files of the folders and files named, by path.
std::vector<File> files_in(const std::vector<std::string>& tops) {
  const fs::path root = MINGZE_ROOT;
  std::vector<File> files;
  const auto add = [&](const fs::path& path) {
    if (is_text(path))
      files.push_back({path.lexically_relative(root).generic_string(), read(path)});
  };
  for (const std::string& top : tops) {
    const fs::path path = root / top;
    if (!fs::exists(path)) ADD_FAILURE() << top << " is looked through, and is not there";
    if (fs::is_regular_file(path)) add(path);
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file() && entry.path().string().find("__pycache__") == std::string::npos)
        add(entry.path());
    }
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

const std::vector<std::string> code{"engine", "dsl", "draft", "report", "app", "include"};
const std::vector<std::string> everything{
    "engine",          "dsl",          "draft",     "report",         "app",
    "rules",           "fixtures",     "bench",     "tests",          "docs",
    "cmake",           ".ci",          "README.md", "CMakeLists.txt", "CMakePresets.json",
    "CONTRIBUTING.md", "CHANGELOG.md", "Makefile",  ".clang-format",  ".clang-tidy",
    "include"};

std::vector<Layer> layers() {
  return read_layers(read(fs::path(MINGZE_ROOT) / "cmake/layers.cmake"));
}

std::string listed(const Violations& violations) {
  std::string text;
  for (const std::string& violation : violations) text += violation + "\n";
  return text;
}

TEST(Project, HasALayerTableWithOneDirection) {
  EXPECT_GE(layers().size(), 15U);
  EXPECT_EQ(listed(faults_of(layers())), "");
}

TEST(Project, IncludesFollowTheLayers) {
  const auto files = files_in(code);
  ASSERT_GE(files.size(), 10U);
  EXPECT_EQ(listed(layer_violations(layers(), files)), "");
}

TEST(Project, LibrariesStayInTheirFolders) {
  EXPECT_EQ(listed(library_violations(layers(), files_in(code))), "");
}

TEST(Project, FilesAreSmall) { EXPECT_EQ(listed(size_violations(files_in(everything))), ""); }

TEST(Project, MostFilesAreSmaller) { EXPECT_EQ(listed(proportion_violations(files_in(code))), ""); }

TEST(Project, NamesNoPathOfOneMachine) {
  EXPECT_EQ(listed(path_violations(files_in(everything))), "");
}

}  // namespace
}  // namespace mingze::architecture
