/// \file
/// The engine: programs and facts in; decisions, findings and reasons out.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <mingze/answers.hpp>

MINGZE_BEGIN

/// A text that is handed over, with the name that messages call it by.
struct Text {
  std::string name;  ///< like a path, `/` between folders: "rules/local.mz"
  std::string text;  ///< UTF-8
};

/// How much a call may take. Zero: no limit. What reaches one fails with ErrorKind::limit, what the
/// token stops with ErrorKind::stopped, a few milliseconds later. What has bounds of its own (the
/// search for what is lacking, reading a draft) is not counted; clock and token are looked at
/// before and after it.
struct Limits {
  std::chrono::milliseconds time{0};  ///< elapsed time; less than zero: it is over already
  std::uint64_t tuples = 0;           ///< what rules conclude, counting repetitions; answers too
  std::uint64_t memory = 0;   ///< bytes that the tuples concluded take, as the engine counts them
  std::stop_token stop = {};  ///< of a std::stop_source, from any thread
};

/// What an engine reads, once.
struct Inputs {
  /// Program files (.mz) or folders of them.
  std::vector<std::string> files = {};
  /// Programs in memory, and the data files that they name (`facts R from "r.tsv"`). Where nothing
  /// stands in `files`, nothing is read from disk.
  std::vector<Text> texts = {};
  /// Names of shipped packs: only these, with what they `use`.
  std::vector<std::string> packs = {};
  /// Loads the shipped packs (register, opinion, draft), unless some are named or a program
  /// declares kinds of its own; what a program says with `use` is loaded always.
  bool shipped_packs = true;
  /// The day on which the rules are read, 2026-11-27; empty: today.
  std::string as_of = {};
};

/// How many keys of a decision came to what.
struct DecisionCount {
  std::string decision;         ///< its id
  std::uint64_t decided = 0;    ///< keys with one value
  std::uint64_t missing = 0;    ///< keys that are due and have none
  std::uint64_t conflicts = 0;  ///< keys with several
  bool operator==(const DecisionCount&) const = default;
};

/// What a resolution came to, in numbers.
struct Summary {
  std::vector<DecisionCount> decisions;  ///< by id
  std::uint64_t findings = 0;  ///< raised by rules; missing keys and conflicts not counted
};

/// Formats of data: docs/facts.md.
enum class DataFormat {
  json,    ///< an object of relations
  jsonl,   ///< a fact a line
  csv,     ///< one relation, with a heading of roles
  tsv,     ///< one relation, columns in the order of its first template
  sqlite,  ///< the bytes of a database
};

/// A relation or a decision.
struct Relation {
  std::string id;            ///< what Fact::relation says
  std::vector<Field> slots;  ///< role, and the kind as its `id`; in the order of the first template
  Message sentence;          ///< {department} 审批 {item}
  bool decision = false;     ///< it is decided, one value a key
  std::vector<std::string> key;  ///< of a decision: the roles of its keys, as after `per`
  std::string value;             ///< of a decision: the role that is decided
};

/// How a draft is read.
struct CheckOptions {
  std::string jurisdiction = {};        ///< where it is issued; empty: as it says itself
  std::vector<std::string> allow = {};  ///< codes of findings that are not told
  std::string names_as_of = {};  ///< the day that decides which names are old; empty: the draft's
  bool original = false;         ///< of a Word file with tracked changes: read it without them
};

