// Programs by hand, for tests: rules in the notation of logic programming.
//
//   Notation n;
//   n.kind("place");
//   n.relation("road", {"place", "place"});
//   n.relation("reach", {"place", "place"});
//   n.fact("road(a, b)");
//   n.rule("r1", "reach(X, Y) :- road(X, Y)");
//   n.rule("r2", "reach(X, Y) :- road(X, Z), reach(Z, Y)");
//
// Conditions: `p(X)` · `!p(X)` · `#2 D p(D, X)` (at least two D) · `X = Y` `!=` `<` `<=` `>` `>=`.
// Conclusions: `p(X)` · `-d(X)` (a bar); several with `,`. Words that begin with a capital are
// variables, `_` is a fresh one; digits are numbers, 'quoted' words texts, 2026-11-23 dates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze::test {

struct DecisionForm {
  std::uint32_t value = 0;
  std::vector<std::uint32_t> keys = {};
  std::string domain = {};  ///< a relation's id, or empty
  std::vector<std::uint32_t> domain_slots = {};
  std::vector<Ground> prefer = {};
};

struct DocumentForm {
  std::optional<std::int64_t> rank = {};
  std::string issued = {};
  Period period = {};
};

class Notation {
 public:
  Notation() { program.as_of = *parse_date("2026-11-23"); }

  KindId kind(const std::string& id);
  PredicateId relation(const std::string& id, const std::vector<std::string>& kinds,
                       bool hierarchy = false);
  DecisionId decision(const std::string& id, const std::vector<std::string>& kinds,
                      const DecisionForm& form);
  DocumentId document(const std::string& id, const DocumentForm& form);
  /// Its place is byte `line` of source 0, so that tests can tell facts apart.
  void fact(std::string_view text, std::uint32_t line = 0);
  RuleId rule(const std::string& id, std::string_view text,
              const std::vector<std::string>& overrides = {},
              const std::vector<std::string>& cites = {});
  /// `message` lists the variables that stand in the message.
  FindingId finding(const std::string& id, std::string_view conditions,
                    const std::vector<std::string>& message, const std::string& on = "");
  /// A body alone; conditions separated by commas.
  Body body(std::string_view conditions);

  [[nodiscard]] PredicateId predicate(const std::string& id) const;
  [[nodiscard]] KindId kind_of(const std::string& id) const;
  [[nodiscard]] RuleId rule_id(const std::string& id) const;
  /// The values `a, b` of a predicate's slots.
  std::vector<Value> tuple(const std::string& id, std::string_view values);

  Program program;
};

/// Number of a variable in a body; the test fails where it has none.
[[nodiscard]] std::uint32_t variable(const Body& body, const std::string& name);

}  // namespace mingze::test
