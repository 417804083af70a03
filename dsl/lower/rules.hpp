// Rules and findings.
#pragma once

#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Ids first, then bodies: rules name each other.
void lower_rules(Context& context, const std::vector<Placed<Rule>>& rules, Declared& declared);

void lower_findings(Context& context, const std::vector<Placed<Finding>>& findings,
                    Declared& declared);

}  // namespace mingze::dsl