/// A program with its facts and its answers.
///
/// Load, state facts, resolve, ask. After a change of facts, resolve again: that costs what depends
/// on the change (docs/design/incremental.md), and the answers are those of a run from scratch.
///
/// Threads: engines share nothing, so each may be used by a thread of its own. One engine may be
/// read by any number of threads at the same time (the const functions), as long as none changes it
/// (the others). Reading takes turns where it has to.
///
/// Texts handed in are copied; none need outlive the call. What comes back refers to nothing in the
/// engine.
///
/// Cost: `decide`, `holds` and `candidates` look up their key, whatever the number of the others.
/// The `for_each` functions take time in proportion to what they go through, and put it in order.
/// `ask` and `why` take what finding their answers takes, as the conditions of a rule.
///
/// Errors: all functions may fail with ErrorKind::internal where there is no memory; what else they
/// may fail with is invalid, unless they say otherwise.
///
/// Names that are given, to things and to texts, are one line of UTF-8 without control characters,
/// and not empty (`invalid-name`). Where a function takes the name of a thing, the id, the label or
/// another name in force will do; where it takes a relation, a decision or a kind, its id.
class MINGZE_API Engine {
 public:
  /// Reads programs and packs. All that is wrong is in the error's diagnostics, everything in one
  /// run. The shipped packs take some 15 ms and 10 MB. ErrorKind invalid, unavailable, limit,
  /// stopped.
  [[nodiscard]] static Result<Engine> load(const Inputs& inputs = {}, const Limits& limits = {});

  /// What is moved from may only be destroyed or assigned to.
  Engine(Engine&&) noexcept;
  /// What is moved from may only be destroyed or assigned to.
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// What loading told that is no error, by file and place.
  [[nodiscard]] Result<std::vector<Diagnostic>> warnings() const;

  // --- what the program knows ---

  /// All relations and decisions, by id. Linear in their number.
  [[nodiscard]] Result<std::vector<Relation>> relations() const;
  /// The ids of all kinds, in order.
  [[nodiscard]] Result<std::vector<std::string>> kinds() const;
  /// The things of a kind, by id. Linear in their number.
  [[nodiscard]] Result<std::vector<Name>> names(std::string_view kind) const;
  /// What a name stands for: once for each kind that knows it, by kind; an empty list where it is
  /// unknown. A name of several things of one kind is an error (`ambiguous-name`), one that is out
  /// of date too (`name-out-of-date`).
  [[nodiscard]] Result<std::vector<Name>> find(std::string_view name) const;
  /// The vocabulary: docs/schema/vocabulary.schema.json. Formats: terminal, json.
  [[nodiscard]] Result<std::string> render_vocabulary(Format format,
                                                      Language language = Language::zh) const;

  // --- changes ---

  /// Makes a thing known; no harm where it is already, but for another label, which is an error
  /// (`duplicate-declaration`). An empty label is the id. Answers stay as they are.
  [[nodiscard]] Result<void> declare(std::string_view kind, std::string_view id,
                                     std::string_view label = {});
  /// States a fact. False where it is stated already. An unknown name is an error with suggestions
  /// (`unknown-name`): declare it first. Answers must be resolved again.
  [[nodiscard]] Result<bool> add(const Fact& fact);
  /// Takes a fact back, of whatever origin. False where it is not stated.
  [[nodiscard]] Result<bool> remove(const Fact& fact);
  /// States all facts of a text of data, or none where something in it is wrong. Ids that nobody
  /// knows become things. Formats csv and tsv hold one relation, which has to be said; the others
  /// name their relations themselves. `name` is what messages and proofs call the text. Returns how
  /// many different facts it holds.
  [[nodiscard]] Result<std::uint64_t> add_data(DataFormat format, std::string_view bytes,
                                               std::string_view name,
                                               std::string_view relation = {});
  /// Reads a sentence, in Chinese or English, as a fact: "苏州市 办理 清淤".
  [[nodiscard]] Result<Fact> fact(std::string_view sentence) const;

  /// Brings the answers up to date with the facts. Where it fails, the facts stay as they are now
  /// and there are no answers; a cycle in a hierarchy is an error with its links
  /// (`hierarchy-cycle`).
  [[nodiscard]] Result<Summary> resolve(const Limits& limits = {});
  /// Whether the answers are up to date.
  [[nodiscard]] bool is_resolved() const noexcept;

  // --- answers: ErrorKind::not_resolved where they are not up to date ---

