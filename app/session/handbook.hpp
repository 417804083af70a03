// `mingze doc`: a program as a document, with its tests run.
#pragma once

#include <optional>

#include "app/session/run.hpp"
#include "report/handbook.hpp"

namespace mingze::app {

/// What the files named say; without any, what the built-in packs say. Nothing where there are
/// errors (see the workspace).
[[nodiscard]] std::optional<report::Handbook> document(Workspace& workspace, const Inputs& inputs,
                                                       Language language);

}  // namespace mingze::app
