#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dsl/lower/reading.hpp"

namespace mingze::dsl {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kinds = "kind department = 部门. kind item = 事项. kind place = 地方.\n";

std::string words(const Template& pieces) {
  std::string all;
  for (const TemplatePiece& piece : pieces)
    all += (all.empty() ? "" : " ") + (piece.slot ? std::to_string(*piece.slot) : piece.word);
  return all;
}

TEST(Kinds, HaveOneIdOrTwo) {
  const Reading reading(kinds + "kind role. 部门 a. department b. role lead.");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const Symbols& symbols = reading.program().symbols;
  EXPECT_EQ(symbols.kind({3}).id, "department");
  EXPECT_EQ(symbols.kind({3}).other, "部门");
  EXPECT_EQ(symbols.entity_count({3}), 2U);
  EXPECT_TRUE(symbols.find_entity({6}, "lead"));
}

TEST(Relations, SlotsAreInTheOrderOfTheFirstTemplate) {
  const Reading reading(
      kinds + R"(relation a "{d: department} approves {事项}" | "{item} 由 {d: 部门} 审批".)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const Predicate& predicate = reading.program().predicates.at(0);
  ASSERT_EQ(predicate.slots.size(), 2U);
  EXPECT_EQ(predicate.slots[0].role, "d");
  EXPECT_EQ(predicate.slots[1].role, "item");  // the kind's first id, however it is written
  EXPECT_EQ(words(predicate.en), "0 approves 1");
  EXPECT_EQ(words(predicate.zh), "1 由 0 审批");
}

TEST(Relations, TheScriptTellsTheLanguage) {
  const Reading reading(kinds + R"(
    relation a "{item} 未决" | "{item} is open".
    relation b "{item} 甲" | "{item} 乙".
    relation c "{item} one" | "{item} two".
    relation d "{item} 丙".)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& all = reading.program().predicates;
  EXPECT_EQ(words(all[0].zh) + "|" + words(all[0].en), "0 未决|0 is open");
  EXPECT_EQ(words(all[1].zh) + "|" + words(all[1].en), "0 乙|0 甲");
  EXPECT_EQ(words(all[2].zh) + "|" + words(all[2].en), "0 two|0 one");
  EXPECT_EQ(words(all[3].zh) + "|" + words(all[3].en), "0 丙|0 丙");
}

TEST(Decisions, ValueAndKeysAreRolesOrKinds) {
  const Reading reading(kinds + R"(
    relation handled "{item} is handled in {place} by {department}".
    decision leads "{by: place} has {部门} lead {item} in {for: place}" one 部门 per 事项, for, by.
    decision d "{department} leads {item} in {place}" one department per item, place
      for every "{item} is handled in {place} by {department}" prefer date, rank.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& all = reading.program().decisions;
  EXPECT_EQ(all[0].value_slot, 1U);
  EXPECT_THAT(all[0].key_slots, ElementsAre(2U, 3U, 0U));
  EXPECT_THAT(all[1].key_slots, ElementsAre(1U, 2U));
  ASSERT_TRUE(all[1].domain);
  EXPECT_THAT(all[1].domain->slots, ElementsAre(0U, 1U));
  EXPECT_THAT(all[1].prefer, ElementsAre(mingze::Ground::date, mingze::Ground::rank));
}

TEST(Decisions, TheDomainSaysWhichSlotsAreKeys) {
  const Reading reading(kinds + R"(
    relation asks "{asking: place} asks {asked: place} about {item}".
    decision a "{department} helps {item} in {place}" one department per place, item
      for every "{place} asks {other: place} about {item}".
    decision b "{department} keeps {item} in {to: place}" one department per item, to
      for every "{from: place} asks {to: place} about {x: item}".)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_THAT(reading.program().decisions[0].domain->slots, ElementsAre(0U, 2U));
  EXPECT_THAT(reading.program().decisions[1].domain->slots, ElementsAre(2U, 1U));
}

TEST(Decisions, MayStandBeforeWhatTheirDomainNames) {
  const Reading reading(
      "decision d \"{department} leads {item}\" one department per item for "
      "every \"{item} is open\". relation open \"{item} is open\".\n" +
      kinds);
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_TRUE(reading.program().decisions[0].domain);
}

TEST(Duplicates, IdenticalOnesAreOne) {
  const std::string program = kinds + R"(
    relation a "{department} approves {item}".
    source s "甲" rank 1.
    department mee "生态环境部" aka "环境保护部" until 2018-03-18.
    rule r if D approves I then D approves I.
    finding f note "{I}" if D approves I.
  )";
  const std::string other = kinds + R"(// the same
    relation  a “{department} approves {item}” 。
    source s 《甲》
      rank 1. department mee, "生态环境部", aka "环境保护部" until 2018-03-18.
    rule r if D approves I, then D approves I。 // a comment
    finding f note 「{I}」 if D approves I.)";
  const Reading reading(Files{{"b.mz", program}, {"a.mz", other}});
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().rules.size(), 1U);
  EXPECT_EQ(reading.program().findings.size(), 1U);
  EXPECT_EQ(reading.program().documents.size(), 1U);
}

