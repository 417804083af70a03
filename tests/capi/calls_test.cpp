// What each function gives, held to docs/schema.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <vector>

#include "tests/app/schema.hpp"
#include "tests/capi/owned.hpp"

namespace mingze::capi {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;
using testing::StrEq;

constexpr const char* key = R"({"matter": "清淤", "place": "临江市"})";
constexpr const char* noise = R"({"relation": "handled", "place": "linjiang", "matter": "噪声"})";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

json schema(const std::string& name) {
  return json::parse(read(MINGZE_ROOT "/docs/schema/" + name + ".schema.json"));
}

/// A text as JSON, which must be as one of the definitions says, without blanks between its parts,
/// each member once.
json as(const char* definition, const std::string& text) {
  static const json root = schema("c");
  EXPECT_EQ(nlohmann::ordered_json::parse(text).dump(), text);
  json document = json::parse(text);
  EXPECT_EQ(app::SchemaChecker(root).check(root.at("$defs").at(definition), document), "")
      << definition << ": " << text;
  return document;
}

/// A report's JSON, which must be as its schema says.
json rendered(const mingze_report* report, const std::string& name) {
  OwnedText text;
  EXPECT_EQ(mingze_report_render(report, MINGZE_FORMAT_JSON, MINGZE_EN, &text, nullptr), MINGZE_OK);
  json document = json::parse(bytes_of(text));
  EXPECT_EQ(app::schema_violations(schema(name), document), "");
  return document;
}

std::string rendered(const mingze_report* report, mingze_format format) {
  OwnedText text;
  OwnedError error;
  EXPECT_EQ(mingze_report_render(report, format, MINGZE_ZH, &text, &error), MINGZE_OK)
      << mingze_error_report(error, MINGZE_EN);
  return bytes_of(text);
}

bool holds(const mingze_report* report) {
  int yes = 7;
  EXPECT_EQ(mingze_report_holds(report, &yes, nullptr), MINGZE_OK);
  return yes == 1;
}

/// A visitor that keeps what it is handed, up to three.
int keep(void* context, const char* text, size_t size) {
  auto& all = *static_cast<std::vector<std::string>*>(context);
  all.emplace_back(text, size);
  return all.size() < 3 ? 1 : 0;
}

TEST(Calls, TellWhatTheProgramKnows) {
  const OwnedEngine engine = small_engine();
  OwnedText text;
  ASSERT_EQ(mingze_engine_relations(engine, &text, nullptr), MINGZE_OK);
  EXPECT_EQ(as("relations", bytes_of(text)).size(), 3U);
  ASSERT_EQ(mingze_engine_kinds(engine, &text, nullptr), MINGZE_OK);
  EXPECT_EQ(as("kinds", bytes_of(text)),
            json::parse(R"(["date", "matter", "number", "office", "place", "text"])"));
  ASSERT_EQ(mingze_engine_names(engine, "place", &text, nullptr), MINGZE_OK);
  const json linjiang = json::parse(R"([{"kind": "place", "id": "linjiang", "label": "临江市"}])");
  EXPECT_EQ(as("names", bytes_of(text)), linjiang);
  ASSERT_EQ(mingze_engine_find(engine, "临江市", &text, nullptr), MINGZE_OK);
  EXPECT_EQ(as("names", bytes_of(text)), linjiang);
  ASSERT_EQ(mingze_engine_find(engine, "火星", &text, nullptr), MINGZE_OK);
  EXPECT_EQ(bytes_of(text), "[]");
  ASSERT_EQ(mingze_engine_vocabulary(engine, MINGZE_FORMAT_JSON, MINGZE_ZH, &text, nullptr),
            MINGZE_OK);
  EXPECT_EQ(app::schema_violations(schema("vocabulary"), json::parse(bytes_of(text))), "");
}

TEST(Calls, StateAndTakeBackFacts) {
  const OwnedEngine engine = small_engine();
  OwnedText text;
  int yes = 7;
  ASSERT_EQ(mingze_engine_fact(engine, "临江市 办理 噪声", &text, nullptr), MINGZE_OK);
  EXPECT_EQ(bytes_of(text), R"({"relation":"handled","matter":"noise","place":"linjiang"})");
  static_cast<void>(as("fact", bytes_of(text)));
  EXPECT_EQ(mingze_engine_holds(engine, mingze_text_bytes(text), &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 0);
  EXPECT_EQ(mingze_engine_add(engine, mingze_text_bytes(text), &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 1);
  EXPECT_EQ(mingze_engine_add(engine, noise, &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 0) << "it is stated already";
  EXPECT_EQ(mingze_engine_is_resolved(engine, &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 0);
  ASSERT_EQ(mingze_engine_resolve(engine, nullptr, &text, nullptr), MINGZE_OK);
  EXPECT_EQ(as("summary", bytes_of(text)),
            json::parse(R"({"decisions": [{"decision": "leads", "decided": 2, "missing": 0,
                            "conflicts": 0}], "findings": 1})"));
  EXPECT_EQ(mingze_engine_is_resolved(engine, &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 1);
  EXPECT_EQ(mingze_engine_holds(engine, noise, &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 1);
  EXPECT_EQ(mingze_engine_remove(engine, noise, &yes, nullptr), MINGZE_OK);
  EXPECT_EQ(yes, 1);
}

TEST(Calls, ReadDataAndDeclareNames) {
  const OwnedEngine engine = small_engine();
  OwnedError error;
  std::uint64_t facts = 0;
  const std::string data = "clearing\tlinjiang\n";
  ASSERT_EQ(mingze_engine_add_data(engine, MINGZE_DATA_TSV, data.data(), data.size(), "h.tsv",
                                   "handled", &facts, &error),
            MINGZE_OK)
      << mingze_error_report(error, MINGZE_EN);
  EXPECT_EQ(facts, 1U);
  const char* fact = R"({"relation": "approves", "office": "parks", "matter": "clearing"})";
  EXPECT_EQ(mingze_engine_add(engine, fact, nullptr, &error), MINGZE_INVALID);
  EXPECT_THAT(mingze_error_code(error), StrEq("unknown-name"));
  const json told = as("error", mingze_error_json(error));
  EXPECT_EQ(told.at("status"), "invalid");
  EXPECT_EQ(mingze_engine_declare(engine, "office", "parks", "园林局", &error), MINGZE_OK);
  EXPECT_EQ(mingze_engine_add(engine, fact, nullptr, &error), MINGZE_OK);
  EXPECT_EQ(mingze_engine_declare(engine, "office", "parks", "林业局", &error), MINGZE_INVALID);
}

TEST(Calls, TellNamesOfAnyCharacters) {
  const OwnedEngine engine = small_engine(false);
  const std::string odd = "\"引\\号/\u2028\U00020000";
  ASSERT_EQ(mingze_engine_declare(engine, "matter", odd.c_str(), "怪", nullptr), MINGZE_OK);
  OwnedText names;
  ASSERT_EQ(mingze_engine_find(engine, "怪", &names, nullptr), MINGZE_OK);
  EXPECT_EQ(as("names", bytes_of(names)).at(0).at("id"), odd);
}

TEST(Calls, TellDecisionsAndWhatWasPutForward) {
  const OwnedEngine engine = small_engine();
  OwnedText text;
  ASSERT_EQ(mingze_engine_decide(engine, "leads", key, &text, nullptr), MINGZE_OK);
  const json decision = as("decision", bytes_of(text));
  EXPECT_EQ(decision.at("status"), "decided");
  EXPECT_EQ(decision.at("values").at(0).at("label"), "水务局");
  EXPECT_EQ(decision.at("sentence").at("zh"), "水务局 在 临江市 牵头 清淤");
  ASSERT_EQ(mingze_engine_candidates(engine, "leads", key, &text, nullptr), MINGZE_OK);
  const json candidates = as("candidates", bytes_of(text));
  EXPECT_EQ(candidates.at(0).at("rule").at("id"), "approver-leads");
  EXPECT_EQ(candidates.at(0).at("by"), nullptr);
  ASSERT_EQ(mingze_engine_render(engine, MINGZE_FORMAT_JSON, MINGZE_ZH, R"({"decision": "leads"})",
                                 &text, nullptr),
            MINGZE_OK);
  EXPECT_EQ(app::schema_violations(schema("resolve"), json::parse(bytes_of(text))), "");
}

TEST(Calls, HandOverDecisionsFindingsAndFactsOneByOne) {
  const OwnedEngine engine = small_engine();
  std::vector<std::string> all;
  ASSERT_EQ(mingze_engine_each_decision(engine, "leads", keep, &all, nullptr), MINGZE_OK);
  ASSERT_EQ(all.size(), 1U);
  static_cast<void>(as("decision", all[0]));
  all.clear();
  ASSERT_EQ(mingze_engine_each_finding(engine, keep, &all, nullptr), MINGZE_OK);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(as("finding", all[0]).at("code"), "busy");
  all.clear();
  ASSERT_EQ(mingze_engine_each_fact(engine, "approves", keep, &all, nullptr), MINGZE_OK);
  ASSERT_EQ(all.size(), 2U);
  static_cast<void>(as("fact", all[0]));
  all.resize(2);
  ASSERT_EQ(mingze_engine_each_fact(engine, "approves", keep, &all, nullptr), MINGZE_OK);
  EXPECT_EQ(all.size(), 3U) << "it ended where the visitor said so";
}

TEST(Calls, AnswerAndExplain) {
  const OwnedEngine engine = small_engine();
  OwnedReport report;
  ASSERT_EQ(mingze_engine_ask(engine, "O 审批 清淤", nullptr, &report, nullptr), MINGZE_OK);
  EXPECT_TRUE(holds(report));
  EXPECT_EQ(rendered(report, "ask").at("answers").size(), 1U);
  ASSERT_EQ(mingze_engine_why(engine, "水务局 在 临江市 牵头 清淤", nullptr, 20, &report, nullptr),
            MINGZE_OK);
  EXPECT_TRUE(holds(report));
  EXPECT_EQ(rendered(report, "why").at("answers"), 1);
  EXPECT_THAT(rendered(report, MINGZE_FORMAT_DOT), StartsWith("digraph"));
  ASSERT_EQ(mingze_engine_why_key(engine, "leads", key, &report, nullptr), MINGZE_OK);
  EXPECT_THAT(rendered(report, MINGZE_FORMAT_TERMINAL), HasSubstr("谁审批谁负责"));
  ASSERT_EQ(mingze_engine_why_not(engine, "交通局 在 临江市 牵头 清淤", nullptr, &report, nullptr),
            MINGZE_OK);
  EXPECT_FALSE(holds(report));
  EXPECT_EQ(rendered(report, "why-not").at("holds"), false);
  OwnedText text;
  OwnedError error;
  EXPECT_EQ(mingze_report_render(report, MINGZE_FORMAT_XLSX, MINGZE_ZH, &text, &error),
            MINGZE_INVALID);
}

/// A draft of the fixtures, checked by an engine that is freed at once.
OwnedReport checked(const std::string& name) {
  OwnedEngine engine;
  EXPECT_EQ(mingze_engine_load(nullptr, nullptr, &engine, nullptr), MINGZE_OK);
  const std::string draft = read(MINGZE_ROOT "/fixtures/drafts/" + name);
  OwnedReport report;
  OwnedError error;
  EXPECT_EQ(mingze_engine_check(engine, draft.data(), draft.size(), name.c_str(),
                                R"({"names_as_of": "2026-11-27"})", nullptr, &report, &error),
            MINGZE_OK)
      << mingze_error_report(error, MINGZE_EN);
  return report;
}

TEST(Calls, CheckADraftAndRenderItInEveryFormat) {
  const OwnedReport report = checked("demo.txt");
  EXPECT_FALSE(holds(report));
  static_cast<void>(rendered(report, "check"));
  for (const mingze_format format : {MINGZE_FORMAT_TERMINAL, MINGZE_FORMAT_TSV, MINGZE_FORMAT_HTML,
                                     MINGZE_FORMAT_JUNIT, MINGZE_FORMAT_SARIF})
    EXPECT_THAT(rendered(report, format), HasSubstr("市水务局"));
  EXPECT_THAT(rendered(report, MINGZE_FORMAT_XLSX), StartsWith("PK"));
  EXPECT_THAT(rendered(checked("word-numbering-and-tables.docx"), MINGZE_FORMAT_DOCX),
              StartsWith("PK"));
}

TEST(Calls, TakeAPlacesOwnList) {
  OwnedEngine engine;
  ASSERT_EQ(mingze_engine_load(nullptr, nullptr, &engine, nullptr), MINGZE_OK);
  const std::string list = "具体事项\t牵头部门\n治理河道垃圾\t市水务局\n巡查\t市水务局\n";
  OwnedText notes;
  ASSERT_EQ(mingze_engine_add_list(engine, list.data(), list.size(), "l.tsv", &notes, nullptr),
            MINGZE_OK);
  EXPECT_EQ(as("messages", bytes_of(notes)).size(), 1U);
  EXPECT_EQ(mingze_engine_add_list(engine, list.data(), list.size(), "l.tsv", nullptr, nullptr),
            MINGZE_INVALID);
}

TEST(Calls, TellProgramsThatAreWrongWithEveryPlace) {
  OwnedEngine engine;
  OwnedError error;
  const char* wrong = R"({"texts": [{"name": "w.mz", "text": "kind 部门.\nkind 部们 \"x\"."}]})";
  EXPECT_EQ(mingze_engine_load(wrong, nullptr, &engine, &error), MINGZE_INVALID);
  const json told = as("error", mingze_error_json(error));
  ASSERT_GE(told.at("diagnostics").size(), 1U);
  EXPECT_EQ(told.at("diagnostics").at(0).at("place").at("file"), "w.mz");
  EXPECT_THAT(mingze_error_report(error, MINGZE_EN), HasSubstr("w.mz:"));
}

TEST(Calls, KeepWithinLimits) {
  const OwnedEngine engine = small_engine(false);
  OwnedLimits limits;
  OwnedError error;
  ASSERT_EQ(mingze_engine_add(engine, noise, nullptr, nullptr), MINGZE_OK);
  ASSERT_EQ(mingze_limits_create(0, 1, 0, &limits, nullptr), MINGZE_OK);
  ASSERT_EQ(mingze_engine_resolve(engine, limits, nullptr, &error), MINGZE_LIMIT);
  EXPECT_EQ(as("error", mingze_error_json(error)).at("status"), "limit");
  ASSERT_EQ(mingze_limits_create(0, 0, 0, &limits, nullptr), MINGZE_OK);
  EXPECT_EQ(mingze_engine_resolve(engine, limits, nullptr, &error), MINGZE_OK);
}

TEST(Calls, TheVersionIsThatOfTheProject) { EXPECT_THAT(mingze_version(), StrEq(MINGZE_VERSION)); }

}  // namespace
}  // namespace mingze::capi
