// fixtures/programs/good: programs whose tests pass and whose answers were worked out by hand.
#include <gtest/gtest.h>

#include "tests/language/compare_json.hpp"
#include "tests/language/run_mingze.hpp"

namespace mingze::test {
namespace {

const std::string folder = MINGZE_ROOT "/fixtures/programs/good/";

std::vector<std::string> programs() {
  std::vector<std::string> out;
  const auto names = DiskFiles().list(folder);
  if (!names.ok()) return out;
  for (const std::string& name : names.value())
    if (name.ends_with(".mz")) out.push_back(name.substr(0, name.size() - 3));
  return out;
}

class GoodProgram : public testing::TestWithParam<std::string> {};

TEST_P(GoodProgram, PassesItsTests) {
  const Said said = run_mingze({"test", folder + GetParam() + ".mz"});
  EXPECT_EQ(said.exit, 0) << said.out << said.err;
  EXPECT_EQ(said.err, "");
}

TEST_P(GoodProgram, ResolvesAsWorkedOutByHand) {
  const auto expected = DiskFiles().read(folder + GetParam() + ".resolve.json");
  ASSERT_TRUE(expected.ok()) << "beside each program stands what it resolves to";
  const Said said = run_mingze({"resolve", folder + GetParam() + ".mz", "--format", "json"});
  EXPECT_EQ(difference_of_resolutions(said.out, expected.value()), "");
  EXPECT_EQ(said.err, "");
}

TEST_P(GoodProgram, SaysTheSameInBothLanguages) {
  const std::string program = folder + GetParam() + ".mz";
  const Said zh = run_mingze({"resolve", program, "--summary", "--format", "json", "--lang", "zh"});
  const Said en = run_mingze({"resolve", program, "--summary", "--format", "json", "--lang", "en"});
  EXPECT_EQ(zh.out, en.out);
  EXPECT_EQ(zh.exit, en.exit);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, GoodProgram, testing::ValuesIn(programs()), [](const auto& one) {
  std::string name;
  for (const char c : one.param) name += c == '-' ? '_' : c;
  return name;
});

TEST(GoodPrograms, AreThere) { EXPECT_GE(programs().size(), 10U); }

}  // namespace
}  // namespace mingze::test
