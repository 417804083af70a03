// The library as others see it: its headers and the shared library, nothing else.
#include <gtest/gtest.h>

#include <type_traits>
#include <utility>

#include "../engine/facts/sqlite_file.hpp"
#include "rivers.hpp"

namespace mingze::outside {
namespace {

using Status = Decision::Status;

// A `for` over what is not kept goes through a value, not through what is gone already.
static_assert(std::is_same_v<decltype(*std::declval<Result<std::string>>()), std::string>);

TEST(Engine, DecidesFromTextsInMemory) {
  Engine engine = river_engine();
  const Summary summary = engine.resolve().value();
  ASSERT_EQ(summary.decisions.size(), 1U);
  EXPECT_EQ(summary.decisions[0], (DecisionCount{"leads", 1, 1, 1}));
  EXPECT_EQ(summary.findings, 1U);
  const Decision dredging = engine.decide("leads", key("dredging", "suzhou")).value();
  EXPECT_EQ(dredging.status, Status::decided);
  EXPECT_EQ(dredging.values, (std::vector<Name>{{"office", "water", "水务"}}));
  EXPECT_EQ(dredging.sentence.zh, "水务 在 苏州市 牵头 清淤");
  EXPECT_EQ(dredging.sentence.en, "水务 leads 清淤 in 苏州市");
  EXPECT_EQ(engine.decide("leads", key("noise", "suzhou"))->status, Status::missing);
  const Decision bridges = engine.decide("leads", key("bridges", "suzhou")).value();
  EXPECT_EQ(bridges.status, Status::conflict);
  EXPECT_EQ(bridges.values.size(), 2U);
  EXPECT_EQ(engine.decide("leads", key("noise", "wuzhong"))->status, Status::none);
}

TEST(Engine, ADatabaseWithoutARelationSaysWhatItHas) {
  Engine engine = river_engine();
  const Error error = engine
                          .add_data(DataFormat::sqlite,
                                    sqlite_file("CREATE TABLE Approves(office, matter);"
                                                "CREATE TABLE xyz(a);"),
                                    "r.sqlite")
                          .error();
  EXPECT_EQ(error.code, "data-relation");
  EXPECT_EQ(error.message.en,
            "\"r.sqlite\": no table of the database is called as a relation; there are: Approves "
            "(approves?), xyz");
  EXPECT_TRUE(
      engine
          .add_data(DataFormat::sqlite, sqlite_file("CREATE TABLE t(a); DROP TABLE t;"), "r.sqlite")
          .error()
          .code == "data-relation");
}

TEST(Engine, NamesAreOneLineOfText) {
  Engine engine = river_engine();
  for (const std::string_view wrong : {"", "a\nb", "\x1b[31m", "\xFF"}) {
    EXPECT_EQ(engine.declare("office", wrong).error().code, "invalid-name");
    EXPECT_EQ(engine.add_data(DataFormat::json, "{}", wrong).error().code, "invalid-name");
    EXPECT_EQ(Engine::load({.texts = {{std::string(wrong), ""}}}).error().code, "invalid-name");
  }
  EXPECT_EQ(engine.declare("office", "parks", "a\tb").error().code, "invalid-name");
  EXPECT_EQ(engine.add_data(DataFormat::json, R"({"approves": [["a\nb", "noise"]]})", "f.json")
                .error()
                .code,
            "invalid-character");
}

TEST(Engine, AFormatThatIsNoneIsAnError) {
  Engine engine = river_engine();
  EXPECT_EQ(engine.add_data(static_cast<DataFormat>(77), "{}", "f").error().code, "unknown-format");
  EXPECT_EQ(engine.render_vocabulary(static_cast<Format>(77)).error().code, "unknown-format");
}

TEST(Engine, TextsUseFoldersOfTexts) {
  const std::string words = "kind place.\nrelation r \"{place} is\".\n";
  const Engine engine =
      Engine::load({.texts = {{"rules/local/a.mz", "use \"../words\".\nplace x.\n"},
                              {"rules/words/b.mz", words}},
                    .shipped_packs = false})
          .value();
  EXPECT_EQ(engine.relations().value().size(), 1U);
}

TEST(Engine, ReadsNoStandardInput) {
  EXPECT_EQ(Engine::load({.files = {"-"}}).error().code, "file-missing");
}

TEST(Engine, DataOfOneRelationHasToSayWhich) {
  Engine engine = river_engine();
  for (const DataFormat format : {DataFormat::csv, DataFormat::tsv}) {
    const Error error = engine.add_data(format, "office,matter\nwater,noise\n", "a.csv").error();
    EXPECT_EQ(error.code, "data-relation");
    EXPECT_EQ(error.message.en, "\"a.csv\": csv and tsv hold one relation, which has to be said");
  }
}

TEST(Engine, TakesAnyNameForAnId) {
  const Engine engine = resolved_rivers();
  EXPECT_EQ(engine.decide("leads", key("清淤", "苏州市")).value().key,
            (Fields{{"matter", "dredging"}, {"place", "suzhou"}}));
  EXPECT_EQ(engine.find("清淤").value(), (std::vector<Name>{{"matter", "dredging", "清淤"}}));
  EXPECT_TRUE(engine.find("没有这个").value().empty());
}

TEST(Engine, SaysWhatIsWrongWithWhatItIsAsked) {
  const Engine engine = resolved_rivers();
  const auto code = [&](const Fields& fields, const char* decision = "leads") {
    const auto answer = engine.decide(decision, fields);
    return answer ? "none" : answer.error().code;
  };
  EXPECT_EQ(code(key("dredgign", "suzhou")), "unknown-name");
  EXPECT_EQ(code({{"matter", "dredging"}}), "missing-role");
  EXPECT_EQ(code({{"matter", "dredging"}, {"plaice", "suzhou"}}), "unknown-role");
  EXPECT_EQ(code({{"matter", "dredging"}, {"matter", "noise"}, {"place", "suzhou"}}),
            "duplicate-role");
  EXPECT_EQ(code({}, "leeds"), "unknown-decision");
  const Error error = engine.decide("leads", key("dredgign", "suzhou")).error();
  EXPECT_EQ(error.kind, ErrorKind::invalid);
  EXPECT_NE(error.report_zh.find("dredging"), std::string::npos) << error.report_zh;
  EXPECT_NE(error.report_en.find("^^^^"), std::string::npos) << error.report_en;
}

TEST(Engine, TellsAllMistakesOfAProgramInOneError) {
  const auto engine =
      Engine::load({.texts = {{"a.mz", "kind place.\nplace x\nplase y.\nkind kind kind.\n"}}});
  ASSERT_FALSE(engine.ok());
  EXPECT_GE(engine.error().diagnostics.size(), 2U);
  EXPECT_EQ(engine.error().diagnostics[0].place.file, "a.mz");
  EXPECT_GT(engine.error().diagnostics[0].place.line, 0U);
  EXPECT_THROW(Engine::load({.texts = {{"a.mz", "plase"}}}).value(), Exception);
  EXPECT_EQ(Engine::load({.files = {"no/such/file.mz"}}).error().kind, ErrorKind::unavailable);
  EXPECT_EQ(Engine::load({.as_of = "2026-02-30"}).error().code, "invalid-date");
  EXPECT_EQ(Engine::load({.texts = {{"a.mz", ""}, {"./a.mz", ""}}}).error().code, "duplicate-text");
}

TEST(Engine, ReadsNoDiskForTextsAlone) {
  const auto engine = Engine::load(
      {.texts = {{"a.mz",
                  "kind place.\nrelation r \"{place} is\".\nfacts r from \"/etc/passwd\"."}},
       .shipped_packs = false});
  ASSERT_FALSE(engine.ok());
  EXPECT_EQ(engine.error().code, "data-file-missing");
}

TEST(Engine, LoadsTheDataThatTextsName) {
  const auto engine = Engine::load(
      {.texts = {{"p/a.mz", "kind place.\nrelation r \"{place} is\".\nfacts r from \"r.tsv\"."},
                 {"p/r.tsv", "x\ny\n"}},
       .shipped_packs = false});
  ASSERT_TRUE(engine.ok()) << engine.error().report_en;
  EXPECT_EQ(engine->names("place").value().size(), 2U);
}

TEST(Engine, AnswersFollowFacts) {
  Engine engine = resolved_rivers();
  EXPECT_EQ(engine.add({"approves", {{"office", "roads"}, {"matter", "noise"}}}).value(), true);
  EXPECT_FALSE(engine.is_resolved());
  EXPECT_EQ(engine.decide("leads", key("noise", "suzhou")).error().kind, ErrorKind::not_resolved);
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("noise", "suzhou"))->values[0].id, "roads");
  EXPECT_EQ(engine.add(engine.fact("roads 审批 noise").value()).value(), false);
  EXPECT_TRUE(engine.is_resolved());
  EXPECT_EQ(engine.remove(engine.fact("交通 审批 噪声").value()).value(), true);
  EXPECT_EQ(engine.remove(engine.fact("交通 审批 噪声").value()).value(), false);
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("noise", "suzhou"))->status, Status::missing);
}

