// Problems of a run for another program: a JSON object a line (docs/schema/errors.schema.json).
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/result.hpp"
#include "engine/base/sources.hpp"

namespace mingze::report {

/// The line of a diagnostic, with its line break.
[[nodiscard]] std::string error_json(const Diagnostic& diagnostic, const Sources& sources,
                                     Language language);
/// Of a failure of the world.
[[nodiscard]] std::string error_json(const Failure& failure, Language language);
/// Of the run as a whole.
[[nodiscard]] std::string error_json(Severity severity, const std::string& code,
                                     const Message& message, Language language,
                                     const std::vector<Message>& notes = {});

}  // namespace mingze::report
