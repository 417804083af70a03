// What can be done wrong from C: an error each time, and nothing kept.
#include <gmock/gmock.h>

#include <array>
#include <stdexcept>

#include "tests/capi/owned.hpp"

extern "C" int every_function_with_nulls(void);

namespace mingze::capi {
namespace {

using testing::HasSubstr;
using testing::StrEq;

constexpr const char* not_utf8 = "\xC3\x28";

TEST(Misuse, NullsAreAnErrorInEveryFunction) { EXPECT_EQ(every_function_with_nulls(), 0); }

TEST(Misuse, AHandleIsFreedOnce) {
  mingze_limits* limits = nullptr;
  ASSERT_EQ(mingze_limits_create(1, 2, 3, &limits, nullptr), MINGZE_OK);
  EXPECT_EQ(mingze_handles(), 1U);
  EXPECT_EQ(mingze_free(limits), MINGZE_OK);
  EXPECT_EQ(mingze_free(limits), MINGZE_MISUSE);
  EXPECT_EQ(mingze_limits_stop(limits), MINGZE_MISUSE);
  EXPECT_EQ(mingze_handles(), 0U);
}

TEST(Misuse, AFreedHandleIsNotGivenAgain) {
  mingze_limits* first = nullptr;
  ASSERT_EQ(mingze_limits_create(0, 0, 0, &first, nullptr), MINGZE_OK);
  ASSERT_EQ(mingze_free(first), MINGZE_OK);
  for (int i = 0; i < 10000; ++i) {
    Owned<mingze_limits> next;
    ASSERT_EQ(mingze_limits_create(0, 0, 0, &next, nullptr), MINGZE_OK);
    ASSERT_NE(static_cast<mingze_limits*>(next), first);
  }
}

TEST(Misuse, AHandleOfAnotherKindAndGarbageAreTold) {
  OwnedLimits limits;
  ASSERT_EQ(mingze_limits_create(0, 0, 0, &limits, nullptr), MINGZE_OK);
  const std::array<void*, 4> wrong{static_cast<mingze_limits*>(limits), reinterpret_cast<void*>(1),
                                   reinterpret_cast<void*>(~std::uintptr_t{0}),
                                   const_cast<char*>("text")};
  for (void* handle : wrong) {
    OwnedText text;
    OwnedError error;
    EXPECT_EQ(mingze_engine_kinds(static_cast<mingze_engine*>(handle), &text, &error),
              MINGZE_MISUSE);
    EXPECT_THAT(mingze_error_code(error), StrEq("not-a-handle"));
    EXPECT_THAT(mingze_error_message(error, MINGZE_EN), HasSubstr("“engine” is no handle"));
    EXPECT_THAT(mingze_text_bytes(static_cast<mingze_text*>(handle)), StrEq(""));
    EXPECT_THAT(mingze_error_report(static_cast<mingze_error*>(handle), MINGZE_ZH), StrEq(""));
  }
}

TEST(Misuse, TextThatIsNotUtf8IsTold) {
  const OwnedEngine engine = small_engine();
  OwnedText text;
  OwnedReport report;
  OwnedError error;
  EXPECT_EQ(mingze_engine_find(engine, not_utf8, &text, &error), MINGZE_INVALID);
  EXPECT_THAT(mingze_error_code(error), StrEq("invalid-utf8"));
  EXPECT_EQ(mingze_engine_ask(engine, not_utf8, nullptr, &report, &error), MINGZE_INVALID);
  EXPECT_EQ(mingze_engine_decide(engine, "leads", "{\"matter\": \"\xED\xA0\x80\"}", &text, &error),
            MINGZE_INVALID);
  EXPECT_THAT(mingze_error_code(error), StrEq("invalid-utf8"));
}

TEST(Misuse, JsonThatIsWrongIsToldWithItsPlace) {
  const OwnedEngine engine = small_engine();
  struct Wrong {
    const char* fact;
    const char* code;
    const char* message;
  };
  const std::array<Wrong, 9> all{{
      {"", "json-syntax", "line 1, column 1"},
      {"{\"relation\": \"handled\",\n \"清\": x}", "json-syntax", "line 2, column 7"},
      {"{} {}", "json-syntax", "line 1, column 4"},
      {"{\"relation\": 1e999}", "json-number", "“fact” has a number too"},
      {"[]", "json-type", "“fact” must be an object"},
      {"{\"relation\": 7}", "json-type", "“fact/relation” must be text"},
      {"{\"relation\": \"handled\", \"place\": []}", "json-type", "“fact/place” must be text or"},
      {"{}", "json-member-missing", "“fact” lacks “relation”"},
      {"{\"relation\": \"handled\", \"place\": \"a\", \"place\": \"b\"}", "json-member-twice",
       "“place” stands twice"},
  }};
  for (const Wrong& wrong : all) {
    OwnedError error;
    int added = 7;
    EXPECT_EQ(mingze_engine_add(engine, wrong.fact, &added, &error), MINGZE_INVALID) << wrong.fact;
    EXPECT_EQ(added, 0);
    EXPECT_THAT(mingze_error_code(error), StrEq(wrong.code)) << wrong.fact;
    EXPECT_THAT(mingze_error_message(error, MINGZE_EN), HasSubstr(wrong.message));
  }
}

TEST(Misuse, AMemberThatNobodyKnowsIsTold) {
  OwnedEngine engine;
  OwnedError error;
  EXPECT_EQ(mingze_engine_load(R"({"pack": ["register"]})", nullptr, &engine, &error),
            MINGZE_INVALID);
  EXPECT_THAT(mingze_error_message(error, MINGZE_EN), StrEq("“inputs” has no member “pack”"));
  EXPECT_THAT(mingze_error_json(error), HasSubstr(R"("code":"json-member-unknown")"));
  EXPECT_EQ(static_cast<mingze_engine*>(engine), nullptr);
}

TEST(Misuse, DeeplyNestedJsonIsAnErrorToo) {
  const OwnedEngine engine = small_engine();
  OwnedError error;
  const std::string deep =
      "{\"relation\": " + std::string(200000, '[') + std::string(200000, ']') + "}";
  EXPECT_EQ(mingze_engine_add(engine, deep.c_str(), nullptr, &error), MINGZE_INVALID);
  EXPECT_THAT(mingze_error_code(error), StrEq("json-depth"));
}

TEST(Misuse, NumbersThatStandForNothingAreTold) {
  const OwnedEngine engine = small_engine();
  OwnedText text;
  for (const std::int32_t number : {-1, 9, 1000000}) {
    OwnedError error;
    EXPECT_EQ(mingze_engine_render(engine, number, MINGZE_ZH, nullptr, &text, &error),
              MINGZE_MISUSE);
    EXPECT_EQ(mingze_engine_render(engine, MINGZE_FORMAT_JSON, number, nullptr, &text, &error),
              MINGZE_MISUSE);
    EXPECT_EQ(mingze_engine_add_data(engine, number, "", 0, "a", nullptr, nullptr, &error),
              MINGZE_MISUSE);
    EXPECT_THAT(mingze_error_code(error), StrEq("unknown-number"));
  }
}

TEST(Misuse, AskingBeforeResolvingIsNotResolved) {
  const OwnedEngine engine = small_engine(false);
  OwnedText text;
  OwnedReport report;
  OwnedError error;
  const char* key = R"({"matter": "dredging", "place": "linjiang"})";
  EXPECT_EQ(mingze_engine_decide(engine, "leads", key, &text, &error), MINGZE_NOT_RESOLVED);
  EXPECT_EQ(mingze_engine_candidates(engine, "leads", key, &text, &error), MINGZE_NOT_RESOLVED);
  EXPECT_EQ(mingze_engine_ask(engine, "水务局 审批 清淤", nullptr, &report, &error),
            MINGZE_NOT_RESOLVED);
  EXPECT_EQ(mingze_engine_render(engine, MINGZE_FORMAT_JSON, MINGZE_ZH, nullptr, &text, &error),
            MINGZE_NOT_RESOLVED);
  EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, &error), MINGZE_OK);
  EXPECT_EQ(static_cast<mingze_error*>(error), nullptr);
  EXPECT_EQ(mingze_engine_decide(engine, "leads", key, &text, &error), MINGZE_OK);
}