TEST(Duplicates, ADifferenceShowsBothPlaces) {
  const Reading reading(Files{{"b.mz", "kind a = 甲."}, {"a.mz", "kind a."}});
  ASSERT_EQ(reading.lowered.diagnostics.size(), 1U);
  const Diagnostic& found = reading.lowered.diagnostics[0];
  EXPECT_EQ(found.code, "duplicate-declaration");
  EXPECT_EQ(reading.sources[found.span.source].name(), "b.mz");
  EXPECT_EQ(reading.sources[found.related[0].span.source].name(), "a.mz");
}

TEST(Duplicates, AProgramMayDeclareAnEntityOfAShippedPackAgain) {
  const std::string pack = kinds + "item river \"河\" aka \"河流\".";
  const std::string own = "item river \"河道\" aka \"水道\".";
  // The order of the files, which is that of their names, makes no difference.
  for (const auto& [shipped, mine] : {std::pair{"a.mz", "b.mz"}, {"b.mz", "a.mz"}}) {
    Reading reading(Files{{shipped, pack}, {mine, own}});
    EXPECT_THAT(reading.errors(), ElementsAre(testing::StartsWith("duplicate-declaration")));
    reading.inputs[0].embedded = true;
    reading.lowered = lower(reading.sources, reading.inputs, reading.options);
    EXPECT_THAT(reading.errors(), IsEmpty());
    const auto item = reading.program().symbols.find_entity({4}, "river");
    ASSERT_TRUE(item);
    EXPECT_EQ(reading.program().symbols.entity({4}, *item).label, "河道");
    for (const char* name : {"河", "河流", "河道", "水道"})
      EXPECT_THAT(reading.lowered.vocabulary.names.owners({4}, name, reading.program().as_of),
                  ElementsAre(*item))
          << name;
  }
}

TEST(Duplicates, WithoutALabelThePacksOneStays) {
  for (const auto& [shipped, mine] : {std::pair{"a.mz", "b.mz"}, {"b.mz", "a.mz"}}) {
    Reading reading(Files{{shipped, kinds + "item river \"河\"."}, {mine, "item river."}});
    reading.inputs[0].embedded = true;
    reading.lowered = lower(reading.sources, reading.inputs, reading.options);
    EXPECT_THAT(reading.errors(), IsEmpty());
    const auto item = reading.program().symbols.find_entity({4}, "river");
    ASSERT_TRUE(item);
    EXPECT_EQ(reading.program().symbols.entity({4}, *item).label, "河");
  }
}

// Two declarations of the program still have to agree, whatever a pack says.
TEST(Duplicates, APackDoesNotExcuseTheProgram) {
  const std::string pack = kinds + "item river \"河\".";
  Reading reading(Files{{"b.mz", pack}, {"a.mz", "item river \"一\"."}, {"c.mz", "item river."}});
  reading.inputs[0].embedded = true;
  reading.lowered = lower(reading.sources, reading.inputs, reading.options);
  EXPECT_THAT(reading.errors(), ElementsAre("duplicate-declaration 1:6"));
}

TEST(Duplicates, ARelationAndADecisionShareTheirIds) {
  const Reading reading(kinds + R"(relation a "{item} is open".
decision a "{department} leads {item}" one department per item.)");
  EXPECT_THAT(reading.errors(), ElementsAre("duplicate-declaration 3:10"));
}

TEST(Packs, OneForEachFolder) {
  const std::string pack = "pack a version \"1.0\".";
  EXPECT_THAT(Reading(Files{{"x/a.mz", pack}, {"x/b.mz", pack}}).errors(), IsEmpty());
  EXPECT_THAT(Reading(Files{{"x/a.mz", pack}, {"y/b.mz", "pack a version \"2.0\"."}}).errors(),
              IsEmpty());
  EXPECT_THAT(Reading(Files{{"x/a.mz", pack}, {"x/b.mz", "pack a version \"2.0\"."}}).errors(),
              ElementsAre("duplicate-declaration 1:6"));
}

TEST(Follow, NothingFollowsFromABrokenRelation) {
  const Reading reading(kinds + R"(relation a "{departmant} approves {item}".
relation b "{item} and {other: item} go together".
department mee. item river.
mee approves river.
river and river go together.
rule r if D approves I then D approves I.)");
  EXPECT_THAT(reading.errors(),
              ElementsAre("reserved-word 6:7", "unknown-kind 2:14", "reserved-word 3:20"));
}

TEST(Follow, NothingFollowsFromASyntaxError) {
  const Reading reading(kinds + R"(relation a "{department} approves {item}" hierarchical.
department mee "生态环境部" akka "环境部".
item river.
mee approves river.
生态环境部 approves river.)");
  for (const std::string& error : reading.errors())
    EXPECT_THAT(error, testing::AnyOf(HasSubstr(" 2:"), HasSubstr(" 3:")));
}

TEST(Facts, DataFilesAreNamedOnce) {
  const Reading reading(kinds +
                        "relation a \"{item} is open\". facts a from \"a.tsv\". "
                        "facts a from \"a.tsv\". facts a from \"b.tsv\".");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().fact_files.size(), 2U);
}

}  // namespace
}  // namespace mingze::dsl
