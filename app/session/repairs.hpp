// Repairs of a draft's findings, written into a copy of its file.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "report/repairs.hpp"

namespace mingze::app {

/// What a user picks: a finding by its number, one of its repairs, all findings of a code, or a
/// finding with the body that shall lead.
struct RepairPick {
  std::size_t number = 0;      ///< from 1; 0: by code
  std::size_t suggestion = 0;  ///< from 1; 0: the only one
  std::string code = {};
  std::string lead = {};
  std::string written = {};  ///< as the user wrote it
};

/// Checks a copy of the draft that has these bytes. What it gives stays until it is asked again;
/// nothing where the copy can't be checked.
using Recheck = std::function<const report::CheckedDraft*(std::string bytes)>;

/// Writes what is picked, or all that is sure where nothing is, into a copy, a Word file's as
/// tracked changes by `author`, a text's in its own encoding, and has the copy checked. A repair is
/// left out, with the reason, where it can't be written, where another one is at the same words,
/// and where an error would come of it. Fails where the copy of such a file can't be written at
/// all, and where a pick names no repair. The draft keeps its file.
[[nodiscard]] Result<report::RepairReport> repaired(const report::CheckedDraft& draft,
                                                    const std::vector<RepairPick>& picks,
                                                    const std::string& author,
                                                    const Recheck& recheck);

}  // namespace mingze::app
