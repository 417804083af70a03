// Programs in their canonical layout, in either language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/workspace.hpp"

namespace mingze::app {

/// One file as it should be.
struct FormattedFile {
  SourceId source;
  std::string text;
  /// The line of the file, from 1, that is the first to differ; 0 where none does.
  std::uint32_t changed_from = 0;
};

/// Lays out the programs that the workspace was given by name, and with `to` puts them into that
/// language (dsl/convert). Each text is read again and compared with what it was made from before
/// it is returned. What is wrong is added to the workspace's problems; with errors there is
/// nothing. Throws std::logic_error where a text says something else: a fault of ours.
[[nodiscard]] std::optional<std::vector<FormattedFile>> format_programs(Workspace& workspace,
                                                                        std::optional<Language> to);

}  // namespace mingze::app
