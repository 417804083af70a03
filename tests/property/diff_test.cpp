// Whatever is edited in the shipped rules, a diff tells exactly what two resolutions differ in.
#include <algorithm>
#include <map>
#include <set>

#include "app/session/compare.hpp"
#include "app/session/embedded.hpp"
#include "dsl/format/format.hpp"
#include "dsl/grammar/parse.hpp"
#include "report/resolution.hpp"
#include "tests/property/engine/generate.hpp"

namespace mingze::property {
namespace {

/// The rules of the Opinion, each file as statements, and what the tests of who leads give, as one
/// set of facts.
class Pack {
 public:
  Pack() {
    const DiskFiles disk;
    const std::string folder = MINGZE_ROOT "/rules/opinion";
    const auto names = disk.list(folder);
    for (const std::string& name : names.value()) {
      const std::string text = disk.read(join_path(folder, name)).value();
      if (!name.ends_with(".mz"))
        data_[name] = text;
      else if (name.ends_with("_test.mz"))
        take_facts(text, name == "lists_test.mz");
      else
        rules_[name] = parsed(text);
    }
  }

  /// The files under a folder, one rule edited; the same ones where `edit` is nothing.
  void write(const std::string& folder, MemoryFiles& files,
             const std::function<void(std::vector<dsl::Statement>&)>& edit = {}) const {
    std::vector<dsl::Statement> all;
    for (const auto& [name, statements] : rules_)
      all.insert(all.end(), statements.begin(), statements.end());
    if (edit) edit(all);
    std::string text;
    for (const dsl::Statement& statement : all) text += dsl::format(statement);
    files.put(folder + "/rules.mz", text);
    files.put(folder + "/facts.mz", facts_);
    for (const auto& [name, bytes] : data_) files.put(folder + "/" + name, bytes);
  }

 private:
  static std::vector<dsl::Statement> parsed(const std::string& text) {
    const Source source("rules", text);
    return dsl::parse(source, {}).module.statements;
  }

  /// What a file of tests declares and, if wanted, all that its tests give.
  void take_facts(const std::string& text, bool given) {
    for (const dsl::Statement& statement : parsed(text)) {
      const auto* test = std::get_if<dsl::Test>(&statement.body);
      if (test == nullptr) {
        facts_ += dsl::format(statement);
        continue;
      }
      if (!given || test->as_of) continue;
      for (const dsl::FactForm& fact_form : test->given) {
        dsl::Statement fact;
        fact.body = dsl::EntityOrFact{{}, fact_form};
        fact.language = statement.language;
        facts_ += dsl::format(fact);
      }
    }
  }

