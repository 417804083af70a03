#include "app/session/expectation.hpp"

#include <algorithm>

#include "engine/evaluate/evaluate.hpp"
#include "report/resolution.hpp"
#include "report/resolution_findings.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

using report::Finding;

/// The words of an expectation on one line.
std::string as_written(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

class Judge {
 public:
  Judge(const Expectation& expectation, const Program& program, const Evaluation& evaluation)
      : expectation_(expectation), program_(program), evaluation_(evaluation) {}

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

 private:
  [[nodiscard]] bool holds() const {
    const std::vector<bool> none(expectation_.body.variables.size(), false);
    return !matches(program_, evaluation_.database, expectation_.body, none).empty();
  }

  /// What holds in place of a sentence that does not: for a decision its values.
  [[nodiscard]] Message instead() const {
    const Message no{"这句话不成立", "it does not hold"};
    const auto& conditions = expectation_.body.conditions;
    if (conditions.size() != 1) return no;
    const auto decision = program_[conditions[0].atom.predicate].decision;
    if (!decision) return no;
    const Body open = with_open_value(program_[*decision]);
    const std::vector<bool> all(open.variables.size(), true);
    Message found;
    for (const auto& values : matches(program_, evaluation_.database, open, all)) {
      Atom atom = open.conditions[0].atom;
      for (Term& term : atom.terms)
        if (term.is_variable) term = {false, values[term.value]};
      found.zh +=
          (found.zh.empty() ? "" : "；") + report::sentence(program_, atom, open, Language::zh);
      found.en +=
          (found.en.empty() ? "" : "; ") + report::sentence(program_, atom, open, Language::en);
    }
    return found.empty() ? Message{"没有结果", "nothing is decided"} : found;
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
  const Program& program_;
  const Evaluation& evaluation_;
};

}  // namespace

std::optional<report::TestReport::Failed> failure_of(const Expectation& expectation,
                                                     const Program& program,
                                                     const Evaluation& evaluation,
                                                     const Sources& sources) {
  auto got = Judge(expectation, program, evaluation).got();
  if (!got) return std::nullopt;
  const std::string expected = as_written(sources.text(expectation.span));
  const std::uint32_t line =
      sources[expectation.span.source].lines().line_of(expectation.span.begin);
  return report::TestReport::Failed{{expected, expected}, std::move(*got), line};
}

}  // namespace mingze::app
