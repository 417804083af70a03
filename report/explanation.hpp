// Why something holds, ready to be shown by any face.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/sources.hpp"
#include "engine/explain/proof.hpp"
#include "report/finding.hpp"
#include "report/json_writer.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// A rule as people and programs know it, and where it stands.
struct RuleName {
  std::string id;
  std::string label;  ///< may be empty
  std::vector<Basis> cites;
  std::string file;
  std::uint64_t line = 0;
};

[[nodiscard]] RuleName rule_name(const Program& program, const Sources& sources, RuleId rule);
/// overrides, rank, date or specificity.
[[nodiscard]] std::string ground_name(DefeatGround ground);

/// One sentence with what makes it so.
struct Reason {
  enum class By {
    fact,      ///< it is stated
    rule,      ///< a rule concludes or decides it
    no_such,   ///< a negation: there is no such thing
    compared,  ///< a comparison
    counted,   ///< `at least`: what it rests on are the witnesses
    finding,   ///< a finding is raised
    missing,   ///< a key is due and has no value
    conflict,  ///< a key has several values
    question,  ///< all conditions of a question
  };
  Message sentence;
  By by = By::fact;
  RuleName rule = {};  ///< of rule and finding; of a fact its citations and place
  std::vector<std::pair<std::string, Message>> variables = {};  ///< a rule's, by name
  std::vector<std::uint32_t> from = {};  ///< indexes of reasons: one a condition, in order

  /// A value that lost, and to what.
  struct Loser {
    Message value;
    RuleName rule;
    RuleName defeated_by;
    std::string ground;                ///< overrides, rank, date, specificity or barred
    std::optional<std::uint32_t> bar;  ///< barred: the use of the rule that bars
    bool same_value = false;           ///< another rule carried the value through
  };
  std::vector<Loser> defeated = {};
  std::vector<std::uint32_t> agreeing = {};  ///< other rules that come to the same value
  std::vector<std::uint32_t> against = {};   ///< the other values of a conflict

  std::uint32_t number = 0;   ///< not 0 where another reason refers to this one
  std::uint32_t same_as = 0;  ///< not 0: the number of the reason that has this told already
  bool cut = false;           ///< what it rests on is left out: too deep or too much
};

/// A proof as a tree. What is needed twice is told once; what stands deeper than asked is cut.
struct Explanation {
  std::vector<Reason> reasons;
  std::uint32_t root = 0;
  bool cut = false;  ///< some reason is cut
};

struct ExplanationLimits {
  std::uint32_t depth = 20;
  std::uint32_t reasons = 20'000;
};

/// The facts of a program that cite something, by the places that state them.
class CitedFacts {
 public:
  /// The program must outlive it.
  explicit CitedFacts(const Program& program);
  /// The fact stated there, or null where none is that cites anything.
  [[nodiscard]] const Fact* find(Span place) const;

 private:
  std::map<Span, const Fact*> facts_;
};

/// `proof` is one that the checker accepts. `cited`: those of the program, where they are at hand.
[[nodiscard]] Explanation explanation_of(const Program& program, const Sources& sources,
                                         const Proof& proof, const ExplanationLimits& limits,
                                         const CitedFacts* cited = nullptr);

/// What `mingze why` came to.
struct WhyReport {
  std::string question;  ///< as asked
  bool holds = false;
  std::vector<Explanation> proofs;  ///< of each answer, in the order of `ask`
  std::uint64_t answers = 0;  ///< how many there are: more than proofs where some are left out
};

/// The reason and all below it, as docs/schema/why.schema.json says.
void write_reason(JsonWriter& json, const Explanation& explanation, std::uint32_t reason,
                  Language language);

/// The tree alone.
void write_explanation_terminal(std::ostream& out, const Explanation& explanation,
                                const Style& style);

/// docs/schema/why.schema.json.
void write_why_json(std::ostream& out, const WhyReport& report, Language language);
void write_why_terminal(std::ostream& out, const WhyReport& report, const Style& style);

}  // namespace mingze::report
