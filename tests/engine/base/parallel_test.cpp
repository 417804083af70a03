#include "engine/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace mingze {
namespace {

TEST(InParallel, DoesEverythingOnce) {
  for (const unsigned workers : {1U, 2U, 7U}) {
    std::vector<std::atomic<int>> done(100);
    std::atomic<bool> in_range = true;
    in_parallel(done.size(), workers, [&](unsigned worker, std::size_t i) {
      if (worker >= workers) in_range = false;
      ++done[i];
    });
    EXPECT_TRUE(in_range);
    for (const auto& one : done) EXPECT_EQ(one, 1);
  }
}

TEST(InParallel, NothingIsNothing) {
  in_parallel(0, 3, [](unsigned, std::size_t) { FAIL(); });
}

TEST(InParallel, DoesTheRestAndThrowsTheFirst) {
  for (const unsigned workers : {1U, 4U}) {
    std::atomic<int> done = 0;
    try {
      in_parallel(50, workers, [&](unsigned, std::size_t i) {
        ++done;
        if (i == 7 || i == 30) throw std::runtime_error(std::to_string(i));
      });
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& fault) {
      EXPECT_STREQ(fault.what(), "7");
    }
    EXPECT_EQ(done, 50);
  }
}

/// Calls of one worker never overlap: what belongs to a worker needs no lock.
TEST(InParallel, AWorkerDoesOneThingAtATime) {
  std::vector<int> of_worker(4);
  in_parallel(10'000, 4, [&](unsigned worker, std::size_t) { ++of_worker[worker]; });
  int all = 0;
  for (const int one : of_worker) all += one;
  EXPECT_EQ(all, 10'000);
}

}  // namespace
}  // namespace mingze