  /// What a decision came to for a key: all of its key's roles, in any order.
  [[nodiscard]] Result<Decision> decide(std::string_view decision, const Fields& key) const;
  /// All that was put forward for a key, and what became of it; by value, then rule.
  [[nodiscard]] Result<std::vector<Candidate>> candidates(std::string_view decision,
                                                          const Fields& key) const;
  /// Goes through all keys of a decision, in code-point order of their ids, until `visit` returns
  /// false. `visit` may not call the engine. What it throws comes out of the call as it is; an
  /// empty one throws std::bad_function_call.
  [[nodiscard]] Result<void> for_each_decision(
      std::string_view decision, const std::function<bool(const Decision&)>& visit) const;
  /// Goes through the findings by code and what they stand on, likewise.
  [[nodiscard]] Result<void> for_each_finding(
      const std::function<bool(const Finding&)>& visit) const;
  /// Goes through what holds of a relation: stated, concluded and decided, likewise.
  [[nodiscard]] Result<void> for_each_fact(std::string_view relation,
                                           const std::function<bool(const Fact&)>& visit) const;
  /// Whether a sentence holds.
  [[nodiscard]] Result<bool> holds(const Fact& fact) const;
  /// The answers to a question: a sentence, or several joined by `and`, with variables: "某部门 在
  /// 苏州市 牵头 某事项".
  [[nodiscard]] Result<Answers> ask(std::string_view question, const Limits& limits = {}) const;
  /// Why a question holds, answer by answer, of the first `most`; each checked by a checker that
  /// knows nothing of how it was found.
  [[nodiscard]] Result<Explanation> why(std::string_view question, const Limits& limits = {},
                                        std::uint64_t most = 20) const;
  /// Why a decision came to what it came to: one proof for each value, or for its lack.
  [[nodiscard]] Result<Explanation> why_key(std::string_view decision, const Fields& key) const;
  /// Why a question does not hold.
  [[nodiscard]] Result<WhyNot> why_not(std::string_view question, const Limits& limits = {}) const;

  /// What is told of a resolution.
  struct Selection {
    std::string decision = {};            ///< only this decision, and findings about it
    std::string relation = {};            ///< only the tuples of this relation (json, tsv)
    bool summary_only = false;            ///< no decision or finding of its own
    std::vector<std::string> allow = {};  ///< codes of findings that are counted, not told
  };
  /// The resolution: docs/schema/resolve.schema.json. Formats: terminal, json, and tsv with a
  /// relation.
  [[nodiscard]] Result<std::string> render(Format format, Language language,
                                           const Selection& selection) const;
  /// All of the resolution, likewise.
  [[nodiscard]] Result<std::string> render(Format format, Language language = Language::zh) const {
    return render(format, language, Selection());
  }

  // --- drafts ---

  /// Takes a place's own list of who is responsible for what, the bytes of an .xlsx or .docx file
  /// or of tsv or csv text. Drafts are read and ruled on with it from then on (docs/local.md).
  /// `name` is what messages call it; a place at its beginning is the list's, where its title says
  /// none, and it is not that of another text (`duplicate-text`). Returns what of it was left out,
  /// or taken otherwise. The shipped packs must be loaded. Takes what the first draft after a
  /// change of facts takes, too, and time in proportion to all lists. Answers stay as they are.
  [[nodiscard]] Result<std::vector<Message>> add_list(std::string_view bytes,
                                                      std::string_view name);

  /// Reads a policy draft (plain text in UTF-8, GB18030 or UTF-16, .docx, or .pdf with a text
  /// layer) and rules on it with the facts that are stated. `name` is what messages call it. The
  /// shipped packs must be loaded. Needs no `resolve`. For .pdf the program pdftotext is started.
  [[nodiscard]] Result<DraftCheck> check(std::string_view bytes, std::string_view name,
                                         const CheckOptions& options = {},
                                         const Limits& limits = {}) const;

  struct Inside;  ///< Not for use.

 private:
  explicit Engine(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

MINGZE_END
