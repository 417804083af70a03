// docs/repairs.md: its example is what the program does.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

TEST(RepairsPage, ShowsWhatTheProgramDoes) {
  const auto page = DiskFiles().read(std::string(MINGZE_ROOT) + "/docs/repairs.md");
  ASSERT_TRUE(page.ok());
  const auto blocks = fenced_in(page.value(), "text");
  ASSERT_EQ(blocks.size(), 3U);
  const MemoryFiles files{{"草案.txt", blocks[0]}};
  EXPECT_EQ(run_in_memory(files, {"check", "草案.txt", "--fix"}).out, blocks[1]);
  run_in_memory(files, {"check", "草案.txt", "--fix=2:县水利局", "-o", "二稿.txt"});
  EXPECT_NE(files.read("二稿.txt").value().find(blocks[2]), std::string::npos);
}

}  // namespace
}  // namespace mingze::app
