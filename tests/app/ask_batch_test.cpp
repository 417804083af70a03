// `mingze ask --batch`: many questions in one run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
  return out;
}

TEST(AskBatch, ThePageShowsWhatItDoes) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/ask.md");
  const MemoryFiles files{{"p.mz", fenced_in(page.value(), "mz").at(0)},
                          {"q.jsonl", fenced_in(page.value(), "json").at(0)}};
  const Ran ran = run_in_memory(files, {"ask", "--batch", "q.jsonl", "p.mz"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, fenced_in(page.value(), "text").at(0));
}

TEST(AskBatch, AnswersTheSameAsOneByOne) {
  const std::string sentence = "某部门 在 某地 牵头 某事项";
  const MemoryFiles files{{"p.mz", rivers}, {"q", json(sentence).dump() + "\n"}};
  json one = json::parse(run_in_memory(files, {"ask", sentence, "p.mz", "--format", "json"}).out);
  const auto all = lines_of(run_in_memory(files, {"ask", "p.mz", "--batch", "q"}).out);
  ASSERT_EQ(all.size(), 1U);
  for (const char* member : {"sentence", "holds", "answers"})
    EXPECT_EQ(all[0][member], one[member]) << member;
}

TEST(AskBatch, AQuestionThatCanNotBeReadCostsNoOther) {
  const MemoryFiles files{{"p.mz", rivers},
                          {"q",
                           "\"water 审 dredging\"\n"
                           "{\"ask\": \"water 审批 dredging\", \"id\": \"b\"}\n"
                           "{\"ask\": \"water 审批 dredging\", \"id\": [[]]}\n"
                           "\n"
                           "what\n"}};
  const Ran ran = run_in_memory(files, {"ask", "--batch", "q", "p.mz", "--lang", "en"});
  EXPECT_EQ(ran.code, 2);
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_TRUE(lines[0].contains("error"));
  EXPECT_EQ(lines[1]["id"], "b");
  EXPECT_EQ(lines[1]["holds"], true);
  EXPECT_TRUE(lines[2].contains("error"));
  EXPECT_TRUE(lines[3].contains("error"));
  EXPECT_THAT(ran.err, HasSubstr("q:1:1:"));
  EXPECT_THAT(ran.err, HasSubstr("q:5:1:1: error: neither"));
}

TEST(AskBatch, NeedsASentenceOrABatch) {
  EXPECT_EQ(run_in_memory({}, {"ask"}).code, 2);
  EXPECT_EQ(run_in_memory({}, {"ask", "--batch", "none"}).code, 2);
}

}  // namespace
}  // namespace mingze::app
