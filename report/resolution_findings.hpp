// The findings of an evaluation as values: those of `finding` statements, and each missing or
// conflicting key.
#pragma once

#include <functional>
#include <memory>

#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/finding.hpp"

namespace mingze::report {

/// A raised finding with its words; its places in a draft are left to the caller.
[[nodiscard]] Finding finding_of(const Program& program, const RaisedFinding& raised);

/// The documents and clauses that a rule or finding cites.
[[nodiscard]] std::vector<Basis> basis_of(const Program& program,
                                          const std::vector<Citation>& cites);

/// Why a finding was raised, for those who want to know.
using WhyRaised = std::function<std::shared_ptr<const Explanation>(const RaisedFinding&)>;

/// Goes through the findings by code, what they stand on, and variables or key.
class FindingWalk {
 public:
  using Wanted = std::function<bool(const std::string& code)>;
  using Tell = std::function<bool(const Finding&)>;

  FindingWalk(const Program& program, const Evaluation& evaluation, const Sources& sources)
      : program_(program), evaluation_(evaluation), sources_(sources) {}
  /// Until `tell` returns false. `why`: for Finding::why; may be empty.
  void run(const Wanted& wanted, const Tell& tell, const WhyRaised& why = {}) const;
  /// The same for some keys of a decision (in the order of its key slots), all of which are missing
  /// or conflicts. False where `tell` was.
  bool missing(DecisionId decision, const Relation& keys, const Tell& tell) const;
  bool conflicts(DecisionId decision, const Relation& keys, const Tell& tell) const;

 private:
  bool raised(FindingId finding, const Tell& tell, const WhyRaised& why) const;

  const Program& program_;
  const Evaluation& evaluation_;
  const Sources& sources_;
};

}  // namespace mingze::report
