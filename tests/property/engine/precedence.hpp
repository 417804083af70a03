// Which rule defeats which, by the text of docs/language.md ("Meaning" 4).
#pragma once

#include <map>
#include <vector>

#include "engine/program/program.hpp"

namespace mingze::reference {

class Precedence {
 public:
  explicit Precedence(const Program& program);

  [[nodiscard]] bool override_cycle() const;
  /// Whether rule r defeats rule s within a decision.
  [[nodiscard]] bool defeats(const Decision& decision, std::size_t r, std::size_t s) const;

 private:
  const Program& program_;
  std::vector<std::vector<bool>> overrides_;  // the transitive closure
};

/// Whether the conditions of one body strictly contain those of the other, up to renaming: every
/// injective renaming is tried.
[[nodiscard]] bool contains_strictly(const Body& special, const Body& general);

}  // namespace mingze::reference
