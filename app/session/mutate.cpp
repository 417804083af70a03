#include "app/session/mutate.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/session/expectation.hpp"
#include "app/session/mutant_effect.hpp"
#include "app/session/mutants.hpp"
#include "app/session/snapshot.hpp"
#include "app/session/test.hpp"
#include "engine/base/parallel.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "report/clause_order.hpp"

namespace mingze::app {

namespace {

using report::Mutation;
using report::MutationReport;

/// Where a change did something in a test that passed all the same.
struct Unnoticed {
  std::string file;
  std::uint32_t line = 0;
  std::string label;
  Effect effect;
  [[nodiscard]] auto place() const { return std::tie(file, line, label); }
};

/// What the tests make of a mutant.
struct Fate {
  bool killed = false;
  bool reached = false;                     // in some test all conditions of its statement hold
  std::optional<Unnoticed> unnoticed = {};  // the first by file and line

  void add(const Fate& other) {
    killed = killed || other.killed;
    reached = reached || other.reached;
    if (other.unnoticed && (!unnoticed || other.unnoticed->place() < unnoticed->place()))
      unnoticed = other.unnoticed;
  }
};

/// Whether a body can have a match at all: each sentence that it needs has some tuple.
bool may_hold(const Body& body, const Database& database) {
  return std::all_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& one) {
    const bool needs =
        one.sort == Condition::Sort::positive || one.sort == Condition::Sort::at_least;
    return !needs || database[one.atom.predicate].size() > 0;
  });
}

/// What a mutant makes of the stated facts, without those of any test.
struct AtRest {
  bool silent = false;  ///< nothing
  bool wide = false;    ///< so much that it is better to begin with that
  bool broken = false;  ///< no evaluation
};

/// The program of one thread, and what its tests make of the mutants.
class Bench {
 public:
  Bench(std::unique_ptr<Prepared> prepared, const Workspace& workspace,
        const std::vector<Mutant>& mutants, std::vector<std::atomic<bool>>& killed)
      : prepared_(std::move(prepared)),
        workspace_(workspace),
        mutants_(mutants),
        killed_(killed),
        fates_(mutants.size()),
        most_(most_over(*prepared_->evaluation)) {
    for (const SourceId source : workspace.programs()) {
      const std::string path = snapshot_path(workspace.sources()[source].name());
      if (workspace.files().kind(path) == PathKind::file) snapshots_.insert(source);
    }
  }

  [[nodiscard]] const std::vector<Fate>& fates() const { return fates_; }

  [[nodiscard]] AtRest at_rest(std::size_t i) {
    const Mutant& mutant = mutants_[i];
    const Evaluation& before = *prepared_->evaluation;
    fates_[i].reached = reaches(mutant, before);
    if (!may_matter(mutant, before)) return {true, false, false};
    const Mutated mutated(prepared_->program(), mutant);
    const Evaluation after = evaluate_at_rest(mutant);
    if (!after.diagnostics.empty()) return {false, false, true};
    std::uint64_t more = 0;
    for (const PredicateId predicate : mutant.altered.predicates)
      more += after.database[predicate].size();
    return {!effect_of(prepared_->program(), mutant, before, after), more > wide_from, false};
  }

  /// Runs a test with every mutant that no test has noticed yet.
  void run(std::size_t place, const std::vector<AtRest>& at_rest) {
    const Program& program = prepared_->program();
    const Test& test = program.tests[place];
    Database stated = prepared_->stated;
    stated.state(test.given);
    const Evaluation before = app::run(*prepared_, stated);
    const bool has_snapshot = snapshots_.contains(test.span.source);
    if (has_snapshot) lines_ = resolution_lines(program, before);
    for (std::size_t i = 0; i < mutants_.size(); ++i) {
      if (mutants_[i].equivalent || killed_[i]) continue;
      if (at_rest[i].silent && is_untouched(mutants_[i], before)) continue;
      if (!may_matter(mutants_[i], before)) continue;
      const bool wide = at_rest[i].wide && !at_rest[i].silent;
      if (notices({test, stated, before, has_snapshot}, i, wide)) killed_[i] = true;
    }
  }

