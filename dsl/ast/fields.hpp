// The members of every node of the tree, in one place: what archives and compares a tree visits.
//
// `fields(node, visit)` calls `visit(member, …)` once with all members that say what was written.
// Where it was written, and with which marks, is visited by `places`.
#pragma once

#include "dsl/ast/ast.hpp"
#include "engine/base/node_of.hpp"

namespace mingze::dsl {

constexpr std::uint64_t values_of(Form) { return 6; }
constexpr std::uint64_t values_of(Quote) { return 5; }
constexpr std::uint64_t values_of(Ground) { return 3; }
constexpr std::uint64_t values_of(Condition::Sort) { return 3; }
constexpr std::uint64_t values_of(Expectation::Sort) { return 4; }

template <NodeOf<Word> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.text, n.form);
}
template <NodeOf<DateLiteral> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.value.days);
}
template <NodeOf<PeriodClause> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.from, n.until);
}
template <NodeOf<Sentence> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.words);
}
template <NodeOf<Citation> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.source, n.clause);
}
template <NodeOf<BilingualText> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.first, n.second);
}
template <NodeOf<Pack> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.name, n.version);
}
template <NodeOf<Use> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.target);
}
template <NodeOf<Kind> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.other);
}
template <NodeOf<Relation> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.templates, n.hierarchy);
}
template <NodeOf<Decision> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.templates, n.value, n.key, n.domain, n.prefer);
}
template <NodeOf<SourceDocument> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.title, n.rank, n.issued, n.period);
}
template <NodeOf<OtherName> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.name, n.period);
}
template <NodeOf<EntityForm> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.kind, n.id, n.label, n.other_names);
}
template <NodeOf<FactForm> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.sentence, n.cites, n.period);
}
template <NodeOf<EntityOrFact> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.entity, n.fact);
}
template <NodeOf<Facts> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.relation, n.file);
}
template <NodeOf<Condition> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.sort, n.sentence, n.count, n.counted);
}
template <NodeOf<Conclusion> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.negated, n.sentence);
}
template <NodeOf<Rule> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.label, n.cites, n.overrides, n.period, n.conditions, n.conclusions);
}
template <NodeOf<Finding> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.id, n.severity, n.message, n.cites, n.on, n.suggest, n.conditions);
}
template <NodeOf<Expectation> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.sort, n.sentence, n.finding, n.on);
}
template <NodeOf<Test> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.label, n.as_of, n.given, n.expectations);
}
template <NodeOf<Statement> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.documentation, n.body);
}
template <NodeOf<Comment> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.text);
}

template <NodeOf<Word> N, typename V>
void places(N& n, V&& visit) {
  visit(n.span, n.quote);
}
template <NodeOf<Statement> N, typename V>
void places(N& n, V&& visit) {
  visit(n.span, n.language);
}
template <NodeOf<Comment> N, typename V>
void places(N& n, V&& visit) {
  visit(n.span, n.own_line);
}
template <typename N, typename V>
void places(N& n, V&& visit) {
  if constexpr (requires { n.span; }) visit(n.span);
}

}  // namespace mingze::dsl
