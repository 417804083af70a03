// Runs a command line as `mingze` would, and keeps what it says.
#pragma once

#include <string>
#include <vector>

#include "engine/base/files.hpp"

namespace mingze::test {

struct Said {
  int exit = 0;
  std::string out;
  std::string err;
};

/// On 2026-11-23, without the built-in packs, in English.
[[nodiscard]] Said run_mingze(std::vector<std::string> arguments, const FileSystem& files);
[[nodiscard]] Said run_mingze(std::vector<std::string> arguments);

}  // namespace mingze::test
