// What has to hold for the files of the project, as functions over texts: each returns the
// violations, one sentence each with the path first, so the tests can give them texts of their own.
#pragma once

#include <string>
#include <vector>

#include "tests/architecture/layer_table.hpp"

namespace mingze::architecture {

/// A file, by its path from the root of the project.
struct File {
  std::string path;
  std::string text;
};

using Violations = std::vector<std::string>;

/// One `#include`, with the name between its marks.
struct Include {
  std::string name;
  bool quoted = false;
  std::size_t line = 0;
};

[[nodiscard]] std::vector<Include> includes_of(std::string_view text);

/// Quoted includes: named from the root, existing among `files`, in the file's own folder or one
/// that its layer may include. A code file stands in some layer.
[[nodiscard]] Violations layer_violations(const std::vector<Layer>& layers,
                                          const std::vector<File>& files);

/// Includes in angle brackets: the standard library, or a library that the layer uses; X3 only in
/// dsl/grammar, Boost.Graph only in engine/plan, the graph of defeats and files named *graph*,
/// nlohmann/json only in .cpp files named *json* or *sarif*, SQLite only in those named *sqlite*.
[[nodiscard]] Violations library_violations(const std::vector<Layer>& layers,
                                            const std::vector<File>& files);

/// No file over 600 lines, no column over 100 in code, `#pragma once` in every header.
[[nodiscard]] Violations size_violations(const std::vector<File>& files);

/// At least half of the code files with at most 120 lines, nine in ten with at most 400.
[[nodiscard]] Violations proportion_violations(const std::vector<File>& files);

/// No path of the machine it was written on, and nothing beside the project but in tests,
/// benchmarks and CI.
[[nodiscard]] Violations path_violations(const std::vector<File>& files);

}  // namespace mingze::architecture
