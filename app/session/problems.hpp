// What stands in the way of a run, or should be known about it.
#pragma once

#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/result.hpp"

namespace mingze::app {

/// Something to know about a run as a whole. `code` is stable, as a diagnostic's.
struct Notice {
  std::string code;
  Message message;
};

struct Problems {
  Diagnostics diagnostics;        ///< about the text of programs and data
  std::vector<Failure> failures;  ///< files that can't be read, and the like
  std::vector<Notice> notes;      ///< about the run as a whole

  [[nodiscard]] bool fatal() const { return !failures.empty() || has_errors(diagnostics); }
  void add(Diagnostics more) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
  }
};

}  // namespace mingze::app
