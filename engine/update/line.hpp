// What is put forward along a line of keys.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/facts/index.hpp"
#include "engine/facts/runs.hpp"
#include "engine/update/contest.hpp"

namespace mingze {

/// The keys that differ in one slot only, as stretches of neighbours that have the same candidates.
struct Line {
  /// What some stretches have in common: a contest, and which values are in it.
  struct Situation {
    std::uint32_t end;  ///< of its picks; the next one's begin there
    ContestId contest;
  };
  struct Stretch {
    Run places;
    std::uint32_t situation;
  };
  std::vector<Stretch> stretches;  ///< in order; between two may be places without candidates
  std::vector<Situation> situations;
  std::vector<std::uint32_t> picks;  ///< of the situations, one after the other: places in `values`
  std::vector<Value> values;         ///< each once, ascending
  std::vector<std::uint32_t> rows;   ///< by value: of its group among the tuples; or `no_row`

  /// By number in the contest.
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t situation) const {
    const std::uint32_t from = situation == 0 ? 0 : situations[situation - 1].end;
    return std::span(picks).subspan(from, situations[situation].end - from);
  }
};

/// Makes lines of candidates and bars.
class LineBuilder {
 public:
  /// A rule puts a value forward in these places; each pair of both once.
  void propose(RuleId rule, Value value, std::span<const Run> places);
  /// In these, whatever rule proposed last is barred.
  void bar(std::span<const Run> places) { add(places, true); }
  /// The line of what was added. The next one can begin.
  [[nodiscard]] Line finish(Contests& contests, Precedence& precedence);

 private:
  struct Row {
    RuleId rule;
    Value value;
    std::uint32_t place = 0;  // of the value in the line
  };
  /// The rows that a situation of this line has.
  struct Seen {
    std::uint64_t bits;  // each row has one of 64
    std::size_t end;     // in seen_rows_
  };

  void add(std::span<const Run> places, bool bar);
  void number_values(Line& line);
  [[nodiscard]] std::uint32_t situation(Line& line, Contests& contests, Precedence& precedence);
  void add_situation(Line& line, Contests& contests, Precedence& precedence);

  std::vector<Row> rows_;
  std::vector<std::uint64_t> events_;     // beginnings and ends: place, row, and whether of a bar
  std::vector<std::uint32_t> proposed_;   // rows at the place at hand, in order
  std::vector<std::uint32_t> bars_;       // by row: how many at the place at hand
  std::vector<Seen> seen_;                // by situation of the line
  std::vector<std::uint32_t> seen_rows_;  // twice the row, and one more where it is barred
  Contest contest_;
};

}  // namespace mingze
