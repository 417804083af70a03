// What a change of rules does, and its faces.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "report/explanation.hpp"
#include "report/finding.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// What became of one statement of a program.
struct StatementChange {
  enum class What {
    added,
    removed,
    meaning,  ///< it says something else now
    basis,    ///< it cites something else now, and says the same
    renamed,  ///< it has another id, and says the same
    wording,  ///< it says the same in other words
    asleep,   ///< its text changed; it is in force in neither version on the date
  };
  What what = What::meaning;
  std::string sort;       ///< the keyword: rule, finding, relation, decision, kind, source, …
  std::string id;         ///< as it is now, or was last; of a fact its sentence
  std::string id_before;  ///< renamed: as it was
  std::string file;       ///< where it stands now; of one that was removed, where it stood
  std::uint32_t line = 0;
  std::vector<Basis> cites = {};
  /// Parts of it that the other version lacks, as they are written.
  std::vector<std::string> gone = {};
  std::vector<std::string> come = {};
};

/// A key of a decision that came to other values.
struct DecisionChange {
  enum class What { gained, lost, moved };
  /// A value of one version that the other one lacks, or one of several.
  struct Value {
    std::string id;
    std::string label;
    std::vector<RuleName> rules = {};  ///< that carry it
    /// Why the other version does not come to it: what it loses to there; nothing where no rule
    /// puts it forward there.
    std::optional<Reason::Loser> lost = {};
    bool in_both = false;
  };
  struct Side {
    std::vector<Value> values = {};               ///< by id
    std::shared_ptr<const Explanation> why = {};  ///< of the first value; where it was asked for
  };
  What what = What::moved;
  std::string decision;
  std::vector<std::pair<std::string, std::string>> key;  ///< roles and ids
  Message about;  ///< the labels of the key, in the order of the decision's sentence
  Side from;
  Side to;
  bool recorded = false;  ///< of what was, the values alone are known
};

/// What a change of rules does to one collection of facts.
struct DiffScene {
  enum class Over {
    facts,  ///< those that the programs state and that are read from data
    test,   ///< and what a test gives
    draft,  ///< and what is read in a draft
  };
  using TellChange = std::function<bool(const DecisionChange&)>;
  using TellFinding = std::function<bool(const Finding&)>;

  Over over = Over::facts;
  std::string name = {};  ///< of a test its label, of a draft its file
  std::uint64_t gained = 0;
  std::uint64_t lost = 0;
  std::uint64_t moved = 0;
  std::uint64_t findings_new = 0;
  std::uint64_t findings_gone = 0;
  /// Changes of one sort by decision and by ids of keys, until the function returns false.
  std::function<void(DecisionChange::What, const TellChange&)> changes = {};
  /// Findings by code and by what they stand on, likewise; gone or new ones.
  std::function<void(bool gone, const TellFinding&)> findings = {};

  [[nodiscard]] std::uint64_t count(DecisionChange::What what) const;
  [[nodiscard]] std::uint64_t keys() const { return gained + lost + moved; }
  [[nodiscard]] bool any() const { return keys() + findings_new + findings_gone > 0; }
};

/// Keeps changes one by one, for a scene that walks through them.
class KeptChanges {
 public:
  KeptChanges() : kept_(std::make_shared<Kept>()) {}
  void add(DecisionChange change) { kept_->changes.push_back(std::move(change)); }
  void add(bool gone, Finding finding) { kept_->findings.emplace_back(gone, std::move(finding)); }
  /// What was added, counted, in its order. Nothing may be added afterwards.
  [[nodiscard]] DiffScene scene(DiffScene::Over over, std::string name) const;

 private:
  struct Kept {
    std::vector<DecisionChange> changes;
    std::vector<std::pair<bool, Finding>> findings;
  };
  std::shared_ptr<Kept> kept_;
};

struct DiffReport {
  std::string before;  ///< as the user named them
  std::string after;
  Date as_of;
  std::vector<StatementChange> statements;  ///< by file and place in the later version
  std::vector<DiffScene> scenes;            ///< those in which anything differs
  bool of_drafts = false;  ///< two versions of a draft are compared, under one version of the rules
  bool replayed = false;   ///< what was recorded is compared with what comes of the same data now
  std::uint64_t tests = 0;  ///< so many were compared
  std::uint64_t drafts = 0;

  /// Whether any decision or finding differs.
  [[nodiscard]] bool any() const { return !scenes.empty(); }
  /// The sums over all scenes.
  [[nodiscard]] DiffScene sum() const;
};

/// The words of a kind of change: 改变含义, changed in meaning.
[[nodiscard]] Message title_of(StatementChange::What what);

/// docs/schema/diff.schema.json.
void write_diff_json(std::ostream& out, const DiffReport& report, Language language);
void write_diff_terminal(std::ostream& out, const DiffReport& report, const Style& style);
/// For the summary of a run on a code host: what moved and why, most of it folded.
void write_diff_markdown(std::ostream& out, const DiffReport& report, Language language);
/// One page that needs no other file.
void write_diff_html(std::ostream& out, const DiffReport& report, Language language);

}  // namespace mingze::report
