// What is known of one name in a clause, as facts.
#pragma once

#include "draft/facts/fact_writer.hpp"
#include "draft/facts/state_reading.hpp"

namespace mingze::draft {

/// Where a draft is issued, as values of the program.
struct IssuedIn {
  std::optional<Value> place;
  Level level = Level::unknown;
};

/// A body by place or level and official name: two names mean one body only where these agree.
[[nodiscard]] std::string body_of(const Mention& mention);

/// The relations that tell what a name is like.
struct TraitRelations {
  const char* form;
  const char* line;
  const char* level;
};

/// States form, lines and level of a name that is `mention`; of a collective or vague one its form.
void state_traits(FactWriter& facts, const Mention& name, Value mention,
                  const TraitRelations& relations);

/// States line, level, place, form and register's view of a name that is `mention`.
void state_name(FactWriter& facts, const Surroundings& surroundings, const IssuedIn& issued,
                const Mention& name, Value mention);

}  // namespace mingze::draft
