/// \file
/// What an engine answers, as values: they refer to nothing, and may be kept, copied and handed to
/// other threads. Texts are UTF-8. Ids are what data and programs name things by; labels are what
/// people read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mingze/result.hpp>

MINGZE_BEGIN

/// A role of a sentence and what stands there: {"item", "清淤"}.
struct Field {
  std::string role;  ///< as Relation::slots has it
  std::string id;    ///< of a number its digits, of a date 2026-11-27, of a text the text
  bool operator==(const Field&) const = default;
};
/// The roles of a sentence, or of a key.
using Fields = std::vector<Field>;

/// A sentence of a relation. To an engine any name of a thing will do for its id: the id, its
/// label, or another name in force. What an engine gives has ids, in the order of the sentence's
/// first template.
struct Fact {
  std::string relation;  ///< its id, of a decision likewise
  Fields fields;         ///< every role once, in any order
  bool operator==(const Fact&) const = default;
};

/// A thing that has a name.
struct Name {
  std::string kind;   ///< id of the kind
  std::string id;     ///< one thing of the kind
  std::string label;  ///< the id where no other is declared
  bool operator==(const Name&) const = default;
};

/// The article that something rests on.
struct Basis {
  std::string source;  ///< id of the document
  std::string title;   ///< of the document
  std::string clause;  ///< 第三条; empty: the whole document
  bool operator==(const Basis&) const = default;
};

/// A rule, and where it stands.
struct RuleName {
  std::string id;            ///< empty: none
  std::string label;         ///< as people call it; may be empty
  std::vector<Basis> cites;  ///< what it rests on
  std::string file;          ///< as it was loaded; of shipped packs rules/…
  std::uint64_t line = 0;    ///< from 1; of a database the rowid
};

/// What a decision came to for one key.
struct Decision {
  /// What became of the key.
  enum class Status {
    decided,   ///< one value
    missing,   ///< the key is due and has no value: nobody is responsible
    conflict,  ///< several values, none of which prevails
    none,      ///< the key is not due, and nothing is said of it
  };
  std::string decision;          ///< its id: "leads"
  Fields key;                    ///< in the order of the declaration's `per`
  Status status = Status::none;  ///< what became of the key
  std::vector<Name> values;      ///< one where decided, more in a conflict; ordered by id
  Message sentence;  ///< with the value, or with “某部门”, some department; of a conflict likewise
};

/// A value that a rule put forward for a key, and what became of it.
struct Candidate {
  /// What became of it.
  enum class Fate {
    stands,    ///< nothing prevails over it
    barred,    ///< a rule says that it may not be
    defeated,  ///< another one prevails
  };
  /// Why one prevails over another.
  enum class Ground {
    none,         ///< it was not defeated
    overrides,    ///< the rule says so
    rank,         ///< its document ranks higher
    date,         ///< its document is newer
    specificity,  ///< it says it of something narrower
  };
  Name value;                    ///< what it puts forward
  RuleName rule;                 ///< the rule that does
  Fate fate = Fate::stands;      ///< what became of it
  RuleName by;                   ///< defeated: the rule that prevails
  Ground ground = Ground::none;  ///< defeated: on what ground
};

/// What an engine was told to report: of a program, or about a draft.
struct Finding {
  std::string code;  ///< docs/findings; ID-missing and ID-conflict for a decision's keys
  Severity severity = Severity::error;  ///< as its rule says; of keys error
  Message message;                      ///< with the names filled in
  Place place;                          ///< in the draft; without a file where there is none
  std::string on;                       ///< id of what it is about; may be empty
  Fields key;                           ///< of ID-missing and ID-conflict: the key
  std::vector<Basis> basis;             ///< what it rests on

  /// What could be done about it.
  struct Suggestion {
    Message message;          ///< what to do
    std::string replacement;  ///< for the words at `place`; may be empty
    Place place;              ///< in the draft; may have no file
  };
  std::vector<Suggestion> suggestions;       ///< may be empty
  std::vector<Diagnostic::Related> related;  ///< rules and facts behind it
  std::string fingerprint;  ///< the same in every run, and for a draft after edits elsewhere
};

/// One step of a proof: a sentence with what makes it so.
struct Reason {
  /// What makes the sentence so.
  enum class By {
    fact,      ///< it is stated
    rule,      ///< a rule concludes or decides it
    no_such,   ///< a negation: there is no such thing
    compared,  ///< a comparison
    counted,   ///< `at least`: it rests on the witnesses
    finding,   ///< a finding is raised
    missing,   ///< a key is due and has no value
    conflict,  ///< a key has several values
    question,  ///< all conditions of a question
  };
  /// A value that lost.
  struct Loser {
    Message value;         ///< the sentence with it
    RuleName rule;         ///< that put it forward
    RuleName defeated_by;  ///< the rule that prevails
    std::string ground;    ///< overrides, rank, date, specificity or barred
  };
  Message sentence;                 ///< what is so
  By by = By::fact;                 ///< what makes it so
  RuleName rule;                    ///< of rule and finding; of a fact its citations and place
  std::vector<std::uint32_t> from;  ///< the reasons that it rests on: indexes; never in a circle
  std::vector<Loser> defeated;      ///< of a decision
  bool cut = false;                 ///< what it rests on is left out: too deep or too much
};