 private:
  static constexpr std::uint64_t wide_from = 10'000;

  /// A test that runs.
  struct Running {
    const Test& test;
    const Database& stated;
    const Evaluation& before;
    bool has_snapshot;
  };

  /// How much the rules of a mutant may conclude.
  static std::uint64_t most_over(const Evaluation& evaluation) {
    std::uint64_t most = 1'000'000;
    const Database& database = evaluation.database;
    for (std::uint32_t p = 0; p < database.size(); ++p)
      most += 4 * std::uint64_t{database[{p}].size()};
    return most;
  }

  /// Whether the facts of the test have no part in what the mutant alters.
  [[nodiscard]] bool is_untouched(const Mutant& mutant, const Evaluation& before) const {
    return std::all_of(mutant.involved.begin(), mutant.involved.end(), [&](PredicateId predicate) {
      return before.database.shares(predicate, prepared_->evaluation->database);
    });
  }

  /// The program is the mutant's.
  [[nodiscard]] Evaluation evaluate_at_rest(const Mutant& mutant) const {
    return run_altered(prepared_->program(), mutant.plan, prepared_->stated, *prepared_->evaluation,
                       mutant.altered, most_);
  }
  [[nodiscard]] Evaluation evaluate(const Running& running, std::size_t i, bool wide) {
    const Mutant& mutant = mutants_[i];
    if (!wide)
      return run_altered(prepared_->program(), mutant.plan, running.stated, running.before,
                         mutant.altered, most_);
    const auto [known, added] = at_rest_.try_emplace(i);
    if (added) known->second = evaluate_at_rest(mutant);
    return run_altered(prepared_->program(), mutant.plan, running.stated, known->second, {}, most_);
  }

  [[nodiscard]] const Body& body_of(const Mutant& mutant) const {
    const Program& program = prepared_->program();
    return mutant.rules.empty() ? program.findings[mutant.findings.front().first.value].body
                                : program[mutant.rules.front().first].body;
  }

  [[nodiscard]] bool may_matter(const Mutant& mutant, const Evaluation& before) const {
    if (mutant.prevails) return true;
    const Body& changed = mutant.rules.empty() ? mutant.findings.front().second.body
                                               : mutant.rules.front().second.body;
    return may_hold(body_of(mutant), before.database) || may_hold(changed, before.database);
  }

  [[nodiscard]] bool reaches(const Mutant& mutant, const Evaluation& before) const {
    if (!mutant.decisions.empty()) return true;
    const Body& body = body_of(mutant);
    const std::vector<bool> none(body.variables.size(), false);
    return !matches(prepared_->program(), before.database, body, none).empty();
  }

  bool notices(const Running& running, std::size_t i, bool wide) {
    const auto& [test, stated, before, has_snapshot] = running;
    const Mutant& mutant = mutants_[i];
    Fate& fate = fates_[i];
    fate.reached = fate.reached || reaches(mutant, before);
    Program& program = prepared_->program();
    const Mutated mutated(program, mutant);
    const Evaluation after = evaluate(running, i, wide);
    if (!after.diagnostics.empty()) return true;
    const Explained run{*prepared_, stated, after, workspace_.sources()};
    for (const Expectation& expectation : test.expectations)
      if (!came_true(expectation, run)) return true;
    if (has_snapshot && resolution_lines(program, after) != lines_) return true;
    const Source& source = workspace_.sources()[test.span.source];
    Unnoticed here{source.name(), source.lines().line_of(test.span.begin), test.label, {}};
    if (fate.unnoticed && fate.unnoticed->place() < here.place()) return false;
    if (auto effect = effect_of(program, mutant, before, after)) {
      here.effect = std::move(*effect);
      fate.unnoticed = std::move(here);
    }
    return false;
  }

  std::unique_ptr<Prepared> prepared_;
  const Workspace& workspace_;
  const std::vector<Mutant>& mutants_;
  std::vector<std::atomic<bool>>& killed_;
  std::vector<Fate> fates_;
  std::set<SourceId> snapshots_;               // the files that have some
  std::vector<std::string> lines_;             // of the test at hand, where it has a snapshot
  std::map<std::size_t, Evaluation> at_rest_;  // of the mutants that are wide
  std::uint64_t most_;
};

