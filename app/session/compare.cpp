#include "app/session/compare.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <utility>

#include "app/session/change_teller.hpp"
#include "app/session/statement_changes.hpp"
#include "engine/base/parallel.hpp"
#include "engine/compare/outcome_changes.hpp"

namespace mingze::app {

namespace {

using report::DiffReport;
using report::DiffScene;
using What = report::DecisionChange::What;

/// So many changes over the facts at hand are left out of those of tests.
constexpr std::uint64_t most_remembered = 100'000;

/// What makes the names in data known to the earlier version without reading the data again: they
/// are the later version's, where both read the same files.
class SharedData {
 public:
  SharedData(const Workspace& before, const Workspace& after, const Prepared& now)
      : before_(before), after_(after), now_(now) {}

  bool take(Program& program, PredicateId id, const std::vector<SourceId>& files) {
    same_.resize(program.predicates.size(), false);
    const auto theirs = like(program, id);
    if (!theirs || !same_texts(files, *theirs)) return false;
    const Predicate& predicate = program[id];
    const Relation& rows = now_.data[*theirs];
    for (std::uint32_t column = 0; column < predicate.slots.size(); ++column) {
      const KindId kind = predicate.slots[column].kind;
      if (!Symbols::has_entities(kind)) continue;
      const KindId their_kind = now_.program()[*theirs].slots[column].kind;
      std::vector<bool> seen(now_.program().symbols.entity_count(their_kind), false);
      for (std::uint32_t row = 0; row < rows.size(); ++row) seen[rows.at(row, column)] = true;
      for (Value value = 0; value < seen.size(); ++value)
        if (seen[value])
          program.symbols.entity(kind, now_.program().symbols.entity(their_kind, value).id);
    }
    same_[id.value] = true;
    return true;
  }

  /// Relations whose data was taken, by their numbers in the earlier version.
  [[nodiscard]] const std::vector<bool>& same() const { return same_; }

 private:
  /// The later version's relation of this name and with these slots.
  [[nodiscard]] std::optional<PredicateId> like(const Program& program, PredicateId id) const {
    const Predicate& ours = program[id];
    for (std::uint32_t i = 0; i < now_.program().predicates.size(); ++i) {
      const Predicate& theirs = now_.program().predicates[i];
      if (theirs.id != ours.id) continue;
      const bool alike =
          std::equal(ours.slots.begin(), ours.slots.end(), theirs.slots.begin(), theirs.slots.end(),
                     [&](const Slot& a, const Slot& b) {
                       return a.role == b.role && program.symbols.kind(a.kind).id ==
                                                      now_.program().symbols.kind(b.kind).id;
                     });
      if (alike) return PredicateId{i};
    }
    return std::nullopt;
  }

  [[nodiscard]] bool same_texts(const std::vector<SourceId>& files, PredicateId theirs) const {
    std::vector<SourceId> others;
    for (const DataFile& file : now_.data_files)
      if (file.predicate == theirs) others.push_back(file.source);
    return std::equal(files.begin(), files.end(), others.begin(), others.end(),
                      [&](SourceId a, SourceId b) {
                        return before_.sources()[a].text() == after_.sources()[b].text();
                      });
  }

  const Workspace& before_;
  const Workspace& after_;
  const Prepared& now_;
  std::vector<bool> same_;
};

/// Both versions on one date, evaluated over the facts at hand.
struct Both {
  std::unique_ptr<Prepared> before;
  std::unique_ptr<Prepared> after;
  Sources sources;
  std::unique_ptr<SideBySide> side_by_side;
  Prepared together;  // its program is that of side_by_side
};

/// All that a walk through changes needs.
struct Evaluated {
  std::shared_ptr<const Both> both;
  Database stated;
  Evaluation evaluation;
  OutcomeChanges changes;
};

/// A test of either version; `given` is of the later one's where both have it.
struct TestCase {
  std::string label;
  const Test* before = nullptr;
  const Test* after = nullptr;
};

class Comparing {
 public:
  Comparing(VersionInputs& before, VersionInputs& after, const CompareOptions& options)
      : before_(before), after_(after), options_(options) {
    after_.inputs.keep_data = true;
  }

