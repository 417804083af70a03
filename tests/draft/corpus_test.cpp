// Runs over a folder of real texts when there is one beside the repository; says so when not.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "draft/clause/read_draft.hpp"
#include "draft/document/decode.hpp"
#include "tests/draft/register_lexicon.hpp"

namespace mingze::draft {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void expect_sound(const Reading& reading, const std::string& text) {
  std::uint32_t last = 0;
  for (const Item& item : reading.items) {
    EXPECT_LE(last, item.span.begin);
    EXPECT_LT(item.span.begin, item.span.end);
    EXPECT_LE(item.span.end, text.size());
    EXPECT_FALSE(item.label.empty());
    EXPECT_EQ(item.lead.empty(),
              item.status != ItemStatus::led && item.status != ItemStatus::conflict);
    last = item.span.begin;
  }
}

TEST(RealTexts, AreReadWithoutFault) {
  const std::filesystem::path root = MINGZE_ROOT;
  const auto folder = root.parent_path() / "shared/corpus/real";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no real texts at " << folder;
  const Lexicon lexicon = register_lexicon((root / "rules/register").string());
  std::size_t count = 0;
  std::size_t items = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    ++count;
    SCOPED_TRACE(entry.path().filename().string());
    const auto text = decode(contents(entry.path()), entry.path().string());
    ASSERT_TRUE(text.ok());
    const Document document({0}, text.value());
    const Reading reading = read_draft(document, lexicon);
    expect_sound(reading, document.text());
    items += reading.items.size();
  }
  EXPECT_GT(count, 0U) << "a folder of texts that holds none";
  EXPECT_GT(items, count) << "what is read of them is next to nothing";
}

}  // namespace
}  // namespace mingze::draft
