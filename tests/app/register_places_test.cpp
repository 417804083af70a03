// The places of the register: a tree of four levels that agrees with the codes of GB/T 2260.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/session/embedded.hpp"
#include "app/session/run.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

struct PlaceRow {
  std::vector<std::string> names;
  std::vector<std::string> codes;
  std::vector<std::string> parents;
  std::vector<std::string> levels;
  [[nodiscard]] std::string code() const { return codes.empty() ? "" : codes.front(); }
  [[nodiscard]] std::string parent() const { return parents.empty() ? "" : parents.front(); }
  [[nodiscard]] std::string level() const { return levels.empty() ? "" : levels.front(); }
};

/// What the embedded register says of each place, by its id.
std::map<std::string, PlaceRow> read_places() {
  std::map<std::string, PlaceRow> places;
  const MemoryFiles files{};
  const Packs packs(embedded_archive());
  Workspace workspace(files, packs);
  const Inputs inputs{.as_of = *parse_date("2026-11-23")};
  workspace.load(inputs);
  const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
  if (!prepared) return places;
  const Program& program = prepared->program();
  const auto id = [&](KindId kind, Value value) { return program.symbols.id_of(kind, value); };
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
    const Predicate& predicate = program.predicates[p];
    if (predicate.id != "in" && predicate.id != "level") continue;
    const KindId kind = predicate.slots[0].kind;
    for (const OtherName& other : program.other_names) {
      if (predicate.id != "in" || other.kind != kind) continue;
      PlaceRow& place = places[id(kind, other.entity)];
      const bool code = other.name.find_first_not_of("0123456789") == std::string::npos;
      (code ? place.codes : place.names).push_back(other.name);
    }
    const Relation& rows = prepared->stated[{p}];
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      PlaceRow& place = places[id(kind, rows.at(row, 0))];
      const std::string second = id(predicate.slots[1].kind, rows.at(row, 1));
      (predicate.id == "in" ? place.parents : place.levels).push_back(second);
    }
  }
  return places;
}

class RegisterPlaces : public testing::Test {
 protected:
  static void SetUpTestSuite() { places_ = read_places(); }
  static const std::map<std::string, PlaceRow>& places() { return places_; }
  static const PlaceRow& at(const std::string& id) {
    const auto found = places_.find(id);
    EXPECT_NE(found, places_.end()) << id;
    static const PlaceRow none;
    return found == places_.end() ? none : found->second;
  }

 private:
  static inline std::map<std::string, PlaceRow> places_;
};

TEST_F(RegisterPlaces, EveryPlaceButTheNationHasOneLevelOneCodeAndOneParentAboveIt) {
  const std::map<std::string, int> height{{"国家级", 4}, {"省级", 3}, {"市级", 2}, {"县级", 1}};
  std::set<std::string> codes;
  for (const auto& [id, place] : places()) {
    SCOPED_TRACE(id);
    ASSERT_EQ(place.levels.size(), 1U);
    ASSERT_TRUE(height.contains(place.level()));
    if (id == "全国") {
      EXPECT_TRUE(place.parents.empty());
      continue;
    }
    ASSERT_EQ(place.parents.size(), 1U);
    ASSERT_TRUE(places().contains(place.parent()));
    const int above = height.at(at(place.parent()).level());
    const int own = height.at(place.level());
    // One level up; a county may hang on its province.
    EXPECT_TRUE(above == own + 1 || (own == 1 && above == 3));
    ASSERT_EQ(place.codes.size(), 1U);
    EXPECT_EQ(place.code().size(), 6U);
    EXPECT_TRUE(codes.insert(place.code()).second) << place.code();
  }
}

