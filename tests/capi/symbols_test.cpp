// The header, the export map and the shared library have the same functions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>
#include <string>

namespace mingze::capi {
namespace {

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The word at a place of a text.
std::string word_at(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
    ++end;
  return text.substr(at, end - at);
}

/// Of each declaration that MINGZE_C_API begins: the name before its parenthesis.
std::set<std::string> declared() {
  const std::string text = read(MINGZE_ROOT "/include/mingze/mingze.h");
  const std::string mark = "\nMINGZE_C_API ";
  std::set<std::string> names;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
    const std::size_t open = text.find('(', at);
    names.insert(word_at(text, text.rfind("mingze_", open)));
  }
  return names;
}

std::set<std::string> in_the_map() {
  std::istringstream lines(read(MINGZE_ROOT "/app/library/exports.map"));
  std::set<std::string> names;
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t at = line.find("mingze_"); at != line.npos && line.back() == ';')
      names.insert(word_at(line, at));
  return names;
}

/// What the shared library defines for others, without the names of C++.
std::set<std::string> exported() {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen("nm -D --defined-only '" MINGZE_LIBRARY "'", "r"), &pclose);
  std::set<std::string> names;
  std::array<char, 4096> line{};
  while (pipe && std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) != nullptr) {
    const std::string text = line.data();
    const std::string name = word_at(text, text.rfind(' ') + 1);
    if (!name.starts_with("_Z")) names.insert(name);
  }
  return names;
}

TEST(Symbols, OfHeaderMapAndLibraryAreTheSame) {
  EXPECT_GE(declared().size(), 39U);
  EXPECT_EQ(declared(), in_the_map());
  EXPECT_EQ(declared(), exported());
}

TEST(Symbols, AreEachCalledWithNulls) {
  const std::string calls = read(MINGZE_ROOT "/tests/capi/every_function.c");
  for (const std::string& name : declared()) EXPECT_THAT(calls, testing::HasSubstr(name + "("));
}

}  // namespace
}  // namespace mingze::capi
