// Pictures by Graphviz, and other programs run in general.
#include "app/session/draw.hpp"
#include "tests/tools.hpp"

#include <gmock/gmock.h>

namespace mingze::app {
namespace {

using How = Ended::How;
using testing::HasSubstr;

TEST(Process, GivesInputAndTakesOutput) {
  Job job;
  job.command = {"cat"};
  for (int i = 0; i < 100'000; ++i) job.input += "中文\n";  // more than any buffer between them
  const Ended ended = run_job(job);
  EXPECT_EQ(ended.how, How::well);
  EXPECT_EQ(ended.output, job.input);
}

TEST(Process, TellsHowItEnded) {
  EXPECT_EQ(run_job({{"no-such-program-anywhere"}, ""}).how, How::not_there);
  EXPECT_EQ(run_job({{"false"}, ""}).how, How::badly);
  EXPECT_EQ(run_job({{"false"}, ""}).code, 1);
  const Ended failed = run_job({{"sh", "-c", "echo wrong >&2; exit 3"}, "unread"});
  EXPECT_EQ(failed.how, How::badly);
  EXPECT_EQ(failed.error, "wrong\n");
}

TEST(Process, AProgramThatNeverEndsIsStopped) {
  Job job;
  job.command = {"sleep", "600"};
  job.limit = std::chrono::milliseconds(50);
  EXPECT_EQ(run_job(job).how, How::too_late);
  job.command = {"yes"};
  job.limit = std::chrono::minutes(1);
  job.most_output = 100'000;
  EXPECT_EQ(run_job(job).how, How::too_much);
}

TEST(Draw, SaysWhatToDoWithoutGraphviz) {
  const auto drawn = svg_of({}, Language::en, [](const Job&) {
    return Ended{How::not_there, 0, "", ""};
  });
  ASSERT_FALSE(drawn.ok());
  EXPECT_THAT(drawn.failure().message.en, HasSubstr("install the package graphviz"));
  EXPECT_THAT(drawn.failure().message.zh, HasSubstr("安装 graphviz"));
}

TEST(Draw, PassesOnWhatGraphvizSays) {
  const auto drawn = svg_of({}, Language::en, [](const Job&) {
    return Ended{How::badly, 1, "", "no room\nx"};
  });
  ASSERT_FALSE(drawn.ok());
  EXPECT_THAT(drawn.failure().message.en, testing::EndsWith(": no room"));
}

TEST(Draw, GraphvizLaysOutWhatItIsAsked) {
  NEED_TOOL("dot (graphviz)", run_job({{"dot", "-V"}, ""}).how != How::not_there);
  report::Graph graph;
  graph.title = "甲 → 乙";
  graph.clusters = {{"组"}};
  graph.nodes = {{"甲", {}, report::NodeLook::main, 0}, {"乙"}, {"丙"}};
  graph.edges = {{0, 1, "要求"}, {1, 0}, {1, 1, "自己"}};
  const auto drawn = svg_of(graph, Language::zh);
  ASSERT_TRUE(drawn.ok()) << drawn.failure().message.en;
  EXPECT_THAT(drawn.value(), HasSubstr(">要求</text>"));
  EXPECT_THAT(drawn.value(), HasSubstr(">自己</text>"));
  EXPECT_EQ(drawn.value(), svg_of(graph, Language::zh).value());
  EXPECT_TRUE(svg_of({}, Language::zh).ok()) << "an empty graph";
}

}  // namespace
}  // namespace mingze::app
