// Two versions of a program as one, so that what they have in common is evaluated once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/compare/alignment.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// A version, with its stated facts.
struct Version {
  const Program& program;
  const Database& stated;
  /// Of the earlier version, by predicate: besides the facts that the program states itself, the
  /// later one's `data` are stated of it too, and are not in `stated`. Empty: of none.
  std::vector<bool> same_data = {};
};

/// What stands for a thing of either version in the program of both: the same number twice where it
/// is evaluated once, nothing where a version lacks it.
template <typename Id>
struct Pair {
  std::optional<Id> before;
  std::optional<Id> after;
  [[nodiscard]] bool once() const { return before == after; }
};

/// One program that holds what two versions come to. A predicate stands in it once where it has the
/// same facts and rules in both and so does all that these read; else once for each version, with
/// rules of its own. Its numbers are those of the later version, and others after them.
class SideBySide {
 public:
  /// `sources`: how many texts stand before those of `before`, whose program must outlive it.
  /// `data`: the facts of `after` that its program does not state itself.
  SideBySide(const Version& before, const Version& after, const Database& data,
             std::uint32_t sources);
  SideBySide(const SideBySide&) = delete;
  SideBySide& operator=(const SideBySide&) = delete;

  Program program;
  Database stated;
  std::vector<Pair<DecisionId>> decisions;
  std::vector<Pair<FindingId>> findings;
  /// Rules by what they are paired with: by id, else by meaning. As in their own programs.
  std::vector<Pair<RuleId>> rules;
  /// Of each of `rules` whether both say the same, up to names and order; and whether they cite the
  /// same.
  std::vector<bool> same_rules;
  /// Findings of the two programs themselves, paired by code, and whether they say the same.
  std::vector<Pair<FindingId>> own_findings;
  std::vector<bool> same_findings;
  [[nodiscard]] const Alignment& alignment() const { return *alignment_; }

  /// Where the program of both has what the earlier version says of a predicate of its own.
  [[nodiscard]] PredicateId before_of(PredicateId own) const {
    return before_of_[alignment_->predicate(own).value];
  }

  /// States facts of either program in each version that has their relation.
  void state_before(const std::vector<Fact>& facts, Database& database) const;
  void state_after(const std::vector<Fact>& facts, Database& database) const;

 private:
  void pair_rules(const Program& before, const Program& after);
  void pair_findings(const Program& before, const Program& after);
  void find_split(const Version& before, const Version& after);
  void state(PredicateId after, const std::vector<Value>& tuple, Span span,
             Database& database) const;
  [[nodiscard]] bool same_facts(PredicateId before, const Version& old, const Version& now) const;
  [[nodiscard]] std::vector<Fact> stated_before(PredicateId id, const Version& old,
                                                const Database& data) const;
  void add_predicates(const Program& before);
  void add_decisions(const Program& before);
  void add_rules(const Program& before);
  void add_findings(const Program& before);
  void add_facts(const Version& before, const Version& after, const Database& data);
  [[nodiscard]] bool reads_split(const Body& body) const;
  void to_before(Body& body) const;

  std::shared_ptr<const Alignment> alignment_;
  std::vector<bool> same_defeats_;      // of `rules`: and all that they override is the same
  std::uint32_t own_ = 0;               // predicates of the later version, which come first
  std::vector<bool> split_;             // by predicate, before those of the earlier one are added
  std::vector<PredicateId> before_of_;  // by the same: where the earlier version has it
};

}  // namespace mingze
