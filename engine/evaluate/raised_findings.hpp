// The findings that a program's `finding` statements raise.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/facts/relation.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// One finding of a `finding` statement: the values of its body's variables that make it distinct
/// (those of its message and its `on`), and the suggestions that go with it.
struct RaisedFinding {
  FindingId finding;
  /// One value per variable of the body; only those of the message and `on` mean anything.
  std::vector<Value> values;
  /// Distinct bindings of the variables of the suggestion (one value per variable of the body).
  std::vector<std::vector<Value>> suggestions;
};

/// What one `finding` statement raises: the matches of its body, which may be nested, and thereby
/// how many findings they are. The findings themselves are made when they are asked for.
class FindingMatches {
 public:
  FindingMatches() = default;
  /// `matches`: the variables that the finding reads, in the order of `read_variables`; `count`:
  /// how many of them differ in those that make a finding distinct.
  FindingMatches(Relation matches, std::uint64_t count)
      : matches_(std::move(matches)), count_(count) {}

  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// Whether they were matched set by set.
  [[nodiscard]] bool nested() const { return matches_.nested() != nullptr; }
  /// Ordered by what they stand on, then by the variables of the message in its order, in
  /// code-point order of their ids. Several threads may ask at once.
  [[nodiscard]] const std::vector<RaisedFinding>& raised(const Program& program,
                                                         FindingId id) const;

  template <NodeOf<FindingMatches> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.matches_, n.count_);
  }

 private:
  Relation matches_;
  std::uint64_t count_ = 0;
  mutable std::once_flag made_;
  mutable std::vector<RaisedFinding> raised_;
};

/// All findings of a program. Copies share what was found.
class RaisedFindings {
 public:
  /// Takes those of the next `finding` statement, in the order of FindingIds.
  void add(std::shared_ptr<const FindingMatches> found) { found_.push_back(std::move(found)); }

  [[nodiscard]] const std::shared_ptr<const FindingMatches>& of(FindingId id) const {
    return found_[id.value];
  }
  /// How many a statement raises; costs nothing.
  [[nodiscard]] std::uint64_t count(FindingId id) const {
    return id.value < found_.size() ? found_[id.value]->count() : 0;
  }
  /// Those of one statement, in their order (see `FindingMatches::raised`).
  [[nodiscard]] const std::vector<RaisedFinding>& raised(const Program& program,
                                                         FindingId id) const;
  /// All, by code.
  [[nodiscard]] std::vector<std::reference_wrapper<const RaisedFinding>> all(
      const Program& program) const;

  template <NodeOf<RaisedFindings> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.found_);
  }

 private:
  std::vector<std::shared_ptr<const FindingMatches>> found_;  // by FindingId; none after an error
};

}  // namespace mingze