TEST(Engine, LearnsOfNewThings) {
  Engine engine = resolved_rivers();
  EXPECT_EQ(engine.fact("suzhou 办理 采砂").error().code, "unknown-name");
  engine.declare("matter", "sand", "采砂").value();
  engine.declare("matter", "sand", "采砂").value();
  EXPECT_EQ(engine.declare("matter", "sand", "挖沙").error().code, "duplicate-declaration");
  EXPECT_EQ(engine.declare("mater", "sand").error().code, "unknown-kind");
  EXPECT_EQ(engine.declare("text", "sand").error().code, "built-in-kind");
  engine.add(engine.fact("suzhou 办理 采砂").value()).value();
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("采砂", "suzhou"))->status, Status::missing);
}

TEST(Engine, FactsAreNoDecisions) {
  Engine engine = river_engine();
  const Fact lead{"leads", {{"office", "water"}, {"matter", "noise"}, {"place", "suzhou"}}};
  EXPECT_EQ(engine.add(lead).error().code, "fact-of-decision");
  EXPECT_EQ(engine.remove(lead).error().code, "fact-of-decision");
  EXPECT_FALSE(engine.fact("water leads noise in suzhou").ok());
  EXPECT_FALSE(engine.fact("water 审批 noise and water 审批 bridges").ok());
  engine.resolve().value();
  EXPECT_EQ(engine.holds(lead).value(), false);
}

