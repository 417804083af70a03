#include <gmock/gmock.h>

#include "app/session/process.hpp"
#include "tests/app/run_in_memory.hpp"
#include "tests/tools.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;
using testing::Not;

Ran graph(const std::string& program, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "graph");
  arguments.insert(arguments.end(), {"p.mz", "--quiet"});
  return run_in_memory({{"p.mz", program}}, arguments);
}

/// Places that ask each other; b and c in a circle about x alone.
constexpr const char* asking = R"(kind place = 地方. kind matter = 事项.
relation asks "{from: place} asks {to: place} to settle {matter}"
            | "{from: place} 要求 {to: place} 明确 {matter}".
relation settled "{place} settled {matter}" | "{place} 已 明确 {matter}".
place a "甲地". place b "乙地". place c "丙地". matter x "事一". matter y "事二".
a asks b to settle x. b asks c to settle x. c asks b to settle x.
c asks b to settle y. b asks a to settle y.
a settled y.
)";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(GraphCommand, ResponsibilityMarksWhatIsMissingAndInConflict) {
  const Ran ran = graph(rivers, {"responsibility"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("某条线 在 某地方 牵头 某事项"));
  EXPECT_THAT(ran.out, HasSubstr("共 3：已定 1，缺失 1，冲突 1"));
  EXPECT_THAT(ran.out, HasSubstr("缺失：没有谁 牵头"));
  EXPECT_THAT(ran.out, HasSubstr("冲突：交通、水务"));
  EXPECT_EQ(count(ran.out, " -> "), 3U) << "one arrow for each value";
}

TEST(GraphCommand, ANameLimitsTheGraph) {
  const Ran item = graph(rivers, {"responsibility", "--item", "清淤"});
  EXPECT_THAT(item.out, HasSubstr("共 1：已定 1"));
  EXPECT_THAT(item.out, Not(HasSubstr("桥梁")));
  EXPECT_THAT(graph(rivers, {"responsibility", "--item", "roads"}).out, HasSubstr("共 1："));
  EXPECT_THAT(graph(rivers, {"responsibility", "--at", "苏州市"}).out, HasSubstr("共 3："));
  const Ran unknown = graph(rivers, {"responsibility", "--item", "清於"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_EQ(unknown.out, "");
  EXPECT_THAT(unknown.err, HasSubstr("清淤"));
}

TEST(GraphCommand, ManyObjectsStandInGroupsAndTheRestIsCounted) {
  std::string program = rivers;
  for (int i = 0; i < 40; ++i) {
    const std::string matter = "m" + std::to_string(i);
    program += "matter " + matter + ". suzhou 办理 " + matter + ". water 审批 " + matter + ".\n";
  }
  const Ran all = graph(program, {"responsibility"});
  EXPECT_THAT(all.out, HasSubstr("label=\"水务（41）\""));
  EXPECT_THAT(all.out, HasSubstr("label=\"未定（2）\""));
  EXPECT_THAT(all.out, Not(HasSubstr("还有")));
  const Ran some = graph(program, {"responsibility", "--limit", "30"});
  EXPECT_THAT(some.out, HasSubstr("还有 13 个没有画"));
}

TEST(GraphCommand, DelegationMarksCirclesAboutOneThing) {
  const Ran ran = graph(asking, {"delegation"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("圈：乙地 → 丙地 → 乙地（事一）"));
  EXPECT_EQ(count(ran.out, "penwidth=2.5];") + count(ran.out, "penwidth=2.5, label"), 2U);
  EXPECT_THAT(ran.out, HasSubstr("甲地 已 明确 事二"));
}

TEST(GraphCommand, AnyRelationThatLinksCanBeDrawn) {
  const Ran ran = graph(asking, {"delegation", "--relation", "settled"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("没有两个同类的空位"));
  const Ran assignments = graph(asking, {"responsibility", "--relation", "settled"});
  EXPECT_EQ(assignments.code, 0) << assignments.err;
  EXPECT_THAT(assignments.out, HasSubstr("甲地"));
  EXPECT_EQ(graph(asking, {"responsibility", "--relation", "settled", "--relation", "asks"}).code,
            2);
  EXPECT_EQ(graph(asking, {"responsibility"}).code, 2) << "nothing to draw by default";
}

constexpr const char* layered = R"(kind office. kind item.
relation approves "{office} approves {item}". relation listed "{item} is listed".
relation free "{item} is free". relation part "{a: item} is part of {b: item}" hierarchy.
source law "法律" rank 1. source notice "通知" rank 3.
decision leads "{office} leads {item}" one office per item prefer rank.
rule free if I is listed and not _ approves I then I is free.
rule inherited cites notice if I is part of P and D leads P then D leads I.
rule approver cites law overrides listed if D approves I then D leads I.
rule listed cites law if I is listed and I is free and D approves _ then D leads I.
rule none if I is free and D approves I then not D leads I.
finding idle warning "{I}" on I if I is free.
)";

TEST(GraphCommand, RulesStandInStepsAndNegationIsDashed) {
  const Ran ran = graph(layered, {"rules", "--findings"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("label=\"第 1 步\""));
  EXPECT_THAT(ran.out, HasSubstr("label=\"第 2 步\""));
  EXPECT_THAT(ran.out, HasSubstr("style=dashed, label=\" 非 free\""));
  EXPECT_THAT(ran.out, HasSubstr("peripheries=2"));
  EXPECT_THAT(ran.out, HasSubstr("label=\"idle\\n警告\""));
  const Ran focus = graph(layered, {"rules", "--relation", "free"});
  EXPECT_THAT(focus.out, Not(HasSubstr("is part of"))) << "neither leads to it nor follows";
  EXPECT_THAT(focus.out, HasSubstr("leads"));
}

TEST(GraphCommand, OverridesSayTheirGround) {
  const Ran ran = graph(layered, {"overrides", "--lang", "en"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("overrides"));
  EXPECT_THAT(ran.out, HasSubstr("prefer: rank"));
  EXPECT_THAT(ran.out, HasSubstr("a rule that bars a value"));
  EXPECT_EQ(graph(layered, {"overrides", "--relation", "free"}).code, 2) << "no decision";
}

TEST(GraphCommand, TheOrderOfStatementsDoesNotMatter) {
  std::string first = std::string(asking) + "b asks c to settle y.\n";
  std::string second = "b asks c to settle y. place c \"丙地\".\n" + std::string(asking);
  EXPECT_EQ(graph(first, {"delegation"}).out, graph(second, {"delegation"}).out);
}

TEST(GraphCommand, SaysWhatIsWrongWithTheCommandLine) {
  const Ran kind = graph(rivers, {"rule"});
  EXPECT_EQ(kind.code, 2);
  EXPECT_THAT(kind.err, HasSubstr("rules"));
  EXPECT_EQ(graph(rivers, {"rules", "--limit", "0"}).code, 2);
  EXPECT_EQ(graph(rivers, {"rules", "--format", "png"}).code, 2);
  EXPECT_EQ(graph("kind a", {"rules"}).code, 2);
  EXPECT_EQ(graph(rivers, {"rules", "--relation", "leds"}).code, 2);
}

TEST(GraphCommand, TheFileNameSaysTheFormat) {
  NEED_TOOL("dot (graphviz)", run_job({{"dot", "-V"}, ""}).how != Ended::How::not_there);
  const MemoryFiles files{{"p.mz", rivers}};
  const Ran ran = run_in_memory(files, {"graph", "rules", "p.mz", "-o", "p.svg", "--quiet"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(files.read("p.svg").value(), testing::StartsWith("<svg "));
}

}  // namespace
}  // namespace mingze::app
