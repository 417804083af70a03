// `mingze check --fix`: a repaired copy of a draft.
#pragma once

#include <string>
#include <vector>

#include "app/cli/copies.hpp"
#include "app/session/check_again.hpp"
#include "app/session/repairs.hpp"

namespace mingze::app {

/// What is to be repaired, and where the copies go.
struct Fix {
  std::vector<RepairPick> picks;  ///< none: all that is sure
  Copies copies;
  bool many = false;  ///< several drafts, or those of a folder
};

/// Reads the value of --fix ("true": none) and finds places for the copies of `drafts`, which
/// `arguments` named: -o, else beside the draft. Throws WrongUsage where that makes no sense: the
/// draft itself, another type of file, numbers of findings where there are several drafts.
[[nodiscard]] Fix fix_of(const Context& context, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& drafts, const std::string& written,
                         bool original);

/// Repairs, checks again, writes the copies and tells. A copy is checked on its own: what a draft
/// is told of the others is left out. Replaces no file that was not named (WrongUsage). The exit
/// code is that of the copies' findings, and of the drafts' where nothing was changed.
[[nodiscard]] Exit write_fixed(const Context& context, report::CheckReport report, const Fix& fix,
                               const Inputs& inputs, const CheckOptions& options);

}  // namespace mingze::app