  std::map<std::string, std::vector<dsl::Statement>> rules_;
  std::map<std::string, std::string> data_;
  std::string facts_;
};

/// What a version comes to by itself, as the report of a resolution has it.
struct Told {
  std::map<std::string, std::vector<std::string>> values;  // by decision and key
  std::set<std::string> findings;                          // fingerprints
};

std::string key_text(const std::string& decision,
                     const std::vector<std::pair<std::string, std::string>>& key) {
  std::string out = decision;
  for (const auto& [role, id] : key) out += "|" + role + "=" + id;
  return out;
}

std::optional<Told> resolved(const MemoryFiles& files, const app::Packs& packs,
                             const app::Inputs& inputs) {
  app::Workspace workspace(files, packs);
  workspace.load(inputs);
  const auto prepared = app::prepare(workspace, inputs, inputs.as_of, true);
  if (!prepared || workspace.problems().fatal()) return std::nullopt;
  const Program& program = prepared->program();
  const Evaluation evaluation = app::run(*prepared, prepared->stated);
  const report::Resolution resolution(program, evaluation, workspace.sources(), {});
  Told out;
  for (const DecisionId id : resolution.decisions()) {
    const Decision& decision = program[id];
    const Predicate& predicate = program[decision.predicate];
    resolution.for_each_key(id, [&](const report::DecidedKey& key) {
      std::vector<std::pair<std::string, std::string>> words;
      for (std::size_t i = 0; i < key.key.size(); ++i) {
        const Slot& slot = predicate.slots[decision.key_slots[i]];
        words.emplace_back(slot.role, program.symbols.id_of(slot.kind, key.key[i]));
      }
      std::vector<std::string> values;
      const KindId kind = predicate.slots[decision.value_slot].kind;
      for (const Value value : key.values) values.push_back(program.symbols.id_of(kind, value));
      if (!values.empty()) out.values[key_text(predicate.id, words)] = values;
      return true;
    });
  }
  resolution.for_each_finding([&](const report::Finding& finding) {
    out.findings.insert(finding.code + " " + finding.fingerprint);
    return true;
  });
  return out;
}

using Change = std::pair<std::vector<std::string>, std::vector<std::string>>;

std::vector<std::string> ids(const report::DecisionChange::Side& side) {
  std::vector<std::string> out;
  for (const auto& value : side.values) out.push_back(value.id);
  return out;
}

/// What the diff tells of the facts at hand.
struct Diff {
  std::map<std::string, Change> changes;
  std::set<std::string> gone;
  std::set<std::string> come;
};

Diff told_by(const report::DiffReport& report) {
  Diff out;
  for (const report::DiffScene& scene : report.scenes) {
    for (const auto what :
         {report::DecisionChange::What::gained, report::DecisionChange::What::lost,
          report::DecisionChange::What::moved})
      scene.changes(what, [&](const report::DecisionChange& change) {
        out.changes[key_text(change.decision, change.key)] = {ids(change.from), ids(change.to)};
        for (const auto* side : {&change.from, &change.to})
          for (const auto& value : side->values)
            if (value.rules.empty()) ADD_FAILURE() << "no rule carries " << value.id;
        return true;
      });
    for (const bool gone : {true, false})
      scene.findings(gone, [&](const report::Finding& finding) {
        (gone ? out.gone : out.come).insert(finding.code + " " + finding.fingerprint);
        return true;
      });
  }
  return out;
}

Diff difference(const Told& before, const Told& after) {
  Diff out;
  for (const auto& [key, values] : before.values) {
    const auto now = after.values.find(key);
    if (now == after.values.end())
      out.changes[key] = {values, {}};
    else if (now->second != values)
      out.changes[key] = {values, now->second};
  }
  for (const auto& [key, values] : after.values)
    if (!before.values.contains(key)) out.changes[key] = {{}, values};
  std::set_difference(before.findings.begin(), before.findings.end(), after.findings.begin(),
                      after.findings.end(), std::inserter(out.gone, out.gone.end()));
  std::set_difference(after.findings.begin(), after.findings.end(), before.findings.begin(),
                      before.findings.end(), std::inserter(out.come, out.come.end()));
  return out;
}

/// One edit, as a maintainer might make it; false where there is nothing to edit so.
bool edit(std::vector<dsl::Statement>& statements, unsigned what, unsigned rule, unsigned part) {
  std::vector<std::size_t> rules;
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (std::holds_alternative<dsl::Rule>(statements[i].body)) rules.push_back(i);
  // Every second edit is of a rule that overrides others: those decide.
  std::vector<std::size_t> chosen_from = rules;
  if (rule % 2 == 0)
    std::erase_if(chosen_from, [&](std::size_t i) {
      return std::get<dsl::Rule>(statements[i].body).overrides.empty();
    });
  const std::size_t at = chosen_from[rule / 2 % chosen_from.size()];
  auto& chosen = std::get<dsl::Rule>(statements[at].body);
  const auto place = [&](const auto& list) {
    return static_cast<std::ptrdiff_t>(part % list.size());
  };
  switch (what % 7) {
    case 0:
      if (chosen.conditions.size() < 2) return false;
      chosen.conditions.erase(chosen.conditions.begin() + place(chosen.conditions));
      return true;
    case 1: {
      dsl::Condition& condition = chosen.conditions[part % chosen.conditions.size()];
      if (condition.sort == dsl::Condition::Sort::at_least) return false;
      condition.sort = condition.sort == dsl::Condition::Sort::negation
                           ? dsl::Condition::Sort::sentence
                           : dsl::Condition::Sort::negation;
      return true;
    }
    case 2:
      if (chosen.overrides.empty()) return false;
      chosen.overrides.erase(chosen.overrides.begin() + place(chosen.overrides));
      return true;
    case 3: {  // the one that was overridden overrides
      if (chosen.overrides.empty()) return false;
      const dsl::Word other = chosen.overrides[part % chosen.overrides.size()];
      chosen.overrides.erase(chosen.overrides.begin() + place(chosen.overrides));
      for (const std::size_t i : rules)
        if (auto& theirs = std::get<dsl::Rule>(statements[i].body); theirs.id.text == other.text)
          theirs.overrides.push_back(chosen.id);
      return true;
    }
    case 4:
      if (chosen.conclusions.size() < 2) return false;
      chosen.conclusions.erase(chosen.conclusions.begin() + place(chosen.conclusions));
      return true;
    case 5:
      std::rotate(chosen.conditions.begin(), chosen.conditions.begin() + place(chosen.conditions),
                  chosen.conditions.end());
      chosen.id.text += "-2";
      for (const std::size_t i : rules)
        for (dsl::Word& word : std::get<dsl::Rule>(statements[i].body).overrides)
          if (word.text + "-2" == chosen.id.text) word.text = chosen.id.text;
      return true;
    default:
      statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(at));
      return true;
  }
}

TEST(Diff, TellsWhatTwoResolutionsDifferIn) {
  const Pack pack;
  const app::Packs packs(app::embedded_archive());
  app::Inputs old;
  old.programs = {"old"};
  old.default_packs = false;
  old.as_of = *parse_date("2026-11-23");
  app::Inputs changed = old;
  changed.programs = {"new"};
  MemoryFiles files;
  pack.write("old", files);
  const auto before = resolved(files, packs, old);
  ASSERT_TRUE(before.has_value());
  int compared = 0;
  int moved = 0;
  int found = 0;
  int same = 0;
  check_seeded(140, [&] {
    const auto number = rc::gen::inRange(0U, 10'000U);
    const unsigned what = *number;
    const unsigned rule = *number;
    const unsigned part = *number;
    bool made = false;
    pack.write("new", files, [&](auto& all) {
      // Not every rule has something of every sort to edit.
      for (unsigned next = 0; next < 7 && !made; ++next) made = edit(all, what + next, rule, part);
    });
    RC_ASSERT(made);
    const auto after = resolved(files, packs, changed);
    app::Workspace was(files, packs);
    app::Workspace is(files, packs);
    was.load(old);
    is.load(changed);
    app::VersionInputs from{"old", was, old};
    app::VersionInputs to{"new", is, changed};
    const auto report = app::compare(from, to, {.jobs = 1, .proofs = 1});
    RC_ASSERT(report.has_value() == after.has_value());
    if (!after) return;  // what is left cannot be evaluated
    const Diff got = told_by(*report);
    const Diff want = difference(*before, *after);
    RC_ASSERT(got.changes == want.changes);
    RC_ASSERT(got.gone == want.gone);
    RC_ASSERT(got.come == want.come);
    ++compared;
    moved += want.changes.empty() ? 0 : 1;
    found += want.gone.empty() && want.come.empty() ? 0 : 1;
    same += want.changes.empty() && want.gone.empty() && want.come.empty() ? 1 : 0;
  });
  EXPECT_GE(compared, 100);
  EXPECT_GT(moved, 8);
  EXPECT_GT(found, 8);
  EXPECT_GT(same, 5);
}

}  // namespace
}  // namespace mingze::property
