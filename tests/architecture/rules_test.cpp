// The rules catch what they are for: each is given a text that breaks it.
#include "tests/architecture/rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingze::architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Layer> layers() {
  return read_layers(R"(
mingze_layer(engine/base USES fmt::fmt)
mingze_layer(engine/plan MAY_INCLUDE engine/base USES Boost::headers)
mingze_layer(dsl/grammar MAY_INCLUDE engine/base USES Boost::headers)
mingze_layer(report MAY_INCLUDE engine/base USES nlohmann_json::nlohmann_json)
mingze_layer(app/cli MAY_INCLUDE report USES CLI11::CLI11)
)");
}

TEST(Includes, AreFoundWithTheirLines) {
  const auto found =
      includes_of("// #include \"no.hpp\"\n#include <a>\n  #  include \"b/c.hpp\"\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "a");
  EXPECT_FALSE(found[0].quoted);
  EXPECT_EQ(found[1].name, "b/c.hpp");
  EXPECT_EQ(found[1].line, 3U);
}

TEST(LayerRule, AllowsOwnFolderAndNamedOnes) {
  EXPECT_THAT(
      layer_violations(layers(), {{"engine/base/a.hpp", ""},
                                  {"report/b.hpp", ""},
                                  {"report/b.cpp",
                                   "#include \"report/b.hpp\"\n#include \"engine/base/a.hpp\"\n"}}),
      IsEmpty());
}

TEST(LayerRule, CatchesAnIncludeAgainstTheDirection) {
  EXPECT_THAT(
      layer_violations(
          layers(), {{"report/b.hpp", ""}, {"engine/base/a.cpp", "#include \"report/b.hpp\"\n"}}),
      ElementsAre("engine/base/a.cpp:1: engine/base may not include report (report/b.hpp)"));
}

TEST(LayerRule, CatchesAnIncludeThroughALowerLayer) {
  EXPECT_THAT(layer_violations(layers(), {{"engine/base/a.hpp", ""},
                                          {"app/cli/m.cpp", "#include \"engine/base/a.hpp\"\n"}}),
              ElementsAre(HasSubstr("app/cli may not include engine/base")));
}

TEST(LayerRule, CatchesRelativeNamesAndStrayFiles) {
  EXPECT_THAT(layer_violations(layers(), {{"report/b.hpp", ""},
                                          {"report/b.cpp", "#include \"b.hpp\"\n"},
                                          {"engine/stray.cpp", ""}}),
              ElementsAre(HasSubstr("\"b.hpp\" is no file of the project"),
                          HasSubstr("engine/stray.cpp: stands in no layer")));
}

TEST(LibraryRule, AllowsTheStandardLibraryAndWhatALayerUses) {
  EXPECT_THAT(library_violations(
                  layers(), {{"dsl/grammar/a.cpp", "#include <boost/spirit/home/x3.hpp>\n"},
                             {"engine/plan/a.cpp", "#include <boost/graph/graph.hpp>\n"},
                             {"report/json_report.cpp", "#include <nlohmann/json.hpp>\n"},
                             {"report/terminal.cpp", "#include <string>\n#include <fmt/core.h>\n"},
                             {"app/cli/main.cpp", "#include <iostream>\n#include <unistd.h>\n"}}),
              IsEmpty());
}

TEST(LibraryRule, CatchesEachLibraryOutOfItsPlace) {
  EXPECT_THAT(
      library_violations(layers(), {{"engine/plan/a.cpp", "#include <boost/spirit/home/x3.hpp>\n"},
                                    {"dsl/grammar/a.cpp", "#include <boost/graph/graph.hpp>\n"},
                                    {"report/html.cpp", "#include <nlohmann/json.hpp>\n"},
                                    {"report/json.hpp", "#include <nlohmann/json.hpp>\n"},
                                    {"report/a.cpp", "#include <boost/any.hpp>\n"},
                                    {"report/b.cpp", "#include <iostream>\n"},
                                    {"report/c.cpp", "#include <unistd.h>\n"},
                                    {"report/d.cpp", "#include <xlsxwriter.h>\n"},
                                    {"report/e.cpp", "#include <sqlite3.h>\n"}}),
      ElementsAre(HasSubstr("X3 stays"), HasSubstr("Boost.Graph stays"), HasSubstr("json stays"),
                  HasSubstr("json stays"), HasSubstr("does not use this library"),
                  HasSubstr("standard streams"), HasSubstr("may use the system"),
                  HasSubstr("libxlsxwriter stays"), HasSubstr("SQLite stays")));
}

TEST(SizeRule, CatchesLongFilesWideLinesAndUnguardedHeaders) {
  std::string long_text;
  for (int i = 0; i < 601; ++i) long_text += "x\n";
  std::string chinese = "// ";  // 97 more characters, three bytes each: still 100 columns
  for (int i = 0; i < 97; ++i) chinese += "明";
  EXPECT_THAT(
      size_violations({{"docs/a.md", long_text},
                       {"rules/a.tsv", long_text},
                       {"report/a.cpp", std::string(101, 'x') + "\n"},
                       {"report/b.cpp", chinese + "\n"},
                       {"report/a.hpp", "int a;\n"}}),
      ElementsAre("docs/a.md: 601 lines, more than 600", "report/a.cpp:1: more than 100 columns",
                  "report/a.hpp: a header without #pragma once"));
}

TEST(ProportionRule, CatchesTooManyLargeFiles) {
  const std::string small(100, '\n');
  const std::string large(401, '\n');
  EXPECT_THAT(proportion_violations({{"a.cpp", small}, {"b.cpp", small}, {"c.cpp", large}}),
              IsEmpty());
  EXPECT_THAT(proportion_violations({{"a.cpp", large}, {"b.cpp", small}, {"c.cpp", large}}),
              ElementsAre(HasSubstr("half"), HasSubstr("nine in ten")));
}

TEST(PathRule, CatchesPathsOfOneMachine) {
  const std::string home = std::string("see /ho") + "me/me/x\n";
  const std::string beside = std::string("see ../sh") + "ared/x\n";
  EXPECT_THAT(path_violations(
                  {{"docs/a.md", home}, {"tests/a.cpp", beside}, {"docs/b.md", "fine\n" + beside}}),
              ElementsAre(HasSubstr("docs/a.md:1"), HasSubstr("docs/b.md:2")));
}

}  // namespace
}  // namespace mingze::architecture
