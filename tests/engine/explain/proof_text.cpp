#include "tests/engine/explain/proof_text.hpp"

namespace mingze::test {

namespace {

std::string sentence(const Program& program, const Step& step) {
  const Predicate& predicate = program[step.predicate];
  std::string out = predicate.id + "(";
  for (std::size_t i = 0; i < step.values.size(); ++i)
    out += (i == 0 ? "" : " ") + program.symbols.id_of(predicate.slots[i].kind, step.values[i]);
  return out + ")";
}

std::string premises(const Use& use) {
  std::string out;
  for (const auto& condition : use.premises) {
    std::string one;
    for (const std::uint32_t premise : condition)
      one += (one.empty() ? "" : "+") + std::to_string(premise);
    out += " " + (one.empty() ? "-" : one);
  }
  return out;
}

std::string candidate(const Program& program, const Step& step, const ProvedCandidate& one) {
  const Decision& decision = program[*program[step.predicate].decision];
  const KindId kind = program[step.predicate].slots[decision.value_slot].kind;
  std::string out = program[one.use.rule].id + "=" + program.symbols.id_of(kind, one.value);
  static const char* const grounds[] = {"overrides", "rank", "date", "specificity"};
  if (one.fate == ProvedCandidate::Fate::barred) out += "!bar " + program[one.bar->rule].id;
  if (one.fate == ProvedCandidate::Fate::defeated)
    out += "!" + program[step.candidates[one.defeated_by].use.rule].id + "/" +
           grounds[static_cast<int>(one.ground)];
  return out;
}

}  // namespace

std::vector<std::string> lines(const Program& program, const Proof& proof) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < proof.steps.size(); ++i) {
    const Step& step = proof.steps[i];
    std::string line = std::to_string(i) + " ";
    using enum Step::Sort;
    if (step.sort == raised) line += program.findings[step.finding.value].id;
    if (step.sort == answered) line += "?";
    if (step.sort != raised && step.sort != answered) line += sentence(program, step);
    if (step.sort == missing) line += " missing " + std::to_string(step.domain);
    if (step.sort == conflict) line += " conflict";
    if (step.sort == derived) line += " " + program[step.use.rule].id;
    if (step.sort == derived || step.sort == raised || step.sort == answered)
      line += " <-" + premises(step.use.use);
    for (const ProvedCandidate& one : step.candidates) line += " " + candidate(program, step, one);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace mingze::test
