// Kinds and relations of a program by their ids.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "draft/clause/lexicon_entry.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// The register's ids of the levels of government.
inline constexpr std::array<std::pair<std::string_view, Level>, 4> level_ids{
    {{"国家级", Level::national},
     {"省级", Level::province},
     {"市级", Level::city},
     {"县级", Level::county}}};

[[nodiscard]] inline Level level_of(std::string_view id) {
  for (const auto& [name, level] : level_ids)
    if (name == id) return level;
  return Level::unknown;
}
/// Empty for a level that the register does not have.
[[nodiscard]] inline std::string_view id_of(Level level) {
  for (const auto& [name, one] : level_ids)
    if (one == level) return name;
  return {};
}

/// The names that a program declares. Ids must not be added while this is in use.
class Vocabulary {
 public:
  explicit Vocabulary(const Program& program) {
    for (std::uint32_t k = 0; k < program.symbols.kind_count(); ++k)
      kinds_.emplace(program.symbols.kind({k}).id, KindId{k});
    for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
      const Predicate& predicate = program.predicates[p];
      if (!predicate.decision)
        relations_.emplace(predicate.id, Relation{{p}, predicate.slots.size()});
    }
  }

  [[nodiscard]] std::optional<KindId> kind(std::string_view id) const {
    const auto found = kinds_.find(id);
    return found == kinds_.end() ? std::nullopt : std::optional(found->second);
  }
  /// The relation with this id and number of slots.
  [[nodiscard]] std::optional<PredicateId> relation(std::string_view id, std::size_t slots) const {
    const auto found = relations_.find(id);
    if (found == relations_.end() || found->second.slots != slots) return std::nullopt;
    return found->second.predicate;
  }

 private:
  struct Relation {
    PredicateId predicate;
    std::size_t slots;
  };
  std::unordered_map<std::string_view, KindId> kinds_;
  std::unordered_map<std::string_view, Relation> relations_;
};

}  // namespace mingze::draft
