// Names in drafts against the built-in register: what is old is told with what it is called now.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::ordered_json;

struct Told {
  std::string code, message;
  std::vector<std::string> suggestions;  ///< what to write
};

/// What is told of the names in a draft of the place with this one lead.
std::vector<Told> told_of(const std::string& place, const std::string& lead) {
  const std::string text =
      place + "河道整治方案\n\n（一）清理河道。清除漂浮物。（" + lead + "牵头，水利局配合）\n";
  const Ran ran = run_in_memory({{"d.txt", text}}, {"check", "d.txt", "--format", "json"});
  std::vector<Told> out;
  const ordered_json document = ordered_json::parse(ran.out);
  for (const auto& finding : document["drafts"][0]["findings"]) {
    out.push_back({finding["code"], finding["message"], {}});
    for (const auto& each : finding["suggestions"])
      if (each.contains("replacement") && each["replacement"].is_string())
        out.back().suggestions.push_back(each["replacement"]);
  }
  return out;
}

struct Renamed {
  const char* place;
  const char* old;
  const char* now;
};

/// The name raises this finding alone, with one suggestion.
void expect_told(const Renamed& renamed, const std::string& code) {
  SCOPED_TRACE(renamed.old);
  const std::vector<Told> told = told_of(renamed.place, renamed.old);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].code, code);
  ASSERT_EQ(told[0].suggestions.size(), 1U);
  EXPECT_EQ(told[0].suggestions[0], renamed.now);
}

TEST(DraftNames, AnOldNameIsToldWithWhatToWrite) {
  for (const Renamed& each :
       std::initializer_list<Renamed>{{"江苏省", "江苏银保监局", "江苏金融监管局"},
                                      {"苏州市", "苏州银保监分局", "苏州金融监管分局"},
                                      {"苏州市", "苏州银监分局", "苏州金融监管分局"},
                                      {"苏州市", "人民银行苏州市中心支行", "人民银行苏州市分行"},
                                      {"江苏省", "省国土局", "省自然资源厅"},
                                      {"江苏省", "省公安消防总队", "省消防救援总队"},
                                      {"江苏省", "省新闻出版广电局", "省广播电视局"},
                                      {"江苏省", "省监察厅", "省纪委监委"},
                                      {"苏州市", "市检验检疫局", "海关"},
                                      {"长兴县", "县扶贫办", "县农业农村局"},
                                      {"长兴县", "县旅游局", "县文化和旅游局"},
                                      {"长兴县", "县物价局", "县发展和改革局"}}) {
    expect_told(each, "old-name");
  }
}

TEST(DraftNames, ASlipOfThePenIsToldWithWhatIsMeant) {
  for (const Renamed& each :
       std::initializer_list<Renamed>{{"苏州市", "市卫建委", "市卫健委"},
                                      {"长兴县", "县农村农业局", "县农业农村局"},
                                      {"苏州市", "市生态环境保护局", "市生态环境局"},
                                      {"苏州市", "市工信厅", "市工信局"},
                                      {"长兴县", "县住房城乡建设厅", "县住房城乡建设局"}}) {
    expect_told(each, "unknown-body");
  }
  EXPECT_TRUE(told_of("苏州市", "市政府办公厅").empty());
  EXPECT_TRUE(told_of("江苏省", "省工信厅").empty());
}

TEST(DraftNames, DatesAreWrittenAsPeopleWriteThem) {
  const std::vector<Told> told = told_of("苏州市", "市安监局");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].message, "“市安监局”是旧名，至迟2019年4月1日停用，现为“市应急管理局”");
}

TEST(DraftNames, PresentNamesAreNotToldOf) {
  for (const auto& [place, name] : std::initializer_list<std::pair<const char*, const char*>>{
           {"苏州市", "市执法局"},
           {"苏州市", "市市监局"},
           {"苏州市", "苏州市邮政局"},
           {"江苏省", "省国防动员办"},
           {"长兴县", "市生态环境局长兴分局"}})
    EXPECT_TRUE(told_of(place, name).empty()) << name;
}

}  // namespace
}  // namespace mingze::app
