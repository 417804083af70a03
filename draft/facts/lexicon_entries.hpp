// The register's names as the reader wants them.
#pragma once

#include <string_view>
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

/// What a class of the register's bodies (`public-institution`) is to the reader.
[[nodiscard]] BodyKind kind_of_class(std::string_view body_class);

/// The register's names and local ones; a local name counts in place of the register's,
/// and of several with one name the first counts.
[[nodiscard]] std::vector<LexiconEntry> with_local_names(std::vector<LexiconEntry> entries,
                                                         const std::vector<LexiconEntry>& local);

/// Its jurisdictions by their ids and other names, with their levels.
[[nodiscard]] PlaceNames place_names(const Program& program, const Database& database);

/// The names of the register's items (kind `item`), each with the item's id as its entity.
[[nodiscard]] std::vector<LexiconEntry> topic_entries(const Program& program);

}  // namespace mingze::draft
