// What `mingze check --fix` has changed in a copy of a draft, and what it has not.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "draft/document/edits.hpp"
#include "report/finding_match.hpp"

namespace mingze::report {

/// Words for a place of the draft.
struct Repair {
  std::string handle;   ///< by what it is chosen
  std::size_t finding;  ///< index, of the draft's
  Span span;
  std::string text;
  std::vector<draft::Edit> edits;  ///< the same in hunks
};

struct LeftOut {
  std::string handle;
  std::optional<Repair> repair;  ///< nothing where there are no words to write
  Message reason;
};

struct RepairReport {
  const CheckedDraft* draft = nullptr;
  const CheckedDraft* copy = nullptr;  ///< the copy as it was checked; none where nothing changed
  std::vector<Repair> done;            ///< in text order
  std::vector<LeftOut> left_out;
  FindingMatch match;  ///< where there is a copy
  std::string bytes;   ///< of the copy
};

/// For people who write drafts; `path`: where the copy was written.
void write_repairs_terminal(std::ostream& out, const RepairReport& report, const std::string& path,
                            const Style& style);

}  // namespace mingze::report
