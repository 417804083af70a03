// The words of all random programs.
#pragma once

#include "engine/program/program.hpp"

namespace mingze::property {

inline constexpr KindId dept_kind{3};
inline constexpr KindId item_kind{4};
inline constexpr std::uint32_t constants = 4;  ///< entities of each kind, and numbers

/// In an order in which each may read those before it. Decisions stand between relations, so that
/// some relations read them and some decisions read what is derived from others.
struct Word {
  const char* id;
  std::vector<KindId> kinds;
  enum class Sort { relation, hierarchy, decision } sort = Sort::relation;
};

inline const std::vector<Word>& words() {
  using enum Word::Sort;
  static const std::vector<Word> all = {
      {"part", {item_kind, item_kind}, hierarchy},
      {"under", {dept_kind, dept_kind}, hierarchy},
      {"s", {dept_kind}},
      {"p", {item_kind}},
      {"q", {dept_kind, item_kind}},
      {"r", {item_kind, item_kind}},
      {"n", {item_kind, number_kind}},
      {"any", {}},
      {"leads", {dept_kind, item_kind}, decision},
      {"u", {item_kind}},
      {"v", {dept_kind, item_kind}},
      {"grade", {dept_kind, number_kind, item_kind}, decision},
      {"w", {item_kind}},
      {"x", {item_kind, number_kind}},
      {"chief", {dept_kind, dept_kind}, decision},
      {"z", {dept_kind, dept_kind}},
  };
  return all;
}

}  // namespace mingze::property
