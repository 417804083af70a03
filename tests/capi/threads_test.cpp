// One engine in several threads: the handle orders them.
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/capi/owned.hpp"

namespace mingze::capi {
namespace {

constexpr const char* key = R"({"matter": "dredging", "place": "linjiang"})";
constexpr const char* noise = R"({"relation": "handled", "place": "linjiang", "matter": "noise"})";

template <typename Work>
void in_threads(int count, const Work& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
  for (std::thread& thread : threads) thread.join();
}

TEST(Threads, ReadOneEngineSideBySide) {
  const OwnedEngine engine = small_engine();
  OwnedText expected;
  ASSERT_EQ(mingze_engine_decide(engine, "leads", key, &expected, nullptr), MINGZE_OK);
  const std::string wanted = bytes_of(expected);
  in_threads(4, [&](int) {
    for (int i = 0; i < 100; ++i) {
      OwnedText text;
      OwnedReport report;
      EXPECT_EQ(mingze_engine_decide(engine, "leads", key, &text, nullptr), MINGZE_OK);
      EXPECT_EQ(bytes_of(text), wanted);
      EXPECT_EQ(mingze_engine_why_key(engine, "leads", key, &report, nullptr), MINGZE_OK);
      EXPECT_EQ(mingze_report_render(report, MINGZE_FORMAT_JSON, MINGZE_EN, &text, nullptr),
                MINGZE_OK);
    }
  });
}

TEST(Threads, ChangeAndReadOneEngineInTurns) {
  const OwnedEngine engine = small_engine();
  std::atomic<int> answered = 0;
  in_threads(4, [&](int thread) {
    for (int i = 0; i < 50; ++i) {
      if (thread == 0) {
        EXPECT_EQ(mingze_engine_add(engine, noise, nullptr, nullptr), MINGZE_OK);
        EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, nullptr), MINGZE_OK);
        EXPECT_EQ(mingze_engine_remove(engine, noise, nullptr, nullptr), MINGZE_OK);
        EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, nullptr), MINGZE_OK);
      } else {
        OwnedText text;
        const mingze_status status = mingze_engine_decide(engine, "leads", key, &text, nullptr);
        EXPECT_TRUE(status == MINGZE_OK || status == MINGZE_NOT_RESOLVED) << status;
        if (status == MINGZE_OK) ++answered;
      }
    }
  });
  OwnedText text;
  EXPECT_EQ(mingze_engine_decide(engine, "leads", key, &text, nullptr), MINGZE_OK);
  EXPECT_LE(answered, 150);
}

TEST(Threads, FreeAnEngineWhileOthersUseIt) {
  mingze_engine* engine = nullptr;
  ASSERT_EQ(mingze_engine_load(small_program, nullptr, &engine, nullptr), MINGZE_OK);
  ASSERT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, nullptr), MINGZE_OK);
  std::atomic<int> freed = 0;
  in_threads(4, [&](int thread) {
    for (;;) {
      OwnedReport report;
      const mingze_status status =
          mingze_engine_ask(engine, "某条线 审批 清淤", nullptr, &report, nullptr);
      if (status == MINGZE_MISUSE) return;
      EXPECT_EQ(status, MINGZE_OK);
      if (thread == 0 && mingze_free(engine) == MINGZE_OK) ++freed;
    }
  });
  EXPECT_EQ(freed, 1);
  EXPECT_EQ(mingze_handles(), 0U);
}

TEST(Threads, StopWhatAnotherOneRuns) {
  OwnedLimits limits;
  ASSERT_EQ(mingze_limits_create(0, 0, 0, &limits, nullptr), MINGZE_OK);
  const OwnedEngine engine = small_engine(false);
  std::thread stopper([&] { EXPECT_EQ(mingze_limits_stop(limits), MINGZE_OK); });
  mingze_status status = MINGZE_OK;
  while (status == MINGZE_OK) {
    EXPECT_EQ(mingze_engine_add(engine, noise, nullptr, nullptr), MINGZE_OK);
    EXPECT_EQ(mingze_engine_remove(engine, noise, nullptr, nullptr), MINGZE_OK);
    status = mingze_engine_resolve(engine, limits, nullptr, nullptr);
  }
  stopper.join();
  EXPECT_EQ(status, MINGZE_STOPPED);
  EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, nullptr), MINGZE_OK);
}

}  // namespace
}  // namespace mingze::capi
