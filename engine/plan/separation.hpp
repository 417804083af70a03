// Whether what a program tells of some things can be found out for a few of them at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Things of some kinds ("local" ones) that stand in groups, so that no fact names local things of
/// two groups. Where rules and findings never let two groups meet, a group's tuples and findings
/// are the same whatever other groups there are, as long as the seams hold the same tuples.
struct Separation {
  std::vector<bool> local;  ///< by KindId
  /// Rules with a conclusion that names no local thing, but follows from some: what groups tell
  /// each other.
  std::vector<std::pair<RuleId, std::uint32_t>> seams;  ///< rule and number of its conclusion

  /// Whether some slot of a predicate is of a local kind.
  [[nodiscard]] bool is_local(const Predicate& predicate) const;
};

/// Nothing where groups may meet: a rule speaks of two local things that no sentence of it brings
/// together, counts or denies something of all of them, decides about them, or knows one by name;
/// or a finding is raised by local things and names none. `absent`: kinds of which there are no
/// things, so that what needs one of them never holds.
[[nodiscard]] std::optional<Separation> separation(const Program& program,
                                                   const std::vector<KindId>& local,
                                                   const std::vector<KindId>& absent = {});

}  // namespace mingze