int call_back(void* context, const char*, size_t) {
  mingze_engine* engine = static_cast<mingze_engine*>(context);
  OwnedError error;
  OwnedText text;
  EXPECT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, &error), MINGZE_MISUSE);
  EXPECT_EQ(mingze_engine_kinds(engine, &text, &error), MINGZE_MISUSE);
  EXPECT_THAT(mingze_error_code(error), StrEq("called-back"));
  return 1;
}

int free_engine(void* context, const char*, size_t) {
  EXPECT_EQ(mingze_free(context), MINGZE_OK);
  return 0;
}

int throw_something(void*, const char*, size_t) { throw std::runtime_error("from the visitor"); }

TEST(Misuse, AVisitorThatCallsTheEngineIsToldAndNotStuck) {
  const OwnedEngine engine = small_engine();
  OwnedError error;
  EXPECT_EQ(mingze_engine_each_fact(engine, "handled", call_back, engine, &error), MINGZE_OK);
  EXPECT_EQ(mingze_engine_each_decision(engine, "leads", call_back, engine, &error), MINGZE_OK);
  EXPECT_EQ(mingze_engine_each_finding(engine, call_back, engine, &error), MINGZE_OK);
}

TEST(Misuse, AVisitorThatThrowsEndsTheVisit) {
  const OwnedEngine engine = small_engine();
  OwnedError error;
  OwnedText text;
  EXPECT_EQ(mingze_engine_each_fact(engine, "handled", throw_something, nullptr, &error),
            MINGZE_INTERNAL);
  EXPECT_THAT(mingze_error_message(error, MINGZE_EN), HasSubstr("from the visitor"));
  EXPECT_EQ(mingze_engine_kinds(engine, &text, &error), MINGZE_OK) << "after the visit it may";
}

TEST(Misuse, AnEngineFreedInAVisitLivesToItsEnd) {
  mingze_engine* engine = nullptr;
  ASSERT_EQ(mingze_engine_load(small_program, nullptr, &engine, nullptr), MINGZE_OK);
  ASSERT_EQ(mingze_engine_resolve(engine, nullptr, nullptr, nullptr), MINGZE_OK);
  EXPECT_EQ(mingze_engine_each_fact(engine, "approves", free_engine, engine, nullptr), MINGZE_OK);
  EXPECT_EQ(mingze_free(engine), MINGZE_MISUSE);
  EXPECT_EQ(mingze_handles(), 0U);
}

}  // namespace
}  // namespace mingze::capi
