// What is put forward along a line of keys, and what of it stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/facts/runs.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze {

/// Some rules in one word: two may have the same bit.
[[nodiscard]] inline std::uint64_t signature(RuleId rule) {
  return std::uint64_t{1} << (rule.value % 64);
}

/// The keys that differ in one slot only, as stretches of neighbours that have the same candidates.
struct Line {
  struct Candidate {
    RuleId rule;
    Value value = 0;
    bool barred = false;
    bool stands = false;
    bool operator==(const Candidate&) const = default;
  };
  /// What some stretches have in common.
  struct Situation {
    std::uint32_t end;    ///< of its candidates; the next one's begin there
    std::uint64_t rules;  ///< the signature of theirs
  };
  struct Stretch {
    Run places;
    std::uint32_t situation;
  };
  std::vector<Stretch> stretches;  ///< in order; between two may be places without candidates
  std::vector<Situation> situations;
  std::vector<Candidate> candidates;

  [[nodiscard]] std::span<Candidate> of(std::size_t situation) {
    const std::uint32_t from = situation == 0 ? 0 : situations[situation - 1].end;
    return std::span(candidates).subspan(from, situations[situation].end - from);
  }
};

/// How many values stand.
[[nodiscard]] std::uint32_t standing(std::span<const Line::Candidate> candidates);

/// Makes lines of candidates and bars.
class LineBuilder {
 public:
  /// A rule puts a value forward in these places; each pair of both once.
  void propose(RuleId rule, Value value, std::span<const Run> places);
  /// In these, whatever rule proposed last is barred.
  void bar(std::span<const Run> places) { add(places, true); }
  /// The line of what was added; nothing is judged yet. The next one can begin.
  [[nodiscard]] Line finish();

 private:
  void add(std::span<const Run> places, bool bar);
  [[nodiscard]] std::uint32_t situation(Line& line) const;

  std::vector<Line::Candidate> rows_;
  std::vector<std::uint64_t> events_;    // beginnings and ends: place, row, and whether of a bar
  std::vector<std::uint32_t> proposed_;  // rows at the place at hand, in order
  std::vector<std::uint32_t> bars_;      // by row: how many at the place at hand
};

/// Judges situations, as `judge` does (engine/resolve/defeat.hpp), and keeps which
/// rule defeats which.
class LineJudge {
 public:
  explicit LineJudge(DecisionId decision) : decision_(decision) {}

  /// Sets what stands.
  void judge(std::span<Line::Candidate> candidates, Precedence& precedence);
  /// Has to ask again whether one rule defeats another.
  void forget(RuleId r, RuleId s);

 private:
  enum class Known : std::uint8_t { unknown, defeats, does_not };

  [[nodiscard]] bool defeats(RuleId r, RuleId s, Precedence& precedence);
  [[nodiscard]] bool are_circular(std::span<const Line::Candidate> candidates,
                                  Precedence& precedence);
  void judge_in_full(std::span<Line::Candidate> candidates, Precedence& precedence) const;

  DecisionId decision_;
  std::vector<std::vector<Known>> known_;  // by RuleId, twice
};

}  // namespace mingze
