// The programs of bench/workloads on facts small enough to answer by hand: other engines only tell
// that all of them say the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/base/files.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using Facts = std::map<std::string, std::vector<std::string>>;

/// The summary of a workload's program over facts: rows by file, their fields apart by blanks.
json summary_of(const std::string& workload, const Facts& facts) {
  const auto program =
      DiskFiles().read(std::string(MINGZE_ROOT) + "/bench/workloads/" + workload + "/mingze.mz");
  EXPECT_TRUE(program.ok()) << workload;
  if (!program.ok()) return {};
  MemoryFiles files{{"p.mz", program.value()}};
  for (const auto& [file, rows] : facts) {
    std::string text;
    for (std::string row : rows) {
      std::replace(row.begin(), row.end(), ' ', '\t');
      text += row + "\n";
    }
    files.put("facts/" + file + ".tsv", text);
  }
  const Ran ran = run_in_memory(files, {"resolve", "p.mz", "--facts", "facts", "--summary",
                                        "--format", "json", "--fail-on", "never"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  return ran.code == 0 ? json::parse(ran.out)["summary"] : json();
}

TEST(Workloads, Nation) {
  const json summary = summary_of(
      "nation",
      {{"jurisdiction", {"n - 0", "p1 n 1", "p2 n 1", "c p1 2", "x1 c 3", "x2 c 3"}},
       {"item", {"i1 3", "i2 1"}},
       {"approves", {"water i1", "land i1"}},
       // The list of c is nearer to x1 and x2 than that of p1; what x2 designated comes before.
       {"listed",
        {"p1 i1 ecology lead", "p1 i1 water coop", "c i1 police lead", "p2 i2 water lead",
         "p2 i2 ecology lead"}},
       {"designated", {"x2 i1 fire"}},
       {"asks", {"p1 i1 c", "c i1 x1", "c i1 x2", "p1 i2 p2", "p2 i2 p1"}},
       {"dept_designated",
        {"water n x1 i1 fire", "water n x1 i1 police", "water x1 x1 i1 fire",
         "water p2 x1 i1 fire"}}});
  const json& leads = summary["decisions"]["leads"];
  EXPECT_EQ(leads["keys"], 4);
  EXPECT_EQ(leads["values"], 4) << "x1 police, x2 fire, p2 water and ecology";
  EXPECT_EQ(leads["missing"], 1) << "i2 in p1";
  EXPECT_EQ(leads["conflict"], 1) << "i2 in p2";
  const json& relations = summary["relations"];
  EXPECT_EQ(relations["interference"], 1) << "from above; whoever is meant";
  EXPECT_EQ(relations["unanswered"], 1) << "x1";
  EXPECT_EQ(relations["cycle"], 2) << "p1 and p2 about i2";
  EXPECT_EQ(relations["unaccountable"], 2) << "land in x1 and x2; water cooperates";
}

TEST(Workloads, Villages) {
  const json summary =
      summary_of("villages", {{"place", {"0 - 0", "1 0 1", "2 0 1", "3 1 2", "4 1 2"}},
                              {"task", {"10 1", "10 2", "11 2", "20 0", "21 0", "22 0", "23 0"}},
                              {"remit", {"5 10", "7 20", "7 21", "7 22", "7 23"}},
                              {"listed", {"1 10 6"}},
                              {"campaign", {"3 10 8", "0 11 8", "4 11 9", "4 11 2"}},
                              {"barred", {"4 10 6", "1 11 8"}},
                              {"helps", {"0 10 3", "1 10 4"}},
                              {"oversees", {"1 5", "1 6", "2 1"}}});
  const json& leads = summary["decisions"]["leads"];
  EXPECT_EQ(leads["keys"], 10);
  EXPECT_EQ(leads["values"], 10) << "10: 6 in 1, 5 in 2 and in 4 where 6 is barred, 8 in 3; 11: 9 "
                                    "and 2 in 4; 7 leads the others";
  EXPECT_EQ(leads["missing"], 1) << "11 in 3, where 8 is barred";
  EXPECT_EQ(leads["conflict"], 1) << "11 in 4";
  const json& findings = summary["findings"];
  EXPECT_EQ(findings["moved"], 2) << "10 from 1 to 3 and to 4";
  EXPECT_EQ(findings["thin"], 6) << "10 in 2, 11 in 4, and the four in 0";
  EXPECT_EQ(findings["crowded"], 1) << "7 in 0";
  EXPECT_EQ(summary["relations"]["answers"], 16) << "1 and 2 too, where 5 or 6 leads";
}

TEST(Workloads, Cases) {
  const json summary = summary_of("cases", {{"case", {"1", "2", "3", "4"}},
                                            {"filed", {"1 a", "2 a", "4 a"}},
                                            {"assigned", {"1 b", "4 b"}},
                                            {"ordered", {"3 a", "3 b"}},
                                            {"recused", {"2 a", "4 b"}}});
  const json& decides = summary["decisions"]["decides"];
  EXPECT_EQ(decides["decided"], 2) << "1 by assignment, 4 by filing, as b is recused";
  EXPECT_EQ(decides["missing"], 1);
  EXPECT_EQ(decides["conflict"], 1);
  EXPECT_EQ(decides["values"], 4);
}

TEST(Workloads, SmallPrograms) {
  const json closure = summary_of("closure", {{"edge", {"1 2", "2 3", "3 1", "3 4"}}});
  EXPECT_EQ(closure["relations"]["path"], 12) << "1, 2 and 3 reach all four";
  EXPECT_EQ(closure["relations"]["circle"], 3);
  const json same = summary_of("same-generation", {{"parent", {"2 1", "3 1", "4 2", "5 3"}}});
  EXPECT_EQ(same["relations"]["same"], 8) << "2 and 3, 4 and 5, and each with itself";
  const json points = summary_of(
      "points-to",
      {{"new", {"1 10", "3 11"}}, {"assign", {"2 1"}}, {"store", {"2 0 3"}}, {"load", {"4 1 0"}}});
  EXPECT_EQ(points["relations"]["points"], 4) << "4 is 11 by way of what 10 holds";
  EXPECT_EQ(points["relations"]["holds"], 1);
  const json joined = summary_of("wide-join", {{"r1", {"1 2", "1 3"}},
                                               {"r2", {"2 3", "3 3"}},
                                               {"r3", {"3 4"}},
                                               {"r4", {"4 5"}},
                                               {"r5", {"5 6"}},
                                               {"r6", {"6 7", "8 9"}}});
  EXPECT_EQ(joined["relations"]["joined"], 1) << "two ways from 1 to 7";
}

}  // namespace
}  // namespace mingze::app
