// What databases of results are known by (docs/results.md): their mark, and the tables that are not
// facts.
#pragma once

#include <array>
#include <cstdint>

namespace mingze {

/// In the header of the file, as `PRAGMA application_id`: "mngz".
inline constexpr std::uint32_t results_mark = 0x6d6e677a;

inline constexpr std::array results_tables{"meta",       "summary",   "names",
                                           "rules",      "citations", "decisions",
                                           "candidates", "findings",  "proofs"};

}  // namespace mingze
