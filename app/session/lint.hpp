// `mingze lint`: what is wrong with programs that can be run.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/workspace.hpp"
#include "report/lint_report.hpp"

namespace mingze::app {

/// The codes of all checks.
[[nodiscard]] std::vector<std::string> lint_codes();

struct LintOptions {
  unsigned jobs = 1;
  std::set<std::string> silenced = {};  ///< codes that are not told
};

/// Lints what was named; without any the built-in packs. Runs the tests where what they don't make
/// fire is wanted. Nothing where there are errors (see the workspace), which must outlive the
/// report.
[[nodiscard]] std::optional<report::LintReport> lint_programs(Workspace& workspace,
                                                              const Inputs& inputs,
                                                              const LintOptions& options);

/// A file of which something was repaired.
struct RepairedFile {
  std::string path;
  std::string text;
  std::size_t repairs = 0;
};

/// Makes the repairs that are sure in the programs that `inputs` names. A text is read again after
/// each and must say what it said but for the repair, its comments included. What is wrong with the
/// programs is added to `problems`; then there is nothing.
[[nodiscard]] std::vector<RepairedFile> repaired_programs(const FileSystem& files,
                                                          const Packs& packs, const Inputs& inputs,
                                                          const std::set<std::string>& silenced);

}  // namespace mingze::app
