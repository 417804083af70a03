// Another program, run with an input, for its output.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace mingze::app {

struct Job {
  std::vector<std::string> command;  ///< the program (looked for in PATH) and its arguments
  std::string input;                 ///< on its standard input
  std::chrono::milliseconds limit{60'000};
  std::size_t most_output = std::size_t{64} << 20U;  ///< bytes
  std::size_t most_memory = 0;                       ///< bytes of address space; 0: as it likes
};

struct Ended {
  enum class How {
    well,       ///< with exit code 0
    not_there,  ///< there is no such program
    badly,      ///< with another exit code, by a signal, or it could not be started
    too_late,   ///< it was stopped at the limit
    too_much,   ///< it was stopped since it wrote more than it may
  };
  How how = How::well;
  int code = 0;  ///< the exit code, where it ended by itself
  std::string output;
  std::string error;  ///< the beginning of what it said on its standard error
};

/// Runs the job to its end. Its environment is ours; no shell is involved.
[[nodiscard]] Ended run_job(const Job& job);

}  // namespace mingze::app
