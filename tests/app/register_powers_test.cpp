// The items and powers of the built-in register are of one piece: each has its basis in law, its
// field, a line that governs the field, and at most one line that approves it at a level.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using Names = std::vector<std::string>;

bool is_latin(char c) { return c >= 'a' && c <= 'z'; }

/// The register alone, as it is on a day on which all its sources are in force.
class RegisterPowers : public testing::Test {
 protected:
  void SetUp() override {
    Inputs inputs;
    inputs.packs = {"register"};
    inputs.default_packs = false;
    inputs.as_of = *parse_date("2026-11-23");
    workspace_.load(inputs);
    prepared_ = prepare(workspace_, inputs, inputs.as_of, true);
    ASSERT_NE(prepared_, nullptr);
  }

  [[nodiscard]] const Program& program() const { return prepared_->program(); }

  /// The facts that are written in the register's statements (not in its tables).
  [[nodiscard]] std::vector<const Fact*> facts(const std::string& relation) const {
    std::vector<const Fact*> found;
    for (const Fact& fact : program().facts)
      if (program()[fact.predicate].id == relation) found.push_back(&fact);
    return found;
  }

  /// The ids in a fact, in the order of its slots.
  [[nodiscard]] Names ids(const Fact& fact) const {
    Names names;
    const auto& slots = program()[fact.predicate].slots;
    for (std::size_t i = 0; i < slots.size(); ++i)
      names.push_back(program().symbols.id_of(slots[i].kind, fact.values[i]));
    return names;
  }

  [[nodiscard]] KindId kind(const std::string& id) const {
    for (std::uint32_t i = 0; i < program().symbols.kind_count(); ++i)
      if (program().symbols.kind(KindId{i}).id == id) return KindId{i};
    ADD_FAILURE() << "no kind " << id;
    return {};
  }

  [[nodiscard]] std::set<std::string> all(const std::string& kind_id) const {
    std::set<std::string> found;
    const KindId of = kind(kind_id);
    for (Value value = 0; value < program().symbols.entity_count(of); ++value)
      found.insert(program().symbols.id_of(of, value));
    return found;
  }

  /// Fields by item.
  [[nodiscard]] std::map<std::string, Names> fields() const {
    std::map<std::string, Names> found;
    for (const Fact* fact : facts("sector-of")) found[ids(*fact)[0]].push_back(ids(*fact)[1]);
    return found;
  }

 private:
  MemoryFiles files_;
  Packs packs_{embedded_archive()};
  Workspace workspace_{files_, packs_};
  std::unique_ptr<Prepared> prepared_;
};

TEST_F(RegisterPowers, AtLeastOneHundredAndFiftyItemsHaveABasisInLaw) {
  std::set<std::string> based;
  for (const Fact* fact : facts("sector-of"))
    if (!fact->cites.empty()) based.insert(ids(*fact)[0]);
  EXPECT_GE(based.size(), 150U);
  EXPECT_EQ(based, all("item")) << "every item has one";
  std::set<std::string> approved;
  for (const Fact* fact : facts("approves")) approved.insert(ids(*fact)[1]);
  for (const Fact* fact : facts("approves-at")) approved.insert(ids(*fact)[1]);
  EXPECT_GE(approved.size(), 80U);
}

TEST_F(RegisterPowers, EveryPowerCitesItsSource) {
  const std::regex clause("第[零一二三四五六七八九十百千]+条|附件第[0-9]+项");
  for (const char* relation : {"approves", "approves-at", "governs", "sector-of", "enforcement"}) {
    EXPECT_FALSE(facts(relation).empty()) << relation;
    for (const Fact* fact : facts(relation)) {
      EXPECT_FALSE(fact->cites.empty()) << relation << ' ' << ids(*fact)[0];
      for (const Citation& citation : fact->cites) {
        if (citation.clause.empty()) continue;
        EXPECT_TRUE(std::regex_match(citation.clause, clause)) << citation.clause;
      }
    }
  }
}

TEST_F(RegisterPowers, SourcesHaveARankAndAreCited) {
  std::set<std::string> cited;
  for (const Fact& fact : program().facts)
    for (const Citation& citation : fact.cites) cited.insert(program()[citation.document].id);
  for (const Document& document : program().documents) {
    ASSERT_TRUE(document.rank.has_value()) << document.id;
    EXPECT_GE(*document.rank, 1) << document.id;
    EXPECT_LE(*document.rank, 3) << document.id;
    EXPECT_TRUE(cited.contains(document.id)) << document.id << " is cited by nothing";
  }
}

TEST_F(RegisterPowers, EveryItemHasOneField) {
  const auto fields_of = fields();
  for (const std::string& item : all("item")) {
    ASSERT_TRUE(fields_of.contains(item)) << item;
    EXPECT_EQ(fields_of.at(item).size(), 1U) << item;
  }
}

TEST_F(RegisterPowers, EveryFieldHasItemsAndOneLineThatGovernsIt) {
  std::map<std::string, int> governors;
  for (const Fact* fact : facts("governs")) ++governors[ids(*fact)[1]];
  std::set<std::string> used;
  for (const auto& [item, sectors] : fields()) used.insert(sectors.begin(), sectors.end());
  for (const std::string& sector : all("sector")) {
    EXPECT_EQ(governors[sector], 1) << sector;
    EXPECT_TRUE(used.contains(sector)) << sector << " has no items";
  }
}

