// The register's places: which one a text means.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "draft/clause/lexicon_entry.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// Reads the kind `jurisdiction` and the relations `in` and `level` once; what the program does not
/// have is left out. Program and database must outlive it.
class Jurisdictions {
 public:
  Jurisdictions(const Program& program, const Database& database);

  /// The place that a text calls so: an id, another name that one place alone has, or places one
  /// after the other (江苏省苏州市, 苏州市鼓楼区), each within the one before. Of several that have
  /// the name, the one of the level asked for, if that is one.
  [[nodiscard]] std::optional<Value> find(std::string_view name,
                                          Level level = Level::unknown) const;
  /// The nation.
  [[nodiscard]] std::optional<Value> root() const { return root_; }
  [[nodiscard]] Level level(Value place) const;
  /// The place itself or the one above it that has this level.
  [[nodiscard]] std::optional<Value> above(Value place, Level level) const;

 private:
  [[nodiscard]] std::vector<Value> named(std::string_view name) const;
  [[nodiscard]] bool is_within(Value place, Value outer) const;

  void read_other_names();
  [[nodiscard]] std::size_t bucket_of(std::string_view name) const;
  [[nodiscard]] std::optional<Value> parent(Value place) const;

  static constexpr std::uint32_t none = UINT32_MAX;

  // Names are looked up in the program, by number: its strings may move when it grows.
  const Program& program_;
  KindId kind_;
  std::vector<std::uint32_t> first_other_;  // by the name's hash: a number in program.other_names
  std::vector<std::uint32_t> next_other_;   // by that number: the next one of the same hash
  std::vector<Value> parents_;              // by place, or none
  std::vector<Level> levels_;               // by place
  std::optional<Value> root_;
};

}  // namespace mingze::draft
