// Everything that a program lets facts and sentences name, for whoever builds its input.
#pragma once

#include <iosfwd>

#include "engine/program/program.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// docs/schema/vocabulary.schema.json: kinds with their names, relations and decisions with their
/// slots and sentences, the codes of findings. All in code-point order of their ids.
void write_vocabulary_json(std::ostream& out, const Program& program);
/// The same for people; of the names of a kind the first few.
void write_vocabulary_terminal(std::ostream& out, const Program& program, const Style& style);

}  // namespace mingze::report
