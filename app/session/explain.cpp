#include "app/session/explain.hpp"

#include <stdexcept>

#include "app/session/ask.hpp"
#include "engine/explain/check_proof.hpp"
#include "engine/explain/why_not.hpp"

namespace mingze::app {

report::Explanation explained(const Explained& run, const Proof& proof,
                              const report::ExplanationLimits& limits) {
  const Program& program = run.prepared.program();
  if (const auto wrong = check_proof(program, run.stated, run.evaluation.database, proof))
    throw std::logic_error("a proof did not pass its check at step " + std::to_string(wrong->step) +
                           ": " + wrong->what);
  return report::explanation_of(program, run.sources, proof, limits, run.cited);
}

report::WhyReport why(const Question& question, const Explained& run, const WhyOptions& options) {
  Explainer explainer(run.prepared.program(), run.prepared.plan, run.evaluation);
  return why(question, run, options, explainer);
}

report::WhyReport why(const Question& question, const Explained& run, const WhyOptions& options,
                      Explainer& explainer, Meter* meter) {
  const Program& program = run.prepared.program();
  const AnswerRows answers =
      rows_of_answers(question.body, program, run.evaluation.database, meter);
  report::WhyReport report{question.text, !answers.rows.empty(), {}, answers.rows.size()};
  for (const std::vector<Value>& row : answers.rows) {
    if (report.proofs.size() >= options.answers) break;
    if (meter != nullptr) meter->check();
    Binding known(question.body.variables.size());
    for (const std::uint32_t variable : answers.variables) known.bind(variable, row[variable]);
    report.proofs.push_back(explained(run, explainer.why(question.body, known), options.limits));
  }
  return report;
}

report::WhyNotReport why_not(const Question& question, Prepared& prepared,
                             const Evaluation& evaluation, const Sources& sources, Meter* meter) {
  Program& program = prepared.program();
  const AnswerRows answers = rows_of_answers(question.body, program, evaluation.database, meter);
  report::WhyNotReport report{question.text, !answers.rows.empty(), {}};
  if (report.holds) return report;
  if (meter != nullptr) meter->check();
  WhyNot search(program, prepared.plan, prepared.stated, evaluation);
  for (const Attempt& attempt : search.attempts(question.body))
    report.attempts.push_back(report::attempt_text(program, sources, question.body, attempt));
  if (meter != nullptr) meter->check();
  return report;
}

report::Proofs proofs_of(const Explained& run, Explainer& explainer) {
  const auto shown = [run](const Proof& proof) {
    return std::make_shared<const report::Explanation>(explained(run, proof, {}));
  };
  const auto of_key = [run, &explainer, shown](DecisionId id, const report::DecidedKey& key) {
    switch (key.status) {
      case Status::missing:
        return shown(explainer.why_missing(id, key.key));
      case Status::conflict:
        return shown(explainer.why_conflict(id, key.key));
      case Status::decided:
        break;
    }
    const Program& program = run.prepared.program();
    const Decision& decision = program[id];
    std::vector<Value> values(program[decision.predicate].slots.size());
    for (std::size_t i = 0; i < key.key.size(); ++i) values[decision.key_slots[i]] = key.key[i];
    values[decision.value_slot] = key.values.front();
    return shown(explainer.why(decision.predicate, values));
  };
  return {of_key, [&explainer, shown](const RaisedFinding& raised) {
            return shown(explainer.why_raised(raised));
          }};
}

}  // namespace mingze::app
