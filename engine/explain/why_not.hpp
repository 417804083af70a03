// Why something does not hold: for each rule that could have concluded it the nearest it came.
#pragma once

#include <vector>

#include "engine/explain/trial.hpp"

namespace mingze {

/// How a rule, a fact, or a question as a whole could have come to the sentence. Terms are values,
/// or unknowns ("some").
struct Attempt {
  enum class By { rule, fact, question };
  By by = By::rule;
  RuleId rule = {};
  std::uint32_t conclusion = 0;
  /// Of the rule's (or question's) body: its variables as far as known, and whether each condition
  /// holds.
  std::vector<Term> variables;
  std::vector<bool> holds;
  /// The fewest facts that make the sentence hold, but for what is in the way.
  std::vector<Atom> needs;
  std::vector<KindId> unknowns;
  std::vector<Condition> limits;  ///< comparisons that the unknowns must satisfy
  std::vector<Blocker> blocked_by;
  bool found = true;  ///< false: within the bounds of the search no facts would do
  bool cut = false;   ///< the search left something untried, so fewer or other facts might do

  [[nodiscard]] std::size_t cost() const { return needs.size() + blocked_by.size(); }
};

struct WhyNotLimits {
  AbductionLimits search = {};
  std::uint32_t trials = 12;  ///< suppositions tried out for one rule
};

/// All attempts, the one that needs least first: by facts and obstacles together, those without an
/// obstacle before others, then by rule id. Each set of facts has been tried out: with them the
/// sentence holds, or what is in the way is named.
class WhyNot {
 public:
  /// `stated`: the facts that the evaluation started from. All must outlive this; the program gains
  /// symbols (engine/explain/trial.hpp), nothing else.
  WhyNot(Program& program, const Plan& plan, const Database& stated, const Evaluation& evaluation,
         const WhyNotLimits& limits = {});

  /// `question`: conditions that do not hold together.
  [[nodiscard]] std::vector<Attempt> attempts(const Body& question);

 private:
  void by_rules(const Atom& sentence, const Body& question, std::vector<Attempt>& out);
  [[nodiscard]] Attempt nearest(Attempt attempt, const Body& body, const std::vector<Term>& known,
                                const Atom* sentence, const Body& goal);
  void fill(Attempt& attempt, const Body& body, const Supposition& supposition) const;
  [[nodiscard]] std::vector<bool> holding(const Body& body, const Atom* head,
                                          const std::vector<Term>& variables) const;

  const Program& program_;
  const Evaluation& evaluation_;
  WhyNotLimits limits_;
  Abduction abduction_;
  Trial trial_;
};

}  // namespace mingze
