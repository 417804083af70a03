// `for every "template"`: the keys for which a decision is due.
#pragma once

#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Finds the relation whose template the text is, and for each key the slot that holds it. Where
/// the decision's keys are not known (an error elsewhere) only the relation is looked for.
void read_domain(Context& context, const Word& text, mingze::Decision& decision, bool keys_known);

}  // namespace mingze::dsl
