// What was read from a draft, as facts for the rules.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "draft/clause/reading.hpp"
#include "draft/facts/jurisdictions.hpp"
#include "draft/facts/other_texts.hpp"
#include "draft/facts/register_names.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// Where a thing of a draft stands.
struct Place {
  Span span;
  std::string item;  ///< id of the item that it belongs to, or empty
};

/// Things of a draft by kind and number: items, clauses, names, remarks; and items and leads of
/// other texts, whose spans point there.
using Places = std::map<std::pair<KindId, Value>, Place>;

/// What the facts about a draft are told against.
struct Surroundings {
  const Jurisdictions& places;
  const RegisterNames& names;
  Date judged_on;  ///< the day as of which names are right or old
};

/// States a reading in the sentences of rules/draft/vocabulary.mz and tells where each thing that
/// the facts are about stands. Entities are named by their place in the reading (`i3`, `i3.c1`,
/// `i3.c1.lead2`), and shown by their words. Sentences that the program does not declare are left
/// out. `others` are stated beside the items that say the same.
[[nodiscard]] Places state_reading(const Reading& reading, const Surroundings& surroundings,
                                   Program& program, Database& database,
                                   const OtherItems& others = {});

/// The place that a stated draft is issued in, as far as it tells.
[[nodiscard]] std::optional<Value> place_of_issue(const Program& program, const Database& database);

}  // namespace mingze::draft
