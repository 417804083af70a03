// All codes of mingze: the one list of them. What the language, files, commands and lint tell is
// listed here, the findings of the built-in packs come from the packs.
#pragma once

#include <vector>

#include "engine/program/program.hpp"
#include "report/codes.hpp"

namespace mingze::app {

/// By kind, in the order in which a program comes to be told of; within a kind as they are learnt.
[[nodiscard]] std::vector<report::CodeKind> codes_of_statements();
[[nodiscard]] std::vector<report::CodeKind> codes_of_sentences();
[[nodiscard]] std::vector<report::CodeKind> codes_of_files();
[[nodiscard]] std::vector<report::CodeKind> codes_of_runs();

/// The codes that no program brings: the above, and those of lint.
[[nodiscard]] std::vector<report::CodeKind> own_codes();

/// Those, and the findings of the built-in packs, whose program this is: each `finding`, and what a
/// decision tells of itself (ID-conflict, and with `for every` ID-missing).
[[nodiscard]] std::vector<report::CodeKind> catalogue(const Program& built_in);

}  // namespace mingze::app
