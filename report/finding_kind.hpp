// What the code of a finding means, whether it occurs or not.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/program/program.hpp"
#include "report/finding.hpp"

namespace mingze::report {

/// A `finding` statement in words, with nouns for its variables.
struct FindingKind {
  std::string code;
  Severity severity = Severity::error;
  Message title;   ///< what it says
  Message when;    ///< in which case: its conditions
  Message advice;  ///< what it suggests; may be empty
  std::vector<Basis> basis;
};

/// Those that are wanted, by code.
[[nodiscard]] std::vector<FindingKind> finding_kinds(
    const Program& program, const std::function<bool(const FindingRule&)>& wanted);

}  // namespace mingze::report
