// `mingze check --format sarif`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/base/utf8.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/app/schema.hpp"
#include "tests/draft/word/word_file.hpp"

namespace mingze::app {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string first_line = "沅口市供水方案\n";
const std::string items =
    "一、清理𠮷河道。清除漂浮物。（市水务局牵头，有关部门配合）\r\n"
    "二、修复护岸。修复破损护岸。（市水务局、市财政局按职责分工负责）\n"
    "四、演出。每周演出。（市水务局牵头，文化部配合）\n";

Json sarif_of(const Ran& ran) {
  const Json document = Json::parse(ran.out);
  const auto schema = DiskFiles().read(std::string(MINGZE_ROOT) + "/fixtures/sarif.schema.json");
  EXPECT_TRUE(schema.ok());
  EXPECT_EQ(schema_violations(Json::parse(schema.value()), document), "");
  return document["runs"][0];
}

Json sarif(const MemoryFiles& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "sarif"});
  return sarif_of(run_in_memory(files, arguments));
}

std::vector<std::string> codes_of(const Json& run) {
  std::vector<std::string> codes;
  for (const Json& result : run["results"]) codes.push_back(result["ruleId"]);
  return codes;
}

const Json& result_of(const Json& run, const std::string& code) {
  for (const Json& result : run["results"])
    if (result["ruleId"] == code) return result;
  throw std::runtime_error("no finding " + code);
}

const Json& physical(const Json& result) { return result["locations"][0]["physicalLocation"]; }

/// The UTF-16 units of a text that has no byte-order mark.
std::u16string utf16(const std::string& text) {
  std::u16string out;
  for (const char32_t point : to_code_points(text)) {
    if (point >= 0x10000) out += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10U));
    out += static_cast<char16_t>(point >= 0x10000 ? 0xDC00 + (point & 0x3FFU) : point);
  }
  return out;
}

TEST(CheckSarif, SaysWhatIsWrongWhereAndWhy) {
  const Json run = sarif({{"d.txt", first_line + items}}, {"d.txt"});
  EXPECT_THAT(codes_of(run), ElementsAre("vague-body", "lead-missing", "number-gap", "old-name"));
  const Json& result = result_of(run, "lead-missing");
  EXPECT_EQ(result["level"], "error");
  const std::string text = result["message"]["text"];
  EXPECT_THAT(text, HasSubstr("“修复护岸”写了责任单位，但没有写明由谁牵头。\n建议："));
  EXPECT_THAT(text, HasSubstr("\n依据：《关于推动职能部门做好生态环境保护工作的意见》（六）。"));
  EXPECT_EQ(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "二、修复护岸");
  EXPECT_EQ(physical(result)["region"]["startLine"], 3);
  EXPECT_EQ(physical(result)["region"]["startColumn"], 15);
  EXPECT_EQ(physical(result)["region"]["endColumn"], 33);
}

TEST(CheckSarif, EachRuleTellsWhatItMeans) {
  for (const char* language : {"zh", "en"}) {
    const Json run = sarif({{"d.txt", items}}, {"d.txt", "--lang", language});
    const Json& rules = run["tool"]["driver"]["rules"];
    EXPECT_GE(rules.size(), 15U);
    std::set<std::string> codes;
    for (const Json& rule : rules) {
      EXPECT_TRUE(codes.insert(rule["id"]).second);
      for (const char* member : {"name", "fullDescription", "help"})
        EXPECT_TRUE(rule.contains(member)) << rule["id"];
    }
    for (const Json& result : run["results"]) {
      const Json& rule = rules[result["ruleIndex"].get<std::size_t>()];
      EXPECT_EQ(rule["id"], result["ruleId"]);
      EXPECT_EQ(rule["defaultConfiguration"]["level"], result["level"]);
    }
    const Json& rule = rules[result_of(run, "lead-missing")["ruleIndex"].get<std::size_t>()];
    EXPECT_EQ(rule["name"], "LeadMissing");
    EXPECT_THAT(rule["help"]["markdown"].get<std::string>(), HasSubstr("（六）"));
    EXPECT_THAT(rule["shortDescription"]["text"].get<std::string>(), Not(HasSubstr("{")));
  }
}

