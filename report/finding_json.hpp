// Findings and places as JSON (docs/schema/finding.schema.json).
#pragma once

#include <functional>

#include "engine/base/sources.hpp"
#include "report/finding.hpp"
#include "report/json_writer.hpp"

namespace mingze::report {

/// A place in a text: bytes, lines and columns; null where the span is invalid.
void write_span(JsonWriter& json, const Source* text, Span span);

/// What is cited, as a list under this key: documents by id, with their clauses.
void write_basis(JsonWriter& json, std::string_view key, const std::vector<Basis>& all);

/// A finding; `draft` is what its spans point into, or nothing. `more` writes further members.
void write_finding(JsonWriter& json, const Finding& finding, const Source* draft, Language language,
                   const std::function<void()>& more = {});

}  // namespace mingze::report
