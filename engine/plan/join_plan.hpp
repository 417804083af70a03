// In which order the conditions of a rule are matched.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// One condition, with what is known when its turn comes.
struct JoinStep {
  std::uint32_t condition = 0;  ///< index into the body's conditions
  /// The columns whose values are known, and their terms in column order.
  std::uint64_t known_columns = 0;
  std::vector<Term> known;
  /// Columns that give a variable its value, and columns that must equal a variable that an
  /// earlier column of the same sentence gave (a variable written twice).
  struct Column {
    std::uint32_t column;
    std::uint32_t variable;
  };
  std::vector<Column> binds;
  std::vector<Column> repeats;
  /// at_least: the column counted, and the columns whose variables it gives a value (one count for
  /// each combination of them).
  std::uint32_t counted_column = 0;
  std::vector<Column> groups;
};

struct JoinPlan {
  std::vector<JoinStep> steps;
  double tuples = 0;  ///< about how many it looks at
};

/// What a join starts from.
struct JoinStart {
  std::vector<bool> known;   ///< variables that have a value already
  std::vector<bool> needed;  ///< variables that are read afterwards (in a conclusion, a message)
  std::optional<std::uint32_t> first;  ///< the positive condition to begin with (the delta)
};

/// About how many tuples of a predicate have given values in these columns (bit i: column i).
using ExpectedMatches = std::function<double(PredicateId, std::uint64_t)>;

/// Orders the conditions of a body: filters as soon as they can be judged, then the sentence with
/// the fewest expected matches.
[[nodiscard]] JoinPlan plan_join(const Body& body, const JoinStart& start,
                                 const ExpectedMatches& expected);
/// The same for a body whose order makes no difference: one sentence, or all values known.
[[nodiscard]] JoinPlan plan_join(const Body& body, const JoinStart& start);

}  // namespace mingze