/// A proof as a tree: reasons[0] is what is proved. What is needed twice stands once.
struct Proof {
  std::vector<Reason> reasons;  ///< at least one
};

/// How things are written. Not every report has every format; a wrong one is an error that lists
/// those that it has.
enum class Format {
  terminal,  ///< for people, without colour
  json,      ///< docs/schema
  tsv,       ///< a table, tab-separated
  html,      ///< one page that works without a network
  docx,      ///< a copy of a Word draft with comments
  xlsx,      ///< a workbook
  junit,     ///< for continuous integration
  sarif,     ///< for code scanning
  dot,       ///< a graph, for Graphviz
};

/// Something that can be drawn: JSON as docs/schema says, or for people.
/// Values share what they are drawn from; it lives as long as one of them does.
class MINGZE_API Drawable {
 public:
  /// The report as bytes: UTF-8, but .docx and .xlsx are zip files. Any thread.
  [[nodiscard]] Result<std::string> render(Format format, Language language = Language::zh) const;

  struct Inside;         ///< Not for use.
  Drawable() = default;  ///< Nothing to draw: `render` is an error.
  /// Not for use.
  explicit Drawable(std::shared_ptr<const Inside> inside) : inside_(std::move(inside)) {}

 protected:
  std::shared_ptr<const Inside> inside_;  ///< Not for use.
};

/// The answers to a question. Formats: terminal, json.
struct MINGZE_API Answers : Drawable {
  /// One way in which it holds.
  struct Answer {
    Message sentence;          ///< with the names filled in, by label
    Fields values;             ///< of the variables: name and id
    std::vector<RuleName> by;  ///< rules that conclude it at once; none for what is stated
  };
  bool holds = false;           ///< there is an answer
  std::vector<Answer> answers;  ///< in code-point order of the values; none without variables
  using Drawable::Drawable;
};

/// Why something holds. Formats: terminal, json, dot.
struct MINGZE_API Explanation : Drawable {
  bool holds = false;         ///< there is something to explain
  std::vector<Proof> proofs;  ///< one an answer, in their order
  std::uint64_t answers = 0;  ///< how many there are: more than proofs where some are left out
  using Drawable::Drawable;
};

/// Why something does not hold: the nearest that each rule came. Formats: terminal, json, dot.
struct MINGZE_API WhyNot : Drawable {
  /// A condition of a rule.
  struct Condition {
    Message sentence;    ///< with the names filled in as far as they are known
    bool holds = false;  ///< it does
  };
  /// How near a rule came.
  struct Attempt {
    RuleName rule;  ///< without an id where the sentence could be stated as a fact
    std::vector<Condition> conditions;  ///< all that it has
    std::vector<Message> needs;         ///< facts that would do, the fewest
    std::vector<Message> blocked_by;    ///< what holds and should not, or prevails
  };
  bool holds = false;             ///< then there are no attempts
  std::vector<Attempt> attempts;  ///< the one that needs least first
  using Drawable::Drawable;
};

/// What was read in a draft, and what is wrong with it.
/// Formats: terminal, json, html, docx, tsv, xlsx, junit, sarif.
struct MINGZE_API DraftCheck : Drawable {
  /// What is said of who does an item.
  enum class Status {
    led,           ///< one body leads
    missing_lead,  ///< bodies are named, none of which leads
    unassigned,    ///< nobody is named
    collective,    ///< it is left to all: 各地区、各部门
    conflict,      ///< the draft names different leads
  };
  /// A body named in a draft.
  struct Body {
    std::string text;    ///< as written
    std::string entity;  ///< its official name; empty where the register does not know it
    Place place;         ///< of the words
  };
  /// One item 具体事项: what one responsibility clause governs.
  struct Item {
    std::string id;                      ///< i1, i2, … in text order
    std::string label;                   ///< its first words
    Status status = Status::unassigned;  ///< what is said of who does it
    std::vector<Body> lead;              ///< 牵头
    std::vector<Body> cooperating;       ///< 配合
    std::vector<Body> named;             ///< named without a role
    Place place;                         ///< of the item's words
  };
  std::string title;              ///< as written; may be empty
  std::string jurisdiction;       ///< where it is issued; empty for a national text
  std::vector<Item> items;        ///< in text order
  std::vector<Finding> findings;  ///< in text order
  std::vector<Message> notes;     ///< on what of the file was not read
  using Drawable::Drawable;
};

MINGZE_END
