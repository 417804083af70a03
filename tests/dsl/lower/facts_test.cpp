// Facts, names as of a date, and which statement is a fact.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dsl/lower/reading.hpp"

namespace mingze::dsl {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string start =
    "kind department = 部门. kind item = 事项.\n"
    "relation approves \"{department} approves {item}\" | \"{department} 审批 {item}\".\n";

const std::string renamed =
    start +
    "department mee \"生态环境部\" aka \"环境保护部\" until 2018-03-18. item river.\n"
    "环境保护部 approves river";

TEST(EntityOrFact, AKindsNameBeginsAnEntityWhateverTheOrder) {
  const Reading reading(
      "river 审批 it. 部门 mee. mee approves it. 审批 x.\n"
      "kind 审批. kind department = 部门. kind item. item it. department river.\n"
      "relation a \"{department} approves {item}\" | \"{department} 审批 {item}\".");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().facts.size(), 2U);
  EXPECT_TRUE(reading.program().symbols.find_entity({3}, "x"));
}

TEST(Names, AnIdWinsOverLabelsAndOtherNames) {
  const Reading reading(start + R"(
    item river "lake". item lake "river". department mee aka "mof". department mof.
    mof approves lake.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const mingze::Fact& fact = reading.program().facts.at(0);
  EXPECT_EQ(reading.program().symbols.id_of({3}, fact.values[0]), "mof");
  EXPECT_EQ(reading.program().symbols.id_of({4}, fact.values[1]), "lake");
}

TEST(Names, OneNameOfOneEntityTwiceIsNotAmbiguous) {
  EXPECT_THAT(Reading(start + "department mee \"部\" aka \"部\". item i. 部 approves i.").errors(),
              IsEmpty());
}

TEST(Names, AnOldNameSaysWhoseItWasAndWhatItIsCalledNow) {
  const Reading reading(renamed + ".");
  ASSERT_EQ(reading.lowered.diagnostics.size(), 1U);
  const Diagnostic& found = reading.lowered.diagnostics[0];
  EXPECT_EQ(found.code, "name-out-of-date");
  EXPECT_THAT(found.message.zh, testing::AllOf(HasSubstr("mee"), HasSubstr("生态环境部")));
  EXPECT_THAT(found.message.en, testing::AllOf(HasSubstr("mee"), HasSubstr("生态环境部")));
  EXPECT_EQ(found.repairs.at(0).replacement, "生态环境部");
}

TEST(Names, HoldAsOfTheDateOfTheRun) {
  const Reading reading(Files{{"a.mz", renamed + "."}}, "2018-03-17");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().facts.size(), 1U);
  ASSERT_EQ(reading.program().other_names.size(), 1U);
  EXPECT_EQ(reading.program().other_names[0].name, "环境保护部");
}

TEST(Names, AFactOutOfItsDatesMayUseOldNames) {
  const Reading reading(renamed + " from 2010-01-01 until 2018-03-18.");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_THAT(reading.program().facts, IsEmpty());
  EXPECT_TRUE(reading.program().other_names.empty());
}

TEST(Names, AFactOutOfItsDatesIsCheckedAllTheSame) {
  EXPECT_THAT(Reading(renamed + "s until 2018-03-18.").errors(), ElementsAre("unknown-name 4:16"));
}

TEST(Names, ALaterOwnerOfANameIsMeantByIt) {
  const Reading reading(start + R"(
    department old aka "规划部" until 2018-01-01. department new aka "规划部" from 2018-01-01.
    item i. 规划部 approves i.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  EXPECT_EQ(reading.program().symbols.id_of({3}, reading.program().facts[0].values[0]), "new");
}

TEST(Facts, HoldWithinTheirDates) {
  const std::string program =
      start + "department d. item i. d approves i from 2020-01-01 until 2021-01-01.";
  EXPECT_EQ(Reading(Files{{"a.mz", program}}, "2019-12-31").program().facts.size(), 0U);
  EXPECT_EQ(Reading(Files{{"a.mz", program}}, "2020-01-01").program().facts.size(), 1U);
  EXPECT_EQ(Reading(Files{{"a.mz", program}}, "2021-01-01").program().facts.size(), 0U);
}

TEST(Facts, CiteSourcesInForceByIdOrTitle) {
  const Reading reading(start + R"(
    source a "甲". source b "乙" until 2020-01-01. department d. item i.
    d approves i cites a "1", b "2".
    d 审批 i cites 《甲》.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& facts = reading.program().facts;
  ASSERT_EQ(facts.size(), 2U);
  ASSERT_EQ(facts[0].cites.size(), 1U);
  EXPECT_EQ(facts[0].cites[0].clause, "1");
  EXPECT_EQ(facts[1].cites[0].document, facts[0].cites[0].document);
}

TEST(Facts, SlotsTakeTextsNumbersAndDates) {
  const Reading reading(R"(kind item. item i. item 3.
    relation due "{item} is due {date} in {number} days because {text}".
    i is due today in 03 days because "of 《law》".
    3 is due 2020-02-29 in 3 days because “x”.)");
  EXPECT_THAT(reading.errors(), IsEmpty());
  const auto& facts = reading.program().facts;
  ASSERT_EQ(facts.size(), 2U);
  EXPECT_EQ(to_string(Symbols::date(facts[0].values[1])), "2026-11-23");
  EXPECT_EQ(facts[0].values[2], facts[1].values[2]);  // 3 and 03 are one
  EXPECT_EQ(reading.program().symbols.text(facts[0].values[3]), "of 《law》");
}

TEST(Facts, WordsMatchInBothLanguagesAndWholeOnly) {
  EXPECT_THAT(Reading(start + "department d. item i. d 审批 i。 d approves i.").errors(),
              IsEmpty());
  EXPECT_THAT(Reading(start + "department d. item i.\nd \"approves\" i.").errors(),
              ElementsAre("no-template 4:1"));
}

TEST(Facts, DataMayNameEntities) {
  Sources sources;
  const SourceId id =
      sources.add("a.mz", start + "facts approves from \"a.tsv\". mee approves river.");
  const ParseResult parsed = parse(sources[id], id);
  LowerOptions options;
  options.as_of = *parse_date("2026-11-23");
  EXPECT_EQ(lower(sources, {{&parsed.module}}, options).diagnostics.size(), 2U);
  options.load_data = [](Program& program) {
    EXPECT_EQ(program.fact_files.size(), 1U);
    program.symbols.entity({3}, "mee");
    program.symbols.entity({4}, "river");
  };
  EXPECT_TRUE(lower(sources, {{&parsed.module}}, options).diagnostics.empty());
}

}  // namespace
}  // namespace mingze::dsl
