#include "app/session/expectation.hpp"

#include <algorithm>

#include "engine/evaluate/evaluate.hpp"
#include "engine/explain/why.hpp"
#include "engine/explain/why_not.hpp"
#include "report/resolution.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

using report::Finding;

class Judge {
 public:
  Judge(const Expectation& expectation, const Explained& run)
      : expectation_(expectation),
        run_(run),
        program_(run.prepared.program()),
        evaluation_(run.evaluation) {}

  /// What came instead; nothing if the expectation came true.
  [[nodiscard]] std::optional<Message> got() const {
    using Sort = Expectation::Sort;
    switch (expectation_.sort) {
      case Sort::holds:
        return holds() ? std::nullopt : std::optional(instead());
      case Sort::fails:
        if (!holds()) return std::nullopt;
        return Message{"这句话成立", "it holds"};
      case Sort::finding: {
        if (first_finding(true)) return std::nullopt;
        const auto other = first_finding(false);
        if (!other) return Message{"没有报告这个问题", "the finding was not raised"};
        return Message{"报告在别处：" + other->message.zh,
                       "raised elsewhere: " + other->message.en};
      }
      case Sort::no_finding:
        break;
    }
    const auto raised = first_finding(true);
    if (!raised) return std::nullopt;
    return Message{raised->code + "：" + raised->message.zh,
                   raised->code + ": " + raised->message.en};
  }

  /// Adds why that came: the proof of what came instead, or what was lacking.
  void explain(report::TestReport::Failed& failed) const {
    using Sort = Expectation::Sort;
    switch (expectation_.sort) {
      case Sort::holds:
        for (const auto& [predicate, values] : values_instead())
          failed.why.push_back(told(explainer().why(predicate, values)));
        if (failed.why.empty()) failed.why_not = lacking(expectation_.body);
        break;
      case Sort::fails:
        failed.why.push_back(told(explainer().why(expectation_.body, first_match())));
        break;
      case Sort::finding:
        for (const FindingRule& finding : program_.findings)
          if (finding.id == expectation_.finding && !first_finding(false))
            failed.why_not = lacking(finding.body);
        break;
      case Sort::no_finding:
        if (const auto proof = why_raised()) failed.why.push_back(told(*proof));
        break;
    }
  }

  [[nodiscard]] bool holds() const {
    const std::vector<bool> none(expectation_.body.variables.size(), false);
    return !matches(program_, evaluation_.database, expectation_.body, none).empty();
  }

  using Tuple = std::pair<PredicateId, std::vector<Value>>;

  /// The decision whose sentence is expected, if it is one.
  [[nodiscard]] std::optional<DecisionId> expected_decision() const {
    const auto& conditions = expectation_.body.conditions;
    if (conditions.size() != 1) return std::nullopt;
    return program_[conditions[0].atom.predicate].decision;
  }

  /// The values that the decision has in place of the one expected.
  [[nodiscard]] std::vector<Tuple> values_instead() const {
    std::vector<Tuple> out;
    const auto decision = expected_decision();
    if (!decision) return out;
    const Body open = with_open_value(program_[*decision]);
    const Atom& atom = open.conditions[0].atom;
    const std::vector<bool> all(open.variables.size(), true);
    for (const auto& values : matches(program_, evaluation_.database, open, all)) {
      out.push_back({atom.predicate, {}});
      for (const Term term : atom.terms)
        out.back().second.push_back(term.is_variable ? values[term.value] : term.value);
    }
    return out;
  }

  /// What holds in place of a sentence that does not: for a decision its values.
  [[nodiscard]] Message instead() const {
    if (!expected_decision()) return {"这句话不成立", "it does not hold"};
    Message found;
    for (const auto& [predicate, values] : values_instead()) {
      found.zh += (found.zh.empty() ? "" : "；") +
                  report::sentence(program_, predicate, values, Language::zh);
      found.en += (found.en.empty() ? "" : "; ") +
                  report::sentence(program_, predicate, values, Language::en);
    }
    return found.empty() ? Message{"没有结果", "nothing is decided"} : found;
  }

  [[nodiscard]] Explainer explainer() const { return {program_, run_.prepared.plan, evaluation_}; }

  [[nodiscard]] report::Explanation told(const Proof& proof) const {
    return explained(run_, proof, {.depth = 6, .reasons = 40});
  }

  /// The two attempts that lack least. The search adds symbols to a program: to a copy.
  [[nodiscard]] std::vector<report::WhyNotReport::Attempt> lacking(const Body& body) const {
    const auto copy = copy_of(run_.prepared);
    WhyNot search(copy->program(), copy->plan, run_.stated, evaluation_);
    std::vector<report::WhyNotReport::Attempt> out;
    for (const Attempt& attempt : search.attempts(body)) {
      if (out.size() == 2) break;
      out.push_back(report::attempt_text(copy->program(), run_.sources, body, attempt));
    }
    return out;
  }

  /// The first match of a sentence that holds.
  [[nodiscard]] Binding first_match() const {
    const std::vector<bool> all(expectation_.body.variables.size(), true);
    const auto found = matches(program_, evaluation_.database, expectation_.body, all);
    Binding known(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) known.bind(i, found.front()[i]);
    return known;
  }

