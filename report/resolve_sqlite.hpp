// What `mingze resolve` came to, as a SQLite database (docs/results.md).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/progress.hpp"
#include "engine/base/result.hpp"
#include "report/explanation.hpp"
#include "report/resolution.hpp"

namespace mingze::report {

/// Where proofs come from. Each may give null: there is none.
struct Proofs {
  /// Of a key: why it has its value, why it has several, or why none.
  std::function<std::shared_ptr<const Explanation>(DecisionId, const DecidedKey&)> of_key;
  WhyRaised of_finding;
};

/// Fills the empty file at `path`; memory does not grow with the number of decisions. A failure's
/// subject is `path`.
[[nodiscard]] std::optional<Failure> write_resolve_sqlite(const std::string& path,
                                                          const Resolution& resolution,
                                                          const Proofs& proofs, Language language,
                                                          const OnProgress& progress = {});

}  // namespace mingze::report
