// The statements of all files, by sort, in the order of file names and places.
#pragma once

#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/lower/lower.hpp"

namespace mingze::dsl {

/// A statement of one sort with the whole that it is the body of.
template <typename Form>
struct Placed {
  const Form* form;
  const Statement* statement;
};

struct Statements {
  std::vector<Placed<Pack>> packs;
  std::vector<Placed<Kind>> kinds;
  std::vector<Placed<Relation>> relations;
  std::vector<Placed<Decision>> decisions;
  std::vector<Placed<SourceDocument>> sources;
  std::vector<Placed<EntityOrFact>> entities_or_facts;
  std::vector<Placed<Facts>> facts;
  std::vector<Placed<Rule>> rules;
  std::vector<Placed<Finding>> findings;
  std::vector<Placed<Test>> tests;
};

[[nodiscard]] Statements sort_statements(const Sources& sources, const std::vector<Input>& inputs);

/// Orders diagnostics by file name and place; those without a place come first.
void sort_diagnostics(const Sources& sources, Diagnostics& diagnostics);

}  // namespace mingze::dsl
