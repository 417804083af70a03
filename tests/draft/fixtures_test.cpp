// Every draft in fixtures/drafts (.txt or .docx) with an .expected beside it is read as it says
// there: one line for an item (status, label, leads, cooperating, named) and for a note (note,
// kind, words), by tabs.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "draft/clause/read_draft.hpp"
#include "draft/word/docx.hpp"
#include "tests/draft/small_lexicon.hpp"

namespace mingze::draft {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string joined(const std::vector<Mention>& mentions) {
  std::string out;
  for (const Mention& mention : mentions) {
    if (!out.empty()) out += "|";
    out += mention.text;
  }
  return out;
}

std::string kind_name(StructureNote::Kind kind) {
  switch (kind) {
    case StructureNote::Kind::number_skipped:
      return "number-skipped";
    case StructureNote::Kind::number_repeated:
      return "number-repeated";
    case StructureNote::Kind::annex_missing:
      return "annex-missing";
    case StructureNote::Kind::mixed_marks:
      return "mixed-marks";
  }
  return "";
}

std::string written(const Reading& reading) {
  std::string out;
  for (const Item& item : reading.items) {
    out += std::string(to_string(item.status)) + "\t" + item.label + "\t" + joined(item.lead) +
           "\t" + joined(item.cooperating) + "\t" + joined(item.named) + "\n";
  }
  for (const StructureNote& note : reading.notes) {
    out += "note\t" + kind_name(note.kind) + "\t" + note.found + "\n";
  }
  return out;
}

class DraftFixture : public testing::TestWithParam<std::filesystem::path> {};

Document document_of(std::filesystem::path path) {
  const std::string plain = contents(path.replace_extension(".txt"));
  if (!plain.empty()) return Document({0}, plain);
  const auto word = read_docx(contents(path.replace_extension(".docx")), path.string());
  EXPECT_TRUE(word.ok());
  return Document({0}, word.value().text, word.value().rows);
}

TEST_P(DraftFixture, ReadsAsExpected) {
  const Lexicon lexicon = small_lexicon();
  std::filesystem::path expected = GetParam();
  const std::string got = written(read_draft(document_of(expected), lexicon));
  EXPECT_EQ(got, contents(expected.replace_extension(".expected")));
}

std::vector<std::filesystem::path> all_fixtures() {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder = std::filesystem::path(MINGZE_ROOT) / "fixtures/drafts";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".expected") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Drafts, DraftFixture, testing::ValuesIn(all_fixtures()), test_name);

}  // namespace
}  // namespace mingze::draft
