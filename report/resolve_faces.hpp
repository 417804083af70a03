// The faces of `mingze resolve`.
#pragma once

#include <iosfwd>

#include "report/layout.hpp"
#include "report/resolution.hpp"

namespace mingze::report {

/// docs/schema/resolve.schema.json. Streams: memory does not grow with the number of decisions.
void write_resolve_json(std::ostream& out, const Resolution& resolution, Language language);

/// Decisions as sentences, findings, then a table of counts. Of a decision with very many keys
/// only the first are shown, unless the decision was asked for.
void write_resolve_terminal(std::ostream& out, const Resolution& resolution, const Style& style);

/// The tuples of one relation or decision: ids between tabs, a column a slot, in code-point order.
void write_tuples_tsv(std::ostream& out, const Resolution& resolution, PredicateId predicate);

}  // namespace mingze::report
