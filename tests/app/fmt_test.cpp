// `mingze fmt`: the canonical layout, and the other language.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <functional>

#include "tests/app/quoted.hpp"
#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

using testing::HasSubstr;

std::string file(const MemoryFiles& files, const std::string& path) {
  return files.read(path).value();
}

/// The program in a language, and what was said.
std::string converted(const std::string& program, const std::string& language) {
  const MemoryFiles files{{"p.mz", program}};
  const Ran ran = run_in_memory(files, {"fmt", "--to", language, "p.mz", "--quiet"});
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.code, 0);
  return file(files, "p.mz");
}

constexpr const char* words = R"(kind place = 地方.
kind line = 条线.
kind matter = 事项.
relation since "{matter} is due since {day: date}" | "{day: date} 起 办理 {matter}".
relation handled "{matter} is handled in {place}" | "{place} 办理 {matter}".
relation silent "{matter} is silent".
decision leads "{line} leads {matter} in {place}" | "{line} 在 {place} 牵头 {matter}"
  one line per matter, place
  for every "{matter} is handled in {place}".
)";

/// In both languages what follows the words, each in its own; and back, byte for byte.
void expect_pair(const std::string& en, const std::string& zh) {
  const std::string english = converted(words + en, "en");
  const std::string chinese = converted(english, "zh");
  EXPECT_EQ(english, words + en);
  EXPECT_THAT(chinese, testing::EndsWith("。\n" + zh));
  EXPECT_EQ(converted(chinese, "en"), english);
}

TEST(Fmt, ConvertsKeywordsSentencesKindsAndPunctuation) {
  expect_pair(
      "\n// a comment stays\nplace suzhou \"苏州市\" aka \"Soochow\" until 2000-01-01.\n"
      "rule r \"a label\"\n  overrides s, t\n  from 2020-01-01\n  if   M is handled in P\n"
      "  and  not M is silent\n  and  at least 2 L with L leads M in P\n"
      "  then M is handled in suzhou.\n"
      "rule s\n  if   M is silent\n  then M is silent.\n"
      "rule t\n  if   M is silent\n  then M is silent.\n",
      "\n// a comment stays\n地方 suzhou \"苏州市\" 又名 \"Soochow\" 至 2000-01-01。\n"
      "规则 r \"a label\"\n  优先于 s、t\n  自 2020-01-01\n  若 P 办理 M\n"
      "  且 非 M is silent\n  且 至少 2 L 满足 L 在 P 牵头 M\n"
      "  则 suzhou 办理 M。\n"
      "规则 s\n  若 M is silent\n  则 M is silent。\n"
      "规则 t\n  若 M is silent\n  则 M is silent。\n");
}

TEST(Fmt, ConvertsDecisionsWithTheirDomain) {
  EXPECT_THAT(converted(words, "zh"),
              HasSubstr("  一 条线 每 事项、地方\n  凡 \"{place} 办理 {matter}\"。\n"));
}

TEST(Fmt, ConvertsComparisonsAndToday) {
  expect_pair(
      "rule r\n  if   M is due since T\n  and  T is not today\n  and  T <= today\n"
      "  and  M is handled in P\n  and  P is suzhou\n  then M is silent.\nplace suzhou.\n",
      "规则 r\n  若 T 起 办理 M\n  且 T 不是 当日\n  且 T <= 当日\n"
      "  且 P 办理 M\n  且 P 即 suzhou\n  则 M is silent。\n地方 suzhou。\n");
}

TEST(Fmt, WhatOnlyLooksLikeTodayStays) {
  expect_pair(
      "rule r\n  if   M is handled in P\n  and  P is today\n  then M is silent.\n"
      "place today.\n",
      "规则 r\n  若 P 办理 M\n  且 P 即 today\n  则 M is silent。\n地方 today。\n");
}

TEST(Fmt, ASentenceStaysThatWouldBecomeAnotherStatement) {
  // In Chinese the place would stand first, and a statement that begins with a kind is an entity.
  expect_pair("place place.\nmatter dredging.\ndredging is handled in place.\n",
              "地方 place。\n事项 dredging。\ndredging is handled in place。\n");
}

TEST(Fmt, CommentsBetweenPartsStayThere) {
  expect_pair(
      "relation known \"{place} is known\"  // in English\n  | \"{place} 有名\".\n"
      "rule r  // why\n  if   M is handled in P\n  // and then\n  then P is known.\n",
      "关系 known \"{place} is known\"  // in English\n  | \"{place} 有名\"。\n"
      "规则 r  // why\n  若 P 办理 M\n  // and then\n  则 P 有名。\n");
}

