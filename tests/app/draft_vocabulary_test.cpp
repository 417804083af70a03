// docs/draft-vocabulary.md: all that the reader states is there, and its example works.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

std::string contents(const std::string& path) {
  const auto file = DiskFiles().read(MINGZE_ROOT + path);
  EXPECT_TRUE(file.ok()) << path;
  return file.ok() ? file.value() : "";
}

std::string block(const std::string& page, const std::string& language) {
  const std::string opening = "```" + language + "\n";
  const std::size_t from = page.find(opening) + opening.size();
  return page.substr(from, page.find("```", from) - from);
}

TEST(DraftVocabulary, HasEverySentenceAndKind) {
  const std::string page = contents("/docs/draft-vocabulary.md");
  const std::string rules = contents("/rules/draft/vocabulary.mz");
  const std::regex declared(R"re((?:^|\n)relation \S+ "([^"]+)"\s*\| "([^"]+)")re");
  int count = 0;
  for (std::sregex_iterator at(rules.begin(), rules.end(), declared), end; at != end; ++at) {
    EXPECT_THAT(page, testing::HasSubstr("`" + (*at)[1].str() + "`"));
    EXPECT_THAT(page, testing::HasSubstr("`" + (*at)[2].str() + "`"));
    ++count;
  }
  EXPECT_GE(count, 30);
  const std::regex kinds(R"re((?:^|\n)kind (\S+) = ([^.\n]+)\.)re");
  for (std::sregex_iterator at(rules.begin(), rules.end(), kinds), end; at != end; ++at)
    EXPECT_THAT(page,
                testing::HasSubstr("| `" + (*at)[1].str() + "` | `" + (*at)[2].str() + "` |"));
}

TEST(DraftVocabulary, HasAnExampleThatWorks) {
  const std::string page = contents("/docs/draft-vocabulary.md");
  const MemoryFiles files{{"d.txt", block(page, "draft")}, {"mine/check.mz", block(page, "mz")}};
  const Ran ran = run_in_memory(files, {"check", "d.txt", "--pack", "mine", "--format", "json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json findings = json::parse(ran.out)["drafts"][0]["findings"];
  ASSERT_EQ(findings.size(), 1U) << findings.dump(1);
  EXPECT_EQ(findings[0]["code"], "finance-leads");
  EXPECT_EQ(findings[0]["span"]["line"], 4);
}

}  // namespace
}  // namespace mingze::app
