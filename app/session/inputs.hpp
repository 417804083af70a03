// What a run is asked to read.
#pragma once

#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/progress.hpp"

namespace mingze::app {

/// Paths are as the user wrote them.
struct Inputs {
  std::vector<std::string> programs = {};  ///< files, folders, or `-`
  std::vector<std::string> packs = {};     ///< names of built-in packs, or folders
  bool default_packs = true;               ///< the built-in packs, where none of them is named
  /// They are read even where some are named, or the program has kinds of its own: what checks
  /// drafts is in them.
  bool always_default_packs = false;
  std::vector<std::string> facts = {};  ///< folders of data
  OnProgress data_read = {};            ///< told for each file of data
  Date as_of;
  /// Sentences and names of the user's will be read against the program.
  bool asks = true;
  bool programs_alone = false;  ///< neither packs nor what is used: for what looks at text only
  bool with_tests = false;      ///< read the built-in packs' own tests too
  bool keep_data = false;       ///< what comes from files of data is wanted by itself, too
  unsigned jobs = 1;            ///< threads for large files of data; what is read is the same
};

}  // namespace mingze::app
