// engine/update: one changed fact of a resolved nation (bench/workloads/nation), and overrides.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <map>
#include <string>

#include "app/session/embedded.hpp"
#include "app/session/run.hpp"
#include "bench/generate/facts/workloads.hpp"
#include "bench/generate/random.hpp"
#include "engine/update/resolved.hpp"

namespace mingze::bench {
namespace {

/// The nation with so many items, its facts written to a folder of their own and read from there.
class Nation {
 public:
  explicit Nation(std::size_t items) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("mingze-bench-nation-" + std::to_string(items));
    Folder facts;
    make_nation(items, true, 1, facts);
    if (!facts.write(folder)) return;
    const DiskFiles files;
    const app::Packs packs{app::embedded_archive()};
    app::Workspace workspace(files, packs);
    app::Inputs inputs;
    inputs.programs = {MINGZE_ROOT "/bench/workloads/nation/mingze.mz"};
    inputs.default_packs = false;
    inputs.facts = {folder.string()};
    inputs.as_of = *parse_date("2026-11-23");
    workspace.load(inputs);
    auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    if (!prepared) return;
    find_places(*prepared);
    Diagnostics errors;
    resolved_ = Resolved::of(std::move(prepared->program()), prepared->stated, errors);
  }

  [[nodiscard]] bool ready() const { return resolved_.has_value(); }
  Resolved& resolved() { return *resolved_; }
  [[nodiscard]] const Program& program() const { return resolved_->program(); }

  [[nodiscard]] PredicateId predicate(const std::string& id) const {
    return number<PredicateId>(program().predicates, id);
  }
  [[nodiscard]] RuleId rule(const std::string& id) const {
    return number<RuleId>(program().rules, id);
  }
  /// A place of level 0 to 3.
  [[nodiscard]] Value place(std::int64_t level) {
    const auto& all = places_[level];
    return all[random_.below(all.size())];
  }
  /// Any entity of a predicate's slot.
  [[nodiscard]] Value any(PredicateId id, std::size_t slot) {
    const KindId kind = program()[id].slots[slot].kind;
    return static_cast<Value>(random_.below(program().symbols.entity_count(kind)));
  }
  [[nodiscard]] Value named(PredicateId id, std::size_t slot, const std::string& name) const {
    return *program().symbols.find_entity(program()[id].slots[slot].kind, name);
  }

 private:
  template <typename Number, typename Things>
  static Number number(const Things& things, const std::string& id) {
    Number out{0};
    while (things[out.value].id != id) ++out.value;
    return out;
  }

  void find_places(const app::Prepared& prepared) {
    const Program& program = prepared.program();
    const auto id = number<PredicateId>(program.predicates, "place-row");
    const Relation& rows = prepared.stated[id];
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      places_[program.symbols.number(rows.at(row, 2))].push_back(rows.at(row, 0));
  }

  Random random_{7};
  std::map<std::int64_t, std::vector<Value>> places_;
  std::optional<Resolved> resolved_;
};

Nation& nation(benchmark::State& state) {
  static std::map<std::int64_t, Nation> all;
  return all.try_emplace(state.range(0), static_cast<std::size_t>(state.range(0))).first->second;
}

/// Adds a fact and takes it away again, by turns: an iteration is one edit, and `changed` says how
/// many tuples of all tables one edit changes.
template <typename MakeFact>
void edit(benchmark::State& state, MakeFact make) {
  Nation& here = nation(state);
  if (!here.ready()) return state.SkipWithError("the nation could not be read");
  std::uint64_t changed = 0;
  std::optional<AddFact> there;
  const auto change = [&](const Edit& one) {
    for (const TableChange& table : here.resolved().apply(one).tables)
      for (std::size_t i = 0; i < table.size(); ++i)
        changed += count(table[i].removed) + count(table[i].added);
  };
  for (auto _ : state) {
    if (there) {
      change(RemoveFact{there->predicate, there->values});
      there.reset();
    } else {
      there = make(here);
      change(*there);
    }
  }
  if (there) here.resolved().apply(RemoveFact{there->predicate, there->values});
  state.counters["changed"] =
      benchmark::Counter(static_cast<double>(changed), benchmark::Counter::kAvgIterations);
}

void change_a_province_s_list(benchmark::State& state) {
  edit(state, [](Nation& n) {
    const PredicateId id = n.predicate("listed");
    return AddFact{id, {n.place(1), n.any(id, 1), n.any(id, 2), n.named(id, 3, "lead")}};
  });
}

void change_a_county_s_designation(benchmark::State& state) {
  edit(state, [](Nation& n) {
    const PredicateId id = n.predicate("designated");
    return AddFact{id, {n.place(3), n.any(id, 1), n.any(id, 2)}};
  });
}

void change_an_approval(benchmark::State& state) {
  edit(state, [](Nation& n) {
    const PredicateId id = n.predicate("approves");
    return AddFact{id, {n.any(id, 0), n.any(id, 1)}};
  });
}

void change_a_question(benchmark::State& state) {
  edit(state, [](Nation& n) {
    const PredicateId id = n.predicate("asks");
    return AddFact{id, {n.place(2), n.any(id, 1), n.place(3)}};
  });
}

/// Whether designations override lists, which decides every item in every place anew.
void change_an_override(benchmark::State& state) {
  Nation& here = nation(state);
  if (!here.ready()) return state.SkipWithError("the nation could not be read");
  const RuleId list = here.rule("by-list");
  const RuleId designation = here.rule("by-designation");
  bool overrides = true;
  for (auto _ : state) {
    overrides = !overrides;
    const Changes changes = here.resolved().apply(
        SetOverrides{designation, overrides ? std::vector{list} : std::vector<RuleId>{}});
    benchmark::DoNotOptimize(changes.tables.size());
  }
  if (!overrides) here.resolved().apply(SetOverrides{designation, {list}});
}

#define MINGZE_NATIONS Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond)
BENCHMARK(change_a_province_s_list)->MINGZE_NATIONS;
BENCHMARK(change_a_county_s_designation)->MINGZE_NATIONS;
BENCHMARK(change_an_approval)->MINGZE_NATIONS;
BENCHMARK(change_a_question)->MINGZE_NATIONS;
BENCHMARK(change_an_override)->MINGZE_NATIONS;

}  // namespace
}  // namespace mingze::bench