TEST(Engine, ReadsDataInEachFormat) {
  Engine engine = river_engine();
  EXPECT_EQ(engine.add_data(DataFormat::tsv, "roads\tnoise\n", "a.tsv", "approves").value(), 1U);
  EXPECT_EQ(
      engine.add_data(DataFormat::csv, "matter,office\nsand,water\n", "a.csv", "approves").value(),
      1U);
  EXPECT_EQ(engine
                .add_data(DataFormat::json,
                          R"({"handled": [{"matter": "sand", "place": "suzhou"}]})", "a.json")
                .value(),
            1U);
  EXPECT_EQ(engine
                .add_data(DataFormat::jsonl,
                          "{\"relation\": \"handled\", \"matter\": \"sand\", \"place\": "
                          "\"wuzhong\"}\n",
                          "a.jsonl")
                .value(),
            1U);
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("sand", "suzhou"))->values[0].id, "water");
  EXPECT_EQ(engine.decide("leads", key("sand", "wuzhong"))->values[0].id, "water");
  const auto why = engine.why("water leads sand in suzhou").value();
  ASSERT_EQ(why.proofs.size(), 1U);
  bool told = false;
  for (const Reason& reason : why.proofs[0].reasons) told |= reason.rule.file == "a.json";
  EXPECT_TRUE(told) << why.render(Format::terminal).value();
}

