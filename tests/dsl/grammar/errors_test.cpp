// The errors as authors see them. Each file of errors/ holds cases: a program, `---`, and what is
// said about it; `===` parts cases. MINGZE_WRITE_EXPECTED=1 writes the files anew, to be read over.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/dsl/grammar/parsed.hpp"

namespace mingze::dsl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view between_cases = "===\n";
constexpr std::string_view before_errors = "---\n";

fs::path folder() { return fs::path(MINGZE_ROOT) / "tests/dsl/grammar/errors"; }

std::vector<std::string> files() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder()))
    if (entry.path().extension() == ".txt") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> cases(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(between_cases, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = std::min(end + between_cases.size(), text.size());
  }
  return out;
}

class Errors : public testing::TestWithParam<std::string> {};

TEST_P(Errors, AreToldAsWritten) {
  const fs::path path = folder() / (GetParam() + ".txt");
  const std::string expected = read(path);
  std::string actual;
  for (const std::string& each : cases(expected)) {
    const std::string program = each.substr(0, each.find(before_errors));
    const Parsed parsed(program);
    EXPECT_NE(parsed.codes(), "") << program;
    if (!actual.empty()) actual += between_cases;
    actual += program + std::string(before_errors) + parsed.errors();
  }
  if (std::getenv("MINGZE_WRITE_EXPECTED") != nullptr)
    std::ofstream(path, std::ios::binary) << actual;
  else
    EXPECT_EQ(actual, expected);
}

INSTANTIATE_TEST_SUITE_P(Grammar, Errors, testing::ValuesIn(files()), [](const auto& file) {
  std::string name = file.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace mingze::dsl
