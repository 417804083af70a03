#include "draft/facts/state_reading.hpp"

#include <gtest/gtest.h>

namespace mingze::draft {
namespace {

/// A program with the one sentence that says what a name means.
struct Meanings {
  Program program;
  Database database;
  Reading reading;
  Places places;

  explicit Meanings(std::vector<Mention> lead) {
    const KindId mention = program.symbols.add_kind({"mention", "", {}});
    const KindId body = program.symbols.add_kind({"body", "", {}});
    program.predicates.push_back(
        {"means", {{"mention", mention}, {"body", body}}, {}, {}, false, {}, {}});
    database = Database(program);
    reading.items.emplace_back();
    reading.items[0].id = "i1";
    reading.items[0].clauses.emplace_back();
    reading.items[0].clauses[0].lead = std::move(lead);
    const Jurisdictions jurisdictions(program, database);
    const RegisterNames names(program, database);
    places = state_reading(reading, {jurisdictions, names, {}}, program, database);
  }

  [[nodiscard]] std::string body(std::uint32_t row) const {
    const KindId kind = program.predicates[0].slots[1].kind;
    return program.symbols.id_of(kind, database[PredicateId{0}].at(row, 1));
  }
};

Mention named(const char* text, const char* entity, Level level, const char* place) {
  Mention mention;
  mention.text = text;
  mention.entity = entity;
  mention.level = level;
  mention.place = place;
  return mention;
}

TEST(StateReading, NamesOfOneBodyAtOneLevelMeanTheSame) {
  const Meanings meanings({named("省水利厅", "水利厅", Level::province, ""),
                           named("水利厅", "水利厅", Level::province, "")});
  EXPECT_EQ(meanings.body(0), meanings.body(1));
}

TEST(StateReading, BodiesOfOtherLevelsAndPlacesAreOthers) {
  const Meanings meanings({named("市水利局", "水利局", Level::city, ""),
                           named("县水利局", "水利局", Level::county, ""),
                           named("临江市水利局", "水利局", Level::city, "临江市"),
                           named("临海市水利局", "水利局", Level::city, "临海市")});
  for (std::uint32_t a = 0; a < 4; ++a)
    for (std::uint32_t b = 0; b < a; ++b) EXPECT_NE(meanings.body(a), meanings.body(b));
}

TEST(StateReading, AnUnknownNameMeansItself) {
  const Meanings meanings({named("岸线专班", "", Level::unknown, "")});
  EXPECT_EQ(meanings.body(0), "岸线专班");
}

TEST(StateReading, ThingsOfADraftHaveTheirPlaces) {
  Mention mention = named("市水利局", "水利局", Level::city, "");
  mention.span = {{7}, 3, 15};
  const Meanings meanings({mention});
  const KindId kind = meanings.program.predicates[0].slots[0].kind;
  const Value thing = meanings.database[PredicateId{0}].at(0, 0);
  const Place* place = meanings.places.find(kind, thing);
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->span, (Span{{7}, 3, 15}));
  EXPECT_EQ(place->item, "i1");
  EXPECT_EQ(meanings.places.find(kind, thing + 1), nullptr);
  EXPECT_EQ(meanings.places.find(text_kind, thing), nullptr);
}

}  // namespace
}  // namespace mingze::draft
