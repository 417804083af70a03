// Limits, a stop from another thread, and threads that share an engine.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "rivers.hpp"

namespace mingze::outside {
namespace {

/// A program whose rules conclude some 64 million tuples.
constexpr const char* much = R"(kind node.
relation edge "{from: node} to {to: node}".
relation quad "{a: node} {b: node} with {c: node} {d: node}".
rule all cites law if A to B and C to D and E to F then A C with E F.
source law "law".
)";

Engine much_engine() {
  std::string program = much;
  for (int i = 0; i < 20; ++i)
    for (int k = 0; k < 20; ++k)
      program += "n" + std::to_string(i) + " to n" + std::to_string(k) + ".\n";
  for (int i = 0; i < 20; ++i) program += "node n" + std::to_string(i) + ".\n";
  return Engine::load({.texts = {{"much.mz", program}}, .shipped_packs = false}).value();
}

TEST(Limits, OfTuplesTimeAndMemoryEndAResolution) {
  Engine engine = much_engine();
  const Error tuples = engine.resolve({.tuples = 10'000}).error();
  EXPECT_EQ(tuples.kind, ErrorKind::limit);
  EXPECT_EQ(tuples.code, "tuple-limit");
  EXPECT_EQ(engine.resolve({.memory = 100'000}).error().code, "memory-limit");
  EXPECT_EQ(engine.resolve({.time = std::chrono::milliseconds(20)}).error().code, "time-limit");
  EXPECT_FALSE(engine.is_resolved());
}

TEST(Limits, ATimeThatIsOverIsALimitAndTheLongestIsNone) {
  Engine engine =
      Engine::load({.texts = {{"p.mz", "kind node. node a."}}, .shipped_packs = false}).value();
  EXPECT_EQ(much_engine().resolve({.time = std::chrono::milliseconds(-5)}).error().code,
            "time-limit");
  EXPECT_EQ(much_engine().resolve({.time = std::chrono::milliseconds::min()}).error().code,
            "time-limit");
  EXPECT_TRUE(engine.resolve({.time = std::chrono::milliseconds::max()}));
}

TEST(Limits, CountTheAnswersOfAQuestion) {
  std::string program = "kind node. relation edge \"{a: node} to {b: node}\".";
  for (int i = 0; i < 20; ++i)
    program += " node n" + std::to_string(i) + ". n0 to n" + std::to_string(i) + ".";
  Engine engine = Engine::load({.texts = {{"p.mz", program}}, .shipped_packs = false}).value();
  ASSERT_TRUE(engine.resolve());
  const char* question = "A to B and C to D";
  EXPECT_EQ(engine.ask(question, {.tuples = 399}).error().code, "tuple-limit");
  EXPECT_EQ(engine.ask(question, {.tuples = 400})->answers.size(), 400U);
  EXPECT_EQ(engine.ask(question, {.memory = 10'000}).error().code, "memory-limit");
  EXPECT_EQ(engine.why(question, {.memory = 1'000}).error().code, "memory-limit");
  EXPECT_EQ(engine.why(question, {.tuples = 399}).error().code, "tuple-limit");
  EXPECT_TRUE(engine.why(question, {.tuples = 400}));
  EXPECT_EQ(engine.why_not(question, {.tuples = 399}).error().code, "tuple-limit");
  EXPECT_TRUE(engine.why_not(question, {.tuples = 400})->holds);
}

TEST(Limits, CountWhatRulesTakeOnADraft) {
  const Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  const std::string draft = "桃源市水环境治理工作方案\n一、清理河道。（市水利局、市财政局负责）\n";
  const auto told = [&] { return engine.check(draft, "a.txt")->render(Format::json).value(); };
  const std::string before = told();
  EXPECT_EQ(engine.check(draft, "a.txt", {.jurisdiction = "没有的市"}, {.tuples = 1}).error().code,
            "tuple-limit");
  EXPECT_EQ(told(), before);
  EXPECT_TRUE(engine.check(draft, "a.txt")->notes.empty());
}

TEST(Limits, AStopComesFromAnotherThread) {
  Engine engine = much_engine();
  std::stop_source stop;
  std::jthread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    stop.request_stop();
  });
  const auto resolved = engine.resolve({.stop = stop.get_token()});
  ASSERT_FALSE(resolved.ok());
  EXPECT_EQ(resolved.error().kind, ErrorKind::stopped);
}

TEST(Limits, AQuestionMayBeLimited) {
  Engine rivers = resolved_rivers();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(rivers.ask("water 审批 noise", {.stop = stop.get_token()}).error().kind,
            ErrorKind::stopped);
  EXPECT_TRUE(rivers.ask("water 审批 dredging").value().holds);
}

TEST(Limits, AfterAStopAnEditIsStillResolved) {
  Engine engine = resolved_rivers();
  engine.add(engine.fact("roads 审批 noise").value()).value();
  EXPECT_EQ(engine.resolve({.tuples = 1}).error().code, "tuple-limit");
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("noise", "suzhou"))->values.at(0).id, "roads");
}

TEST(Threads, ShareAResolvedEngine) {
  const Engine engine = resolved_rivers();
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 60; ++i) {
          const auto decision = engine.decide("leads", key("清淤", "suzhou"));
          if (!decision || decision->values.at(0).id != "water") ++wrong;
          if (i % 6 != t) continue;
          if (engine.ask("某部门 在 苏州市 牵头 某事项").value().answers.size() != 3) ++wrong;
          if (!engine.why_key("leads", key("dredging", "suzhou")).value().holds) ++wrong;
          if (engine.why_not("roads leads dredging in suzhou").value().holds) ++wrong;
          if (engine.decide("leads", key("nothing", "suzhou")).ok()) ++wrong;
          if (engine.render(Format::json).value().empty()) ++wrong;
          if (engine.names("matter").value().size() != 3) ++wrong;
        }
      });
  }
  EXPECT_EQ(wrong, 0);
}

TEST(Threads, HaveEnginesOfTheirOwn) {
  std::atomic<int> right = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        Engine engine = river_engine();
        const std::string matter = "matter" + std::to_string(t);
        engine.declare("matter", matter).value();
        engine.add({"handled", {{"matter", matter}, {"place", "suzhou"}}}).value();
        engine.resolve().value();
        if (engine.decide("leads", key(matter, "suzhou"))->status == Decision::Status::missing)
          ++right;
      });
  }
  EXPECT_EQ(right, 4);
}

TEST(Threads, ShareADraftChecker) {
  const Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  std::vector<std::string> reports(3);
  {
    std::vector<std::jthread> threads;
    for (std::string& report : reports)
      threads.emplace_back([&] {
        report = engine.check("方案\n（一）清理河道。（市水利局牵头）\n", "a.txt")
                     .value()
                     .render(Format::json)
                     .value();
      });
  }
  EXPECT_EQ(reports[0], reports[1]);
  EXPECT_EQ(reports[0], reports[2]);
}

}  // namespace
}  // namespace mingze::outside
