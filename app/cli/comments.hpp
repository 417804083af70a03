// `mingze check --format docx`: copies of Word files with comments.
#pragma once

#include <string>
#include <vector>

#include "app/cli/copies.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// Where the copies go: of one draft, or of the Word files among several. Throws WrongUsage.
[[nodiscard]] Copies commented_copies(const Context& context,
                                      const std::vector<std::string>& arguments,
                                      const std::vector<std::string>& drafts);

/// Writes them and tells of each, and of several drafts how many they are and which have none.
[[nodiscard]] Exit write_comments(const Context& context, const report::CheckReport& report,
                                  const Copies& copies);

}  // namespace mingze::app
