// All passes, from files to an evaluation.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/session/data.hpp"
#include "app/session/inputs.hpp"
#include "app/session/reader_names.hpp"
#include "app/session/workspace.hpp"
#include "dsl/lower/lower.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/plan/plan.hpp"

namespace mingze::app {

/// A program that can be run: lowered for one date and planned, with its stated facts.
struct Prepared {
  dsl::Lowered lowered;
  Plan plan;
  Database stated;
  /// Of these, what comes from files of data (where it was to be kept), and the files.
  Database data = {};
  std::vector<DataFile> data_files = {};
  /// What the stated facts come to, where that is known already.
  std::optional<Evaluation> evaluation = {};
  /// The names of its register, where they were made already.
  std::optional<ReaderNames> names = {};
  [[nodiscard]] Program& program() { return lowered.program; }
  [[nodiscard]] const Program& program() const { return lowered.program; }
};

/// Whether somebody else sees to the data of a relation, which these files hold, and has made the
/// names in it known to the program.
using TakeData = std::function<bool(Program&, PredicateId, const std::vector<SourceId>& files)>;

/// Lowers and plans what the workspace holds for one date, and reads its data. What is wrong is
/// added to the workspace's problems; with errors there is nothing. `default_date`: tests without a
/// date of their own belong to this one.
[[nodiscard]] std::unique_ptr<Prepared> prepare(Workspace& workspace, const Inputs& inputs,
                                                Date as_of, bool default_date,
                                                const TakeData& take = {});

/// The names that drafts are read with. Taken once: they are not copied.
[[nodiscard]] ReaderNames take_names(Prepared& prepared);

/// A copy to work with that shares nothing with the other: for another thread.
[[nodiscard]] std::unique_ptr<Prepared> copy_of(const Prepared& prepared);

/// Evaluates a prepared program over a database of its stated facts, and perhaps others. `meter`
/// counts and limits the work; may be null.
[[nodiscard]] Evaluation run(const Prepared& prepared, Database stated,
                             const OnProgress& progress = {}, Meter* meter = nullptr);
/// The same, going on from an evaluation over some of these facts.
[[nodiscard]] Evaluation run(const Prepared& prepared, Database stated, const Evaluation& base);
/// Evaluates a program that differs in this from the one that `base` was made with, over the same
/// facts (see engine/evaluate).
[[nodiscard]] Evaluation run_altered(const Program& program, const Plan& plan, Database stated,
                                     const Evaluation& base, const Altered& altered,
                                     std::uint64_t most);

}  // namespace mingze::app