/// Columns and offsets in UTF-16 units, lines as editors count them, no byte-order mark counted.
TEST(CheckSarif, RegionsAreThoseOfTheFile) {
  const std::string text = first_line + items;
  const std::u16string units = utf16(text);
  for (const std::string& mark : {std::string(), std::string("\xEF\xBB\xBF")}) {
    const Json run = sarif({{"d.txt", mark + text}}, {"d.txt"});
    for (const Json& result : run["results"]) {
      const Json& region = physical(result)["region"];
      const auto begin = region["charOffset"].get<std::size_t>();
      EXPECT_EQ(units.substr(begin, region["charLength"].get<std::size_t>()),
                utf16(region["snippet"]["text"]));
      const auto feed = units.rfind(u'\n', begin);
      const std::size_t line_start = feed == std::u16string::npos ? 0 : feed + 1;
      EXPECT_EQ(region["startColumn"], begin - line_start + 1);
      EXPECT_EQ(region["startLine"],
                1 + std::count(units.begin(), units.begin() + static_cast<long>(begin), u'\n'));
    }
  }
}

TEST(CheckSarif, FingerprintsSurviveTextThatIsPutBefore) {
  const auto prints = [](const std::string& text) {
    std::map<std::string, Json> by_code;
    const Json run = sarif({{"d.txt", text}}, {"d.txt"});
    for (const Json& result : run["results"])
      by_code[result["ruleId"]] = result["partialFingerprints"];
    return by_code;
  };
  const auto before = prints(first_line + items);
  EXPECT_EQ(before, prints(first_line + "为改善供水，制定本方案。\n\n" + items));
  EXPECT_NE(before.at("old-name"), before.at("vague-body"));
}

TEST(CheckSarif, AnExactReplacementIsAFix) {
  const Json run = sarif({{"d.txt", first_line + items}}, {"d.txt"});
  const Json& result = result_of(run, "old-name");
  const Json& change = result["fixes"][0]["artifactChanges"][0];
  EXPECT_EQ(change["artifactLocation"], physical(result)["artifactLocation"]);
  EXPECT_EQ(change["replacements"][0]["insertedContent"]["text"], "文化和旅游部");
  Json region = physical(result)["region"];
  region.erase("snippet");
  EXPECT_EQ(change["replacements"][0]["deletedRegion"], region);
  EXPECT_FALSE(result_of(run, "vague-body").contains("fixes"));
}

TEST(CheckSarif, SilencedFindingsAreSuppressed) {
  const MemoryFiles files{{"d.txt", first_line + items}, {"明责.tsv", "不报告 = number-gap\n"}};
  const Json told = sarif({{"d.txt", first_line + items}}, {"d.txt"});
  const Json run = sarif(files, {"d.txt", "--allow", "lead-missing"});
  EXPECT_THAT(codes_of(run), ElementsAre("vague-body", "old-name", "lead-missing", "number-gap"));
  EXPECT_EQ(run["invocations"][0]["exitCode"], 0);
  EXPECT_EQ(result_of(run, "old-name")["suppressions"], Json::array());
  for (const auto& [code, by] :
       std::map<std::string, std::string>{{"lead-missing", "命令行上的 --allow lead-missing"},
                                          {"number-gap", "明责.tsv 中的“不报告 = number-gap”"}}) {
    Json result = result_of(run, code);
    ASSERT_EQ(result["suppressions"].size(), 1U);
    EXPECT_EQ(result["suppressions"][0]["kind"], "external");
    EXPECT_EQ(result["suppressions"][0]["justification"], by);
    result["suppressions"] = Json::array();
    EXPECT_EQ(result, result_of(told, code));
  }
}