// Two lines that approve one item would be two candidates of one strength: a conflict, always.
TEST_F(RegisterPowers, AnItemHasOneApproverAtALevel) {
  std::map<std::string, std::string> everywhere;
  for (const Fact* fact : facts("approves"))
    EXPECT_TRUE(everywhere.emplace(ids(*fact)[1], ids(*fact)[0]).second) << ids(*fact)[1];
  std::map<std::string, std::string> by_level;
  for (const Fact* fact : facts("approves-at")) {
    const Names names = ids(*fact);
    EXPECT_FALSE(everywhere.contains(names[1])) << names[1] << " is approved at every level too";
    EXPECT_TRUE(by_level.emplace(names[1] + names[2], names[0]).second) << names[1];
  }
}

TEST_F(RegisterPowers, WhoApprovesAtALevelHasABodyThereAndMayEnforce) {
  std::set<std::string> enforcers;
  for (const Fact* fact : facts("enforcement")) enforcers.insert(ids(*fact)[0]);
  std::set<std::string> bodies;
  std::ifstream table(std::string(MINGZE_ROOT) + "/rules/register/called.tsv");
  for (std::string line; std::getline(table, line);) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    bodies.insert(line.substr(0, first) + ' ' + line.substr(second + 1));
  }
  for (const Fact* fact : facts("approves-at")) {
    const Names names = ids(*fact);
    EXPECT_TRUE(bodies.contains(names[0] + ' ' + names[2])) << names[0] << names[2] << names[1];
    EXPECT_TRUE(enforcers.contains(names[0])) << names[0];
  }
  for (const Fact* fact : facts("approves"))
    EXPECT_TRUE(enforcers.contains(ids(*fact)[0])) << ids(*fact)[0];
}

// Drafts are searched for these names: each must mean one item, and be more than a common word.
TEST_F(RegisterPowers, NamesOfItemsAreLongEnoughAndMeanOneItem) {
  const KindId item = kind("item");
  std::map<std::string, std::string> owners;
  const auto add = [&](const std::string& name, Value value) {
    const auto [at, added] = owners.emplace(name, program().symbols.id_of(item, value));
    EXPECT_TRUE(added) << name << " is a name of " << at->second << " too";
    std::size_t characters = 0;
    for (const char byte : name) characters += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    EXPECT_GE(characters, 4U) << name;
  };
  std::map<std::string, std::pair<int, int>> others;
  for (Value value = 0; value < program().symbols.entity_count(item); ++value)
    add(program().symbols.label_of(item, value), value);
  for (const OtherName& other : program().other_names) {
    if (other.kind != item) continue;
    add(other.name, other.entity);
    const bool english = std::all_of(other.name.begin(), other.name.end(),
                                     [](char c) { return is_latin(c) || c == '-'; });
    auto& [chinese_names, english_names] = others[program().symbols.id_of(item, other.entity)];
    ++(english ? english_names : chinese_names);
  }
  for (const std::string& id : all("item")) {
    EXPECT_GE(others[id].first, 1) << id;
    EXPECT_LE(others[id].first, 5) << id;
    EXPECT_EQ(others[id].second, 1) << id;
  }
}

// Ids stand in JSON, tables and pictures: whoever reads these reads the names that laws use. A
// field and an item that are called the same could not be told apart there.
TEST_F(RegisterPowers, IdsAreChineseNames) {
  const auto items = all("item");
  const auto sectors = all("sector");
  for (const auto* ids : {&items, &sectors})
    for (const std::string& id : *ids)
      EXPECT_TRUE(std::none_of(id.begin(), id.end(), is_latin)) << id;
  std::set<std::string> names(items);
  for (const OtherName& other : program().other_names)
    if (other.kind == kind("item")) names.insert(other.name);
  for (const std::string& sector : sectors) EXPECT_FALSE(names.contains(sector)) << sector;
}

// A program may declare an item that the register has as well: it is the same item, and what the
// program says of it is added to what the register says.
TEST(RegisterNames, AProgramMayDeclareAnItemOfTheRegisterAgain) {
  const MemoryFiles files{{"city.mz",
                           "事项 船舶污染防治 又名 “船舶治污”。\n"
                           "交通运输部门 审批 船舶治污。\n"
                           "用例 “同一事项” 应得 交通运输部门 审批 船舶污染防治\n"
                           "  且 船舶治污 属于 水上交通\n"
                           "  且 ship-pollution 属于 shipping。\n"}};
  const Ran ran = run_in_memory(files, {"test", "city.mz"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

// Other names are no ids: under one of these a program may have an item of its own.
TEST(RegisterNames, AnOtherNameIsFreeForAnItemOfTheProgram) {
  const MemoryFiles files{{"city.mz",
                           "item 船舶污染治理.\n"
                           "test \"own\" expect not 船舶污染治理 belongs to 水上交通\n"
                           "  and 船舶污染防治 belongs to 水上交通.\n"}};
  const Ran ran = run_in_memory(files, {"test", "city.mz"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

TEST(RegisterNames, AProgramFindsAnItemByAnyOfItsNames) {
  const MemoryFiles files{{"city.mz",
                           "test \"any\" expect 海事部门 governs 水上交通\n"
                           "  and 船舶污染防治 belongs to 水上交通\n"
                           "  and 船舶水污染防治 belongs to shipping.\n"}};
  const Ran ran = run_in_memory(files, {"test", "city.mz"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

}  // namespace
}  // namespace mingze::app