TEST(Fmt, LaysOutInPlaceAndSaysWhatItRewrote) {
  const MemoryFiles files{{"a.mz", "kind a=b. // c\n"}, {"b.mz", "kind c = d.\n"}};
  const Ran ran = run_in_memory(files, {"fmt", "a.mz", "b.mz"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "已改写 a.mz\n");
  EXPECT_EQ(file(files, "a.mz"), "kind a = b.  // c\n");
}

TEST(Fmt, ChecksWithoutWriting) {
  const MemoryFiles files{{"a.mz", "kind x = y.\nkind a=b.\n"}, {"b.mz", "kind c = d.\n"}};
  const Ran ran = run_in_memory(files, {"fmt", "--check", "a.mz", "b.mz", "--lang", "en"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "a.mz:2: not in the canonical layout\n");
  EXPECT_EQ(file(files, "a.mz"), "kind x = y.\nkind a=b.\n");
  EXPECT_EQ(run_in_memory(files, {"fmt", "--check", "b.mz"}).code, 0);
}

TEST(Fmt, WritesOneFileElsewhere) {
  const MemoryFiles files{{"a.mz", "kind a=b."}, {"b.mz", "kind c=d."}};
  EXPECT_EQ(run_in_memory(files, {"fmt", "a.mz", "-o", "c.mz"}).code, 0);
  EXPECT_EQ(file(files, "a.mz"), "kind a=b.");
  EXPECT_EQ(file(files, "c.mz"), "kind a = b.\n");
  const Ran two = run_in_memory(files, {"fmt", "a.mz", "b.mz", "-o", "c.mz"});
  EXPECT_EQ(two.code, 2);
  EXPECT_THAT(two.err, HasSubstr("-o 只能用于一个文件"));
}

TEST(Fmt, WithAnErrorNothingIsWritten) {
  const MemoryFiles files{{"a.mz", "kind a=b."}, {"b.mz", "kind c=d\nkind e."}};
  const Ran ran = run_in_memory(files, {"fmt", "a.mz", "b.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("b.mz:1:"));
  EXPECT_EQ(file(files, "a.mz"), "kind a=b.");
}

TEST(Fmt, ASentenceThatNoTemplateFitsIsAnErrorOfAConversionAlone) {
  const MemoryFiles files{{"a.mz", "kind a.\na x.\nx is what nobody declared.\n"}};
  EXPECT_EQ(run_in_memory(files, {"fmt", "a.mz"}).code, 0);
  const Ran ran = run_in_memory(files, {"fmt", "--to", "zh", "a.mz"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("no-template"));
  EXPECT_THAT(ran.err, HasSubstr("给出整个文件夹，或用 --pack"));
}

TEST(Fmt, NamesThatOnlyDataKnowsAreNotMissed) {
  EXPECT_THAT(converted(std::string(words) + "facts handled from \"nowhere.tsv\".\n"
                                             "dredging is handled in suzhou.\n",
                        "zh"),
              HasSubstr("数据 handled 自 \"nowhere.tsv\"。\nsuzhou 办理 dredging。\n"));
}

TEST(Fmt, AFolderThatIsABuiltInPackStandsInItsPlace) {
  // `use register` finds the register among the files given: its sentences are theirs, not those
  // of the built-in one.
  const MemoryFiles files{{"rules/register/words.mz",
                           "pack register version \"9\".\nkind town = 镇.\n"
                           "relation calm \"{town} is calm\" | \"{town} 平静\".\n"},
                          {"rules/mine.mz", "use register.\ntown a.\na is calm.\n"}};
  const Ran ran = run_in_memory(files, {"fmt", "--to", "zh", "rules"});
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(file(files, "rules/mine.mz"), "引用 register。\n镇 a。\na 平静。\n");
}

TEST(Fmt, ThePageShowsWhatItDoes) {
  const auto page = DiskFiles().read(MINGZE_ROOT "/docs/fmt.md");
  const auto blocks = fenced_in(page.value(), "mz");
  ASSERT_EQ(blocks.size(), 3U);
  const MemoryFiles files{{"p.mz", blocks[0]}};
  EXPECT_EQ(run_in_memory(files, {"fmt", "p.mz"}).code, 0);
  EXPECT_EQ(file(files, "p.mz"), blocks[1]);
  EXPECT_EQ(run_in_memory(files, {"fmt", "--to", "zh", "p.mz"}).code, 0);
  EXPECT_EQ(file(files, "p.mz"), blocks[2]);
}

/// Shipped packs and examples: in the canonical layout, and there and back without a loss.
class EveryFile : public testing::TestWithParam<std::string> {};

TEST_P(EveryFile, IsLaidOutAndComesBackFromTheOtherLanguage) {
  const DiskFiles disk;
  const std::string path = MINGZE_ROOT "/" + GetParam();
  // Copies in memory: a folder with its files.
  MemoryFiles files;
  std::vector<std::string> paths;
  const std::function<void(const std::string&, const std::string&)> copy =
      [&](const std::string& from, const std::string& to) {
        if (disk.kind(from) == PathKind::file) {
          if (!from.ends_with(".mz")) return;
          files.put(to, disk.read(from).value());
          paths.push_back(to);
          return;
        }
        const auto names = disk.list(from);
        for (const std::string& name : names.value())
          copy(join_path(from, name), join_path(to, name));
      };
  copy(path, GetParam());
  if (!GetParam().starts_with("fixtures")) {
    const Ran check = run_in_memory(files, {"fmt", "--check", GetParam()});
    EXPECT_EQ(check.out, "") << check.err;
  }
  const auto all_to = [&](const std::string& language) {
    const Ran ran = run_in_memory(files, {"fmt", "--to", language, "--quiet", GetParam()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::string texts;
    for (const std::string& each : paths) texts += file(files, each);
    return texts;
  };
  const std::string english = all_to("en");
  const std::string chinese = all_to("zh");
  EXPECT_NE(english, chinese);
  EXPECT_EQ(all_to("en"), english);
  EXPECT_EQ(all_to("zh"), chinese);
}

std::vector<std::string> every_file() {
  std::vector<std::string> paths{"rules", "docs/examples/river.mz"};
  for (const std::string folder : {"docs/examples/checks", "fixtures/programs/good"}) {
    const auto names = DiskFiles().list(join_path(MINGZE_ROOT, folder));
    for (const std::string& name : names.value())
      if (name.ends_with(".mz")) paths.push_back(join_path(folder, name));
  }
  return paths;
}

INSTANTIATE_TEST_SUITE_P(Fmt, EveryFile, testing::ValuesIn(every_file()), [](const auto& name) {
  std::string out;
  for (const char c : name.param) out += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return out;
});

}  // namespace
}  // namespace mingze::app
