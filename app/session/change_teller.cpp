#include "app/session/change_teller.hpp"

#include <algorithm>

#include "report/resolution_findings.hpp"

namespace mingze::app {

namespace {

using What = report::DecisionChange::What;

constexpr report::ExplanationLimits limits{.depth = 20, .reasons = 2000};

std::vector<Value> tuple_of(const Decision& decision, const std::vector<Value>& key, Value value) {
  std::vector<Value> out(key.size() + 1);
  out[decision.value_slot] = value;
  for (std::size_t i = 0; i < key.size(); ++i) out[decision.key_slots[i]] = key[i];
  return out;
}

/// The labels of a key, in the order in which the decision's Chinese sentence has their slots.
Message about(const Program& program, const Decision& decision, const std::vector<Value>& key) {
  const Predicate& predicate = program[decision.predicate];
  const std::vector<Value> tuple = tuple_of(decision, key, 0);
  std::string out;
  for (const TemplatePiece& piece : predicate.zh) {
    if (!piece.slot || *piece.slot == decision.value_slot) continue;
    if (!out.empty()) out += " · ";
    out += program.symbols.label_of(predicate.slots[*piece.slot].kind, tuple[*piece.slot]);
  }
  return {out, out};
}

bool holds(const std::vector<Value>& values, Value value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

/// The changed keys of a decision, with their values before and after, both in key order.
class ChangeTeller::KeyWalk {
 public:
  using Tell = std::function<bool(const std::vector<Value>& key, const std::vector<Value>& before,
                                  const std::vector<Value>& after)>;

  KeyWalk(const Program& program, const Decision& decision, const ChangedKeys& keys,
          report::Ranks& ranks)
      : decision_(decision),
        ranks_(ranks),
        columns_(report::columns_of(program[decision.predicate], decision.key_slots)),
        before_(keys.before, all_columns(program), ranks),
        after_(keys.after, all_columns(program), ranks) {}

  bool run(const Tell& tell) {
    bool old = before_.next();
    bool now = after_.next();
    std::vector<Value> key;
    while (old || now) {
      const int order = !now ? -1 : !old ? 1 : compare();
      key.clear();
      const auto tuple = order <= 0 ? before_.tuple() : after_.tuple();
      for (const report::Column& column : columns_) key.push_back(tuple[column.index]);
      const auto had = order <= 0 ? values(before_, old, key) : std::vector<Value>{};
      const auto has = order >= 0 ? values(after_, now, key) : std::vector<Value>{};
      if (!tell(key, had, has)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] std::vector<report::Column> all_columns(const Program& program) const {
    auto out = columns_;
    out.push_back(
        {decision_.value_slot, program[decision_.predicate].slots[decision_.value_slot].kind});
    return out;
  }

  int compare() {
    for (const report::Column& column : columns_) {
      const int order =
          ranks_.compare(column.kind, before_.tuple()[column.index], after_.tuple()[column.index]);
      if (order != 0) return order;
    }
    return 0;
  }

  /// The values of the key at hand; `more`: whether there is another behind it.
  std::vector<Value> values(report::OrderedTuples& tuples, bool& more,
                            const std::vector<Value>& key) {
    std::vector<Value> out;
    const auto same = [&] {
      for (std::size_t i = 0; i < key.size(); ++i)
        if (tuples.tuple()[columns_[i].index] != key[i]) return false;
      return true;
    };
    for (; more && same(); more = tuples.next())
      out.push_back(tuples.tuple()[decision_.value_slot]);
    return out;
  }

  const Decision& decision_;
  report::Ranks& ranks_;
  std::vector<report::Column> columns_;
  report::OrderedTuples before_;
  report::OrderedTuples after_;
};

ChangeTeller::ChangeTeller(const Explained& run, const OutcomeChanges& changes,
                           std::uint64_t proofs)
    : run_(run),
      program_(run.prepared.program()),
      changes_(changes),
      proofs_(proofs),
      ranks_(program_),
      resolver_(program_) {}

report::DiffScene ChangeTeller::counts() const {
  report::DiffScene out;
  for (const DecisionChanges& one : changes_.decisions) {
    out.gained += one.keys.gained;
    out.lost += one.keys.lost;
    out.moved += one.keys.moved;
    out.findings_gone += std::uint64_t{one.missing.before.size()} + one.conflicts.before.size();
    out.findings_new += std::uint64_t{one.missing.after.size()} + one.conflicts.after.size();
  }
  for (const FindingChanges& one : changes_.findings) {
    out.findings_gone += one.gone.size();
    out.findings_new += one.come.size();
  }
  return out;
}

void ChangeTeller::changes(What what, const report::DiffScene::TellChange& tell) {
  for (const DecisionChanges& one : changes_.decisions) {
    const std::uint64_t count = what == What::gained ? one.keys.gained
                                : what == What::lost ? one.keys.lost
                                                     : one.keys.moved;
    if (count == 0) continue;
    const Decision& decision =
        program_[*(one.decision.after ? one.decision.after : one.decision.before)];
    const bool go_on = KeyWalk(program_, decision, one.keys, ranks_)
                           .run([&](const auto& key, const auto& before, const auto& after) {
                             const What is = before.empty()  ? What::gained
                                             : after.empty() ? What::lost
                                                             : What::moved;
                             return is != what || tell(told(one, key, before, after));
                           });
    if (!go_on) return;
  }
}

report::DecisionChange ChangeTeller::told(const DecisionChanges& changes,
                                          const std::vector<Value>& key,
                                          const std::vector<Value>& before,
                                          const std::vector<Value>& after) {
  const auto& [old, now] = changes.decision;
  const Decision& decision = program_[*(now ? now : old)];
  const Predicate& predicate = program_[decision.predicate];
  report::DecisionChange out;
  out.what = before.empty() ? What::gained : after.empty() ? What::lost : What::moved;
  out.decision = predicate.id;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const Slot& slot = predicate.slots[decision.key_slots[i]];
    out.key.emplace_back(slot.role, program_.symbols.id_of(slot.kind, key[i]));
  }
  out.about = about(program_, decision, key);
  out.from = side(old, now, key, before, after);
  out.to = side(now, old, key, after, before);
  if (proofs_ > 0) {
    --proofs_;
    if (!before.empty()) out.from.why = why(*old, key, before.front());
    if (!after.empty()) out.to.why = why(*now, key, after.front());
  }
  return out;
}

report::DecisionChange ChangeTeller::since(DecisionId now, const std::vector<Value>& key,
                                           const std::vector<Value>& values,
                                           const std::vector<std::string>& before) {
  const Decision& decision = program_[now];
  const KindId kind = program_[decision.predicate].slots[decision.value_slot].kind;
  report::DecisionChange out;
  out.what = before.empty() ? What::gained : What::moved;
  out.decision = program_[decision.predicate].id;
  out.about = about(program_, decision, key);
  out.recorded = true;
  out.to = side(now, std::nullopt, key, values, {});
  for (auto& value : out.to.values)
    value.in_both = std::find(before.begin(), before.end(), value.id) != before.end();
  for (const std::string& id : before) {
    const auto known =
        Symbols::has_entities(kind) ? program_.symbols.find_entity(kind, id) : std::nullopt;
    if (known) {
      out.from.values.push_back(side(std::nullopt, now, key, {*known}, values).values.front());
    } else {
      out.from.values.push_back({id, id});
      out.from.values.back().in_both =
          std::any_of(out.to.values.begin(), out.to.values.end(),
                      [&](const auto& value) { return value.id == id; });
    }
  }
  return out;
}

std::vector<Resolver::Judged> ChangeTeller::judged(std::optional<DecisionId> decision,
                                                   const std::vector<Value>& key) {
  if (!decision) return {};
  return resolver_.judged(*decision, run_.evaluation.outcomes[decision->value], key);
}

report::DecisionChange::Side ChangeTeller::side(std::optional<DecisionId> here,
                                                std::optional<DecisionId> there,
                                                const std::vector<Value>& key,
                                                const std::vector<Value>& values,
                                                const std::vector<Value>& others) {
  report::DecisionChange::Side out;
  if (values.empty()) return out;
  const Decision& decision = program_[*(here ? here : there)];
  const KindId kind = program_[decision.predicate].slots[decision.value_slot].kind;
  const auto ours = judged(here, key);
  const auto theirs = judged(there, key);
  const auto name = [&](RuleId rule) { return report::rule_name(program_, run_.sources, rule); };
  for (const Value value : values) {
    report::DecisionChange::Value told{program_.symbols.id_of(kind, value),
                                       program_.symbols.label_of(kind, value)};
    told.in_both = holds(others, value);
    for (const auto& [candidate, verdict] : ours)
      if (candidate.value == value && verdict.stands()) told.rules.push_back(name(candidate.rule));
    for (const auto& [candidate, verdict] : theirs) {
      if (told.in_both || candidate.value != value || verdict.stands() || told.lost) continue;
      report::Reason::Loser lost;
      lost.value = {told.label, told.label};
      lost.rule = name(candidate.rule);
      lost.ground = "barred";
      if (!verdict.barred) {
        lost.defeated_by = name(theirs[*verdict.defeated_by].candidate.rule);
        lost.ground = report::ground_name(verdict.ground);
      }
      told.lost = std::move(lost);
    }
    out.values.push_back(std::move(told));
  }
  return out;
}

std::shared_ptr<const report::Explanation> ChangeTeller::why(DecisionId decision,
                                                             const std::vector<Value>& key,
                                                             Value value) {
  if (!explainer_)
    explainer_ = std::make_unique<Explainer>(program_, run_.prepared.plan, run_.evaluation);
  const Proof proof =
      explainer_->why(program_[decision].predicate, tuple_of(program_[decision], key, value));
  return std::make_shared<const report::Explanation>(explained(run_, proof, limits));
}

void ChangeTeller::findings(bool gone, const report::DiffScene::TellFinding& tell) {
  const report::FindingWalk walk(program_, run_.evaluation, run_.sources);
  for (const DecisionChanges& one : changes_.decisions) {
    const auto decision = gone ? one.decision.before : one.decision.after;
    if (!decision) continue;
    const auto& conflicts = gone ? one.conflicts.before : one.conflicts.after;
    const auto& missing = gone ? one.missing.before : one.missing.after;
    if (!walk.conflicts(*decision, conflicts, tell) || !walk.missing(*decision, missing, tell))
      return;
  }
  for (const FindingChanges& one : changes_.findings)
    for (const RaisedFinding& raised : gone ? one.gone : one.come) {
      report::Finding finding = report::finding_of(program_, raised);
      if (proofs_ > 0) {
        --proofs_;
        if (!explainer_)
          explainer_ = std::make_unique<Explainer>(program_, run_.prepared.plan, run_.evaluation);
        finding.why = std::make_shared<const report::Explanation>(
            explained(run_, explainer_->why_raised(raised), limits));
      }
      if (!tell(finding)) return;
    }
}

}  // namespace mingze::app
