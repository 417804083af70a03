// `mingze vocabulary`: the words that a system needs to feed a program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;

struct PageExample {
  PageExample() {
    const auto page = DiskFiles().read(MINGZE_ROOT "/docs/vocabulary.md");
    files.put("p.mz", fenced_in(page.value(), "mz").at(0));
    told = fenced_in(page.value(), "text").at(0);
  }
  MemoryFiles files;
  std::string told;
};

TEST(VocabularyCommand, ThePageShowsWhatItDoes) {
  const PageExample page;
  const Ran ran = run_in_memory(page.files, {"vocabulary", "p.mz"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, page.told);
}

TEST(VocabularyCommand, HasWhatInputIsMadeOf) {
  const PageExample page;
  const Ran ran = run_in_memory(page.files, {"vocabulary", "p.mz", "--format", "json"});
  const json told = json::parse(ran.out);
  EXPECT_EQ(told["kinds"][1]["id"], "office");
  EXPECT_EQ(told["kinds"][1]["names"][1],
            (json{{"id", "water"}, {"label", "水务局"}, {"aka", {"水利局"}}}));
  EXPECT_EQ(told["relations"][0]["slots"], (json{{{"role", "office"}, {"kind", "office"}},
                                                 {{"role", "matter"}, {"kind", "matter"}}}));
  EXPECT_EQ(told["relations"][0]["sentence"]["en"], "{office} approves {matter}");
  const json& leads = told["decisions"][0];
  EXPECT_EQ(leads["value"], "office");
  EXPECT_EQ(leads["key"], (json{"matter", "place"}));
  EXPECT_EQ(leads["every"], "handled");
  EXPECT_EQ(leads["codes"], (json{"leads-conflict", "leads-missing"}));
  EXPECT_EQ(told["findings"][0]["code"], "busy");
  EXPECT_EQ(told["findings"][0]["on"], "office");
}

TEST(VocabularyCommand, AProgramThatCanNotBeReadIsAnError) {
  const MemoryFiles files{{"p.mz", "kind .\n"}};
  const Ran ran = run_in_memory(files, {"vocabulary", "p.mz", "--format", "json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace mingze::app
