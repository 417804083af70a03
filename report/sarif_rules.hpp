// SARIF's description of the tool: its rules, and what it can be notified of.
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "report/json_writer.hpp"

namespace mingze::report {

/// The id of the notification about a file that can't be read.
inline constexpr const char* unreadable_file = "unreadable-file";

/// SARIF's name of a language.
[[nodiscard]] const char* sarif_language(Language language);

/// A kind of finding.
struct SarifRule {
  /// A part of the help: a heading and what stands below.
  struct Help {
    Message heading;
    Message text;
  };
  std::string code;
  Severity severity = Severity::error;
  Message title;
  Message when;
  std::vector<Help> help;
};

/// What finds them.
struct SarifTool {
  Message description;
  std::string version;
  std::vector<SarifRule> rules;
};

/// The value of `tool`.
void write_sarif_tool(JsonWriter& json, const SarifTool& tool, Language language);

}  // namespace mingze::report
