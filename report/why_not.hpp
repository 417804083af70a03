// Why something does not hold, ready to be shown by any face.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "engine/base/sources.hpp"
#include "engine/explain/why_not.hpp"
#include "report/explanation.hpp"

namespace mingze::report {

/// What `mingze why-not` came to.
struct WhyNotReport {
  struct Condition {
    Message sentence;
    bool holds = false;
  };
  struct Obstacle {
    Message sentence;    ///< what holds and should not, the value that prevails, the value barred
    RuleName by = {};    ///< the rule that prevails or bars; without an id where there is none
    std::string ground;  ///< holds, barred, overrides, rank, date or specificity
  };
  struct Attempt {
    std::string by;      ///< rule, fact or question
    RuleName rule = {};  ///< of a rule
    std::vector<Condition> conditions = {};
    std::vector<Message> needs = {};  ///< facts; what is open in them stands as 某部门, some office
    std::vector<Message> limits = {};  ///< comparisons that what is open must satisfy
    std::vector<Obstacle> blocked_by = {};
    bool found = true;
    bool cut = false;
  };

  std::string question;  ///< as asked
  bool holds = false;    ///< then there are no attempts
  std::vector<Attempt> attempts = {};
};

[[nodiscard]] WhyNotReport::Attempt attempt_text(const Program& program, const Sources& sources,
                                                 const Body& question,
                                                 const mingze::Attempt& attempt);

/// docs/schema/why-not.schema.json.
void write_why_not_json(std::ostream& out, const WhyNotReport& report, Language language);
void write_why_not_terminal(std::ostream& out, const WhyNotReport& report, const Style& style);

/// The attempts alone, one below the other.
void write_attempts_terminal(std::ostream& out, const std::vector<WhyNotReport::Attempt>& attempts,
                             const Style& style);

}  // namespace mingze::report
