// The register's names as the reader wants them.
#pragma once

#include <vector>

#include "draft/clause/lexicon_entry.hpp"
#include "draft/clause/place_names.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// All names of departments that the register states (relations `called`, `short-form`,
/// `formerly-called`, `class-of`, `primary`, and the other names of its departments). What the
/// program does not have is left out; without a register there are none.
[[nodiscard]] std::vector<LexiconEntry> lexicon_entries(const Program& program,
                                                        const Database& database);

/// Its jurisdictions by their ids and other names, with their levels.
[[nodiscard]] PlaceNames place_names(const Program& program, const Database& database);

/// The names of the register's items (kind `item`), each with the item's id as its entity.
[[nodiscard]] std::vector<LexiconEntry> topic_entries(const Program& program);

}  // namespace mingze::draft
