// Sentences, JSON, layout and fingerprints.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/base/utf8.hpp"
#include "report/finding.hpp"
#include "report/json_writer.hpp"
#include "report/layout.hpp"
#include "report/sentence.hpp"
#include "report/table.hpp"

namespace mingze::report {
namespace {

Program program() {
  Program out;
  const KindId line = out.symbols.add_kind({"line", "条线", {}});
  out.symbols.declare(line, {"water", "水务 部门", {}});
  out.symbols.declare(line, {"D", "", {}});
  Predicate leads;
  leads.id = "leads";
  leads.slots = {{"line", line}, {"text", text_kind}};
  leads.en = {{"", 0U}, {"leads", {}}, {"", 1U}};
  leads.zh = {{"由", {}}, {"", 0U}, {"牵头", {}}, {"", 1U}};
  out.predicates.push_back(leads);
  return out;
}

TEST(Sentence, ByLabelForPeopleAndByIdToBeReadBack) {
  Program p = program();
  const Value text = p.symbols.text("a \"b\"");
  const std::vector<Value> water{0, text};
  EXPECT_EQ(sentence(p, {0}, water, Language::zh), "由 水务 部门 牵头 a \"b\"");
  EXPECT_EQ(sentence(p, {0}, water, Language::en, Naming::id), "water leads “a \"b\"”");
  const std::vector<Value> variable_like{1, text};
  EXPECT_EQ(sentence(p, {0}, variable_like, Language::en, Naming::id), "\"D\" leads “a \"b\"”");
}

TEST(Sentence, AnOpenSlotIsSomeThingOfItsKind) {
  Program p = program();
  const std::vector<Value> values{0, p.symbols.text("x")};
  EXPECT_EQ(sentence_with_open_slot(p, {0}, values, 0, Language::zh), "由 某条线 牵头 x");
  EXPECT_EQ(sentence_with_open_slot(p, {0}, values, 0, Language::en), "some line leads x");
}

TEST(Sentence, NamesAreQuotedWhereTheyWouldBeSomethingElse) {
  EXPECT_EQ(quoted_if_needed("水务"), "水务");
  EXPECT_EQ(quoted_if_needed("某地"), "\"某地\"");
  EXPECT_EQ(quoted_if_needed("and"), "\"and\"");
  EXPECT_EQ(quoted_if_needed("a b"), "\"a b\"");
  EXPECT_EQ(quoted_if_needed(""), "\"\"");
}

std::string json_of(const std::string& text) {
  std::ostringstream out;
  JsonWriter json(out);
  json.begin_object();
  json.key("list");
  json.begin_list();
  json.value(text);
  json.begin_object();
  json.end_object();
  json.null();
  json.value(true);
  json.end_list();
  json.member_number("n", 3);
  json.end_object();
  json.finish();
  return out.str();
}

TEST(Json, IsIndentedByTwoAndKeepsChinese) {
  EXPECT_EQ(json_of("中\n\"\\\x01"),
            "{\n  \"list\": [\n    \"中\\n\\\"\\\\\\u0001\",\n    {},\n    null,\n    true\n  ],\n"
            "  \"n\": 3\n}\n");
}

TEST(Json, IsValidWhateverTheBytes) {
  for (const std::string text : {"\xFF", "a\xE4\xB8", "\x7F\t\r\b", "\xED\xA0\x80x"})
    EXPECT_TRUE(nlohmann::json::accept(json_of(text)));
}

TEST(Layout, WrapsChineseBetweenCharacters) {
  EXPECT_EQ(wrapped("一二三，四五", 6, 0), "一二\n三，四\n五");
  EXPECT_EQ(wrapped("one two three", 8, 2), "one two\n  three");
  EXPECT_EQ(shortened("一二三四", 5), "一二…");
}

TEST(Layout, ColumnsAreStraight) {
  Table table({"单位", "n"});
  table.add({"市水务局", "1"});
  table.add({"x", "10"});
  EXPECT_EQ(table.drawn({}), "  单位       n\n  市水务局   1\n  x         10\n");
}

TEST(Fingerprints, DependOnTheWordsAlone) {
  EXPECT_EQ(fingerprint_of({"a", "b"}), fingerprint_of({"a", "b"}));
  EXPECT_NE(fingerprint_of({"ab"}), fingerprint_of({"a", "b"}));
  EXPECT_EQ(fingerprint_of({}), "cbf29ce484222325");
}

}  // namespace
}  // namespace mingze::report
