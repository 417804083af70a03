// Which rule defeats which.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze {

/// Why one rule defeats another.
enum class DefeatGround { overrides, rank, date, specificity };

/// Rule r defeats rule s where r overrides s, directly or through others; or, where neither
/// overrides the other and the decision prefers, where r is better on the first listed ground on
/// which they differ (docs/language.md, "Meaning" 4).
class Precedence {
 public:
  explicit Precedence(const Program& program);

  /// On which ground r defeats s within a decision, or nothing. Answers are kept.
  [[nodiscard]] std::optional<DefeatGround> defeats(DecisionId decision, RuleId r, RuleId s);

 private:
  [[nodiscard]] bool overrides(RuleId r, RuleId s);
  [[nodiscard]] std::optional<DefeatGround> judge(const Decision& decision, RuleId r, RuleId s);
  [[nodiscard]] int compare(Ground ground, RuleId r, RuleId s) const;
  [[nodiscard]] std::int64_t rank(RuleId rule) const;
  [[nodiscard]] std::int64_t issued(RuleId rule) const;

  const Program& program_;
  std::map<RuleId, std::vector<bool>> reach_;  // by rule: all that it overrides
  std::map<std::pair<DecisionId, std::pair<RuleId, RuleId>>, std::optional<DefeatGround>> known_;
};

}  // namespace mingze
