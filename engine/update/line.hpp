// What is put forward along a line of keys, and what of it stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/facts/runs.hpp"
#include "engine/resolve/precedence.hpp"

namespace mingze {

/// The keys that differ in one slot only, as stretches of neighbours that have the same candidates.
struct Line {
  struct Candidate {
    RuleId rule;
    Value value = 0;
    bool barred = false;
    bool stands = false;
    bool operator==(const Candidate&) const = default;
  };
  struct Stretch {
    Run places;
    std::uint32_t end;  ///< of its candidates; the next one's begin there
  };
  std::vector<Stretch> stretches;  ///< in order; between two may be places without candidates
  std::vector<Candidate> candidates;

  /// Calls `visit` with the places of each stretch and its candidates.
  template <typename Visit>
  void for_each(Visit visit) const {
    std::uint32_t from = 0;
    for (const Stretch& stretch : stretches) {
      visit(stretch.places, std::span(candidates).subspan(from, stretch.end - from));
      from = stretch.end;
    }
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

  std::vector<Line::Candidate> rows_;
  std::vector<std::uint64_t> events_;    // beginnings and ends: place, row, and whether of a bar
  std::vector<std::uint32_t> proposed_;  // rows at the place at hand, in order
  std::vector<std::uint32_t> bars_;      // by row: how many at the place at hand
};

/// Judges the candidates of stretches, as `judge` does (engine/resolve/defeat.hpp), and keeps which
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
