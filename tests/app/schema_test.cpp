// The schemas in docs/schema: complete, understood by the checker, and strict. That documents are
// as they say holds of every run (tests/app/every_run.hpp).
#include "tests/app/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "app/cli/commands.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

std::map<std::string, json> schemas() {
  std::map<std::string, json> out;
  for (const auto& entry : fs::directory_iterator(MINGZE_ROOT "/docs/schema"))
    if (entry.path().string().ends_with(".schema.json"))
      out[entry.path().stem().stem().string()] =
          json::parse(DiskFiles().read(entry.path().string()).value());
  return out;
}

/// Calls `look` for a schema and all within, with where it stands.
template <typename Look>
void for_each_schema(const json& schema, const std::string& at, const Look& look) {
  if (!schema.is_object()) return;
  look(schema, at);
  for (const char* of_names : {"properties", "$defs"})
    if (schema.contains(of_names))
      for (const auto& [name, inner] : schema[of_names].items())
        for_each_schema(inner, at + "/" + name, look);
  for (const char* single : {"items", "additionalProperties"})
    if (schema.contains(single)) for_each_schema(schema[single], at, look);
  if (schema.contains("oneOf"))
    for (const json& inner : schema["oneOf"]) for_each_schema(inner, at, look);
}

TEST(Schemas, AreThereForEveryCommandThatWritesJson) {
  const auto all = schemas();
  for (const auto& command : all_commands()) {
    const auto formats = command->formats();
    const bool writes = std::find(formats.begin(), formats.end(), "json") != formats.end();
    EXPECT_EQ(all.contains(command->name()), writes) << command->name();
  }
}

TEST(Schemas, AreListedOnTheirPage) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/schema/README.md");
  for (const auto& [name, schema] : schemas())
    EXPECT_THAT(page.value(), HasSubstr("[" + name + ".schema.json](" + name + ".schema.json)"));
}

TEST(Schemas, SayNothingThatTheCheckerPassesOver) {
  const std::set<std::string> understood{
      "$schema",     "$id",     "$defs",      "$ref",     "title",
      "description", "type",    "const",      "enum",     "oneOf",
      "items",       "minimum", "properties", "required", "additionalProperties",
      "pattern"};
  for (const auto& [name, root] : schemas())
    for_each_schema(root, name, [&](const json& schema, const std::string& at) {
      for (const auto& [keyword, argument] : schema.items())
        EXPECT_TRUE(understood.contains(keyword)) << at << ": " << keyword;
    });
}

TEST(Schemas, SayOfEveryMemberWhatItIs) {
  for (const auto& [name, root] : schemas())
    for_each_schema(root, name, [&](const json& schema, const std::string& at) {
      if (!schema.contains("properties")) return;
      for (const auto& [member, inner] : schema["properties"].items())
        EXPECT_TRUE(inner.contains("description") || inner.contains("const"))
            << at << "/" << member << " has no description";
    });
}

/// One document of each, with as much in it as there can be.
std::map<std::string, json> documents() {
  MemoryFiles files{
      {"p.mz", std::string(rivers) +
                   "rule idle cites law \"第九条\" if L approves M and L approves "
                   "M then L leads M in suzhou.\n"},
      {"old.mz", rivers},
      {"wrong.mz", "kind 部门.\nrelation r \"{部们} works\".\nkind 部门 \"x\".\n"},
      {"d.txt", "方案\n\n（一）治理河道。（水利局负责，有关部门配合）\n（二）清理垃圾。\n"},
      {"q", "{\"ask\": \"water 审批 dredging\", \"id\": 7}\n"}};
  const std::map<std::string, std::vector<std::string>> lines{
      {"check", {"check", "d.txt", "--why"}},
      {"resolve", {"resolve", "p.mz"}},
      {"ask", {"ask", "某条线 审批 dredging", "p.mz"}},
      {"why", {"why", "water 在 suzhou 牵头 dredging", "p.mz"}},
      {"why-not", {"why-not", "roads 在 suzhou 牵头 noise", "p.mz"}},
      {"test", {"test", "p.mz", "--coverage"}},
      {"mutate", {"mutate", "ok.mz"}},
      {"lint", {"lint", "p.mz"}},
      {"vocabulary", {"vocabulary", "p.mz"}},
      {"codes", {"codes"}},
      {"diff", {"diff", "old.mz", "p.mz"}}};
  const std::string passing(rivers);
  files.put("ok.mz", passing.substr(0, passing.find("test \"wrong\"")));
  std::map<std::string, json> out;
  for (auto [name, line] : lines) {
    line.insert(line.end(), {"--format", "json"});
    const Ran ran = run_in_memory(files, line);
    out[name] = json::parse(ran.out, nullptr, false);
    EXPECT_TRUE(out[name].is_object()) << name << "\n" << ran.err;
  }
  const std::string first_line =
      run_in_memory(files, {"resolve", "wrong.mz", "--errors", "json"}).err;
  out["errors"] = json::parse(first_line.substr(0, first_line.find('\n')));
  out["ask-batch"] = json::parse(run_in_memory(files, {"ask", "--batch", "q", "p.mz"}).out);
  out["ask-question"] = json{{"ask", "x"}, {"id", 7}};
  return out;
}

