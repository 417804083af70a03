#include "app/cli/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace mingze::app {
namespace {

using std::chrono::milliseconds;

/// What a run writes on standard error that takes 300 ms for each of ten steps.
std::string written(bool is_terminal, bool quiet, const std::string& term, milliseconds step) {
  std::ostringstream out;
  std::ostringstream err;
  const Terminal terminal{out, err, false, is_terminal, 60, {}, [&](const std::string& name) {
                            return name == "TERM" ? term : "";
                          }};
  Settings settings;
  settings.quiet = quiet;
  settings.out_style.language = Language::zh;
  const DiskFiles disk;
  const RememberedFiles files(disk);
  const Packs packs;
  const Context context{terminal, files, packs, settings};
  std::chrono::steady_clock::time_point now;
  {
    Progress progress(context, {"正在检查", "checking"}, [&] { return now; });
    for (std::size_t i = 1; i <= 10; ++i) {
      now += step;
      progress.at(i, 10);
    }
  }
  EXPECT_EQ(out.str(), "");
  return err.str();
}

TEST(Progress, IsDrawnAfterASecondAndWiped) {
  const std::string err = written(true, false, "xterm", milliseconds(300));
  EXPECT_EQ(err.find("40%"), err.find('%') - 2) << err;
  EXPECT_NE(err.find("正在检查 [################"), std::string::npos);
  EXPECT_NE(err.find("100%"), std::string::npos);
  EXPECT_TRUE(err.ends_with("\r\033[K"));
}

TEST(Progress, IsNotDrawnWhereNobodyWaitsOrLooks) {
  EXPECT_EQ(written(true, false, "xterm", milliseconds(50)), "");
  EXPECT_EQ(written(false, false, "xterm", milliseconds(300)), "");
  EXPECT_EQ(written(true, true, "xterm", milliseconds(300)), "");
  EXPECT_EQ(written(true, false, "dumb", milliseconds(300)), "");
}

}  // namespace
}  // namespace mingze::app
