// Which drafts the paths on a command line stand for.
#pragma once

#include <string>
#include <vector>

#include "engine/base/files.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

struct DraftFiles {
  std::vector<std::string> paths;
  report::PassedOver passed_over;
  std::vector<Failure> failures;  ///< folders that can't be read, or hold no draft at all
};

/// A file stands for itself, whatever it is; a folder for the drafts in it and in its folders
/// (.docx, .pdf, .txt, .md), in the order of their names. Left aside there, and counted, are hidden
/// files and folders, the lock files of Word and WPS (~$…), copies that mingze wrote beside a draft
/// (草案-批注.docx beside 草案.docx), other types, links to folders, pipes and devices. What is named
/// twice is taken once. Neither taken nor counted are `others` (the places' own lists, the file or
/// the folder that is written to) and the settings files beside drafts.
[[nodiscard]] DraftFiles draft_files(const FileSystem& files, const std::vector<std::string>& paths,
                                     const std::vector<std::string>& others = {});

}  // namespace mingze::app
