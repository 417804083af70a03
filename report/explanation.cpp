#include "report/explanation.hpp"

#include <algorithm>
#include <utility>

#include "report/condition_text.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::report {

namespace {

using Fate = ProvedCandidate::Fate;

void place(const Sources& sources, Span span, RuleName& name) {
  if (!span.valid()) return;
  name.file = sources[span.source].name();
  name.line = sources[span.source].row_of(span.begin);
}

/// Unfolds a proof into a tree, step by step.
class Unfolding {
 public:
  Unfolding(const Program& program, const Sources& sources, const Proof& proof,
            const ExplanationLimits& limits, const CitedFacts& cited)
      : program_(program),
        sources_(sources),
        proof_(proof),
        limits_(limits),
        cited_(cited),
        told_(proof.steps.size(), untold) {}

  Explanation run() {
    out_.reasons.reserve(std::min<std::size_t>(limits_.reasons, 2 * proof_.steps.size()));
    out_.root = add_step(static_cast<std::uint32_t>(proof_.steps.size() - 1), 0);
    open_ = std::exchange(waiting_, {});
    while (!open_.empty()) {
      const Open next = open_.back();
      open_.pop_back();
      unfold(next);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t untold = UINT32_MAX;

  /// A reason that waits to be unfolded: one step, or one use of a rule for a sentence.
  struct Open {
    std::uint32_t reason;
    std::uint32_t depth;
    std::uint32_t step;
    const RuleUse* use;  ///< null: the step itself
  };

  std::uint32_t add(Reason reason) {
    out_.reasons.push_back(std::move(reason));
    return static_cast<std::uint32_t>(out_.reasons.size() - 1);
  }

  /// A reason for a step, to be unfolded later.
  std::uint32_t add_step(std::uint32_t step, std::uint32_t depth) {
    const std::uint32_t reason = add(named(proof_.steps[step]));
    waiting_.push_back({reason, depth, step, nullptr});
    return reason;
  }

  std::uint32_t add_use(Message sentence, const RuleUse& use, std::uint32_t step,
                        std::uint32_t depth) {
    Reason reason;
    reason.sentence = std::move(sentence);
    reason.by = Reason::By::rule;
    reason.rule = rule_name(use.rule);
    const std::uint32_t number = add(std::move(reason));
    waiting_.push_back({number, depth, step, &use});
    return number;
  }

  void unfold(const Open& open) {
    const Step& step = proof_.steps[open.step];
    const bool leaf = open.use == nullptr && step.sort == Step::Sort::stated;
    if (leaf) return;
    if (open.use == nullptr && told_[open.step] != untold) return refer(open);
    if (open.depth >= limits_.depth || out_.reasons.size() >= limits_.reasons) {
      out_.reasons[open.reason].cut = out_.cut = true;
      return;
    }
    if (open.use != nullptr) {
      rest_on(open, program_[open.use->rule].body, open.use->use);
    } else {
      told_[open.step] = open.reason;
      unfold_step(open, step);
    }
    open_.insert(open_.end(), waiting_.rbegin(), waiting_.rend());
    waiting_.clear();
  }

  void refer(const Open& open) {
    Reason& first = out_.reasons[told_[open.step]];
    if (first.number == 0) first.number = ++numbers_;
    Reason& reason = out_.reasons[open.reason];
    reason.same_as = first.number;
  }

  void unfold_step(const Open& open, const Step& step) {
    using enum Step::Sort;
    switch (step.sort) {
      case derived:
        return rest_on(open, program_[step.use.rule].body, step.use.use);
      case raised:
        return rest_on(open, program_.findings[step.finding.value].body, step.use.use);
      case answered:
        return rest_on(open, proof_.question, step.use.use);
      case missing: {
        const std::uint32_t due = add_step(step.domain, open.depth + 1);  // moves the reasons
        out_.reasons[open.reason].from.push_back(due);
        break;
      }
      default:
        break;
    }
    tell_candidates(open, step);
  }

  /// The conditions of a match, each with its steps.
  void rest_on(const Open& open, const Body& body, const Use& use) {
    std::vector<std::pair<std::string, Message>> variables;
    variables.reserve(body.variables.size());
    for (std::uint32_t v = 0; v < body.variables.size(); ++v) {
      const auto& [name, kind] = body.variables[v];
      if (!use.binding.bound[v] || name == "_") continue;
      const std::string label = program_.symbols.label_of(kind, use.binding.values[v]);
      variables.emplace_back(name, Message{label, label});
    }
    std::vector<std::uint32_t> from;
    from.reserve(body.conditions.size());
    for (std::size_t i = 0; i < body.conditions.size(); ++i)
      from.push_back(add_condition(open, body, body.conditions[i], use.binding, use.premises[i]));
    Reason& reason = out_.reasons[open.reason];
    reason.variables = std::move(variables);
    reason.from = std::move(from);
  }

  std::uint32_t add_condition(const Open& open, const Body& body, const Condition& condition,
                              const Binding& binding, const std::vector<std::uint32_t>& premises) {
    if (condition.sort == Condition::Sort::positive) return add_step(premises[0], open.depth + 1);
    Reason reason;
    reason.sentence = condition_text(program_, body, condition, binding);
    reason.by = condition.sort == Condition::Sort::negative   ? Reason::By::no_such
                : condition.sort == Condition::Sort::at_least ? Reason::By::counted
                                                              : Reason::By::compared;
    const std::uint32_t number = add(std::move(reason));
    for (const std::uint32_t premise : premises) {
      const std::uint32_t witness = add_step(premise, open.depth + 2);
      out_.reasons[number].from.push_back(witness);
    }
    return number;
  }

  /// Of a decided step the first rule that agrees is told as its own, then the others, then the
  /// other values of a conflict, then what lost.
  void tell_candidates(const Open& open, const Step& step) {
    if (step.candidates.empty()) return;
    const Value value = step.values[program_[*program_[step.predicate].decision].value_slot];
    const bool decided = step.sort == Step::Sort::decided;
    bool first = decided;
    for (const bool agreeing : {true, false})
      for (const ProvedCandidate& candidate : step.candidates) {
        const bool agrees = decided && candidate.value == value;
        if (candidate.fate != Fate::stands || agrees != agreeing) continue;
        if (std::exchange(first, false)) {
          rest_on(open, program_[candidate.use.rule].body, candidate.use.use);
          continue;
        }
        const std::uint32_t number =
            add_use(sentence_with(step, candidate.value), candidate.use, open.step, open.depth + 1);
        Reason& reason = out_.reasons[open.reason];
        (agrees ? reason.agreeing : reason.against).push_back(number);
      }
    for (const ProvedCandidate& candidate : step.candidates) {
      if (candidate.fate == Fate::stands) continue;
      Reason::Loser lost = loser(step, candidate, open);
      lost.same_value = decided && candidate.value == value;
      out_.reasons[open.reason].defeated.push_back(std::move(lost));
    }
  }

  Reason::Loser loser(const Step& step, const ProvedCandidate& candidate, const Open& open) {
    const Predicate& predicate = program_[step.predicate];
    const KindId kind = predicate.slots[program_[*predicate.decision].value_slot].kind;
    const std::string label = program_.symbols.label_of(kind, candidate.value);
    Reason::Loser lost{{label, label}, rule_name(candidate.use.rule), {}, {}, {}, false};
    if (candidate.fate == Fate::barred) {
      const Message sentence = sentence_with(step, candidate.value);
      lost.defeated_by = rule_name(candidate.bar->rule);
      lost.ground = "barred";
      lost.bar = add_use({"非 " + sentence.zh, "not " + sentence.en}, *candidate.bar, open.step,
                         open.depth + 1);
    } else {
      lost.defeated_by = rule_name(step.candidates[candidate.defeated_by].use.rule);
      lost.ground = ground_name(candidate.ground);
    }
    return lost;
  }

  // --- words ---

  [[nodiscard]] Message sentence_with(const Step& step, Value value) const {
    std::vector<Value> values = step.values;
    values[program_[*program_[step.predicate].decision].value_slot] = value;
    return {sentence(program_, step.predicate, values, Language::zh),
            sentence(program_, step.predicate, values, Language::en)};
  }

  [[nodiscard]] Message key_text(const Step& step) const {
    const std::uint32_t slot = program_[*program_[step.predicate].decision].value_slot;
    return {sentence_with_open_slot(program_, step.predicate, step.values, slot, Language::zh),
            sentence_with_open_slot(program_, step.predicate, step.values, slot, Language::en)};
  }

  /// The sentence of a step and who says so; what it rests on comes later.
  [[nodiscard]] Reason named(const Step& step) {
    using enum Step::Sort;
    Reason reason;
    switch (step.sort) {
      case raised: {
        const FindingRule& finding = program_.findings[step.finding.value];
        const auto& values = step.use.use.binding.values;
        reason.sentence = {
            filled(program_, finding.message.zh, finding.body, values, Language::zh),
            filled(program_, finding.message.en, finding.body, values, Language::en)};
        reason.by = Reason::By::finding;
        reason.rule = {finding.id, {}, basis_of(program_, finding.cites), {}, 0};
        place(sources_, finding.span, reason.rule);
        return reason;
      }
      case answered:
        reason.sentence = question_text(step.use.use.binding);
        reason.by = Reason::By::question;
        return reason;
      case missing:
      case conflict:
        reason.sentence = key_text(step);
        reason.by = step.sort == missing ? Reason::By::missing : Reason::By::conflict;
        return reason;
      default:
        break;
    }
    reason.sentence = {sentence(program_, step.predicate, step.values, Language::zh),
                       sentence(program_, step.predicate, step.values, Language::en)};
    if (step.sort == stated) {
      if (const Fact* fact = cited_.find(step.origin))
        reason.rule.cites = basis_of(program_, fact->cites);
      place(sources_, step.origin, reason.rule);
      return reason;
    }
    reason.by = Reason::By::rule;
    reason.rule = rule_name(step.sort == derived ? step.use.rule : prevailing(step));
    return reason;
  }

  /// The first rule that comes to the value of a decided step.
  [[nodiscard]] RuleId prevailing(const Step& step) const {
    const Value value = step.values[program_[*program_[step.predicate].decision].value_slot];
    for (const ProvedCandidate& candidate : step.candidates)
      if (candidate.fate == Fate::stands && candidate.value == value) return candidate.use.rule;
    return {};
  }

  [[nodiscard]] Message question_text(const Binding& binding) const {
    Message out;
    for (const Condition& condition : proof_.question.conditions) {
      const Message one = condition_text(program_, proof_.question, condition, binding);
      out.zh += (out.zh.empty() ? "" : " 且 ") + one.zh;
      out.en += (out.en.empty() ? "" : " and ") + one.en;
    }
    return out;
  }

  [[nodiscard]] RuleName rule_name(RuleId id) const {
    return report::rule_name(program_, sources_, id);
  }

  const Program& program_;
  const Sources& sources_;
  const Proof& proof_;
  const ExplanationLimits limits_;
  const CitedFacts& cited_;
  std::vector<std::uint32_t> told_;  // by step: the reason that tells it
  std::vector<Open> open_;           // in the order in which they are told, last first
  std::vector<Open> waiting_;        // children of what is unfolded now
  std::uint32_t numbers_ = 0;
  Explanation out_;
};

}  // namespace

RuleName rule_name(const Program& program, const Sources& sources, RuleId rule) {
  const Rule& named = program[rule];
  RuleName name{named.id, named.label, basis_of(program, named.cites), {}, 0};
  place(sources, named.span, name);
  return name;
}

std::string ground_name(DefeatGround ground) {
  switch (ground) {
    case DefeatGround::overrides:
      return "overrides";
    case DefeatGround::rank:
      return "rank";
    case DefeatGround::date:
      return "date";
    case DefeatGround::specificity:
      break;
  }
  return "specificity";
}

CitedFacts::CitedFacts(const Program& program) {
  for (const Fact& fact : program.facts)
    if (!fact.cites.empty()) facts_.emplace(fact.span, &fact);
}

const Fact* CitedFacts::find(Span place) const {
  const auto fact = facts_.find(place);
  return fact == facts_.end() ? nullptr : fact->second;
}

Explanation explanation_of(const Program& program, const Sources& sources, const Proof& proof,
                           const ExplanationLimits& limits, const CitedFacts* cited) {
  if (cited != nullptr) return Unfolding(program, sources, proof, limits, *cited).run();
  return Unfolding(program, sources, proof, limits, CitedFacts(program)).run();
}

}  // namespace mingze::report
