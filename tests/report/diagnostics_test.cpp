#include "report/diagnostics.hpp"

#include <gtest/gtest.h>

namespace mingze::report {
namespace {

class DrawnDiagnostics : public testing::Test {
 protected:
  DrawnDiagnostics() : id(sources.add("a.mz", "kind place.\n交通 审批 船舶。\n")) {}

  Diagnostic diagnostic() {
    Diagnostic one{"unknown-name",
                   Severity::error,
                   {"没有名为“交通”的部门", "no department \"交通\""},
                   {id, 12, 18}};
    one.related.push_back({{id, 5, 10}, {"在此声明", "declared here"}});
    one.notes.push_back({"说一说", "a word"});
    one.repairs.push_back({{id, 12, 18}, "交通部门", {}});
    return one;
  }

  Sources sources;
  SourceId id;
};

TEST_F(DrawnDiagnostics, HaveTheirPlaceFirst) {
  EXPECT_EQ(drawn(diagnostic(), sources, {}),
            "a.mz:2:1: error: 没有名为“交通”的部门 [unknown-name]\n"
            "  |\n"
            "2 | 交通 审批 船舶。\n"
            "  | ^^^^\n"
            "  = 说明：说一说\n"
            "  = 建议：改为 交通部门\n"
            "a.mz:1:6: note: 在此声明\n"
            "  |\n"
            "1 | kind place.\n"
            "  |      ^^^^^\n");
}

TEST_F(DrawnDiagnostics, InEnglish) {
  Style style;
  style.language = Language::en;
  const std::string text = drawn(diagnostic(), sources, style);
  EXPECT_TRUE(text.starts_with("a.mz:2:1: error: no department \"交通\" [unknown-name]\n"));
  EXPECT_NE(text.find("= help: write 交通部门"), std::string::npos);
}

TEST_F(DrawnDiagnostics, AreSortedByFileAndPlaceAndToldOnce) {
  const SourceId other = sources.add("A.mz", "x");
  Diagnostic early{"b", Severity::error, {"1", "1"}, {id, 1, 2}};
  Diagnostic first{"a", Severity::error, {"2", "2"}, {other, 0, 1}};
  Diagnostics all{diagnostic(), early, first, early};
  sort_diagnostics(all, sources);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].code, "a");
  EXPECT_EQ(all[1].code, "b");
  EXPECT_EQ(all[2].code, "unknown-name");
}

TEST_F(DrawnDiagnostics, AFileThatCannotBeReadStandsForItsFirstCharacter) {
  EXPECT_EQ(drawn(Failure{"file-missing", "x.mz", {"没有这个文件", "no such file"}}, Style{}),
            "x.mz:1:1: error: 没有这个文件 [file-missing]\n");
}

}  // namespace
}  // namespace mingze::report
