#include "draft/clause/topics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "draft/clause/read_draft.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Lexicon topics() {
  std::vector<LexiconEntry> entries;
  for (const auto& [name, id] :
       std::vector<std::pair<const char*, const char*>>{{"船舶污染", "ship"},
                                                        {"船舶污染防治", "ship-control"},
                                                        {"排污许可", "permit"},
                                                        {"排污许可证核发", "permit"},
                                                        {"公安", "police"}})
    entries.push_back({name, {}, id, Level::unknown, BodyKind::unknown});
  return Lexicon(std::move(entries));
}

/// The topics of the first item; those of its first words with a star.
std::vector<std::string> topics_of(const std::string& text) {
  const Lexicon names = small_lexicon();
  const Lexicon items = topics();
  const Reading reading = read_draft(Document({0}, text), names, {&items, {}});
  std::vector<std::string> out;
  if (reading.items.empty()) return out;
  for (const Topic& topic : reading.items[0].topics)
    out.push_back((topic.first ? "*" : "") + topic.item);
  return out;
}

TEST(Topics, TheLongestNameCounts) {
  EXPECT_THAT(topics_of("（一）船舶污染防治。建设设施。（市水利局牵头）\n"),
              ElementsAre("*ship-control"));
  EXPECT_THAT(topics_of("（一）船舶污染治理。建设设施。（市水利局牵头）\n"), ElementsAre("*ship"));
}

TEST(Topics, FirstWordsAreToldFromTheRest) {
  EXPECT_THAT(topics_of("（一）规范园区。落实排污许可，控制船舶污染。（市水利局牵头）\n"),
              ElementsAre("permit", "ship"));
}

TEST(Topics, EachOnceUnderWhateverName) {
  EXPECT_THAT(topics_of("（一）排污许可。做好排污许可证核发。（市水利局牵头）\n"),
              ElementsAre("*permit"));
}

TEST(Topics, WayOfWritingDoesNotMatter) {
  EXPECT_THAT(topics_of("（一）船 舶汙染防治。建设设施。（市水利局牵头）\n"),
              ElementsAre("*ship-control"));
  EXPECT_THAT(topics_of("（一）船 舶\n污染防治。建设设施。（市水利局牵头）\n"),
              ElementsAre("*ship-control"));
}

TEST(Topics, TitlesClausesAndNamesOfBodiesAreLeftAside) {
  EXPECT_THAT(topics_of("（一）建设设施。依照《船舶污染防治办法》。（市水利局牵头）\n"), IsEmpty());
  EXPECT_THAT(topics_of("（一）建设设施。（市水利局牵头，船舶污染科配合）\n"), IsEmpty());
  EXPECT_THAT(topics_of("（一）巡查，请市公安局到场。（市水利局牵头）\n"), IsEmpty());
}

}  // namespace
}  // namespace mingze::draft
