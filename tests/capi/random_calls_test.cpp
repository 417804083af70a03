// Calls at random, by one thread and by several on the same handles. Under the sanitizers this
// finds crashes, leaks and races; tests/fuzz/call_interface.cpp looks further.
#include "tests/capi/random_calls.hpp"

#include <gtest/gtest.h>

#include <random>
#include <thread>
#include <vector>

namespace mingze::capi {
namespace {

std::string random_bytes(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
  return bytes;
}

TEST(RandomCalls, LeaveNothingBehind) {
  std::uint64_t done = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    {
      Pool pool;
      const std::string bytes = random_bytes(seed, 3000);
      done += RandomCalls(pool, bytes, true).run();
    }
    EXPECT_EQ(mingze_handles(), 0U) << seed;
  }
  EXPECT_GT(done, 500U) << "they go wrong as well as right";
}

TEST(RandomCalls, OfSeveralThreadsOnTheSameHandlesLeaveNothingBehind) {
  for (std::uint32_t round = 0; round < 4; ++round) {
    {
      Pool pool;
      std::vector<std::thread> threads;
      for (std::uint32_t seed = 0; seed < 4; ++seed)
        threads.emplace_back([&pool, bytes = random_bytes(100 + round * 4 + seed, 4000)] {
          static_cast<void>(RandomCalls(pool, bytes, false).run());
        });
      for (std::thread& thread : threads) thread.join();
    }
    EXPECT_EQ(mingze_handles(), 0U) << round;
  }
}

}  // namespace
}  // namespace mingze::capi
