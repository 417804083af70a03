// A run that begins with the image of the packs tells what it would tell if it lowered them.
#include "app/session/image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_in_memory.hpp"

namespace mingze::app {
namespace {

Packs built_in() { return Packs(embedded_archive()); }

/// The packs with no image, or with no trees that could be read.
struct Altered {
  std::string bytes;
  [[nodiscard]] Packs packs() const { return Packs(bytes); }
};

Altered without_image() { return {archive_of(built_in().all())}; }

Altered without_trees() {
  std::vector<Pack> packs = built_in().all();
  for (Pack& pack : packs)
    for (PackedFile& file : pack.files)
      if (!file.module.empty()) file.module = "no tree";
  return {archive_of(packs, built_in().image())};
}

Inputs packs_alone(Date as_of) {
  return {.always_default_packs = true, .as_of = as_of, .asks = false};
}

Ran run_with(const Packs& packs, const FileSystem& files,
             const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const Terminal terminal{
      out, err, false, false, 100, *parse_date("2026-11-23"), [](const std::string&) {
        return std::string();
      }};
  const int code = run_command_line(arguments, terminal, files, packs);
  return {code, out.str(), err.str()};
}

/// Some of the fixtures.
std::vector<std::string> drafts() {
  std::vector<std::string> out;
  const std::string folder = MINGZE_ROOT "/fixtures/drafts";
  const auto names = DiskFiles().list(folder);
  for (std::size_t i = 0; i < names.value().size(); i += 20)
    if (names.value()[i].ends_with(".txt")) out.push_back(join_path(folder, names.value()[i]));
  return out;
}

TEST(Image, GivesWhatLoweringGives) {
  const Altered lowered = without_image();
  const DiskFiles files;
  ASSERT_GE(drafts().size(), 5U);
  for (const std::string& draft : drafts())
    for (const char* format : {"terminal", "json"}) {
      SCOPED_TRACE(draft);
      const std::vector<std::string> arguments{"check", draft, "--why", "--format", format};
      const Ran image = run_with(built_in(), files, arguments);
      const Ran plain = run_with(lowered.packs(), files, arguments);
      EXPECT_NE(image.code, 2) << image.err;
      EXPECT_EQ(image.code, plain.code);
      EXPECT_EQ(image.out, plain.out);
      EXPECT_EQ(image.err, plain.err);
    }
}

TEST(Image, NeedsNoTree) {
  const Altered image = without_trees();
  const DiskFiles files;
  const std::vector<std::string> check{"check", drafts().front(), "--format", "json"};
  EXPECT_EQ(run_with(image.packs(), files, check).out, run_with(built_in(), files, check).out);
  // What the image has nothing of is read from the trees.
  EXPECT_EQ(run_with(image.packs(), files, {"test"}).code, 2);
}

TEST(Image, HoldsFromTheLastChangeOn) {
  const Packs packs = built_in();
  const MemoryFiles files;
  const Date last = last_change(packs);
  EXPECT_LE(last, *parse_date("2026-11-23"));  // or it would be of no use today
  for (const int days : {-1, 0, 1}) {
    const Inputs inputs = packs_alone({last.days + days});
    Workspace workspace(files, packs);
    workspace.load(inputs);
    const auto prepared = from_image(workspace, inputs, inputs.as_of);
    EXPECT_EQ(prepared != nullptr, days >= 0);
    if (prepared) {
      EXPECT_EQ(prepared->program().as_of, inputs.as_of);
    }
  }
}

TEST(Image, IsNotOfOtherRuns) {
  const Packs packs = built_in();
  const MemoryFiles files{{"a.mz", "kind river = 河流.\n"}, {"data/x.tsv", ""}};
  const Date today = *parse_date("2026-11-23");
  const auto used = [&](const Inputs& inputs) {
    Workspace workspace(files, packs);
    workspace.load(inputs);
    return from_image(workspace, inputs, today) != nullptr;
  };
  EXPECT_TRUE(used(packs_alone(today)));
  std::vector<Inputs> others(5, packs_alone(today));
  others[0].programs = {"a.mz"};
  others[1].packs = {"opinion"};
  others[2].facts = {"data"};
  others[3].with_tests = true;
  others[4].asks = true;
  for (const Inputs& other : others) EXPECT_FALSE(used(other));
}

TEST(Image, IsTheSameWhoeverBuildsIt) {
  const Packs packs = built_in();
  const MemoryFiles files;
  const Inputs inputs{.as_of = last_change(packs)};
  Workspace workspace(files, packs);
  workspace.load(inputs);
  const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
  ASSERT_TRUE(prepared);
  const Evaluation evaluation = run(*prepared, prepared->stated);
  EXPECT_TRUE(image_of(workspace, *prepared, evaluation, inputs.as_of) == packs.image());
}

}  // namespace
}  // namespace mingze::app
