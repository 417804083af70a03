// What an engine answers, as values: they refer to nothing, and may be kept, copied and handed to
// other threads. Texts are UTF-8. Ids are what data and programs name things by; labels are what
// people read.
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
  std::string role;
  std::string id;
  bool operator==(const Field&) const = default;
};
using Fields = std::vector<Field>;

/// A sentence of a relation. To an engine any name of a thing will do for its id: the id, its
/// label, or another name in force. What an engine gives has ids, in the order of the sentence's
/// first template.
struct Fact {
  std::string relation;
  Fields fields;
  bool operator==(const Fact&) const = default;
};

/// A thing that has a name.
struct Name {
  std::string kind;
  std::string id;
  std::string label;  ///< the id where no other is declared
  bool operator==(const Name&) const = default;
};

/// The article that something rests on.
struct Basis {
  std::string source;  ///< id of the document
  std::string title;
  std::string clause;  ///< 第三条; empty: the whole document
  bool operator==(const Basis&) const = default;
};

/// A rule, and where it stands.
struct RuleName {
  std::string id;     ///< empty: none
  std::string label;  ///< as people call it; may be empty
  std::vector<Basis> cites;
  std::string file;
  std::uint32_t line = 0;  ///< from 1
};

/// What a decision came to for one key.
struct Decision {
  enum class Status {
    decided,   ///< one value
    missing,   ///< the key is due and has no value: nobody is responsible
    conflict,  ///< several values, none of which prevails
    none,      ///< the key is not due, and nothing is said of it
  };
  std::string decision;  ///< its id: "leads"
  Fields key;            ///< in the order of the declaration's `per`
  Status status = Status::none;
  std::vector<Name> values;  ///< one where decided, more in a conflict; ordered by id
  Message sentence;  ///< with the value, or with “某部门”, some department; of a conflict likewise
};

/// A value that a rule put forward for a key, and what became of it.
struct Candidate {
  enum class Fate { stands, barred, defeated };
  enum class Ground { none, overrides, rank, date, specificity };
  Name value;
  RuleName rule;
  Fate fate = Fate::stands;
  RuleName by;                   ///< defeated: the rule that prevails
  Ground ground = Ground::none;  ///< defeated: on what ground
};

/// What an engine was told to report: of a program, or about a draft.
struct Finding {
  std::string code;  ///< docs/findings; ID-missing and ID-conflict for a decision's keys
  Severity severity = Severity::error;
  Message message;
  Place place;     ///< in the draft; without a file where there is none
  std::string on;  ///< id of what it is about; may be empty
  Fields key;      ///< of ID-missing and ID-conflict: the key
  std::vector<Basis> basis;

  struct Suggestion {
    Message message;
    std::string replacement;  ///< for the words at `place`; may be empty
    Place place;
  };
  std::vector<Suggestion> suggestions;
  std::vector<Diagnostic::Related> related;  ///< rules and facts behind it
  std::string fingerprint;  ///< the same in every run, and for a draft after edits elsewhere
};

/// One step of a proof: a sentence with what makes it so.
struct Reason {
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
    Message value;
    RuleName rule;
    RuleName defeated_by;
    std::string ground;  ///< overrides, rank, date, specificity or barred
  };
  Message sentence;
  By by = By::fact;
  RuleName rule;                    ///< of rule and finding; of a fact its citations and place
  std::vector<std::uint32_t> from;  ///< the reasons that it rests on: indexes; never in a circle
  std::vector<Loser> defeated;
  bool cut = false;  ///< what it rests on is left out: too deep or too much
};

/// A proof as a tree: reasons[0] is what is proved. What is needed twice stands once.
struct Proof {
  std::vector<Reason> reasons;
};

/// How things are written. Not every report has every format; a wrong one is an error that lists
/// those that it has.
enum class Format { terminal, json, tsv, html, docx, xlsx, junit, sarif, dot };

/// Something that can be drawn: JSON as docs/schema says, or for people.
/// Values share what they are drawn from; it lives as long as one of them does.
class MINGZE_API Drawable {
 public:
  /// The report as bytes: UTF-8, but .docx and .xlsx are zip files. Any thread.
  [[nodiscard]] Result<std::string> render(Format format, Language language = Language::zh) const;

  struct Inside;
  Drawable() = default;
  explicit Drawable(std::shared_ptr<const Inside> inside) : inside_(std::move(inside)) {}

 protected:
  std::shared_ptr<const Inside> inside_;
};

/// The answers to a question. Formats: terminal, json.
struct MINGZE_API Answers : Drawable {
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
  bool holds = false;
  std::vector<Proof> proofs;  ///< one an answer, in their order
  std::uint64_t answers = 0;  ///< how many there are: more than proofs where some are left out
  using Drawable::Drawable;
};

/// Why something does not hold: the nearest that each rule came. Formats: terminal, json, dot.
struct MINGZE_API WhyNot : Drawable {
  struct Condition {
    Message sentence;
    bool holds = false;
  };
  struct Attempt {
    RuleName rule;  ///< without an id where the sentence could be stated as a fact
    std::vector<Condition> conditions;
    std::vector<Message> needs;       ///< facts that would do, the fewest
    std::vector<Message> blocked_by;  ///< what holds and should not, or prevails
  };
  bool holds = false;             ///< then there are no attempts
  std::vector<Attempt> attempts;  ///< the one that needs least first
  using Drawable::Drawable;
};

/// What was read in a draft, and what is wrong with it.
/// Formats: terminal, json, html, docx, tsv, xlsx, junit, sarif.
struct MINGZE_API DraftCheck : Drawable {
  enum class Status { led, missing_lead, unassigned, collective, conflict };
  /// A body named in a draft.
  struct Body {
    std::string text;    ///< as written
    std::string entity;  ///< its official name; empty where the register does not know it
    Place place;
  };
  /// One item 具体事项: what one responsibility clause governs.
  struct Item {
    std::string id;     ///< i1, i2, … in text order
    std::string label;  ///< its first words
    Status status = Status::unassigned;
    std::vector<Body> lead;         ///< 牵头
    std::vector<Body> cooperating;  ///< 配合
    std::vector<Body> named;        ///< named without a role
    Place place;
  };
  std::string title;
  std::string jurisdiction;  ///< where it is issued; empty for a national text
  std::vector<Item> items;
  std::vector<Finding> findings;  ///< in text order
  std::vector<Message> notes;     ///< on what of the file was not read
  using Drawable::Drawable;
};

MINGZE_END