TEST(Engine, ReadsADatabase) {
  Engine engine = river_engine();
  const std::string database = sqlite_file(
      "CREATE TABLE handled(id INTEGER PRIMARY KEY, matter, place);"
      "INSERT INTO handled VALUES (17, 'sand', 'wuzhong');"
      "CREATE VIEW approves AS SELECT 'roads' AS office, 'sand' AS matter;"
      "CREATE TABLE staff(name);");
  EXPECT_EQ(engine.add_data(DataFormat::sqlite, database, "register.sqlite").value(), 2U);
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("sand", "wuzhong"))->values.at(0).id, "roads");
  const auto why = engine.why_key("leads", key("sand", "wuzhong")).value();
  bool told = false;
  for (const Reason& reason : why.proofs.at(0).reasons)
    told |= reason.rule.file == "register.sqlite#handled" && reason.rule.line == 17;
  EXPECT_TRUE(told) << why.render(Format::terminal).value();
  EXPECT_EQ(engine.add_data(DataFormat::sqlite, "no database", "x.sqlite").error().code,
            "sqlite-not-a-database");
  const auto null = engine.add_data(DataFormat::sqlite,
                                    sqlite_file("CREATE TABLE handled(matter, place);"
                                                "INSERT INTO handled VALUES ('sand', NULL);"),
                                    "null.sqlite");
  EXPECT_EQ(null.error().code, "sqlite-null");
  EXPECT_TRUE(engine.is_resolved());
}

TEST(Engine, WrongDataChangesNothing) {
  Engine engine = resolved_rivers();
  const std::size_t before = engine.names("matter").value().size();
  const auto read = engine.add_data(
      DataFormat::json,
      R"({"handled": [{"matter": "sand", "place": "suzhou"}, {"matter": "sand", "plaice": "x"}]})",
      "a.json");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().diagnostics[0].place.file, "a.json");
  EXPECT_TRUE(engine.is_resolved());
  EXPECT_EQ(engine.names("matter").value().size(), before);
  EXPECT_FALSE(engine.add_data(DataFormat::csv, "a,b\n", "a.csv").ok());
  EXPECT_FALSE(engine.add_data(DataFormat::json, std::string(100'000, '['), "deep.json").ok());
}

TEST(Engine, ACycleIsAnErrorThatCanBeTakenBack) {
  Engine engine = resolved_rivers();
  const Fact back = engine.fact("suzhou lies in wuzhong").value();
  engine.add(back).value();
  const auto cycle = engine.resolve();
  ASSERT_FALSE(cycle.ok());
  EXPECT_EQ(cycle.error().code, "hierarchy-cycle");
  EXPECT_EQ(engine.decide("leads", key("dredging", "suzhou")).error().kind,
            ErrorKind::not_resolved);
  engine.remove(back).value();
  engine.resolve().value();
  EXPECT_EQ(engine.decide("leads", key("dredging", "suzhou"))->status, Status::decided);
}

TEST(Engine, KnowsItsVocabulary) {
  const Engine engine = river_engine();
  const auto relations = engine.relations().value();
  ASSERT_EQ(relations.size(), 5U);
  const Relation& leads = relations[3];
  EXPECT_EQ(leads.id, "leads");
  EXPECT_TRUE(leads.decision);
  EXPECT_EQ(leads.key, (std::vector<std::string>{"matter", "place"}));
  EXPECT_EQ(leads.value, "office");
  EXPECT_EQ(leads.sentence.zh, "{office} 在 {place} 牵头 {matter}");
  EXPECT_EQ(engine.names("matter").value().size(), 3U);
  EXPECT_EQ(engine.names("matters").error().code, "unknown-kind");
  EXPECT_NE(engine.render_vocabulary(Format::json).value().find("\"leads\""), std::string::npos);
  EXPECT_FALSE(engine.render_vocabulary(Format::docx).ok());
}

TEST(Engine, AMovedEngineGoesOn) {
  Engine engine = resolved_rivers();
  Engine other = std::move(engine);
  EXPECT_EQ(other.decide("leads", key("dredging", "suzhou"))->status, Status::decided);
}

}  // namespace
}  // namespace mingze::outside
