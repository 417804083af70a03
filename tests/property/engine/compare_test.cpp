// Two versions side by side come to what each comes to alone, and what is told to differ differs.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/compare/changed_keys.hpp"
#include "engine/compare/side_by_side.hpp"
#include "engine/evaluate/findings.hpp"
#include "tests/property/engine/generate.hpp"
#include "tests/property/engine/run_engine.hpp"

namespace mingze::property {
namespace {

using Words = std::set<std::string>;

Words words_of(const Program& program, const Relation& relation, const std::vector<KindId>& kinds) {
  Words out;
  for (std::uint32_t row = 0; row < relation.size(); ++row) {
    std::string line;
    for (std::uint32_t i = 0; i < kinds.size(); ++i)
      line += " " + program.symbols.id_of(kinds[i], relation.at(row, i));
    out.insert(line);
  }
  return out;
}

std::vector<KindId> kinds_of(const Predicate& predicate) {
  std::vector<KindId> out;
  for (const Slot& slot : predicate.slots) out.push_back(slot.kind);
  return out;
}

std::vector<KindId> key_kinds(const Program& program, const Decision& decision) {
  std::vector<KindId> out;
  for (const std::uint32_t slot : decision.key_slots)
    out.push_back(program[decision.predicate].slots[slot].kind);
  return out;
}

Words findings_of(const Program& program, const Evaluation& evaluation, FindingId id) {
  Words out;
  const FindingRule& finding = program.findings[id.value];
  for (const RaisedFinding& raised : evaluation.findings.raised(program, id)) {
    std::string line;
    for (const auto& word :
         ids_of(program, finding, distinguishing_variables(finding), raised.values))
      line += " " + word;
    out.insert(line + " +" + std::to_string(raised.suggestions.size()));
  }
  return out;
}

Words minus(const Words& a, const Words& b) {
  Words out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
  return out;
}

/// The keys of tuples, as words.
std::map<std::string, Words> by_key(const Program& program, const Decision& decision,
                                    const Relation& tuples) {
  std::map<std::string, Words> out;
  const auto kinds = kinds_of(program[decision.predicate]);
  for (std::uint32_t row = 0; row < tuples.size(); ++row) {
    std::string key;
    for (const std::uint32_t slot : decision.key_slots)
      key += " " + program.symbols.id_of(kinds[slot], tuples.at(row, slot));
    out[key].insert(
        program.symbols.id_of(kinds[decision.value_slot], tuples.at(row, decision.value_slot)));
  }
  return out;
}

struct Reached {
  int compared = 0;
  int evaluated_once = 0;
  int moved = 0;
  int gained = 0;
  int lost = 0;
  int renamed = 0;
};

struct Ran {
  explicit Ran(Program made) : program(std::move(made)), order(plan(program)) {
    if (!order.diagnostics.empty()) return;
    evaluation = run_engine(program, order);
    ready = evaluation.diagnostics.empty();
  }
  Program program;
  Plan order;
  Evaluation evaluation;
  bool ready = false;
};

/// Both programs alone and together.
class Compared {
 public:
  Compared(Program before, Program after, std::uint32_t nest_from)
      : before_(std::move(before)), after_(std::move(after)) {
    if (!before_.ready || !after_.ready) return;
    Database old(before_.program);
    old.state(before_.program.facts);
    Database now(after_.program);
    now.state(after_.program.facts);
    both_.emplace(Version{before_.program, old}, Version{after_.program, now},
                  Database(after_.program), 0U);
    const Plan order = plan(both_->program);
    if (!order.diagnostics.empty()) RC_FAIL("the program of both has no order");
    Settler settler(both_->program);
    together_ = evaluate(both_->program, order, both_->stated, settler, nest_from);
  }

  [[nodiscard]] bool ready() const { return both_.has_value(); }

  void check(Reached& reached) const {
    ++reached.compared;
    const Program& program = both_->program;
    for (std::uint32_t i = 0; i < before_.program.predicates.size(); ++i) {
      const Predicate& own = before_.program.predicates[i];
      const PredicateId id = both_->before_of({i});
      reached.evaluated_once += id == both_->alignment().predicate({i}) ? 1 : 0;
      expect(own.id, words_of(program, together_.database[id], kinds_of(program[id])),
             words_of(before_.program, before_.evaluation.database[{i}], kinds_of(own)));
    }
    for (std::uint32_t i = 0; i < after_.program.predicates.size(); ++i) {
      const Predicate& own = after_.program.predicates[i];
      expect(own.id, words_of(program, together_.database[{i}], kinds_of(own)),
             words_of(after_.program, after_.evaluation.database[{i}], kinds_of(own)));
    }
    for (const auto& pair : both_->decisions) check(pair, reached);
    for (std::size_t i = 0; i < both_->findings.size(); ++i) {
      const auto& own = both_->own_findings[i];
      const auto& pair = both_->findings[i];
      if (own.before)
        expect("finding", findings_of(program, together_, *pair.before),
               findings_of(before_.program, before_.evaluation, *own.before));
      if (own.after)
        expect("finding", findings_of(program, together_, *pair.after),
               findings_of(after_.program, after_.evaluation, *own.after));
    }
    for (const auto& pair : both_->rules)
      if (pair.before && pair.after &&
          before_.program[*pair.before].id != after_.program[*pair.after].id)
        ++reached.renamed;
  }