class MutationRun {
 public:
  MutationRun(Workspace& workspace, const Inputs& inputs, const MutateOptions& options)
      : workspace_(workspace), inputs_(inputs), options_(options) {}

  std::optional<MutationReport> run() {
    const auto tests =
        run_tests(workspace_, inputs_, {.jobs = options_.jobs, .filters = options_.filters});
    if (!tests) return std::nullopt;
    report_.tests = tests->tests.size();
    report_.failing = tests->failed();
    if (report_.failing > 0) return std::move(report_);
    run_date(inputs_.as_of, true);
    for (const Date date : dsl::test_dates(workspace_.inputs(), inputs_.as_of))
      run_date(date, false);
    if (workspace_.problems().fatal()) return std::nullopt;
    tell();
    return std::move(report_);
  }

 private:
  /// A change on all dates: where it is, what it is and what it changes to.
  using Key = std::tuple<std::string, Span, std::string, std::string>;
  struct Case {
    Mutation told;
    Fate fate;
    std::optional<Message> equivalent;  // on every date on which it was made
  };

  void run_date(Date date, bool default_date) {
    if (workspace_.problems().fatal()) return;
    auto prepared = prepare(workspace_, inputs_, date, default_date);
    if (!prepared) return;
    const std::vector<std::size_t> tests =
        chosen_tests(workspace_, inputs_, options_.filters, prepared->program());
    const auto wanted = [this](const auto& cites, const std::string& id, Span span) {
      return is_wanted(cites, id, span);
    };
    std::vector<Mutant> mutants = mutants_of(*prepared, workspace_, wanted);
    std::erase_if(mutants, [this](const Mutant& mutant) {
      const auto known = cases_.find(key_of(mutant));
      return known != cases_.end() && known->second.fate.killed;
    });
    plan_mutants(*prepared, mutants, options_.jobs);
    std::vector<Fate> fates(mutants.size());
    if (!tests.empty() && !mutants.empty())
      run_tests_on(std::move(prepared), tests, mutants, fates);
    for (std::size_t i = 0; i < mutants.size(); ++i) add(mutants[i], fates[i]);
  }

  void run_tests_on(std::unique_ptr<Prepared> prepared, const std::vector<std::size_t>& tests,
                    const std::vector<Mutant>& mutants, std::vector<Fate>& fates) {
    if (!prepared->evaluation) prepared->evaluation = app::run(*prepared, prepared->stated);
    std::vector<std::atomic<bool>> killed(mutants.size());
    const auto threads = static_cast<std::size_t>(std::clamp(options_.jobs, 1U, 256U));
    std::vector<Bench> benches;
    for (std::size_t i = 1; i < std::min(threads, tests.size()); ++i)
      benches.emplace_back(copy_of(*prepared), workspace_, mutants, killed);
    benches.emplace_back(std::move(prepared), workspace_, mutants, killed);
    const auto workers = static_cast<unsigned>(benches.size());
    std::vector<AtRest> at_rest(mutants.size());
    in_parallel(mutants.size(), workers, [&](unsigned worker, std::size_t i) {
      if (!mutants[i].equivalent) at_rest[i] = benches[worker].at_rest(i);
      if (at_rest[i].broken) killed[i] = true;
    });
    std::atomic<std::size_t> done = 0;
    in_parallel(tests.size(), workers, [&](unsigned worker, std::size_t i) {
      benches[worker].run(tests[i], at_rest);
      const std::size_t so_far = ++done;
      if (worker == 0 && options_.progress) options_.progress(so_far, tests.size());
    });
    for (const Bench& bench : benches)
      for (std::size_t i = 0; i < mutants.size(); ++i) fates[i].add(bench.fates()[i]);
    for (std::size_t i = 0; i < mutants.size(); ++i) fates[i].killed = killed[i];
  }

