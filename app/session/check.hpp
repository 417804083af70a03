// `mingze check`: drafts in, findings out.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/draft_desk.hpp"
#include "app/session/run.hpp"
#include "draft/word/docx.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

struct CheckOptions {
  std::vector<std::string> drafts;      ///< paths of files, `-` for standard input
  std::string jurisdiction;             ///< where the drafts are issued; empty: as they say
  std::set<std::string> silenced;       ///< codes that are counted, not told
  std::vector<std::string> lists = {};  ///< the places' own lists of duties, by path
  /// The day as of which names are right or old; nothing: the draft's own date, else the program's.
  std::optional<Date> names_as_of;
  std::string configuration = {};  ///< the user's folder of settings; empty: none
  bool kinds = false;              ///< with what each code means, whether it occurs or not
  bool why = false;                ///< with each finding and each suggested lead its proof
  draft::Revision revision = draft::Revision::accepted;  ///< of tracked changes in Word files
  unsigned jobs = 1;                                     ///< threads
  bool keep_files = true;  ///< the bytes of the drafts stay in the report
  /// Told from time to time how much of all the work is done; one call at a time, from any thread.
  std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Reads all drafts, compares them with each other, and rules on each. The report is the same
/// whatever the number of threads. Drafts that can't be read are failures in the workspace; the
/// others are in the report, in the order of their paths as given. Told are the findings of the
/// pack that checks drafts and of the packs that were named; what other packs find is not about the
/// draft.
[[nodiscard]] report::CheckReport check_drafts(Workspace& workspace, Prepared& prepared,
                                               const CheckOptions& options);

/// How `options` have drafts read. What is wrong with them is noted in the workspace.
[[nodiscard]] DraftReading reading_of(const CheckOptions& options, Workspace& workspace,
                                      const DraftDesk& desk);

/// What each code means that is told about drafts.
[[nodiscard]] std::vector<report::FindingKind> kinds_told(const Workspace& workspace,
                                                          const Program& program);

}  // namespace mingze::app