TEST_F(RegisterPlaces, CodesTellLevelAndParent) {
  for (const auto& [id, place] : places()) {
    if (id == "全国") continue;
    SCOPED_TRACE(id);
    const std::string code = place.code();
    const bool province = code.ends_with("0000");
    const bool city = !province && code.ends_with("00");
    EXPECT_EQ(place.level(), province ? "省级" : city ? "市级" : "县级");
    if (province) {
      EXPECT_EQ(place.parent(), "全国");
      continue;
    }
    const std::string above = at(place.parent()).code();
    EXPECT_EQ(above.substr(0, 2), code.substr(0, 2));
    // Directly under its province: districts and counties of municipalities, 01 and 02, and 90.
    const std::string middle = code.substr(2, 2);
    if (city || middle == "90")
      EXPECT_EQ(above, code.substr(0, 2) + "0000");
    else if (!above.ends_with("0000"))
      EXPECT_EQ(above, code.substr(0, 4) + "00");
    else
      EXPECT_TRUE(middle == "01" || middle == "02");
  }
}

TEST_F(RegisterPlaces, AreAllThere) {
  std::map<std::string, int> levels;
  std::map<std::string, int> counties;  // by the first two digits
  for (const auto& [id, place] : places()) {
    ++levels[place.level()];
    if (place.level() == "县级") ++counties[place.code().substr(0, 2)];
  }
  EXPECT_EQ(levels, (std::map<std::string, int>{
                        {"国家级", 1}, {"省级", 31}, {"市级", 333}, {"县级", 2846}}));
  EXPECT_EQ(
      counties,
      (std::map<std::string, int>{
          {"11", 16},  {"12", 16},  {"13", 167}, {"14", 117}, {"15", 103}, {"21", 100}, {"22", 60},
          {"23", 121}, {"31", 16},  {"32", 95},  {"33", 90},  {"34", 104}, {"35", 84},  {"36", 100},
          {"37", 136}, {"41", 157}, {"42", 103}, {"43", 122}, {"44", 122}, {"45", 111}, {"46", 25},
          {"50", 38},  {"51", 183}, {"52", 88},  {"53", 129}, {"54", 74},  {"61", 107}, {"62", 86},
          {"63", 44},  {"64", 22},  {"65", 110}}));
}

TEST_F(RegisterPlaces, ARepeatedNameIsTakenByNoId) {
  std::map<std::string, std::vector<std::string>> called;
  for (const auto& [id, place] : places())
    for (const std::string& name : place.names) called[name].push_back(id);
  for (const auto& [name, ids] : called) {
    EXPECT_FALSE(places().contains(name)) << name;
    if (ids.size() < 2) continue;
    // The id puts the place that it is in before the name.
    for (const std::string& id : ids) EXPECT_EQ(id, at(id).parent() + name);
  }
  EXPECT_EQ(called["鼓楼区"].size(), 4U);
  EXPECT_EQ(called["朝阳区"], (std::vector<std::string>{"北京市朝阳区", "长春市朝阳区"}));
}

TEST_F(RegisterPlaces, HoldNothingThatIsNoDivisionOfItsOwn) {
  for (const auto& [id, place] : places())
    for (const char* word : {"市辖区", "直辖", "开发区", "管理区", "工业园"})
      EXPECT_EQ(id.find(word), std::string::npos) << id;
}

TEST(PlaceNames, ProgramsMayUseCodesAndUniqueNames) {
  const MemoryFiles files{{"p.mz", "item 治理扬尘. 320583 办理 治理扬尘. 武侯区 办理 治理扬尘."}};
  const Ran ran = run_in_memory(files, {"ask", "某地 办理 治理扬尘", "p.mz"});
  EXPECT_EQ(ran.out, "昆山市 办理 治理扬尘\n武侯区 办理 治理扬尘\n") << ran.err;
}

TEST(PlaceNames, ANameOfSeveralPlacesIsAnErrorThatListsThem) {
  const MemoryFiles files{{"p.mz", "item 治理扬尘. 鼓楼区 办理 治理扬尘."}};
  const Ran ran = run_in_memory(files, {"resolve", "p.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("鼓楼区"));
  for (const char* id : {"南京市鼓楼区", "徐州市鼓楼区", "福州市鼓楼区", "开封市鼓楼区"})
    EXPECT_THAT(ran.err, HasSubstr(id));
}

}  // namespace
}  // namespace mingze::app
