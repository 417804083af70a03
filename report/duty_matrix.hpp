// Who does what in a draft, bodies by items: what faces count and draw. The items as the draft
// writes them stand in duty_table.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/clause/reading.hpp"

namespace mingze::report {

struct DutyMatrix {
  /// A department, or whatever else the text names, under one name however it is written.
  struct Body {
    std::string name;  ///< as the text writes it first
    std::uint64_t leads = 0;
    std::uint64_t cooperates = 0;
    std::uint64_t named = 0;  ///< items where it is named and nobody is said to lead
  };
  /// What one body has to do with one item; a text at fault may give it several roles.
  struct Part {
    std::uint32_t body = 0;  ///< index into `bodies`
    bool leads = false;
    bool cooperates = false;
    bool named = false;
  };
  /// That one body leads items in which another takes part.
  struct Cooperation {
    std::uint32_t lead = 0;
    std::uint32_t cooperating = 0;
    std::uint64_t items = 0;
  };

  std::vector<Body> bodies;              ///< those that lead most items first
  std::vector<std::vector<Part>> items;  ///< for each item of the text, each body once, by index

  /// Pairs that work together, each once, in the order of the bodies.
  [[nodiscard]] std::vector<Cooperation> cooperations() const;
};

[[nodiscard]] DutyMatrix duty_matrix(const draft::Reading& reading);

}  // namespace mingze::report
