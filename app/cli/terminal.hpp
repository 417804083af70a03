// Where a command writes, and what is known of the place: tests give their own.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "engine/base/date.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::app {

/// The streams and surroundings of one run.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 100;
  Date today;
  /// An environment variable, or empty.
  std::function<std::string(const std::string&)> environment;
  /// Ends the process with this exit code, or is empty: see `leave` in context.hpp.
  std::function<void(int)> leave = {};
  /// Waits for a while; false where there is no sense in waiting any longer.
  std::function<bool()> wait = {};
  /// Makes every allocation beyond so many bytes fail, from now on; false where the system can't.
  std::function<bool(std::uint64_t)> limit_memory = {};
};

/// The terminal, clock and environment of this process.
[[nodiscard]] Terminal this_terminal();

/// The language of messages where none is asked for: the locale's, Chinese where it says none.
[[nodiscard]] Language language_of_locale(const Terminal& terminal);

}  // namespace mingze::app
