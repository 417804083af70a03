// Whose draft it is, and whose department is meant, by the places that are written.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;

ordered_json checked(const std::string& title, const std::string& lead) {
  const std::string text =
      title + "\n\n一、主要任务\n（一）清理河道。清除漂浮物。（" + lead + "牵头，县财政局配合）\n";
  const Ran ran = run_in_memory({{"d.txt", text}}, {"check", "d.txt", "--format", "json"});
  return ordered_json::parse(ran.out)["drafts"][0];
}

std::string place_of(const std::string& title) {
  return checked(title, "水利局")["jurisdiction"].get<std::string>();
}

TEST(DraftPlaces, ATitleMayNameAPlaceWithinAPlace) {
  for (const char* place :
       {"北京市海淀区", "苏州市吴中区", "四川省凉山彝族自治州西昌市", "延边州敦化市",
        "江苏省昆山市", "鄂尔多斯市达拉特旗", "上海市浦东新区", "江苏省苏州市"})
    EXPECT_EQ(place_of(place + std::string("河道整治方案")), place);
}

TEST(DraftPlaces, AZoneWithANameOfItsOwnIsAPlace) {
  EXPECT_EQ(place_of("南京市江北新区河道整治方案"), "南京市江北新区");
  EXPECT_EQ(place_of("苏州工业园区河道整治方案"), "苏州工业园区");
  EXPECT_EQ(place_of("苏州市工业园区污染治理方案"), "苏州市") << "all of its zones";
  EXPECT_EQ(place_of("江苏省开发区条例"), "江苏省");
}

struct Meant {
  std::string line, entity;
};

Meant meant(const std::string& name, const std::string& title = "湖州市长兴县河道整治方案") {
  const ordered_json draft = checked(title, name);
  const auto& lead = draft["items"].at(0)["lead"].at(0);
  EXPECT_EQ(lead["text"], name);
  const auto text = [&](const char* key) {
    return lead.contains(key) && lead[key].is_string() ? lead[key].get<std::string>() : "";
  };
  return {text("line"), text("entity")};
}

TEST(DraftPlaces, ANameMayBeginWithAPlaceWithinAPlace) {
  EXPECT_EQ(meant("江苏省苏州市水利局").line, "水利部门");
  EXPECT_EQ(meant("苏州市吴中区水利局").line, "水利部门");
}

TEST(DraftPlaces, APlaceMayStandWithinAName) {
  EXPECT_EQ(meant("人民银行湖州市分行").line, "人民银行");
  EXPECT_EQ(meant("国家统计局湖州调查队").line, "统计调查部门");
  EXPECT_EQ(meant("国家金融监督管理总局湖州监管分局").line, "金融监管部门");
}

TEST(DraftPlaces, ABranchOfABureauIsOfItsLine) {
  EXPECT_EQ(meant("市生态环境局长兴分局").line, "生态环境部门");
  EXPECT_EQ(meant("湖州市生态环境局长兴分局").line, "生态环境部门");
  EXPECT_EQ(meant("县城东分局").line, "");
}

TEST(DraftPlaces, ABranchForTheCountyIsNotFromAbove) {
  const ordered_json draft = checked("长兴县河道整治方案", "市自然资源和规划局长兴分局");
  for (const auto& finding : draft["findings"]) EXPECT_NE(finding["code"], "wrong-level");
}

TEST(DraftPlaces, ABarePlaceBeforeASharedNameMeansTheBodyFromAbove) {
  EXPECT_EQ(meant("江苏金融监管局", "江苏省融资方案").line, "金融监管部门");
  EXPECT_EQ(meant("苏州金融监管局", "苏州市融资方案").line, "金融监管部门");
  EXPECT_EQ(meant("省金融监管局", "江苏省融资方案").line, "地方金融管理部门");
  EXPECT_EQ(meant("江苏省金融监管局", "江苏省融资方案").line, "地方金融管理部门");
}

}  // namespace
}  // namespace mingze::app