  /// The proof of the first finding that was not to be raised.
  [[nodiscard]] std::optional<Proof> why_raised() const {
    for (const RaisedFinding& raised : evaluation_.findings.all(program_)) {
      const FindingRule& rule = program_.findings[raised.finding.value];
      if (wanted(rule.id) && stands_on(rule, raised)) return explainer().why_raised(raised);
    }
    for (std::uint32_t i = 0; i < program_.decisions.size(); ++i) {
      const Decision& decision = program_.decisions[i];
      const Outcome& outcome = evaluation_.outcomes[i];
      const std::string& name = program_[decision.predicate].id;
      const auto first = [&](const Relation& keys) -> std::optional<std::vector<Value>> {
        for (std::uint32_t row = 0; row < keys.size(); ++row)
          if (stands_on(decision, keys.row(row)))
            return std::vector<Value>(keys.row(row).begin(), keys.row(row).end());
        return std::nullopt;
      };
      if (wanted(name + "-missing"))
        if (const auto key = first(outcome.missing)) return explainer().why_missing({i}, *key);
      if (wanted(name + "-conflict"))
        if (const auto key = first(outcome.conflicts)) return explainer().why_conflict({i}, *key);
    }
    return std::nullopt;
  }

  [[nodiscard]] Body with_open_value(const Decision& decision) const {
    Body open = expectation_.body;
    const KindId kind = program_[decision.predicate].slots[decision.value_slot].kind;
    const auto variable = static_cast<std::uint32_t>(open.variables.size());
    open.variables.push_back({"_", kind});
    open.conditions[0].atom.terms[decision.value_slot] = {true, variable};
    return open;
  }

  /// The first finding with the expected code; `here`: that stands on what is expected, too.
  [[nodiscard]] std::optional<Finding> first_finding(bool here) const {
    std::optional<Finding> first;
    const auto keep = [&](const Finding& finding) {
      if (!first || finding.code < first->code) first = finding;
    };
    for (const RaisedFinding& raised : evaluation_.findings.all(program_)) {
      const FindingRule& rule = program_.findings[raised.finding.value];
      if (!wanted(rule.id)) continue;
      if (!here || stands_on(rule, raised)) keep(report::finding_of(program_, raised));
    }
    for (std::uint32_t i = 0; i < program_.decisions.size(); ++i) key_finding({i}, here, keep);
    return first;
  }

  template <typename Keep>
  void key_finding(DecisionId id, bool here, const Keep& keep) const {
    const Decision& decision = program_[id];
    const Outcome& outcome = evaluation_.outcomes[id.value];
    const std::string& name = program_[decision.predicate].id;
    const auto look = [&](const Relation& keys, const std::string& code) {
      if (!wanted(code)) return;
      for (std::uint32_t row = 0; row < keys.size(); ++row)
        if (!here || stands_on(decision, keys.row(row)))
          return keep(Finding{code, Severity::error, about_key(decision, keys.row(row))});
    };
    look(outcome.missing, name + "-missing");
    look(outcome.conflicts, name + "-conflict");
  }

  [[nodiscard]] Message about_key(const Decision& decision, std::span<const Value> key) const {
    const Predicate& predicate = program_[decision.predicate];
    std::vector<Value> slots(predicate.slots.size(), 0);
    for (std::size_t i = 0; i < key.size(); ++i) slots[decision.key_slots[i]] = key[i];
    const auto in = [&](Language language) {
      return report::sentence_with_open_slot(program_, decision.predicate, slots,
                                             decision.value_slot, language);
    };
    return {in(Language::zh), in(Language::en)};
  }

  [[nodiscard]] bool wanted(const std::string& code) const {
    return expectation_.finding.empty() || expectation_.finding == code;
  }

  [[nodiscard]] bool is_expected(KindId kind, Value value) const {
    const auto& on = expectation_.on;
    return !expectation_.has_on ||
           std::find(on.begin(), on.end(), std::pair(kind, value)) != on.end();
  }

  [[nodiscard]] bool stands_on(const FindingRule& rule, const RaisedFinding& raised) const {
    if (!expectation_.has_on) return true;
    return rule.on && is_expected(rule.body.variables[*rule.on].kind, raised.values[*rule.on]);
  }

  [[nodiscard]] bool stands_on(const Decision& decision, std::span<const Value> key) const {
    if (!expectation_.has_on) return true;
    const auto& slots = program_[decision.predicate].slots;
    for (std::size_t i = 0; i < key.size(); ++i)
      if (is_expected(slots[decision.key_slots[i]].kind, key[i])) return true;
    return false;
  }

  const Expectation& expectation_;
  const Explained& run_;
  const Program& program_;
  const Evaluation& evaluation_;
};

}  // namespace

std::optional<report::TestReport::Failed> failure_of(const Expectation& expectation,
                                                     const Explained& run) {
  const Judge judge(expectation, run);
  auto got = judge.got();
  if (!got) return std::nullopt;
  const std::string expected = report::on_one_line(run.sources.text(expectation.span));
  const std::uint32_t line =
      run.sources[expectation.span.source].lines().line_of(expectation.span.begin);
  report::TestReport::Failed failed{{expected, expected}, std::move(*got), line};
  judge.explain(failed);
  return failed;
}

bool came_true(const Expectation& expectation, const Explained& run) {
  return !Judge(expectation, run).got();
}

}  // namespace mingze::app
