// What an evaluation says, to be compared with what another says.
#pragma once

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "engine/update/resolved.hpp"

namespace mingze::property {

/// Everything, table by table.
struct Snapshot {
  using Tuples = std::set<std::vector<Value>>;
  std::map<std::pair<PredicateId, TableChange::What>, Tuples> tables;
  std::vector<std::uint64_t> decided;
  std::vector<RaisedFinding> findings;
};

[[nodiscard]] Snapshot snapshot(const Program& program, const Evaluation& evaluation);
/// What differs; empty where nothing does.
[[nodiscard]] std::string difference(const Program& program, const Snapshot& got,
                                     const Snapshot& want);
/// Makes changes in a snapshot; says what of them is none, or nothing. Findings come in another
/// order.
[[nodiscard]] std::string make(const Changes& changes, Snapshot& snapshot);
/// Makes an edit in a program and the facts that it states.
void make(const Edit& edit, Program& program);

/// What sequences of edits reach; a sequence that reaches nothing proves nothing.
struct Reached {
  int steps = 0;
  int from_scratch = 0;
  int errors = 0;
  int candidates = 0;
  int bars = 0;
  int missing = 0;
  int conflicts = 0;
  int findings = 0;
  int overrides = 0;
  int below = 0;  ///< tuples, more or less, of decisions that go down a hierarchy
  /// `descents`: the predicates of those decisions.
  void count(std::span<const Edit> edits, const Changes& changes,
             const std::set<PredicateId>& descents);
};
std::ostream& operator<<(std::ostream& out, const Reached& reached);

/// A resolved program that is compared with a run from scratch after every edit.
class Followed {
 public:
  /// `program` states its facts itself. Everything that can be is nested where `nest_from` is 0.
  Followed(Program program, std::uint32_t nest_from);

  /// False where the program has errors.
  [[nodiscard]] bool ready() const { return resolved_.has_value(); }
  [[nodiscard]] const Program& program() const { return program_; }
  /// Makes edits, all at once; says what went wrong, or nothing.
  [[nodiscard]] std::string apply(std::span<const Edit> edits, Reached& reached);

 private:
  [[nodiscard]] Evaluation run(const Program& program) const;
  [[nodiscard]] bool has_errors_now(const Program& program) const;

  Program program_;
  std::uint32_t nest_from_;
  std::set<PredicateId> descents_;
  std::optional<Resolved> resolved_;
  Snapshot kept_;  // kept by the changes that are told
};

}  // namespace mingze::property
