#include "dsl/check/template.hpp"

#include <gtest/gtest.h>

#include "dsl/check/script.hpp"

namespace mingze::dsl {
namespace {

Word quoted(const std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  return {.text = text, .form = Form::string, .span = {{0}, 0, size + 2}, .quote = Quote::ascii};
}

struct Checked {
  explicit Checked(const std::string& text) : written(read_template(quoted(text), diagnostics)) {
    if (written.sound) check_template(written, diagnostics);
  }
  /// The words of the template with `_` for slots.
  [[nodiscard]] std::string words() const {
    std::string all;
    for (const WrittenPiece& piece : written.pieces) {
      if (!all.empty()) all += ' ';
      all += piece.slot ? "_" : piece.word.text;
    }
    return all;
  }
  [[nodiscard]] std::string code() const {
    return diagnostics.empty() ? "" : diagnostics.front().code;
  }
  Diagnostics diagnostics;
  WrittenTemplate written;
};

TEST(Template, IsTakenApart) {
  const Checked checked("{place} designates {who: department}  to lead {item}");
  EXPECT_EQ(checked.code(), "");
  EXPECT_EQ(checked.words(), "_ designates _ to lead _");
  ASSERT_EQ(checked.written.slots.size(), 3U);
  EXPECT_EQ(checked.written.slots[0].role.text, "");
  EXPECT_EQ(checked.written.slots[1].role.text, "who");
  EXPECT_EQ(checked.written.slots[1].kind.text, "department");
}

TEST(Template, PlacesCountTheQuote) {
  const Checked checked("{item} 办理");
  EXPECT_EQ(checked.written.slots[0].kind.span, (Span{{0}, 2, 6}));
  EXPECT_EQ(checked.written.pieces[1].word.span, (Span{{0}, 8, 14}));
}

TEST(Template, FullWidthColonAndSpaceAreTheSame) {
  const Checked checked("{甲：部门}　审批　{ 事项 }");
  EXPECT_EQ(checked.code(), "");
  EXPECT_EQ(checked.written.slots[0].role.text, "甲");
  EXPECT_EQ(checked.written.slots[0].kind.text, "部门");
  EXPECT_EQ(checked.written.slots[1].kind.text, "事项");
}

TEST(Template, SlotsMayTouchWords) { EXPECT_EQ(Checked("{a}的{b}").words(), "_ 的 _"); }

TEST(Template, OneWithoutSlotsIsFine) { EXPECT_EQ(Checked("it rains").code(), ""); }

TEST(Template, BracesComeInPairs) {
  for (const char* text : {"{a approves", "a} approves", "{} approves", "{a:} approves",
                           "{: b} approves", "{a b} approves", "{a{b}} approves", ""})
    EXPECT_EQ(Checked(text).code(), "bad-template") << text;
}

TEST(Template, PunctuationIsNoWord) {
  for (const char* text :
       {"{a}, ok", "{a} 、 ok", "{a} is done.", "{a} （ok）", "{a} 。", "{a} | b", "{a} = b {c}"})
    EXPECT_EQ(Checked(text).code(), "bad-template") << text;
  EXPECT_EQ(Checked("{a} needs v1.2 of {b}").code(), "");
}

TEST(Template, HoldsNoReservedWord) {
  for (const char* word : {"and", "且", "if", "若", "then", "则", "cites", "依据", "overrides",
                           "优先于", "given", "已知", "expect", "应得"})
    EXPECT_EQ(Checked("{a} " + std::string(word) + " b").code(), "reserved-word") << word;
}

TEST(Template, FromAndUntilAreReservedBeforeDates) {
  for (const char* word : {"from", "自", "until", "至"}) {
    const std::string text = "{a} " + std::string(word) + " ";
    EXPECT_EQ(Checked(text + "{date}").code(), "reserved-word");
    EXPECT_EQ(Checked(text + "{when: date}").code(), "reserved-word");
    EXPECT_EQ(Checked(text + "2026-01-01").code(), "reserved-word");
    EXPECT_EQ(Checked(text + "{b}").code(), "");
    EXPECT_EQ(Checked(text + "now").code(), "");
  }
}

TEST(Template, NotAndAtLeastDoNotBeginOne) {
  for (const char* start : {"not", "非", "at least", "至少"}) {
    EXPECT_EQ(Checked(std::string(start) + " {a} b").code(), "reserved-word") << start;
    EXPECT_EQ(Checked("{a} " + std::string(start) + " b").code(), "") << start;
  }
  EXPECT_EQ(Checked("at {a} b").code(), "");
}

TEST(Template, BeginsWithNoKeywordOfAStatement) {
  for (const char* word :
       {"pack", "规则包", "use", "kind", "类别", "relation", "decision", "source", "文件", "rule",
        "规则", "finding", "问题", "test", "用例", "facts", "数据"}) {
    EXPECT_EQ(Checked(std::string(word) + " {a}").code(), "reserved-word") << word;
    EXPECT_EQ(Checked("{a} " + std::string(word)).code(), "") << word;
  }
}

TEST(Template, WordsThatLookLikeVariablesAreErrors) {
  EXPECT_EQ(Checked("{a} Leads {b}").code(), "variable-in-template");
  EXPECT_EQ(Checked("{a} 某地 {b}").code(), "variable-in-template");
  EXPECT_EQ(Checked("{a} _ {b}").code(), "variable-in-template");
}

TEST(Template, TwoSlotsNeedMoreThanAComparisonBetween) {
  for (const char* sign : {"is", "即", "<", "<=", "＞＝", ">", "=", "is not", "不是"})
    EXPECT_EQ(Checked("{a} " + std::string(sign) + " {b}").code(), "template-is-comparison")
        << sign;
  EXPECT_EQ(Checked("{a} is in {b}").code(), "");
  EXPECT_EQ(Checked("{a} is open").code(), "");
}

TEST(Template, NeedsAWord) { EXPECT_EQ(Checked("{a} {b}").code(), "bad-template"); }

TEST(Script, HanCharactersAreChinese) {
  EXPECT_TRUE(contains_han("D 牵头 I"));
  EXPECT_TRUE(contains_han("𠮷"));
  EXPECT_FALSE(contains_han("leads “x”，（1）"));
}

TEST(Script, AnEnglishTextMayQuoteChineseWords) {
  EXPECT_TRUE(first_is_chinese("写明“牵头”", "write 牵头 after the one that leads"));
  EXPECT_FALSE(first_is_chinese("write 牵头 after the one that leads", "写明“牵头”"));
  EXPECT_TRUE(first_is_chinese("牵头", "leads"));
  EXPECT_FALSE(first_is_chinese("leads", "牵头"));
  EXPECT_FALSE(first_is_chinese("牵头", "负责"));  // English first where nothing tells
}

}  // namespace
}  // namespace mingze::dsl
