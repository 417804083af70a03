// 审批系统的钩子：一个事项在一个地方由谁牵头、谁配合、为什么；没有牵头的，该由谁明确。
// An approval system's hook: who leads an item in a place, who cooperates, and why; where nobody
// leads, who has to settle it.
//
//   approval ITEM PLACE    0: one department leads · 1: nobody does, or several · 2: can't be told
#include <fstream>
#include <iostream>
#include <iterator>
#include <mingze/mingze.hpp>
#include <string>
#include <vector>

using mingze::Decision;
using mingze::Engine;
using mingze::Fact;
using mingze::Result;

/// What the form shows. It refers to nothing in the engine.
struct Route {
  Decision lead;
  std::vector<std::string> cooperating;
  std::vector<std::string> must_settle;  ///< whom a missing lead waits for
  std::string why;
};

/// When the system starts: the shipped rules, the place's own, and what it handles.
Result<Engine> start() {
  auto engine = Engine::load({.files = {"local.mz"}, .as_of = "2026-11-27"});
  if (!engine) return engine;
  std::ifstream file("handled.jsonl", std::ios::binary);
  const std::string facts{std::istreambuf_iterator<char>(file), {}};
  const auto stated = engine->add_data(mingze::DataFormat::jsonl, facts, "handled.jsonl");
  if (!stated) return stated.error();
  const auto resolved = engine->resolve({.time = std::chrono::seconds(10)});
  if (!resolved) return resolved.error();
  return engine;
}

std::string field(const mingze::Fields& fields, std::string_view role) {
  for (const auto& [name, id] : fields)
    if (name == role) return id;
  return {};
}

/// The departments or places in `wanted` of all that holds of a relation for an item in a place.
Result<std::vector<std::string>> all(const Engine& engine, std::string_view relation,
                                     const Fact& like, std::string_view wanted) {
  std::vector<std::string> found;
  const auto done = engine.for_each_fact(relation, [&](const Fact& fact) {
    bool matches = true;
    for (const auto& [role, id] : like.fields) matches = matches && field(fact.fields, role) == id;
    if (matches) found.push_back(field(fact.fields, wanted));
    return true;
  });
  if (!done) return done.error();
  return found;
}

/// For each application: any thread, as many at a time as there are.
Result<Route> route(const Engine& engine, const std::string& item, const std::string& place) {
  const auto lead = engine.decide("leads", {{"item", item}, {"jurisdiction", place}});
  if (!lead) return lead.error();
  // From here on ids: the form may have said another name.
  const std::string id = field(lead->key, "item");
  const std::string at = field(lead->key, "jurisdiction");
  const auto cooperating =
      all(engine, "cooperates", {{}, {{"item", id}, {"jurisdiction", at}}}, "department");
  if (!cooperating) return cooperating.error();
  const auto settle =
      all(engine, "must-settle", {{}, {{"item", id}, {"place", at}}}, "jurisdiction");
  if (!settle) return settle.error();
  const auto why = engine.why_key("leads", lead->key);
  if (!why) return why.error();
  const auto text = why->render(mingze::Format::terminal);
  if (!text) return text.error();
  return Route{*lead, *cooperating, *settle, *text};
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto engine = start();
  const auto found = engine ? route(*engine, argv[1], argv[2]) : Result<Route>(engine.error());
  if (!found) {
    std::cerr << found.error().report(mingze::Language::zh);
    return 2;
  }
  std::cout << found->lead.sentence.zh << "\n";
  for (const std::string& name : found->cooperating) std::cout << "配合：" << name << "\n";
  for (const std::string& name : found->must_settle) std::cout << "待明确：" << name << "\n";
  std::cout << "\n" << found->why;
  return found->lead.status == Decision::Status::decided ? 0 : 1;
}
