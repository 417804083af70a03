#include "engine/evaluate/raised_findings.hpp"

#include <algorithm>
#include <utility>

#include "engine/evaluate/findings.hpp"

namespace mingze {

const std::vector<RaisedFinding>& FindingMatches::raised(const Program& program,
                                                         FindingId id) const {
  std::call_once(made_, [&] {
    const FindingRule& finding = program.findings[id.value];
    const std::vector<std::uint32_t> read = read_variables(finding);
    std::vector<std::vector<Value>> matches(matches_.size(),
                                            std::vector<Value>(finding.body.variables.size()));
    for (std::uint32_t row = 0; row < matches.size(); ++row)
      for (std::uint32_t i = 0; i < read.size(); ++i) matches[row][read[i]] = matches_.at(row, i);
    if (finding.suggest) std::sort(matches.begin(), matches.end());
    raised_ = findings_of(program, id, std::move(matches));
  });
  return raised_;
}

const std::vector<RaisedFinding>& RaisedFindings::raised(const Program& program,
                                                         FindingId id) const {
  static const std::vector<RaisedFinding> none;
  return id.value < found_.size() ? found_[id.value]->raised(program, id) : none;
}

std::vector<std::reference_wrapper<const RaisedFinding>> RaisedFindings::all(
    const Program& program) const {
  std::vector<std::reference_wrapper<const RaisedFinding>> out;
  for (const FindingId id : findings_by_code(program)) {
    const std::vector<RaisedFinding>& some = raised(program, id);
    out.insert(out.end(), some.begin(), some.end());
  }
  return out;
}

}  // namespace mingze
