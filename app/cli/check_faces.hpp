// What `mingze check` writes, by format.
#pragma once

#include <string>
#include <vector>

#include "app/cli/context.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// The formats of reports on drafts; the first is the default.
[[nodiscard]] std::vector<std::string> check_formats();

/// Refuses an output that is one of the drafts, and formats that need a file and have none. Throws
/// WrongUsage.
void demand_sensible_output(const Context& context, const std::vector<std::string>& drafts);

/// Refuses an output that is the draft itself, by whatever path. Throws WrongUsage, with another
/// name as an example.
void demand_other_file(const std::string& output, const std::string& draft,
                       const std::string& example);

/// Writes the report in the format that the settings name; `end`: how the run ends if that works.
[[nodiscard]] Exit write_check(const Context& context, const report::CheckReport& report, Exit end);

}  // namespace mingze::app