 private:
  static void expect(const std::string& what, const Words& got, const Words& want) {
    if (got == want) return;
    std::string text = what;
    for (const auto& line : minus(got, want)) text += " +(" + line + " )";
    for (const auto& line : minus(want, got)) text += " -(" + line + " )";
    RC_FAIL(text);
  }

  void check(const Pair<DecisionId>& pair, Reached& reached) const {
    const Program& program = both_->program;
    const Decision& decision = program[*pair.after];
    const Outcome& old = together_.outcomes[pair.before->value];
    const Outcome& now = together_.outcomes[pair.after->value];
    const auto kinds = key_kinds(program, decision);
    const auto alone = [&](const Ran& ran) -> const Outcome& {
      for (std::uint32_t i = 0; i < ran.program.decisions.size(); ++i)
        if (ran.program[ran.program.decisions[i].predicate].id == program[decision.predicate].id)
          return ran.evaluation.outcomes[i];
      throw std::logic_error("no such decision");
    };
    for (const auto& [got, ran] : {std::pair{&old, &before_}, std::pair{&now, &after_}}) {
      const Outcome& want = alone(*ran);
      expect("missing", words_of(program, got->missing, kinds),
             words_of(ran->program, want.missing, kinds));
      expect("conflict", words_of(program, got->conflicts, kinds),
             words_of(ran->program, want.conflicts, kinds));
    }
    check_changes(decision, together_.database[program[*pair.before].predicate],
                  together_.database[decision.predicate], reached);
  }

  /// The keys that are told to have changed are those of which a look at all values says so.
  void check_changes(const Decision& decision, const Relation& before, const Relation& after,
                     Reached& reached) const {
    const Program& program = both_->program;
    auto had = by_key(program, decision, before);
    auto has = by_key(program, decision, after);
    const ChangedKeys changed = changed_keys(before, after, decision.value_slot);
    std::uint64_t moved = 0;
    std::uint64_t gained = 0;
    std::uint64_t lost = 0;
    std::erase_if(had, [&](const auto& key) {
      const auto other = has.find(key.first);
      if (other == has.end()) ++lost;
      if (other != has.end() && other->second != key.second) ++moved;
      if (other == has.end() || other->second != key.second) return false;
      has.erase(other);
      return true;
    });
    for (const auto& [key, values] : has) gained += had.contains(key) ? 0U : 1U;
    RC_ASSERT(by_key(program, decision, changed.before) == had);
    RC_ASSERT(by_key(program, decision, changed.after) == has);
    RC_ASSERT(changed.moved == moved);
    RC_ASSERT(changed.gained == gained);
    RC_ASSERT(changed.lost == lost);
    reached.moved += moved > 0 ? 1 : 0;
    reached.gained += gained > 0 ? 1 : 0;
    reached.lost += lost > 0 ? 1 : 0;
    const auto kinds = kinds_of(program[decision.predicate]);
    const Difference tuples = difference(before, after);
    const Words all_before = words_of(program, before, kinds);
    const Words all_after = words_of(program, after, kinds);
    expect("gone", words_of(program, tuples.before, kinds), minus(all_before, all_after));
    expect("come", words_of(program, tuples.after, kinds), minus(all_after, all_before));
  }

  Ran before_;
  Ran after_;
  std::optional<SideBySide> both_;
  Evaluation together_;
};

/// One edit of a maintainer's, or of whoever writes the facts.
void edit(ProgramSketch& sketch, Byte what, Byte where, const ProgramSketch& other) {
  const auto at = [&](const auto& list) { return where % list.size(); };
  switch (what % 7) {
    case 0:
      if (!sketch.rules.empty())
        sketch.rules.erase(sketch.rules.begin() + static_cast<std::ptrdiff_t>(at(sketch.rules)));
      break;
    case 1:
      if (!other.rules.empty()) sketch.rules.push_back(other.rules[at(other.rules)]);
      break;
    case 2:
      if (!sketch.rules.empty() && !other.rules.empty())
        sketch.rules[at(sketch.rules)].conditions = other.rules[at(other.rules)].conditions;
      break;
    case 3:
      if (!sketch.rules.empty()) sketch.rules[at(sketch.rules)].overrides.push_back(where / 2);
      break;
    case 4:
      if (!sketch.facts.empty())
        sketch.facts.erase(sketch.facts.begin() + static_cast<std::ptrdiff_t>(at(sketch.facts)));
      break;
    case 5:
      sketch.prefer = where;
      break;
    default:
      if (!other.findings.empty()) sketch.findings = other.findings;
  }
}

TEST(SideBySide, ComesToWhatEachVersionComesTo) {
  Reached reached;
  check_seeded(600, [&] {
    const auto programs = *rc::gen::arbitrary<bool>() ? sketches() : crowded_sketches();
    const ProgramSketch sketch = *programs;
    const ProgramSketch other = *programs;
    const auto byte = rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<Byte>());
    ProgramSketch changed = sketch;
    const int edits = *rc::gen::inRange(0, 4);
    for (int i = 0; i < edits; ++i) edit(changed, *byte, *byte, other);
    for (const std::uint32_t nest_from : {worth_nesting, 0U}) {
      Program after = program_of(changed);
      if (edits % 2 == 0 && !after.rules.empty()) after.rules.front().id = "another";
      const Compared compared(program_of(sketch), std::move(after), nest_from);
      if (compared.ready()) compared.check(reached);
    }
  });
  for (const int count : {reached.compared, reached.evaluated_once, reached.moved, reached.gained,
                          reached.lost, reached.renamed})
    EXPECT_GT(count, 20);
}

}  // namespace
}  // namespace mingze::property
