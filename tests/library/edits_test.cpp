// Answers that followed edits are those of an engine that was told the same facts at once.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "rivers.hpp"

namespace mingze::outside {
namespace {

/// Facts about things old and new, some in a hierarchy.
std::vector<Fact> facts() {
  std::vector<Fact> out;
  const std::vector<std::string> matters{"dredging", "bridges", "noise", "m1", "m2", "m3"};
  const std::vector<std::string> places{"suzhou", "wuzhong", "p1", "p2"};
  const std::vector<std::string> offices{"water", "roads", "o1"};
  for (const auto& matter : matters)
    for (const auto& place : places) {
      out.push_back({"handled", {{"matter", matter}, {"place", place}}});
      out.push_back({"assigned",
                     {{"place", place}, {"matter", matter}, {"office", offices[out.size() % 3]}}});
    }
  for (const auto& matter : matters)
    for (const auto& office : offices)
      out.push_back({"approves", {{"office", office}, {"matter", matter}}});
  out.push_back({"within", {{"place", "p1"}, {"upper", "suzhou"}}});
  out.push_back({"within", {{"place", "p2"}, {"upper", "p1"}}});
  return out;
}

void declare(Engine& engine, const Fact& fact) {
  for (const Field& field : fact.fields)
    engine.declare(field.role == "upper" ? "place" : field.role, field.id).value();
}

/// Everything that an engine says.
std::string all_of(const Engine& engine) {
  std::string out = engine.render(Format::json).value();
  for (const char* matter : {"dredging", "m1"})
    if (const auto why = engine.why_key("leads", key(matter, "suzhou")))
      out += why->render(Format::json).value();
  out += engine.ask("某部门 在 某地 牵头 某事项").value().render(Format::json).value();
  return out;
}

TEST(Edits, ComeToWhatARunFromScratchComesTo) {
  std::mt19937 random(20261127);
  const std::vector<Fact> all = facts();
  int steps = 0;
  for (int run = 0; run < 6; ++run) {
    Engine engine = resolved_rivers();
    engine.declare("matter", "m1").value();
    std::set<std::size_t> stated;
    for (int step = 0; step < 25; ++step) {
      for (std::uint32_t edits = 1 + random() % 3; edits > 0; --edits) {
        const std::size_t one = random() % all.size();
        declare(engine, all[one]);
        if (stated.erase(one) > 0) {
          engine.remove(all[one]).value();
        } else if (engine.add(all[one]).value()) {
          stated.insert(one);
        }
      }
      engine.resolve().value();
      Engine scratch = river_engine();
      scratch.declare("matter", "m1").value();
      for (const std::size_t one : stated) declare(scratch, all[one]);
      for (const std::size_t one : stated) scratch.add(all[one]).value();
      scratch.resolve().value();
      ASSERT_EQ(all_of(engine), all_of(scratch)) << "run " << run << ", step " << step;
      ++steps;
    }
  }
  EXPECT_EQ(steps, 150);
}

TEST(Edits, HoldForTheShippedPacksToo) {
  Engine engine = Engine::load({.as_of = "2026-11-23"}).value();
  engine.resolve().value();
  const std::vector<std::string> sentences{"苏州市 办理 测试事项",
                                           "苏州市 研究明确 水利部门 牵头 测试事项",
                                           "生态环境部门 审批 测试事项"};
  std::vector<std::string> answers;
  engine.declare("item", "测试事项").value();
  for (const std::string& sentence : sentences) {
    engine.add(engine.fact(sentence).value()).value();
    engine.resolve().value();
    answers.push_back(engine.render(Format::json).value());
  }
  for (std::size_t count = 1; count <= sentences.size(); ++count) {
    Engine scratch = Engine::load({.as_of = "2026-11-23"}).value();
    scratch.declare("item", "测试事项").value();
    for (std::size_t i = 0; i < count; ++i) scratch.add(scratch.fact(sentences[i]).value()).value();
    scratch.resolve().value();
    EXPECT_EQ(scratch.render(Format::json).value(), answers[count - 1]) << count;
  }
}

}  // namespace
}  // namespace mingze::outside
