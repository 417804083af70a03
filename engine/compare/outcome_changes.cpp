#include "engine/compare/outcome_changes.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/evaluate/findings.hpp"

namespace mingze {

namespace {

using Ids = std::vector<std::string>;

class Changes {
 public:
  Changes(const SideBySide& both, const Evaluation& evaluation)
      : both_(both), program_(both.program), evaluation_(evaluation) {}

  OutcomeChanges found() {
    OutcomeChanges out;
    for (const Pair<DecisionId>& pair : both_.decisions)
      if (!pair.once())
        if (DecisionChanges changes = of(pair); changes.any())
          out.decisions.push_back(std::move(changes));
    for (const Pair<FindingId>& pair : both_.findings)
      if (!pair.once())
        if (FindingChanges changes = of(pair); changes.any())
          out.findings.push_back(std::move(changes));
    std::stable_sort(out.decisions.begin(), out.decisions.end(), [&](const auto& a, const auto& b) {
      return id_of(a.decision) < id_of(b.decision);
    });
    return out;
  }

 private:
  [[nodiscard]] const std::string& id_of(const Pair<DecisionId>& pair) const {
    return program_[program_[*(pair.after ? pair.after : pair.before)].predicate].id;
  }

  DecisionChanges of(const Pair<DecisionId>& pair) {
    const Decision& decision = program_[*(pair.after ? pair.after : pair.before)];
    const auto keys = static_cast<std::uint32_t>(decision.key_slots.size());
    const Relation no_tuple(keys + 1);
    const Outcome nothing{Relation(keys + 2), Relation(keys + 2), Relation(keys), Relation(keys)};
    const auto tuples = [&](std::optional<DecisionId> id) -> const Relation& {
      return id ? evaluation_.database[program_[*id].predicate] : no_tuple;
    };
    const auto outcome = [&](std::optional<DecisionId> id) -> const Outcome& {
      return id ? evaluation_.outcomes[id->value] : nothing;
    };
    const Outcome& before = outcome(pair.before);
    const Outcome& after = outcome(pair.after);
    return {pair, changed_keys(tuples(pair.before), tuples(pair.after), decision.value_slot),
            difference(before.missing, after.missing),
            difference(before.conflicts, after.conflicts)};
  }

  [[nodiscard]] std::set<Ids> ids(std::optional<FindingId> id) const {
    std::set<Ids> out;
    if (!id) return out;
    for (const RaisedFinding& raised : evaluation_.findings.raised(program_, *id))
      out.insert(ids(raised));
    return out;
  }

  [[nodiscard]] Ids ids(const RaisedFinding& raised) const {
    const FindingRule& finding = program_.findings[raised.finding.value];
    Ids out = ids_of(program_, finding, distinguishing_variables(finding), raised.values);
    out.push_back(std::to_string(static_cast<int>(finding.severity)));
    return out;
  }

  FindingChanges of(const Pair<FindingId>& pair) const {
    FindingChanges out{pair, {}, {}};
    const auto only = [&](std::optional<FindingId> here, std::optional<FindingId> there,
                          std::vector<RaisedFinding>& list) {
      if (!here) return;
      const std::set<Ids> others = ids(there);
      for (const RaisedFinding& raised : evaluation_.findings.raised(program_, *here))
        if (!others.contains(ids(raised))) list.push_back(raised);
    };
    only(pair.before, pair.after, out.gone);
    only(pair.after, pair.before, out.come);
    return out;
  }

  const SideBySide& both_;
  const Program& program_;
  const Evaluation& evaluation_;
};

}  // namespace

OutcomeChanges changes_in(const SideBySide& both, const Evaluation& evaluation) {
  return Changes(both, evaluation).found();
}

}  // namespace mingze
