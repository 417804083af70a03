// The tree of a program file, as written: no name is resolved, no sentence matched.
//
// Made by dsl/grammar, printed by dsl/format, read by dsl/check. Which statements a file may hold
// and in which form: docs/language.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/span.hpp"

namespace mingze::dsl {

/// What the form of a word says about it. Only a slot's kind can say the rest: a number in a slot
/// of an entity kind is a name.
enum class Form : std::uint8_t {
  plain,       ///< a name or a literal word of a template
  variable,    ///< begins with an ASCII capital or 某; `_` is a fresh variable
  string,      ///< between quotes; `text` is without them
  number,      ///< ASCII digits only
  date,        ///< has the form 2026-11-23 (whether that day exists is checked by its reader)
  comparison,  ///< < <= > >=, folded to ASCII
};

/// The marks around a string as written. They say nothing about its meaning; dsl/format keeps them.
enum class Quote : std::uint8_t {
  none,    ///< no string
  ascii,   ///< "…"
  curly,   ///< “…”
  corner,  ///< 「…」
  title,   ///< 《…》
};

/// A word of a sentence, or a name, a title, a template: any single piece of text.
struct Word {
  std::string text;  ///< without quotes; comparison signs folded to ASCII
  Form form = Form::plain;
  Span span = {};  ///< with the quotes
  Quote quote = Quote::none;
};

struct DateLiteral {
  Date value;
  Span span;
};

/// `from DATE until DATE`, either may be absent.
struct PeriodClause {
  std::optional<DateLiteral> from;
  std::optional<DateLiteral> until;
};

struct Sentence {
  std::vector<Word> words;  ///< never empty
  Span span;
};

/// `cites SOURCE "clause"`; the clause may be left out.
struct Citation {
  Word source;
  std::optional<Word> clause;
};

/// One text in one or both languages, in the order written: `"…" | "…"`.
struct BilingualText {
  Word first;
  std::optional<Word> second;
};

struct Pack {
  Word name;
  Word version;
};

/// `use NAME.` a built-in pack (word), or `use "../folder".` (string).
struct Use {
  Word target;
};

struct Kind {
  Word id;
  std::optional<Word> other;
};

struct Relation {
  Word id;
  BilingualText templates;
  bool hierarchy = false;
};

enum class Ground { rank, date, specificity };

struct Decision {
  Word id;
  BilingualText templates;
  Word value;                  ///< `one KIND`: a role or a kind
  std::vector<Word> key;       ///< `per KIND, …`
  std::optional<Word> domain;  ///< `for every "template"`
  std::vector<Ground> prefer;
};

struct SourceDocument {
  Word id;
  Word title;
  std::optional<Word> rank;  ///< digits
  std::optional<DateLiteral> issued;
  PeriodClause period;
};

struct OtherName {
  Word name;
  PeriodClause period;
};

/// `KIND id ["label"] [aka "name" [from DATE] [until DATE]] …`
struct EntityForm {
  Word kind;
  Word id;
  std::optional<Word> label;
  std::vector<OtherName> other_names;
};

/// `SENTENCE [cites SOURCE "clause"] [from DATE] [until DATE]`
struct FactForm {
  Sentence sentence;
  std::vector<Citation> cites;
  PeriodClause period;
};

/// A statement that begins with no keyword: an entity if its first word is a kind and it has an
/// entity's form, else a fact. That is known only when all files are read, so both readings that
/// the words allow are kept; at least one is there.
struct EntityOrFact {
  std::optional<EntityForm> entity;
  std::optional<FactForm> fact;
};

/// `facts RELATION from "file.tsv"`
struct Facts {
  Word relation;
  Word file;
};

/// A sentence, `not` a sentence, or `at least 2 D with` a sentence. A comparison (`X is Y`,
/// `X < Y`) is a sentence here: whether its words match a template is known only to dsl/check.
struct Condition {
  enum class Sort { sentence, negation, at_least };
  Sort sort = Sort::sentence;
  Sentence sentence;
  std::optional<Word> count;    ///< at_least: digits
  std::optional<Word> counted;  ///< at_least: the variable
  Span span;
};

/// A sentence, or with `negated` a bar.
struct Conclusion {
  bool negated = false;
  Sentence sentence;
  Span span;
};

struct Rule {
  Word id;
  std::optional<Word> label;
  std::vector<Citation> cites;
  std::vector<Word> overrides;
  PeriodClause period;
  std::vector<Condition> conditions;
  std::vector<Conclusion> conclusions;
};

struct Finding {
  Word id;
  Severity severity = Severity::error;
  BilingualText message;
  std::vector<Citation> cites;
  std::optional<Word> on;
  std::optional<BilingualText> suggest;
  std::vector<Condition> conditions;
};

/// A sentence, `not` a sentence, `finding id [on NAME]`, or `no finding [id] [on NAME]`.
struct Expectation {
  enum class Sort { sentence, negation, finding, no_finding };
  Sort sort = Sort::sentence;
  std::optional<Sentence> sentence;
  std::optional<Word> finding;
  std::optional<Word> on;
  Span span;
};

struct Test {
  Word label;
  std::optional<DateLiteral> as_of;
  std::vector<FactForm> given;
  std::vector<Expectation> expectations;
};

using StatementBody = std::variant<Pack, Use, Kind, Relation, Decision, SourceDocument,
                                   EntityOrFact, Facts, Rule, Finding, Test>;

/// A comment: all that follows its first two slashes. A `///` that documents no statement is one
/// too; its text begins with a slash. `own_line`: nothing stands before it on its line.
struct Comment {
  std::string text;
  Span span;
  bool own_line = true;
};

struct Statement {
  StatementBody body;
  std::string documentation;  ///< the text of the `///` lines above, joined by line feeds
  Span span;                  ///< from the first word to the closing full stop
  /// The language of its first keyword; without one, 。 is Chinese. dsl/format prints in it.
  Language language = Language::en;
};

/// One file. Comments stand beside the statements, in the order of their places.
struct Module {
  SourceId source;
  std::vector<Statement> statements;
  std::vector<Comment> comments;
};

}  // namespace mingze::dsl
