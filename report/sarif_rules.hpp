// SARIF's description of the tool: its rules, and what it can be notified of.
#pragma once

#include <string>

#include "report/check_report.hpp"
#include "report/json_writer.hpp"

namespace mingze::report {

/// The id of the notification about a file that can't be read.
inline constexpr const char* unreadable_file = "unreadable-file";

/// SARIF's name of a language.
[[nodiscard]] const char* sarif_language(Language language);

/// The value of `tool`: a rule a kind of finding, in the order of the report.
void write_sarif_tool(JsonWriter& json, const CheckReport& report, Language language,
                      const std::string& version);

}  // namespace mingze::report
