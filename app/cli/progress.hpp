// How far a long run has come, for whoever waits at a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

#include "app/cli/context.hpp"

namespace mingze::app {

/// A bar on standard error, where that is a terminal that can move its cursor: drawn when the work
/// has taken a second, drawn again ten times a second at most, and wiped when this goes.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// `what`: what is being done, before the bar. The context must outlive this.
  Progress(const Context& context, Message what, Clock now = std::chrono::steady_clock::now);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So much of all the work is done.
  void at(std::size_t done, std::size_t all);
  /// Makes room for something else to be written.
  void wipe();

 private:
  const Context& context_;
  Message what_;
  Clock now_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace mingze::app
