// A long sequence of edits comes, at every step, to what a run from the facts at hand comes to.
#include <optional>

#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/snapshot.hpp"

namespace mingze::property {
namespace {

struct EditSketch {
  Byte sort = 0;
  AtomSketch atom;
};

void showValue(const EditSketch& sketch, std::ostream& out) {
  out << "edit " << int(sketch.sort) << " of " << int(sketch.atom.predicate) << " "
      << int(sketch.atom.terms[0]) << " " << int(sketch.atom.terms[1]) << " "
      << int(sketch.atom.terms[2]);
}

rc::Gen<std::vector<EditSketch>> edits(int most) {
  const auto byte = [] { return rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<Byte>()); };
  const auto atom = rc::gen::build<AtomSketch>(
      rc::gen::set(&AtomSketch::predicate, byte()),
      rc::gen::set(&AtomSketch::terms, rc::gen::container<std::array<Byte, 3>>(byte())));
  const auto one = rc::gen::build<EditSketch>(rc::gen::set(&EditSketch::sort, byte()),
                                              rc::gen::set(&EditSketch::atom, atom));
  return rc::gen::resize(most, rc::gen::container<std::vector<EditSketch>>(one));
}

/// Two in three take a fact away that is there, or add one; the others change overrides.
std::optional<Edit> edit_of(const EditSketch& sketch, const Program& program) {
  if (sketch.sort % 8 == 7) {
    if (program.rules.empty()) return std::nullopt;
    const auto count = static_cast<std::uint32_t>(program.rules.size());
    SetOverrides out{{sketch.atom.predicate % count}, {}};
    for (const Byte term : sketch.atom.terms)
      if (term % 2 == 0) out.overrides.push_back({term / 2 % count});
    return out;
  }
  if (sketch.sort % 2 == 0) {
    if (program.facts.empty()) return std::nullopt;
    const Fact& fact = program.facts[sketch.atom.terms[0] % program.facts.size()];
    return RemoveFact{fact.predicate, fact.values};
  }
  ProgramSketch one;
  one.facts.push_back(sketch.atom);
  const Program made = program_of(one);
  if (made.facts.empty()) return std::nullopt;
  return AddFact{made.facts[0].predicate, made.facts[0].values, made.facts[0].span};
}

void check(const ProgramSketch& sketch, const std::vector<EditSketch>& edits,
           std::uint32_t nest_from, Reached& reached) {
  Followed followed(program_of(sketch), nest_from);
  if (!followed.ready()) return;
  std::vector<Edit> at_once;
  for (const EditSketch& one : edits) {
    if (const auto edit = edit_of(one, followed.program())) at_once.push_back(*edit);
    if (at_once.empty() || one.sort / 64 == 0) continue;  // one in four waits for the next
    if (const std::string wrong = followed.apply(at_once, reached); !wrong.empty()) RC_FAIL(wrong);
    at_once.clear();
  }
}

void check_both_ways(int count, int most, const rc::Gen<ProgramSketch>& programs,
                     Reached& reached) {
  check_seeded(count, [&] {
    const ProgramSketch sketch = *programs;
    const auto changes = *edits(most);
    for (const std::uint32_t nest_from : {0U, worth_nesting})
      check(sketch, changes, nest_from, reached);
  });
}

TEST(Resolved, FollowsEditsOfAnyProgram) {
  Reached reached;
  check_both_ways(250, 40, sketches(), reached);
  for (const int count : {reached.from_scratch, reached.errors, reached.candidates, reached.missing,
                          reached.findings})
    EXPECT_GT(count, 20) << reached;
}

TEST(Resolved, FollowsEditsOfCrowdedKeys) {
  Reached reached;
  check_both_ways(120, 40, crowded_sketches(), reached);
  EXPECT_GT(reached.overrides, 20) << reached;
  EXPECT_GT(reached.conflicts, 100) << reached;
}

TEST(Resolved, FollowsEditsOfDecisionsDownAHierarchy) {
  Reached reached;
  check_both_ways(120, 40, steep_sketches(), reached);
  EXPECT_GT(reached.below, 200) << reached;
}

TEST(Resolved, StaysRightForLong) {
  Reached reached;
  check_both_ways(8, 600, sketches(), reached);
  EXPECT_GT(reached.steps, 1000) << reached;
}

}  // namespace
}  // namespace mingze::property
