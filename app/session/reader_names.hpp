// The names that drafts are read with.
#pragma once

#include "draft/clause/lexicon.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::app {

struct ReaderNames {
  draft::Lexicon bodies;  ///< and places
  draft::Lexicon items;

  template <NodeOf<ReaderNames> N, typename V>
  friend void fields(N& n, V&& visit) {
    visit(n.bodies, n.items);
  }
};

/// Those of a program's register.
[[nodiscard]] ReaderNames reader_names(const Program& program, const Database& stated);

}  // namespace mingze::app
