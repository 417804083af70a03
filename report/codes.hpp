// The catalogue of codes: all that mingze can tell, by the code that stands in brackets behind it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// A code keeps its meaning for ever; one that is dropped is never used again.
struct CodeEntry {
  std::string code;
  Severity severity = Severity::error;  ///< the gravest that it is told with
  Message meaning;
  Message advice;         ///< what to do
  std::string page = {};  ///< its page in docs/, or empty
};

struct CodeKind {
  std::string id;
  Message title;
  std::vector<CodeEntry> codes;
};

/// docs/schema/codes.schema.json.
void write_codes_json(std::ostream& out, const std::vector<CodeKind>& kinds);
/// A line a code, its advice below.
void write_codes_terminal(std::ostream& out, const std::vector<CodeKind>& kinds,
                          const Style& style);
/// A table a kind, in both languages: docs/diagnostics.md.
void write_codes_markdown(std::ostream& out, const std::vector<CodeKind>& kinds);

}  // namespace mingze::report
