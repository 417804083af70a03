// Databases among the world's files.
#pragma once

#include <optional>
#include <string>

#include "engine/base/files.hpp"

namespace mingze::app {

/// Somebody writes to a database: what was written and not yet moved into it stands beside it.
[[nodiscard]] std::optional<Failure> in_use(const FileSystem& files, const std::string& path);

/// Why no results may be written there: it holds something else, or is in use.
[[nodiscard]] std::optional<Failure> refused(const FileSystem& files, const std::string& path);

}  // namespace mingze::app
