// Rules and findings.
#pragma once

#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Ids first, then bodies: rules name each other. `lapsed_too`: those that are not in force stand
/// in the program as well.
void lower_rules(Context& context, const std::vector<Placed<Rule>>& rules, Declared& declared,
                 bool lapsed_too);

void lower_findings(Context& context, const std::vector<Placed<Finding>>& findings,
                    Declared& declared);

}  // namespace mingze::dsl
