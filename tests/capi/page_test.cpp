// The example of docs/c.md, compiled as C99 (capi.cmake), prints what the page says.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace mingze::capi {
namespace {

TEST(Page, TheExampleOfTheCPagePrintsWhatItSays) {
  std::ifstream in(MINGZE_C_PAGE_OUTPUT);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  ASSERT_NE(expected, "");
  FILE* const pipe = popen("'" MINGZE_C_PAGE "'", "r");
  ASSERT_NE(pipe, nullptr);
  std::string printed;
  std::array<char, 4096> part{};
  while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
    printed.append(part.data(), size);
  EXPECT_EQ(pclose(pipe), 0);
  EXPECT_EQ(printed, expected);
}

}  // namespace
}  // namespace mingze::capi