TEST(CheckSarif, NamesOfFilesAreUris) {
  const std::string name = "文 稿/a:b#%?.txt";
  const std::string there = "/有/d.txt";
  const MemoryFiles files{{name, items}, {there, items}};
  const Json run = sarif(files, {name, there});
  const Json& artifacts = run["artifacts"];
  EXPECT_EQ(artifacts[0]["location"]["uri"], "%E6%96%87%20%E7%A8%BF/a%3Ab%23%25%3F.txt");
  EXPECT_EQ(artifacts[0]["location"]["uriBaseId"], "%SRCROOT%");
  EXPECT_EQ(artifacts[1]["location"]["uri"], "file:///%E6%9C%89/d.txt");
  EXPECT_FALSE(artifacts[1]["location"].contains("uriBaseId"));
  std::set<std::size_t> drafts;
  for (const Json& result : run["results"]) {
    const Json& location = physical(result)["artifactLocation"];
    drafts.insert(location["index"].get<std::size_t>());
    EXPECT_EQ(location, artifacts[location["index"].get<std::size_t>()]["location"]);
  }
  EXPECT_EQ(drafts, (std::set<std::size_t>{0, 1}));
}

TEST(CheckSarif, FilesThatCannotBeReadAreNotifications) {
  const MemoryFiles files{{"d.txt", items}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "不在.txt", "--format", "sarif"});
  EXPECT_EQ(ran.code, 2);
  const Json run = sarif_of(ran);
  const Json& invocation = run["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["exitCode"], 2);
  const Json& notification = invocation["toolExecutionNotifications"][0];
  EXPECT_EQ(notification["descriptor"]["id"], run["tool"]["driver"]["notifications"][0]["id"]);
  EXPECT_EQ(physical(notification)["artifactLocation"]["uri"], "%E4%B8%8D%E5%9C%A8.txt");
  const Json whole = sarif(files, {"d.txt"})["invocations"][0];
  EXPECT_EQ(whole["executionSuccessful"], true);
  EXPECT_EQ(whole["exitCode"], 1);
  EXPECT_EQ(whole["toolExecutionNotifications"], Json::array());
}

/// A link of the draft's making would lead out of the report; single braces are filled in.
TEST(CheckSarif, WordsOfADraftAreNoMarkup) {
  const Json run =
      sarif({{"d.txt", "一、看{0}和[这里](1)。（市水务局、市财政局负责）\n"}}, {"d.txt"});
  const std::string text = result_of(run, "lead-missing")["message"]["text"];
  EXPECT_THAT(text, HasSubstr("[这里] (1)"));
  EXPECT_THAT(text, HasSubstr("{{0}}"));
}

/// Lines of what was read are no places of a Word file, so there is nothing to be replaced there.
TEST(CheckSarif, AWordFileHasItsTextsRegionsAndNoFixes) {
  const auto paragraph = [](const char* text) { return draft::paragraph(draft::run(text)); };
  const std::string file =
      draft::WordFile{paragraph("沅口市供水方案") +
                      paragraph("一、演出。每周演出。（市水务局牵头，文化部配合）")}
          .bytes();
  const Json run = sarif({{"d.docx", file}}, {"d.docx"});
  const Json& result = result_of(run, "old-name");
  EXPECT_EQ(physical(result)["artifactLocation"]["uri"], "d.docx");
  EXPECT_EQ(physical(result)["region"]["snippet"]["text"], "文化部");
  EXPECT_FALSE(result.contains("fixes"));
  const Json& artifact = run["artifacts"][0];
  EXPECT_THAT(artifact["mimeType"].get<std::string>(), HasSubstr("wordprocessingml"));
  EXPECT_THAT(artifact["description"]["text"].get<std::string>(), HasSubstr("读出的文字"));
}

TEST(CheckSarif, TheEndOfTheFilesNameIsEnough) {
  const MemoryFiles files{{"d.txt", items}};
  EXPECT_EQ(run_in_memory(files, {"check", "d.txt", "-o", "报告.sarif"}).code, 1);
  EXPECT_EQ(files.read("报告.sarif").value(),
            run_in_memory(files, {"check", "d.txt", "--format", "sarif"}).out);
}

}  // namespace
}  // namespace mingze::app
