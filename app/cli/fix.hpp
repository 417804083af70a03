// `mingze check --fix`: a repaired copy of a draft.
#pragma once

#include <string>
#include <vector>

#include "app/cli/context.hpp"
#include "app/session/check_again.hpp"
#include "app/session/repairs.hpp"

namespace mingze::app {

/// What is to be repaired, and where the copy goes.
struct Fix {
  std::vector<RepairPick> picks;  ///< none: all that is sure
  std::string output;
};

/// Reads the value of --fix ("true": none) and finds the place for the copy: -o, else beside the
/// draft. Throws WrongUsage where that makes no sense: several drafts, the draft itself, another
/// type of file, a file that is there already and was not named.
[[nodiscard]] Fix fix_of(const Context& context, const std::vector<std::string>& drafts,
                         const std::string& written, bool original);

/// Repairs, checks again, writes the copy and tells. The exit code is that of the copy's findings,
/// or of the draft's where nothing was changed.
[[nodiscard]] Exit write_fixed(const Context& context, const report::CheckedDraft& draft,
                               const Fix& fix, CheckAgain& again);

}  // namespace mingze::app
