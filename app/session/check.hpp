// `mingze check`: drafts in, findings out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/run.hpp"
#include "draft/word/docx.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

struct CheckOptions {
  std::vector<std::string> drafts;      ///< paths, `-` for standard input
  std::string jurisdiction;             ///< where the drafts are issued; empty: as they say
  std::set<std::string> silenced;       ///< codes that are counted, not told
  std::vector<std::string> lists = {};  ///< the places' own lists of duties, by path
  /// The day as of which names are right or old; nothing: the draft's own date, else the program's.
  std::optional<Date> names_as_of;
  std::string configuration = {};  ///< the user's folder of settings; empty: none
  bool kinds = false;              ///< with what each code means, whether it occurs or not
  bool why = false;                ///< with each finding and each suggested lead its proof
  draft::Revision revision = draft::Revision::accepted;  ///< of tracked changes in Word files
};

/// Reads each draft and rules on it. Drafts that can't be read are failures in the workspace; the
/// others are in the report. Told are the findings of the pack that checks drafts and of the packs
/// that were named; what other packs find is not about the draft.
[[nodiscard]] report::CheckReport check_drafts(Workspace& workspace, Prepared& prepared,
                                               const CheckOptions& options);

}  // namespace mingze::app
