// The members of a plan, for archives (engine/base/archive_writer.hpp): all but its diagnostics.
#pragma once

#include "engine/plan/plan.hpp"

namespace mingze {

template <NodeOf<RuleHead> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.rule, n.conclusion);
}
template <NodeOf<Descent> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.hierarchy, n.slot, n.rules);
}
template <NodeOf<Stratum> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.predicates, n.rules, n.recursive, n.descent);
}
template <NodeOf<Plan> N, typename V>
void fields(N& n, V&& visit) {
  visit(n.strata);
}

}  // namespace mingze