  [[nodiscard]] bool is_wanted(const std::vector<report::Basis>& cites, const std::string& id,
                               Span span) const {
    if (!is_under_test(workspace_, inputs_, span)) return false;
    const auto& ids = options_.statements;
    if (!ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) return false;
    const auto cites_it = [&](const std::string& clause) {
      return std::any_of(cites.begin(), cites.end(), [&](const report::Basis& basis) {
        return basis.clause.find(clause) != std::string::npos;
      });
    };
    return options_.clauses.empty() ||
           std::any_of(options_.clauses.begin(), options_.clauses.end(), cites_it);
  }

  [[nodiscard]] Key key_of(const Mutant& mutant) const {
    const Mutation& told = mutant.told;
    return {workspace_.sources()[told.span.source].name(), told.span, told.code, told.change.en};
  }

  void add(const Mutant& mutant, const Fate& fate) {
    const auto [place, added] =
        cases_.try_emplace(key_of(mutant), Case{mutant.told, fate, mutant.equivalent});
    if (added) return;
    place->second.fate.add(fate);
    if (!mutant.equivalent) place->second.equivalent.reset();
  }

  // --- telling ---

  void tell() {
    std::map<std::pair<std::string, std::string>, MutationReport::Clause> clauses;
    for (auto& [key, one] : cases_) {
      const auto& cites = one.told.cites;
      const auto clause = cites.empty() ? std::pair<std::string, std::string>()
                                        : std::pair(cites.front().source, cites.front().clause);
      MutationReport::Clause& entry = clauses[clause];
      if (!cites.empty()) entry.basis = cites.front();
      tell(one, entry);
    }
    for (auto& [key, clause] : clauses) {
      report_.counts.add(clause.counts);
      report_.clauses.push_back(std::move(clause));
    }
    std::stable_sort(report_.clauses.begin(), report_.clauses.end(),
                     [](const auto& a, const auto& b) {
                       if (!a.basis || !b.basis) return a.basis.has_value();
                       if (a.basis->source != b.basis->source)
                         return a.basis->source < b.basis->source;
                       return report::clause_before(a.basis->clause, b.basis->clause);
                     });
  }

  void tell(Case& one, MutationReport::Clause& clause) {
    clause.counts.mutants += 1;
    if (one.fate.killed) {
      clause.counts.killed += 1;
    } else if (one.equivalent) {
      clause.counts.equivalent += 1;
      one.told.reason = *one.equivalent;
      report_.equivalent.push_back(one.told);
    } else {
      clause.counts.survived += 1;
      explain(one);
      clause.survivors.push_back(one.told);
    }
  }

  static void explain(Case& one) {
    Mutation& told = one.told;
    if (const auto& unnoticed = one.fate.unnoticed) {
      const Effect& effect = unnoticed->effect;
      const std::string place = unnoticed->file + ":" + std::to_string(unnoticed->line);
      told.reason = {
          "在用例“" + unnoticed->label + "”（" + place + "）里" +
              (effect.gained ? "多出“" : "少了“") + effect.told.zh + "”，而没有用例说到它",
          "in the test \"" + unnoticed->label + "\" (" + place + ") \"" + effect.told.en + "\" " +
              (effect.gained ? "is new" : "is gone") + ", and no test speaks of it"};
      told.repair = {"在那个用例里写明：应得 " + effect.expectation.zh,
                     "say in that test: expect " + effect.expectation.en};
    } else if (!one.fate.reached) {
      told.reason = {"没有用例让它的条件都成立", "no test makes its conditions hold"};
    } else if (told.code == "dropped-condition") {
      told.reason = {"没有用例只缺这个条件", "in no test is it the only condition that fails"};
    } else {
      told.reason = {"每个用例的结果都和原来一样", "every test comes to the same"};
    }
  }

  Workspace& workspace_;
  const Inputs& inputs_;
  const MutateOptions& options_;
  MutationReport report_;
  std::map<Key, Case> cases_;
};

}  // namespace

std::optional<MutationReport> mutate(Workspace& workspace, const Inputs& inputs,
                                     const MutateOptions& options) {
  return MutationRun(workspace, inputs, options).run();
}

}  // namespace mingze::app
