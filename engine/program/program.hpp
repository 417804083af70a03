// The neutral rule program: what the language is lowered to and the engine runs.
//
// A program is made for one date (`as_of`): facts, rules, names and sources that are not in force
// on it are not in it (docs/language.md, "Meaning" 1). It knows no syntax; spans say where each
// part comes from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/id.hpp"
#include "engine/base/span.hpp"
#include "engine/program/symbols.hpp"

namespace mingze {

using PredicateId = Id<struct PredicateTag>;
using DecisionId = Id<struct DecisionTag>;
using RuleId = Id<struct RuleTag>;
using FindingId = Id<struct FindingTag>;
using DocumentId = Id<struct DocumentTag>;

/// A slot of a sentence. `role` names it in JSON: its own role, or its kind's first id.
struct Slot {
  std::string role;
  KindId kind;
};

/// A piece of a template: a literal word, or (`slot` set) the place of a slot.
struct TemplatePiece {
  std::string word;
  std::optional<std::uint32_t> slot;
};
using Template = std::vector<TemplatePiece>;

/// A relation or a decision: sentences with the same slots. Slots are in the order of the first
/// template as written; `templates` may be equal where only one was written.
struct Predicate {
  std::string id;
  std::vector<Slot> slots;
  Template zh;
  Template en;
  bool hierarchy = false;  ///< slots 0 and 1 are child and parent; its tuples form no cycle
  std::optional<DecisionId> decision = {};
  Span span;
};

/// A constant, or a variable of the rule that it stands in.
struct Term {
  bool is_variable = false;
  std::uint32_t value = 0;  ///< index into the rule's variables, or a Value
  bool operator==(const Term&) const = default;
};

struct Atom {
  PredicateId predicate;
  std::vector<Term> terms;  ///< one a slot, in slot order
};

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal };

struct Condition {
  enum class Sort {
    positive,
    negative,  ///< variables that occur only here mean "no such thing exists"
    at_least,  ///< `count` or more different values of `counted` satisfy the atom; it may bind its
               ///< other variables where they occur outside; those that don't mean "some"
    compare,   ///< `left` against `right`, both of `kind`
  };
  Sort sort = Sort::positive;
  Atom atom = {};
  std::uint64_t count = 0;
  std::uint32_t counted = 0;
  Comparison comparison = Comparison::equal;
  Term left = {};
  Term right = {};
  KindId kind = {};
  Span span = {};
};

/// What a rule concludes.
struct Conclusion {
  enum class Sort {
    derive,   ///< a tuple of a relation
    propose,  ///< a candidate of a decision
    bar,      ///< a value that a key of a decision can't have
  };
  Sort sort = Sort::derive;
  Atom atom;
  Span span = {};
};

struct Variable {
  std::string name;  ///< as written; `_` for the nameless
  KindId kind;
};

struct Citation {
  DocumentId document;
  std::string clause;  ///< empty: the whole document
};

/// What rules and findings have in common: conditions over variables.
struct Body {
  std::vector<Variable> variables;
  std::vector<Condition> conditions;
};

struct Rule {
  std::string id;
  std::string label;  ///< empty where none is written
  Body body;
  std::vector<Conclusion> conclusions;
  std::vector<Citation> cites;
  std::vector<RuleId> overrides;
  Span span;  ///< of the id
};

/// A text with {Variables}: literal pieces, and variables by index.
struct TextPiece {
  std::string text;
  std::optional<std::uint32_t> variable;
};
using TextTemplate = std::vector<TextPiece>;

struct BilingualTemplate {
  TextTemplate zh;
  TextTemplate en;
};

struct FindingRule {
  std::string id;
  Severity severity = Severity::error;
  Body body;
  BilingualTemplate message;
  std::optional<std::uint32_t> on;  ///< a variable
  std::optional<BilingualTemplate> suggest;
  std::vector<Citation> cites;
  Span span;  ///< of the id
};

enum class Ground { rank, date, specificity };

/// One value per key.
struct Decision {
  PredicateId predicate;
  std::uint32_t value_slot = 0;
  std::vector<std::uint32_t> key_slots;  ///< in the order written after `per`
  /// `for every`: a predicate, and for each key slot (same order as key_slots) the slot of that
  /// predicate that holds it; the predicate's other slots mean "some".
  struct Domain {
    PredicateId predicate;
    std::vector<std::uint32_t> slots;
  };
  std::optional<Domain> domain;
  std::vector<Ground> prefer;
};

/// A cited document ("source" in the language).
struct Document {
  std::string id;
  std::string title;
  std::optional<std::int64_t> rank;  ///< 1 is the highest authority
  std::optional<Date> issued;
  Period period;
  Span span;
};

struct Fact {
  PredicateId predicate;
  std::vector<Value> values;
  std::vector<Citation> cites;
  Span span;
};

/// `facts RELATION from "file.tsv"`.
struct FactFile {
  PredicateId predicate;
  std::string file;
  Span span;
};

/// A name that an entity goes by besides its id and its label, on the program's date. Data names
/// entities by their ids alone; a row that uses another name is told the id.
struct OtherName {
  KindId kind;
  Value entity = 0;
  std::string name;
};

/// What a test expects.
struct Expectation {
  enum class Sort { holds, fails, finding, no_finding };
  Sort sort = Sort::holds;
  Body body = {};            ///< holds, fails: variables, and one positive condition
  std::string finding = {};  ///< a finding's code; empty with no_finding: any
  bool has_on = false;
  /// The entities that the name after `on` may stand for, by kind.
  std::vector<std::pair<KindId, Value>> on = {};
  Span span = {};
};

struct Test {
  std::string label;
  std::vector<Fact> given;
  std::vector<Expectation> expectations;
  Span span;  ///< of the label
};

struct Program {
  Date as_of;
  Symbols symbols;
  std::vector<Predicate> predicates;
  std::vector<Decision> decisions;
  std::vector<Document> documents;
  std::vector<Rule> rules;
  std::vector<FindingRule> findings;
  std::vector<Fact> facts;
  std::vector<FactFile> fact_files;
  std::vector<OtherName> other_names;
  std::vector<Test> tests;

  [[nodiscard]] const Predicate& operator[](PredicateId id) const { return predicates[id.value]; }
  [[nodiscard]] const Decision& operator[](DecisionId id) const { return decisions[id.value]; }
  [[nodiscard]] const Rule& operator[](RuleId id) const { return rules[id.value]; }
  [[nodiscard]] const Document& operator[](DocumentId id) const { return documents[id.value]; }
};

}  // namespace mingze
