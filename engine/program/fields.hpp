// The members of a program, for archives (engine/base/archive_writer.hpp): all but its tests.
#pragma once

#include "engine/program/program.hpp"

namespace mingze {

constexpr std::uint64_t values_of(Comparison) { return 6; }
constexpr std::uint64_t values_of(Ground) { return 3; }
constexpr std::uint64_t values_of(Condition::Sort) { return 4; }
constexpr std::uint64_t values_of(Conclusion::Sort) { return 3; }

template <NodeOf<Date> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.days);
}
template <NodeOf<Period> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.from, n.until);
}
template <NodeOf<Slot> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.role, n.kind);
}
template <NodeOf<TemplatePiece> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.word, n.slot);
}
template <NodeOf<Predicate> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.slots, n.zh, n.en, n.hierarchy, n.decision, n.span);
}
template <NodeOf<Term> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.is_variable, n.value);
}
template <NodeOf<Atom> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicate, n.terms);
}
template <NodeOf<Condition> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.sort, n.atom, n.count, n.counted, n.comparison, n.left, n.right, n.kind, n.span);
}
template <NodeOf<Conclusion> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.sort, n.atom, n.span);
}
template <NodeOf<Variable> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.name, n.kind);
}
template <NodeOf<Citation> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.document, n.clause);
}
template <NodeOf<Body> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.variables, n.conditions);
}
template <NodeOf<Rule> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.label, n.body, n.conclusions, n.cites, n.overrides, n.span);
}
template <NodeOf<TextPiece> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.text, n.variable);
}
template <NodeOf<BilingualTemplate> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.zh, n.en);
}
template <NodeOf<FindingRule> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.severity, n.body, n.message, n.on, n.suggest, n.cites, n.span);
}
template <NodeOf<Decision::Domain> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicate, n.slots);
}
template <NodeOf<Decision> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicate, n.value_slot, n.key_slots, n.domain, n.prefer);
}
template <NodeOf<Document> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.title, n.rank, n.issued, n.period, n.span);
}
template <NodeOf<Fact> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicate, n.values, n.cites, n.span);
}
template <NodeOf<FactFile> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicate, n.file, n.span);
}
template <NodeOf<OtherName> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.kind, n.entity, n.name);
}
template <NodeOf<Program> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.as_of, n.symbols, n.predicates, n.decisions, n.documents, n.rules, n.findings, n.facts,
        n.fact_files, n.other_names);
}

}  // namespace mingze
