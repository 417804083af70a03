// Programs as they are written, over small trees of places: each edit comes to what a run comes to.
#include <gtest/gtest.h>

#include <random>

#include "app/session/run.hpp"
#include "tests/property/engine/snapshot.hpp"

namespace mingze::property {
namespace {

/// A file of random facts: what stands in each column, and how many rows. A column is a letter and
/// how many there are of it; `lead` and `coop` by turns for `role`.
struct RandomFile {
  std::string name;
  std::vector<std::string> columns;
  int rows = 0;
};

class UpdateWorkload : public testing::Test {
 protected:
  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }
  std::string cell(const std::string& column) {
    if (column == "role") return below(3) == 0 ? "coop" : "lead";
    if (column == "level") return std::to_string(below(levels));
    const auto count = static_cast<std::uint32_t>(std::stoul(column.substr(1)));
    return column.substr(0, 1) + std::to_string(below(count));
  }

  /// Places p0 … in a tree of `levels` levels.
  static constexpr std::uint32_t levels = 5;
  std::string places(std::uint32_t count) {
    std::string out = "p0\t-\t0\n";
    std::vector<std::vector<std::uint32_t>> at(levels);
    at[0] = {0};
    for (std::uint32_t p = 1; p < count; ++p) {
      const std::uint32_t level = 1 + std::min(below(p), below(levels - 1)) % (levels - 1);
      const std::uint32_t highest = at[level - 1].empty() ? 1 : level;
      const auto& above = at[highest - 1];
      out += "p" + std::to_string(p) + "\tp" +
             std::to_string(above[below(static_cast<std::uint32_t>(above.size()))]) + "\t" +
             std::to_string(highest) + "\n";
      at[highest].push_back(p);
    }
    return out;
  }

  /// The program of a folder of bench/workloads over random facts.
  Program read(const std::string& workload, const std::string& place_file,
               const std::vector<RandomFile>& random_files) {
    const std::string program =
        std::string(MINGZE_ROOT) + "/bench/workloads/" + workload + "/mingze.mz";
    MemoryFiles files;
    files.put("program.mz", DiskFiles().read(program).value());
    files.put("facts/" + place_file, places(40));
    for (const RandomFile& file : random_files) {
      std::string text;
      for (int row = 0; row < file.rows; ++row)
        for (std::size_t c = 0; c < file.columns.size(); ++c)
          text += cell(file.columns[c]) + (c + 1 < file.columns.size() ? "\t" : "\n");
      files.put("facts/" + file.name, text);
    }
    const app::Packs packs;
    app::Workspace workspace(files, packs);
    app::Inputs inputs;
    inputs.programs = {"program.mz"};
    inputs.default_packs = false;
    inputs.facts = {"facts"};
    inputs.as_of = *parse_date("2026-11-23");
    workspace.load(inputs);
    auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
    if (!prepared) throw std::runtime_error(workload + " can't be read");
    Program out = std::move(prepared->program());
    out.facts.clear();
    for (std::uint32_t p = 0; p < out.predicates.size(); ++p)
      for (std::uint32_t row = 0; row < prepared->stated.stated_count({p}); ++row) {
        const auto values = std::as_const(prepared->stated)[PredicateId{p}].row(row);
        out.facts.push_back({{p}, {values.begin(), values.end()}, {}, {}});
      }
    return out;
  }

  /// A fact less, or one whose values stand in others of its predicate; seldom of the tree.
  Edit any_edit(const Program& program) {
    for (;;) {
      const Fact& fact = program.facts[below(static_cast<std::uint32_t>(program.facts.size()))];
      if (fact.predicate == PredicateId{0} && below(8) != 0) continue;
      if (below(2) == 0) return RemoveFact{fact.predicate, fact.values};
      AddFact more{fact.predicate, fact.values};
      for (std::size_t c = 0; c < more.values.size(); ++c) {
        const Fact& other = program.facts[below(static_cast<std::uint32_t>(program.facts.size()))];
        if (other.predicate == fact.predicate) more.values[c] = other.values[c];
        const KindId kind = program[fact.predicate].slots[c].kind;
        if (fact.predicate != PredicateId{0} && Symbols::has_entities(kind) && below(2) == 0)
          more.values[c] = below(program.symbols.entity_count(kind));
      }
      return more;
    }
  }
  /// One rule of the decision overrides another, or none.
  Edit any_override(const Program& program) {
    std::vector<RuleId> rules;
    for (std::uint32_t r = 0; r < program.rules.size(); ++r)
      if (program.rules[r].conclusions[0].sort == Conclusion::Sort::propose) rules.push_back({r});
    const auto any = [&] { return rules[below(static_cast<std::uint32_t>(rules.size()))]; };
    SetOverrides out{any(), {}};
    if (below(2) == 0) out.overrides.push_back(any());
    return out;
  }

  Reached follow(Program program, int steps) {
    Reached reached;
    for (const std::uint32_t nest_from : {0U, worth_nesting}) {
      Followed followed(program, nest_from);
      EXPECT_TRUE(followed.ready());
      for (int step = 0; step < steps && followed.ready(); ++step) {
        std::vector<Edit> edits;
        do {
          edits.push_back(below(8) == 0 ? any_override(followed.program())
                                        : any_edit(followed.program()));
        } while (below(4) == 0);
        const std::string wrong = followed.apply(edits, reached);
        EXPECT_EQ(wrong, "") << "step " << step;
        if (!wrong.empty()) break;
      }
    }
    return reached;
  }

 private:
  std::mt19937 random_{20261127};
};

TEST_F(UpdateWorkload, OfTheNation) {
  const Reached reached =
      follow(read("nation", "jurisdiction.tsv",
                  {{"item.tsv", {"i5", "level"}, 8},
                   {"approves.tsv", {"l4", "i5"}, 8},
                   {"listed.tsv", {"p40", "i5", "l4", "role"}, 60},
                   {"designated.tsv", {"p40", "i5", "l4"}, 15},
                   {"asks.tsv", {"p40", "i5", "p40"}, 30},
                   {"dept_designated.tsv", {"l4", "p40", "p40", "i5", "l4"}, 20}}),
             200);
  for (const int count : {reached.candidates, reached.conflicts, reached.overrides,
                          reached.from_scratch, reached.errors})
    EXPECT_GT(count, 3) << reached;
}

TEST_F(UpdateWorkload, OfVillages) {
  const Reached reached = follow(read("villages", "place.tsv",
                                      {{"task.tsv", {"t5", "level"}, 8},
                                       {"remit.tsv", {"d6", "t5"}, 6},
                                       {"listed.tsv", {"p40", "t5", "d6"}, 25},
                                       {"campaign.tsv", {"p40", "t5", "d6"}, 12},
                                       {"barred.tsv", {"p40", "t5", "d6"}, 15},
                                       {"helps.tsv", {"p40", "t5", "d6"}, 40},
                                       {"oversees.tsv", {"d6", "d6"}, 6}}),
                                 200);
  for (const int count : {reached.candidates, reached.bars, reached.missing, reached.conflicts,
                          reached.overrides, reached.findings})
    EXPECT_GT(count, 3) << reached;
}

}  // namespace
}  // namespace mingze::property
