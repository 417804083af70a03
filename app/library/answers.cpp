// What an engine answers.
#include <algorithm>
#include <ostream>
#include <type_traits>
#include <utility>

#include "app/library/drawable.hpp"
#include "app/library/inside.hpp"
#include "app/library/questions.hpp"
#include "app/library/since.hpp"
#include "app/library/values.hpp"
#include "app/session/ask.hpp"
#include "app/session/explain.hpp"
#include "engine/resolve/resolver.hpp"
#include "report/explanation_graphs.hpp"
#include "report/resolve_faces.hpp"
#include "report/sentence.hpp"

namespace mingze::v1 {

namespace {

/// Answers that stand: nothing may ask for any where they don't.
template <typename R, typename Work>
R alone(Engine::Inside& inside, Work work) {
  return guarded<R>([&]() -> R {
    if (inside.turns.mine()) return called_back();
    const Turns::Alone turn(inside.turns);
    if (!inside.up_to_date) return not_resolved();
    return work();
  });
}

/// An outsider's function. What it throws goes back to the outsider: it is no fault of ours.
template <typename What>
class Visitor {
 public:
  explicit Visitor(const std::function<bool(const What&)>& visit) : visit_(visit) {}
  /// Whether to go on.
  bool operator()(const What& what) {
    try {
      return visit_(what);
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
  }
  /// What the walk came to.
  Result<void> end(Result<void> walked) const {
    if (thrown_) std::rethrow_exception(thrown_);
    return walked;
  }

 private:
  const std::function<bool(const What&)>& visit_;
  std::exception_ptr thrown_;
};

/// Answers about one key of a decision.
template <typename R, typename Work>
R about_key(Engine::Inside& inside, std::string_view decision, const Fields& key, Work work) {
  return alone<R>(inside, [&]() -> R {
    const auto id = inside.decision(decision);
    if (!id) return id.error();
    const mingze::Decision& one = inside.program()[*id];
    const Since now(inside);
    const auto values = inside.values(one.predicate, one.key_slots, key);
    if (!values) return values.error();
    return work(*id, one, *values);
  });
}

/// Answers to a question.
template <typename R, typename Work>
R about_question(Engine::Inside& inside, std::string_view question, const Limits& limits,
                 Work work) {
  return alone<R>(inside, [&]() -> R {
    Meter meter(work_limits(limits));
    meter.check();
    const Since now(inside);
    const auto read = read_question(inside, question);
    if (!read) return read.error();
    return work(*read, meter);
  });
}

std::uint64_t key_columns(const mingze::Decision& decision) {
  std::uint64_t columns = 0;
  for (const std::uint32_t slot : decision.key_slots) columns |= std::uint64_t{1} << slot;
  return columns;
}

/// The key with its values in the order of the slots, as indexes take them.
Values by_column(const mingze::Decision& decision, const Values& key) {
  if (std::is_sorted(decision.key_slots.begin(), decision.key_slots.end())) return key;
  std::vector<std::pair<std::uint32_t, Value>> pairs;
  for (std::size_t i = 0; i < key.size(); ++i) pairs.emplace_back(decision.key_slots[i], key[i]);
  std::sort(pairs.begin(), pairs.end());
  Values out;
  for (const auto& [slot, value] : pairs) out.push_back(value);
  return out;
}

/// The values of a key: those of an index that is there, so for readers together.
Values decided_values(const Evaluation& answers, const mingze::Decision& decision,
                      const Values& key) {
  const mingze::Relation& decided = answers.database[decision.predicate];
  const Values columns = by_column(decision, key);
  Values out;
  if (decided.waits()) {
    decided.for_each_with(key_columns(decision), columns, [&](std::span<const Value> tuple) {
      out.push_back(tuple[decision.value_slot]);
      return true;
    });
  } else {
    const Index& index = decided.index(key_columns(decision));
    for (std::uint32_t row = index.first(decided.data(), columns); row != no_row;
         row = index.next(row))
      out.push_back(decided.at(row, decision.value_slot));
  }
  return out;
}

mingze::Message sentence_of(const Program& program, const mingze::Decision& decision,
                            const Values& key, const Values& values) {
  Values tuple(program[decision.predicate].slots.size());
  for (std::size_t i = 0; i < key.size(); ++i) tuple[decision.key_slots[i]] = key[i];
  const auto in = [&](mingze::Language language) {
    if (values.size() != 1)
      return report::sentence_with_open_slot(program, decision.predicate, tuple,
                                             decision.value_slot, language);
    tuple[decision.value_slot] = values.front();
    return report::sentence(program, decision.predicate, tuple, language);
  };
  return {in(mingze::Language::zh), in(mingze::Language::en)};
}

Decision decision_of(const Engine::Inside& inside, DecisionId id, const Values& key,
                     Values values) {
  const Program& program = inside.program();
  const mingze::Decision& decision = program[id];
  const KindId kind = program[decision.predicate].slots[decision.value_slot].kind;
  std::sort(values.begin(), values.end(), [&](Value a, Value b) {
    return program.symbols.id_of(kind, a) < program.symbols.id_of(kind, b);
  });
  Decision out;
  out.decision = program[decision.predicate].id;
  out.key = inside.fields(decision.predicate, decision.key_slots, key);
  using Status = Decision::Status;
  const mingze::Relation& missing = inside.answers->outcomes[id.value].missing;
  out.status = values.size() == 1      ? Status::decided
               : !values.empty()       ? Status::conflict
               : missing.contains(key) ? Status::missing
                                       : Status::none;
  for (const Value value : values) out.values.push_back(inside.name(kind, value));
  out.sentence = message_of(sentence_of(program, decision, key, values));
  return out;
}

report::Resolution resolution_of(const Engine::Inside& inside, report::Selection selection = {}) {
  return {inside.program(), *inside.answers, inside.workspace.sources(), std::move(selection)};
}

app::Explained explained_of(Engine::Inside& inside) {
  if (!inside.cited) inside.cited.emplace(inside.program());
  return {*inside.prepared, inside.prepared->stated, *inside.answers, inside.workspace.sources(),
          &*inside.cited};
}

/// What a report is drawn from; `graph` may be null.
template <typename Report>
std::shared_ptr<const Drawable::Inside> drawable(
    std::shared_ptr<const Report> report, const char* formats,
    void (*json)(std::ostream&, const Report&, mingze::Language),
    void (*terminal)(std::ostream&, const Report&, const report::Style&),
    std::type_identity_t<report::Graph (*)(const Report&, mingze::Language)> graph = nullptr) {
  return std::make_shared<const Drawable::Inside>(Drawable::Inside{
      [=](Format format, mingze::Language language) -> std::optional<Result<std::string>> {
        if (format == Format::json)
          return written([&](std::ostream& to) { json(to, *report, language); });
        if (format == Format::terminal)
          return written([&](std::ostream& to) { terminal(to, *report, {language}); });
        if (format == Format::dot && graph != nullptr)
          return written([&](std::ostream& to) { write_graph_dot(to, graph(*report, language)); });
        return std::nullopt;
      },
      formats});
}

Explanation explanation_of(report::WhyReport report) {
  const auto kept = std::make_shared<const report::WhyReport>(std::move(report));
  Explanation out(drawable(kept, "terminal, json, dot", report::write_why_json,
                           report::write_why_terminal, report::why_graph));
  out.holds = kept->holds;
  out.answers = kept->answers;
  for (const report::Explanation& one : kept->proofs) out.proofs.push_back(proof_of(one));
  return out;
}

}  // namespace

Explainer& Engine::Inside::explain() {
  if (explainer == nullptr)
    explainer = std::make_unique<Explainer>(program(), prepared->plan, *answers);
  return *explainer;
}

Result<std::vector<Diagnostic>> Engine::warnings() const {
  return guarded<Result<std::vector<Diagnostic>>>(
      [&]() -> Result<std::vector<Diagnostic>> { return inside_->warnings; });
}

Result<Decision> Engine::decide(std::string_view decision, const Fields& key) const {
  return guarded<Result<Decision>>([&]() -> Result<Decision> {
    Inside& inside = *inside_;
    if (inside.turns.mine()) return called_back();
    {
      const auto turn = inside.turns.together();
      if (!inside.up_to_date) return not_resolved();
      const auto id = inside.decision(decision);
      if (!id) return id.error();
      const mingze::Decision& one = inside.program()[*id];
      const bool ready = !std::as_const(inside.answers->database)[one.predicate].waits() &&
                         !inside.answers->outcomes[id->value].missing.waits();
      const auto values = ready ? inside.seen(one.predicate, one.key_slots, key) : std::nullopt;
      if (values)
        return decision_of(inside, *id, *values, decided_values(*inside.answers, one, *values));
    }
    return about_key<Result<Decision>>(
        inside, decision, key,
        [&](DecisionId id, const mingze::Decision& one, const Values& values) -> Result<Decision> {
          return decision_of(inside, id, values, decided_values(*inside.answers, one, values));
        });
  });
}

Result<std::vector<Candidate>> Engine::candidates(std::string_view decision,
                                                  const Fields& key) const {
  Inside& inside = *inside_;
  const auto tell = [&](DecisionId id, const mingze::Decision& one,
                        const Values& values) -> Result<std::vector<Candidate>> {
    const Program& program = inside.program();
    const KindId kind = program[one.predicate].slots[one.value_slot].kind;
    const auto told_rule = [&](RuleId rule) {
      return rule_of(report::rule_name(program, inside.workspace.sources(), rule));
    };
    std::vector<Candidate> out;
    Resolver resolver(program);
    const auto judged = resolver.judged(id, inside.answers->outcomes[id.value], values);
    for (const auto& [candidate, verdict] : judged) {
      Candidate told;
      told.value = inside.name(kind, candidate.value);
      told.rule = told_rule(candidate.rule);
      if (verdict.barred) {
        told.fate = Candidate::Fate::barred;
      } else if (verdict.defeated_by) {
        told.fate = Candidate::Fate::defeated;
        told.by = told_rule(judged[*verdict.defeated_by].candidate.rule);
        using Ground = Candidate::Ground;
        told.ground = verdict.ground == DefeatGround::overrides ? Ground::overrides
                      : verdict.ground == DefeatGround::rank    ? Ground::rank
                      : verdict.ground == DefeatGround::date    ? Ground::date
                                                                : Ground::specificity;
      }
      out.push_back(std::move(told));
    }
    return out;
  };
  return about_key<Result<std::vector<Candidate>>>(inside, decision, key, tell);
}

Result<void> Engine::for_each_decision(std::string_view decision,
                                       const std::function<bool(const Decision&)>& visitor) const {
  Inside& inside = *inside_;
  Visitor<Decision> visit(visitor);
  return visit.end(alone<Result<void>>(inside, [&]() -> Result<void> {
    const auto id = inside.decision(decision);
    if (!id) return id.error();
    resolution_of(inside).for_each_key(*id, [&](const report::DecidedKey& key) {
      return visit(decision_of(inside, *id, key.key, key.values));
    });
    return {};
  }));
}

Result<void> Engine::for_each_finding(const std::function<bool(const Finding&)>& visitor) const {
  Inside& inside = *inside_;
  Visitor<Finding> visit(visitor);
  return visit.end(alone<Result<void>>(inside, [&]() -> Result<void> {
    resolution_of(inside).for_each_finding(
        [&](const report::Finding& finding) { return visit(finding_of(finding, nullptr)); });
    return {};
  }));
}

Result<void> Engine::for_each_fact(std::string_view relation,
                                   const std::function<bool(const Fact&)>& visitor) const {
  Inside& inside = *inside_;
  Visitor<Fact> visit(visitor);
  return visit.end(alone<Result<void>>(inside, [&]() -> Result<void> {
    const auto id = inside.predicate(relation);
    if (!id) return id.error();
    const Predicate& predicate = inside.program()[*id];
    std::vector<std::uint32_t> slots(predicate.slots.size());
    for (std::uint32_t i = 0; i < slots.size(); ++i) slots[i] = i;
    bool more = true;
    resolution_of(inside).for_each_tuple(*id, [&](std::span<const Value> tuple) {
      if (more) more = visit({predicate.id, inside.fields(*id, slots, tuple)});
    });
    return {};
  }));
}

Result<bool> Engine::holds(const Fact& fact) const {
  Inside& inside = *inside_;
  return alone<Result<bool>>(inside, [&]() -> Result<bool> {
    const auto id = inside.predicate(fact.relation);
    if (!id) return id.error();
    const Since now(inside);
    const auto values = inside.values(*id, fact.fields);
    if (!values) return values.error();
    return std::as_const(inside.answers->database)[*id].contains(*values);
  });
}

Result<Answers> Engine::ask(std::string_view question, const Limits& limits) const {
  Inside& inside = *inside_;
  const auto tell = [&](const app::Question& read, Meter& meter) -> Result<Answers> {
    const auto report = std::make_shared<const report::Answers>(
        app::answers_to(read, inside.program(), *inside.answers, &meter));
    Answers out(drawable(report, "terminal, json", report::write_answers_json,
                         report::write_answers_terminal));
    out.holds = report->holds;
    for (const report::Answers::Answer& answer : report->answers) {
      Answers::Answer told{message_of(answer.sentence), {}, {}};
      for (std::size_t i = 0; i < answer.values.size(); ++i)
        told.values.push_back({report->variables[i], answer.values[i]});
      for (const report::Answers::By& by : answer.by)
        told.by.push_back({by.rule, by.label, basis_of(by.cites), "", 0});
      out.answers.push_back(std::move(told));
      meter.look();
    }
    return out;
  };
  return about_question<Result<Answers>>(inside, question, limits, tell);
}

Result<Explanation> Engine::why(std::string_view question, const Limits& limits,
                                std::uint64_t most) const {
  Inside& inside = *inside_;
  const auto tell = [&](const app::Question& read, Meter& meter) -> Result<Explanation> {
    return explanation_of(
        app::why(read, explained_of(inside), {{}, most}, inside.explain(), &meter));
  };
  return about_question<Result<Explanation>>(inside, question, limits, tell);
}

Result<Explanation> Engine::why_key(std::string_view decision, const Fields& key) const {
  Inside& inside = *inside_;
  const auto tell = [&](DecisionId id, const mingze::Decision& one,
                        const Values& values) -> Result<Explanation> {
    const Program& program = inside.program();
    const Values decided = decided_values(*inside.answers, one, values);
    report::WhyReport report;
    report.question = sentence_of(program, one, values, decided).zh;
    const auto add = [&](const mingze::Proof& proof) {
      report.proofs.push_back(app::explained(explained_of(inside), proof, {}));
    };
    Explainer& explainer = inside.explain();
    if (decided.size() > 1) {
      add(explainer.why_conflict(id, values));
    } else if (decided.size() == 1) {
      Values tuple(program[one.predicate].slots.size());
      for (std::size_t i = 0; i < values.size(); ++i) tuple[one.key_slots[i]] = values[i];
      tuple[one.value_slot] = decided.front();
      add(explainer.why(one.predicate, tuple));
    } else if (inside.answers->outcomes[id.value].missing.contains(values)) {
      add(explainer.why_missing(id, values));
    }
    report.answers = report.proofs.size();
    report.holds = !report.proofs.empty();
    return explanation_of(std::move(report));
  };
  return about_key<Result<Explanation>>(inside, decision, key, tell);
}

Result<WhyNot> Engine::why_not(std::string_view question, const Limits& limits) const {
  Inside& inside = *inside_;
  const auto tell = [&](const app::Question& read, Meter& meter) -> Result<WhyNot> {
    const auto report = std::make_shared<const report::WhyNotReport>(
        app::why_not(read, *inside.prepared, *inside.answers, inside.workspace.sources(), &meter));
    WhyNot out(drawable(report, "terminal, json, dot", report::write_why_not_json,
                        report::write_why_not_terminal, report::why_not_graph));
    out.holds = report->holds;
    for (const auto& attempt : report->attempts) out.attempts.push_back(attempt_of(attempt));
    return out;
  };
  return about_question<Result<WhyNot>>(inside, question, limits, tell);
}

Result<std::string> Engine::render(Format format, Language language,
                                   const Selection& selection) const {
  Inside& inside = *inside_;
  return alone<Result<std::string>>(inside, [&]() -> Result<std::string> {
    report::Selection chosen;
    chosen.summary_only = selection.summary_only;
    chosen.silenced = {selection.allow.begin(), selection.allow.end()};
    if (!selection.decision.empty()) {
      const auto id = inside.decision(selection.decision);
      if (!id) return id.error();
      chosen.decision = inside.program()[*id].predicate;
    }
    if (!selection.relation.empty()) {
      const auto id = inside.predicate(selection.relation);
      if (!id) return id.error();
      chosen.relation = *id;
    }
    const auto relation = chosen.relation;
    const bool known =
        format == Format::json || format == Format::terminal || (format == Format::tsv && relation);
    if (!known) return no_such_format("terminal, json, tsv (relation)");
    const report::Resolution resolution = resolution_of(inside, std::move(chosen));
    return written([&](std::ostream& out) {
      if (format == Format::json)
        write_resolve_json(out, resolution, language_of(language));
      else if (format == Format::terminal)
        write_resolve_terminal(out, resolution, {language_of(language)});
      else
        write_tuples_tsv(out, resolution, *relation);
    });
  });
}

}  // namespace mingze::v1