  std::optional<DiffReport> run() {
    report_.before = before_.name;
    report_.after = after_.name;
    report_.as_of = after_.inputs.as_of;
    run_date(after_.inputs.as_of, true);
    if (!read_) return std::nullopt;
    for (const Date date : test_dates()) run_date(date, false);
    if (before_.workspace.problems().fatal() || after_.workspace.problems().fatal())
      return std::nullopt;
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::set<Date> test_dates() {
    std::set<Date> out;
    for (VersionInputs* version : {&before_, &after_})
      for (const Date date : dsl::test_dates(version->workspace.inputs(), version->inputs.as_of))
        out.insert(date);
    return out;
  }

  [[nodiscard]] std::shared_ptr<Both> prepared(Date date, bool default_date) {
    auto both = std::make_shared<Both>();
    both->after = prepare(after_.workspace, after_.inputs, date, default_date);
    if (!both->after) {
      // What is wrong with the earlier version is told in the same run.
      static_cast<void>(prepare(before_.workspace, before_.inputs, date, default_date));
      return nullptr;
    }
    SharedData data(before_.workspace, after_.workspace, *both->after);
    both->before = prepare(before_.workspace, before_.inputs, date, default_date,
                           [&](Program& program, PredicateId id, const auto& files) {
                             return data.take(program, id, files);
                           });
    if (!both->before) return nullptr;
    both->sources.share(after_.workspace.sources());
    const std::uint32_t sources = both->sources.share(before_.workspace.sources());
    std::vector<bool> same = data.same();
    if (!same.empty()) same.resize(both->before->program().predicates.size(), false);
    both->side_by_side = std::make_unique<SideBySide>(
        Version{both->before->program(), both->before->stated, std::move(same)},
        Version{both->after->program(), both->after->stated}, both->after->data, sources);
    both->together.lowered.program = both->side_by_side->program;
    both->together.plan = plan(both->together.program());
    if (!both->together.plan.diagnostics.empty())
      throw std::logic_error("two versions have an order each and none together");
    return both;
  }

  void run_date(Date date, bool default_date) {
    const std::shared_ptr<Both> both = prepared(date, default_date);
    if (!both) return;
    read_ = true;
    auto facts = std::make_shared<Evaluated>();
    facts->both = both;
    facts->stated = both->side_by_side->stated;
    facts->evaluation =
        app::run(both->together, facts->stated, default_date ? options_.progress : OnProgress{});
    // A hierarchy with a circle is an error of the facts; the versions by themselves tell it.
    if (!facts->evaluation.diagnostics.empty()) return tell_circles(*facts);
    facts->changes = changes_in(*both->side_by_side, facts->evaluation);
    if (default_date) {
      report_.statements = statement_changes({before_.workspace, *both->before},
                                             {after_.workspace, *both->after}, *both->side_by_side);
      add_facts(facts);
    }
    both->together.evaluation = facts->evaluation;
    run_tests(*both, tests_of(*both));
  }

  void tell_circles(const Evaluated& facts) {
    for (const Diagnostic& diagnostic : facts.evaluation.diagnostics) {
      Problems& problems = after_.workspace.problems();
      Diagnostic told = diagnostic;
      // Places in the earlier version's texts have other numbers there.
      if (told.span.valid() && told.span.source.value >= after_.workspace.sources().size())
        told.span = {};
      problems.diagnostics.push_back(std::move(told));
    }
  }

  void add_facts(const std::shared_ptr<const Evaluated>& facts) {
    const auto teller = [facts](std::uint64_t proofs) {
      return ChangeTeller(
          {facts->both->together, facts->stated, facts->evaluation, facts->both->sources},
          facts->changes, proofs);
    };
    DiffScene scene = teller(0).counts();
    if (!scene.any()) return;
    const std::uint64_t proofs = options_.proofs;
    if (scene.keys() + scene.findings_new + scene.findings_gone <= most_remembered)
      remember(teller(0));
    scene.changes = [teller, proofs](What what, const auto& tell) {
      teller(proofs).changes(what, tell);
    };
    scene.findings = [teller, proofs](bool gone, const auto& tell) {
      teller(proofs).findings(gone, tell);
    };
    report_.scenes.push_back(std::move(scene));
  }

  /// What differs over the facts at hand differs in tests too, and is not told again.
  void remember(ChangeTeller teller) {
    for (const What what : {What::gained, What::lost, What::moved})
      teller.changes(what, [&](const report::DecisionChange& change) {
        known_.insert(words_of(change));
        return true;
      });
    for (const bool gone : {true, false})
      teller.findings(gone, [&](const report::Finding& finding) {
        known_.insert(words_of(finding, gone));
        return true;
      });
  }

  static std::vector<std::string> words_of(const report::DecisionChange& change) {
    std::vector<std::string> out{change.decision};
    for (const auto& [role, id] : change.key) out.push_back(id);
    for (const auto* side : {&change.from, &change.to}) {
      out.emplace_back("|");
      for (const auto& value : side->values) out.push_back(value.id);
    }
    return out;
  }
  static std::vector<std::string> words_of(const report::Finding& finding, bool gone) {
    return {gone ? "-" : "+", finding.code, finding.fingerprint};
  }

  [[nodiscard]] static std::vector<TestCase> tests_of(const Both& both) {
    std::map<std::pair<std::string, std::uint32_t>, TestCase> cases;
    const auto add = [&](const Program& program, const Test* TestCase::*side) {
      std::map<std::string, std::uint32_t> same;
      for (const Test& test : program.tests) {
        TestCase& one = cases[{test.label, same[test.label]++}];
        one.label = test.label;
        one.*side = &test;
      }
    };
    add(both.before->program(), &TestCase::before);
    add(both.after->program(), &TestCase::after);
    std::vector<TestCase> out;
    for (const auto& [key, one] : cases) out.push_back(one);
    return out;
  }

  void run_tests(const Both& both, const std::vector<TestCase>& tests) {
    std::vector<std::optional<DiffScene>> scenes(tests.size());
    const unsigned threads = std::clamp(options_.jobs, 1U, 256U);
    std::vector<std::unique_ptr<Prepared>> copies(threads);
    std::vector<Database> facts(threads);
    for (unsigned i = 0; i < threads && !tests.empty(); ++i) {
      copies[i] = copy_of(both.together);
      facts[i] = both.side_by_side->stated.clone();
    }
    in_parallel(tests.size(), threads, [&](unsigned thread, std::size_t i) {
      scenes[i] = scene_of(tests[i], both, *copies[thread], facts[thread]);
    });
    report_.tests += tests.size();
    for (auto& scene : scenes)
      if (scene && scene->any()) report_.scenes.push_back(std::move(*scene));
  }

  /// Nothing where the facts make a circle, which the test itself is about.
  std::optional<DiffScene> scene_of(const TestCase& test, const Both& both,
                                    const Prepared& together, const Database& facts) const {
    Database stated = facts;
    if (test.after != nullptr)
      both.side_by_side->state_after(test.after->given, stated);
    else
      both.side_by_side->state_before(test.before->given, stated);
    const Evaluation evaluation = app::run(together, stated);
    if (!evaluation.diagnostics.empty()) return std::nullopt;
    const OutcomeChanges changes = changes_in(*both.side_by_side, evaluation);
    if (!changes.any()) return std::nullopt;
    ChangeTeller teller({together, stated, evaluation, both.sources}, changes, options_.proofs);
    report::KeptChanges kept;
    for (const What what : {What::gained, What::lost, What::moved})
      teller.changes(what, [&](const report::DecisionChange& change) {
        if (known_.contains(words_of(change))) return true;
        kept.add(change);
        return true;
      });
    for (const bool gone : {true, false})
      teller.findings(gone, [&](const report::Finding& finding) {
        if (known_.contains(words_of(finding, gone))) return true;
        kept.add(gone, finding);
        return true;
      });
    return kept.scene(DiffScene::Over::test, test.label);
  }

  VersionInputs& before_;
  VersionInputs& after_;
  const CompareOptions& options_;
  DiffReport report_;
  std::set<std::vector<std::string>> known_;  // what differs over the facts at hand
  bool read_ = false;
};

}  // namespace

std::optional<DiffReport> compare(VersionInputs& before, VersionInputs& after,
                                  const CompareOptions& options) {
  return Comparing(before, after, options).run();
}

}  // namespace mingze::app
