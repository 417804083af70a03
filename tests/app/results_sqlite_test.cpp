// `resolve -o FILE.sqlite`: results as a database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/engine/facts/sqlite_file.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A database out of its bytes.
class Opened {
 public:
  explicit Opened(std::string bytes) : bytes_(std::move(bytes)) {
    sqlite3_open(":memory:", &database_);
    const auto size = static_cast<sqlite3_int64>(bytes_.size());
    auto* data = reinterpret_cast<unsigned char*>(bytes_.data());
    EXPECT_EQ(sqlite3_deserialize(database_, "main", data, size, size, 0), SQLITE_OK);
  }
  ~Opened() { sqlite3_close(database_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  /// Its rows as the shell of SQLite writes them; what it says where that fails.
  [[nodiscard]] std::string rows(const std::string& query) const {
    std::string out;
    const auto add = [](void* to, int columns, char** values, char**) {
      auto& text = *static_cast<std::string*>(to);
      for (int i = 0; i < columns; ++i)
        text += std::string(i == 0 ? "" : "|") + (values[i] == nullptr ? "" : values[i]);
      text += "\n";
      return 0;
    };
    if (sqlite3_exec(database_, query.c_str(), add, &out, nullptr) != SQLITE_OK)
      return sqlite3_errmsg(database_);
    return out;
  }

 private:
  std::string bytes_;
  sqlite3* database_ = nullptr;
};

std::string text_of(const std::string& path) {
  std::ifstream in(MINGZE_ROOT "/" + path, std::ios::binary);
  EXPECT_TRUE(in.is_open()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

class Results : public testing::Test {
 protected:
  /// The bytes of what a program came to.
  std::string bytes_of(const std::string& program, const std::vector<std::string>& more = {}) {
    files.put("p.mz", program);
    std::vector<std::string> arguments{"resolve", "p.mz", "-o", "out.sqlite"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = run_in_memory(files, arguments);
    EXPECT_LE(ran.code, 1) << ran.err;
    EXPECT_EQ(ran.out, "");
    return files.read("out.sqlite").value();
  }

  MemoryFiles files;
};

TEST_F(Results, AFileThatHoldsSomethingElseIsNotReplaced) {
  files.put("out.sqlite", "notes of somebody's");
  files.put("p.mz", rivers);
  const Ran ran = run_in_memory(files, {"resolve", "p.mz", "-o", "out.sqlite", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("this file holds no results of mingze's and is not replaced"));
  EXPECT_EQ(files.read("out.sqlite").value(), "notes of somebody's");
  files.put("out.sqlite", "");
  EXPECT_TRUE(bytes_of(rivers).starts_with("SQLite format 3"));
  EXPECT_TRUE(bytes_of(rivers).starts_with("SQLite format 3"));
}

TEST_F(Results, EachTableHoldsWhatItSays) {
  const Opened results(bytes_of(rivers));
  EXPECT_EQ(results.rows("SELECT id, decision, matter, place, status, value FROM decisions"),
            "1|leads|bridges|suzhou|conflict|\n2|leads|dredging|suzhou|decided|water\n"
            "3|leads|noise|suzhou|missing|\n");
  EXPECT_EQ(results.rows("SELECT * FROM candidates"),
            "1|1|roads|approver-leads|stands||\n1|2|water|approver-leads|stands||\n"
            "2|1|water|approver-leads|stands||\n");
  EXPECT_EQ(results.rows("SELECT code, severity, message, about, decision_id FROM findings"),
            "busy|warning|水务审批太多|water|\n"
            "leads-conflict|error|“某条线 在 苏州市 牵头 "
            "桥梁”有几个互相冲突的结果：交通、水务||1\n"
            "leads-missing|error|没有规则得出“某条线 在 苏州市 牵头 噪声”||3\n");
  EXPECT_EQ(results.rows("SELECT id, label, file, line FROM rules"),
            "approver-leads|谁审批谁负责|p.mz|9\n");
  EXPECT_EQ(results.rows("SELECT * FROM citations"), "approver-leads|1|law|水法|第三条\n");
  EXPECT_EQ(results.rows("SELECT id, label FROM names WHERE kind = 'line'"),
            "roads|交通\nwater|水务\n");
  EXPECT_EQ(results.rows("SELECT count FROM summary WHERE what = 'missing' AND id = 'leads'"),
            "1\n");
  EXPECT_EQ(results.rows("SELECT * FROM meta"),
            "as_of|2026-11-23\ncommand|resolve\nlanguage|zh\nversion|1\n");
  EXPECT_EQ(results.rows("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(results.rows("PRAGMA foreign_key_check"), "");
}

TEST_F(Results, ProofsSayWhatWhySays) {
  files.put("river.mz", text_of("docs/examples/river.mz"));
  ASSERT_EQ(run_in_memory(files, {"resolve", "river.mz", "-o", "out.sqlite"}).code, 1);
  const Opened results(files.read("out.sqlite").value());
  const Ran why =
      run_in_memory(files, {"why", "某部门 在 某地 牵头 某事项", "river.mz", "--format", "json"});
  const json told = json::parse(why.out);
  std::vector<json> proofs{told["proof"]};
  for (const json& other : told["others"]) proofs.push_back(other);
  ASSERT_EQ(proofs.size(), 4U);
  for (const json& proof : proofs) {
    std::string sentences;
    std::vector<const json*> open{&proof};
    while (!open.empty()) {
      const json& reason = *open.back();
      open.pop_back();
      sentences += reason["sentence"].get<std::string>() + "\n";
      for (auto next = reason["from"].rbegin(); next != reason["from"].rend(); ++next)
        open.push_back(&*next);
    }
    const std::string first = sentences.substr(0, sentences.find('\n'));
    EXPECT_EQ(results.rows("SELECT sentence FROM proofs WHERE proof_id = (SELECT proof_id FROM "
                           "proofs WHERE number = 1 AND sentence = '" +
                           first + "') ORDER BY number"),
              sentences);
  }
}

TEST_F(Results, EveryKeyAndFindingHasItsProof) {
  const Opened results(bytes_of(rivers));
  const auto told = [&](const std::string& where) {
    return results.rows(
        "SELECT number, parent, depth, part, sentence, reason, rule FROM proofs "
        "WHERE proof_id = (SELECT proof_id FROM " +
        where + ")");
  };
  EXPECT_EQ(told("decisions WHERE status = 'conflict'"),
            "1||0|conclusion|某条线 在 苏州市 牵头 桥梁|conflict|\n"
            "2|1|1|against|交通 在 苏州市 牵头 桥梁|rule|approver-leads\n"
            "3|2|2|premise|交通 审批 桥梁|fact|\n4|2|2|premise|苏州市 办理 桥梁|fact|\n"
            "5|1|1|against|水务 在 苏州市 牵头 桥梁|rule|approver-leads\n"
            "6|5|2|premise|水务 审批 桥梁|fact|\n7|5|2|premise|苏州市 办理 桥梁|fact|\n");
  EXPECT_EQ(told("findings WHERE code = 'leads-missing'"),
            "1||0|conclusion|某条线 在 苏州市 牵头 噪声|missing|\n"
            "2|1|1|premise|苏州市 办理 噪声|fact|\n");
  EXPECT_THAT(
      told("findings WHERE code = 'busy'"),
      testing::StartsWith("1||0|conclusion|水务审批太多|finding|busy\n2|1|1|premise|至少 2 "));
  EXPECT_EQ(results.rows("SELECT count(*) FROM findings WHERE proof_id IS NULL"), "0\n");
  const Opened without(bytes_of(rivers, {"--no-proofs"}));
  EXPECT_EQ(without.rows("SELECT count(*) FROM proofs"), "0\n");
  EXPECT_EQ(without.rows("SELECT decision, status, value, proof_id FROM decisions"),
            "leads|conflict||\nleads|decided|water|\nleads|missing||\n");
  EXPECT_EQ(without.rows("SELECT count(*) FROM findings WHERE proof_id IS NULL"), "3\n");
}

TEST_F(Results, WhatIsToldTwiceRefersToTheFirst) {
  const Opened results(bytes_of(R"(kind node = 点.
relation edge "{a: node} to {b: node}" | "{a: node} 到 {b: node}".
relation far "{a: node} far {b: node}" | "{a: node} 远 {b: node}".
relation twice "{a: node} twice {b: node}" | "{a: node} 两次 {b: node}".
decision best "{b: node} best for {a: node}" | "{b: node} 最配 {a: node}" one b per a.
rule r1 if A to B then A far B.
rule r2 if A far B and B to C then A far C.
rule r3 if A far B and A far C and B is not C and B to C then A twice C.
rule r4 if A twice C then C best for A.
node a. node b. node c. node d.
a 到 b. b 到 c. a 到 c. c 到 d.
)"));
  EXPECT_EQ(results.rows("SELECT count(*) > 0, min(told.sentence = again.sentence AND "
                         "told.number < again.number) FROM proofs AS again JOIN proofs AS told ON "
                         "told.proof_id = again.proof_id AND told.number = again.same_as"),
            "1|1\n");
}

TEST_F(Results, TheSameBytesWhateverTheOrder) {
  std::string program = rivers;
  program.resize(program.find("suzhou 办理"));
  program += "facts approves from \"a.tsv\". facts handled from \"h.tsv\".\n";
  files.put("h.tsv", "dredging\tsuzhou\nbridges\tjiaxing\nbridges\tsuzhou\n");
  files.put("a.tsv", "zebra\tdredging\nadder\tbridges\nwater\tbridges\n");
  // Proofs say in which line a fact stands.
  const std::string one = bytes_of(program, {"--no-proofs"});
  EXPECT_EQ(bytes_of(program), bytes_of(program));
  files.put("h.tsv", "bridges\tsuzhou\nbridges\tjiaxing\ndredging\tsuzhou\n");
  files.put("a.tsv", "water\tbridges\nadder\tbridges\nzebra\tdredging\n");
  EXPECT_EQ(bytes_of(program, {"--no-proofs"}), one);
}

TEST_F(Results, IndexesServeTheQueriesThatTheyAreFor) {
  const Opened results(bytes_of(rivers));
  for (const char* query :
       {"SELECT line FROM leads WHERE matter = 'a' AND place = 'b'",
        "SELECT line FROM leads WHERE place = 'b'", "SELECT place FROM leads WHERE line = 'b'",
        "SELECT * FROM decisions WHERE status = 'missing'",
        "SELECT * FROM decisions JOIN proofs USING (proof_id) WHERE matter = 'a'",
        "SELECT * FROM candidates JOIN decisions ON id = decision_id WHERE matter = 'a'",
        "SELECT * FROM candidates JOIN decisions ON id = decision_id WHERE rule = 'a'",
        "SELECT * FROM candidates WHERE value = 'a'", "SELECT * FROM findings WHERE code = 'a'",
        "SELECT * FROM findings WHERE about = 'a'",
        "SELECT * FROM findings WHERE fingerprint = 'a'",
        "SELECT * FROM decisions JOIN findings ON decision_id = decisions.id WHERE place = 'a'"}) {
    const std::string plan = results.rows(std::string("EXPLAIN QUERY PLAN ") + query);
    EXPECT_THAT(plan, HasSubstr("SEARCH")) << query;
    EXPECT_THAT(plan, testing::Not(HasSubstr("SCAN"))) << query;
  }
}

TEST_F(Results, NamesThatAreTakenHaveAPrefix) {
  const Opened results(bytes_of(R"(kind thing = 物.
relation names "{value: thing} before {VALUE: thing}" | "{value: thing} 又 {VALUE: thing}".
decision Findings "{id: thing} of {status: thing} by {other: thing}"
  | "{id: thing} 属 {status: thing} 由 {other: thing}" one other per id, status.
rule r if A 又 B then A of B by B.
thing a. thing b.
a 又 b.
)",
                                {"--relation", "names"}));
  EXPECT_EQ(results.rows("SELECT value, role_VALUE FROM relation_names"), "a|b\n");
  const Opened decided(bytes_of(R"(kind thing = 物.
relation names "{value: thing} before {VALUE: thing}" | "{value: thing} 又 {VALUE: thing}".
decision Findings "{id: thing} of {status: thing} by {other: thing}"
  | "{id: thing} 属 {status: thing} 由 {other: thing}" one other per id, status.
rule r if A 又 B then A of B by B.
thing a. thing b.
a 又 b.
)"));
  EXPECT_EQ(decided.rows("SELECT id, role_id, role_status, status, value FROM decisions"),
            "1|a|b|decided|b\n");
  EXPECT_EQ(decided.rows("SELECT id, status, other FROM decision_Findings"), "a|b|b\n");
}

TEST_F(Results, ARelationIsReadAgainAndTheTablesAreNot) {
  bytes_of(rivers, {"--relation", "approves"});
  std::string program = rivers;
  program.resize(program.find("suzhou 办理"));
  program.replace(program.find("source law"), 0,
                  "relation names \"{line} is named\" | \"{line} 有名\".\n");
  files.put("q.mz", program);
  const auto rows = [&](const std::string& relation) {
    return run_in_memory(files, {"resolve", "q.mz", "--facts", "out.sqlite", "--relation", relation,
                                 "--format", "tsv", "--quiet"});
  };
  EXPECT_EQ(rows("approves").out, "roads\tbridges\nwater\tbridges\nwater\tdredging\n");
  EXPECT_EQ(rows("names").out, "");
  EXPECT_EQ(rows("names").err, "");
}

TEST_F(Results, TheSummaryAloneHasNoRowsElsewhere) {
  const Opened results(bytes_of(rivers, {"--summary"}));
  EXPECT_EQ(results.rows("SELECT count FROM summary WHERE what = 'keys'"), "3\n");
  EXPECT_EQ(results.rows("SELECT count(*) FROM decisions"), "0\n");
}

TEST_F(Results, OnlyResultsAreReplaced) {
  files.put("p.mz", rivers);
  const std::string theirs = sqlite_file("CREATE TABLE handled(place, matter)");
  files.put("register.sqlite", theirs);
  const Ran refused = run_in_memory(files, {"resolve", "p.mz", "-o", "register.sqlite"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("不会覆盖；应当换一个文件名"));
  EXPECT_EQ(files.read("register.sqlite").value(), theirs);
  bytes_of(rivers);
  EXPECT_EQ(run_in_memory(files, {"resolve", "p.mz", "-o", "out.sqlite"}).code, 1);
  files.put("out.sqlite-wal", "x");
  const Ran busy = run_in_memory(files, {"resolve", "p.mz", "-o", "out.sqlite"});
  EXPECT_EQ(busy.code, 2);
  EXPECT_THAT(busy.err, HasSubstr("[sqlite-in-use]"));
}

TEST_F(Results, NeedAFile) {
  files.put("p.mz", rivers);
  const Ran ran = run_in_memory(files, {"resolve", "p.mz", "--format", "sqlite"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--format sqlite 需要 -o 文件"));
}

TEST_F(Results, TheFormatGoesByTheName) {
  files.put("p.mz", rivers);
  for (const char* name : {"a.sqlite", "a.sqlite3", "a.db"}) {
    ASSERT_EQ(run_in_memory(files, {"resolve", "p.mz", "-o", name}).code, 1);
    EXPECT_TRUE(files.read(name).value().starts_with("SQLite format 3")) << name;
  }
}

TEST_F(Results, AFolderThatIsNotThereIsTold) {
  const std::string folder = testing::TempDir() + "mingze-results";
  std::filesystem::remove_all(folder);
  std::ofstream(testing::TempDir() + "p.mz") << rivers;
  const Ran ran =
      run_over(DiskFiles(), {"resolve", testing::TempDir() + "p.mz", "-o", folder + "/out.sqlite"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("[folder-missing]"));
  std::filesystem::create_directory(folder);
  const Ran written =
      run_over(DiskFiles(), {"resolve", testing::TempDir() + "p.mz", "-o", folder + "/out.sqlite"});
  EXPECT_EQ(written.code, 1);
  EXPECT_EQ(DiskFiles().list(folder).value(), std::vector<std::string>{"out.sqlite"});
  std::filesystem::remove_all(folder);
}

TEST_F(Results, ThePageSaysWhatItsQueriesReturn) {
  const std::string page = text_of("docs/results.md");
  const auto queries = fenced_in(page, "sql");
  const auto told = fenced_in(page, "text");
  ASSERT_EQ(queries.size(), told.size());
  ASSERT_GE(queries.size(), 6U);
  const Opened results(bytes_of(text_of("docs/examples/river.mz")));
  for (std::size_t i = 0; i < queries.size(); ++i)
    EXPECT_EQ(results.rows(queries[i]), told[i]) << queries[i];
}

TEST_F(Results, ThePageNamesEveryTableAndColumn) {
  const std::string page = text_of("docs/results.md");
  const Opened results(bytes_of(rivers));
  const std::string names = results.rows(
      "SELECT t.name FROM sqlite_schema AS t WHERE t.type = 'table' UNION "
      "SELECT c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
      "WHERE t.type = 'table' AND c.name NOT IN ('matter', 'place')");
  std::istringstream lines(names);
  int count = 0;
  for (std::string name; std::getline(lines, name); ++count)
    EXPECT_THAT(page, HasSubstr("`" + name + "`"));
  EXPECT_GT(count, 30);
}

}  // namespace
}  // namespace mingze::app