/// Calls `look` for each object of a document.
template <typename Look>
void for_each_object(const json& value, const json::json_pointer& at, const Look& look) {
  if (value.is_object()) look(at);
  if (value.is_object())
    for (const auto& [name, inner] : value.items()) for_each_object(inner, at / name, look);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size() && i < 3; ++i) for_each_object(value[i], at / i, look);
}

/// The names of members in a schema: all, or those that some object may lack.
std::set<std::string> members(const json& root, bool all) {
  std::set<std::string> out;
  for_each_schema(root, "", [&](const json& schema, const std::string&) {
    if (!schema.contains("properties")) return;
    const json required = schema.value("required", json::array());
    for (const auto& [name, inner] : schema["properties"].items())
      if (all || std::find(required.begin(), required.end(), name) == required.end())
        out.insert(name);
  });
  return out;
}

TEST(Schemas, AcceptNoDocumentThatLacksAMember) {
  const auto all = schemas();
  for (const auto& [name, document] : documents()) {
    const json& schema = all.at(name);
    EXPECT_EQ(schema_violations(schema, document), "") << name;
    const std::set<std::string> optional = members(schema, false);
    const std::set<std::string> known = members(schema, true);
    int refused = 0;
    for_each_object(document, json::json_pointer(), [&](const json::json_pointer& at) {
      for (const auto& [member, value] : document[at].items()) {
        json less = document;
        less[at].erase(member);
        if (!schema_violations(schema, less).empty())
          ++refused;
        else  // may be left out, or is a key of the data and no member
          EXPECT_TRUE(optional.contains(member) || !known.contains(member))
              << name << at.to_string() << "/" << member;
      }
    });
    EXPECT_GE(refused, 1) << name;
  }
}

TEST(Schemas, AcceptNoDocumentWithAMemberTheyDoNotKnow) {
  const auto all = schemas();
  for (const auto& [name, document] : documents()) {
    if (name == "ask-question") continue;  // other members are passed over
    for_each_object(document, json::json_pointer(), [&](const json::json_pointer& at) {
      json more = document;
      more[at]["no member"] = {{"no", "member"}};
      EXPECT_NE(schema_violations(all.at(name), more), "") << name << at.to_string();
    });
  }
}

/// What the schema of questions accepts is read as a question, and nothing else.
TEST(Schemas, OfQuestionsSayWhatIsRead) {
  const json schema = schemas().at("ask-question");
  for (const std::string line :
       {"\"water 审批 dredging\"", R"({"ask": "water 审批 dredging"})",
        R"({"ask": "water 审批 dredging", "id": 1.5, "more": []})", R"({"ask": 1})", "[]", "7",
        R"({"id": 1})", R"({"ask": "water 审批 dredging", "id": [1]})", "null"}) {
    const MemoryFiles files{{"p.mz", rivers}, {"q", line + "\n"}};
    const Ran ran = run_in_memory(files, {"ask", "--batch", "q", "p.mz"});
    EXPECT_EQ(ran.code == 0, schema_violations(schema, json::parse(line)).empty()) << line;
  }
}

}  // namespace
}  // namespace mingze::app
