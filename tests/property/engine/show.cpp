#include <string>

#include "tests/property/engine/sketch.hpp"

namespace mingze::property {

namespace {

class Printer {
 public:
  explicit Printer(const Program& program) : program_(program) {}

  std::string body(const Body& body) const {
    std::string text;
    for (const Condition& c : body.conditions)
      text += (text.empty() ? "" : ", ") + condition(body, c);
    return text;
  }

  std::string atom(const Body& body, const Atom& atom) const {
    std::string text = program_[atom.predicate].id + "(";
    for (std::size_t i = 0; i < atom.terms.size(); ++i)
      text +=
          (i == 0 ? "" : ", ") + term(body, atom.terms[i], program_[atom.predicate].slots[i].kind);
    return text + ")";
  }

 private:
  std::string term(const Body& body, Term term, KindId kind) const {
    return term.is_variable ? body.variables[term.value].name
                            : program_.symbols.id_of(kind, term.value);
  }

  std::string condition(const Body& body, const Condition& c) const {
    static const char* const signs[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
    switch (c.sort) {
      case Condition::Sort::positive:
        return atom(body, c.atom);
      case Condition::Sort::negative:
        return "!" + atom(body, c.atom);
      case Condition::Sort::at_least:
        return "#" + std::to_string(c.count) + " " + body.variables[c.counted].name + " " +
               atom(body, c.atom);
      default:
        return term(body, c.left, c.kind) + signs[static_cast<int>(c.comparison)] +
               term(body, c.right, c.kind);
    }
  }

  const Program& program_;
};

void show_decision(const Program& program, const Decision& decision, std::ostream& out) {
  out << "decision " << program[decision.predicate].id;
  if (decision.domain) out << " for every " << program[decision.domain->predicate].id;
  for (const Ground ground : decision.prefer)
    out << " prefer "
        << (ground == Ground::rank   ? "rank"
            : ground == Ground::date ? "date"
                                     : "specificity");
  out << "\n";
}

void show_rule(const Program& program, const Rule& rule, std::ostream& out) {
  const Printer printer(program);
  out << rule.id << ": ";
  for (const Conclusion& conclusion : rule.conclusions)
    out << (conclusion.sort == Conclusion::Sort::bar ? "-" : "")
        << printer.atom(rule.body, conclusion.atom) << " ";
  out << ":- " << printer.body(rule.body);
  for (const RuleId other : rule.overrides) out << " overrides " << program[other].id;
  for (const Citation& cited : rule.cites) out << " cites " << program[cited.document].id;
  out << "\n";
}

}  // namespace

void show(const Program& program, std::ostream& out) {
  const Printer printer(program);
  out << "\n";
  for (const Decision& decision : program.decisions) show_decision(program, decision, out);
  for (const Document& document : program.documents)
    out << document.id << " rank " << (document.rank ? std::to_string(*document.rank) : "-")
        << " issued " << (document.issued ? to_string(*document.issued) : "-") << "\n";
  for (const Rule& rule : program.rules) show_rule(program, rule, out);
  for (const Fact& fact : program.facts) {
    Atom atom{fact.predicate, {}};
    for (const Value value : fact.values) atom.terms.push_back({false, value});
    out << printer.atom({}, atom) << "\n";
  }
  for (const FindingRule& finding : program.findings) {
    out << finding.id << " on " << (finding.on ? finding.body.variables[*finding.on].name : "-")
        << " message";
    for (const TextPiece& piece : finding.message.en)
      out << " " << finding.body.variables[*piece.variable].name;
    out << " :- " << printer.body(finding.body) << "\n";
  }
}

}  // namespace mingze::property
