// Random programs. A sketch is a heap of small numbers; whatever they are, they can be read as a
// program that the language could have written, so every way to shrink a sketch gives a program.
#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze::property {

using Byte = std::uint8_t;

struct AtomSketch {
  Byte predicate = 0;
  std::array<Byte, 3> terms = {};
};

struct ConditionSketch {
  Byte sort = 0;
  Byte choice = 0;  ///< the count, the counted slot, the comparison sign
  AtomSketch atom;
};

struct RuleSketch {
  Byte sort = 0;  ///< whether it bars, goes down a hierarchy, reads what it may not
  AtomSketch head;
  std::vector<ConditionSketch> conditions;
  std::vector<Byte> overrides;
  std::vector<Byte> cites;
};

struct ProgramSketch {
  Byte prefer = 0;
  Byte domains = 0;
  Byte documents = 0;
  std::vector<RuleSketch> rules;
  std::vector<AtomSketch> facts;
  std::vector<RuleSketch> findings;
};

[[nodiscard]] Program program_of(const ProgramSketch& sketch);

/// The program as text, in the notation of logic programming: for counterexamples.
void show(const Program& program, std::ostream& out);

inline void showValue(const ProgramSketch& sketch, std::ostream& out) {
  show(program_of(sketch), out);
}

}  // namespace mingze::property
