// What statements declare, step by step; each step needs the ones above it.
#pragma once

#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// One pack statement for each folder; a shipped pack is in no folder of the user's.
void check_packs(const std::vector<Placed<Pack>>& packs, const Sources& sources,
                 Declared& declared);

void declare_kinds(Context& context, const std::vector<Placed<Kind>>& kinds, Declared& declared);

/// Relations and the sentences of decisions: predicates with their templates.
void declare_relations(Context& context, const std::vector<Placed<Relation>>& relations,
                       Declared& declared);
void declare_decisions(Context& context, const std::vector<Placed<Decision>>& decisions,
                       Declared& declared);

void declare_sources(Context& context, const std::vector<Placed<SourceDocument>>& sources,
                     Declared& declared);

/// A fact as settled. `entity`: it would be an entity if its first word were a kind.
struct SettledFact {
  const FactForm* form;
  const EntityForm* entity;
};

/// Settles which statements are entities, declares those, and returns the facts.
[[nodiscard]] std::vector<SettledFact> declare_entities(
    Context& context, const std::vector<Placed<EntityOrFact>>& statements, Declared& declared);

/// Says that the kind of an entity is unknown; its names are then not called unknown too.
void unknown_kind(Context& context, const EntityForm& form);

void declare_fact_files(Context& context, const std::vector<Placed<Facts>>& facts);

}  // namespace mingze::dsl
