#include <algorithm>
#include <array>

#include "tests/architecture/rules.hpp"

namespace mingze::architecture {
namespace {

constexpr std::size_t most_lines = 600;
constexpr std::size_t most_columns = 100;

bool has_ending(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_code(std::string_view path) { return has_ending(path, {".cpp", ".hpp", ".h"}); }

std::size_t lines_in(std::string_view text) {
  const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return breaks + (text.empty() || text.back() == '\n' ? 0 : 1);
}

std::size_t code_points(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    visit(++number, text.substr(at, end - at));
    at = end + 1;
  }
}

/// Whether what was found at this place of the line is the beginning of an absolute path.
bool begins_a_path(std::string_view line, std::size_t at) {
  if (at == line.npos) return false;
  return at == 0 || std::string_view(" \t\"'`(=:<").find(line[at - 1]) != line.npos;
}

}  // namespace

Violations size_violations(const std::vector<File>& files) {
  Violations violations;
  for (const File& file : files) {
    const bool table = has_ending(file.path, {".tsv"}) || file.path.starts_with("fixtures/") ||
                       file.path.starts_with("rules/register/") ||  // a line for each place
                       file.path.starts_with("tests/fuzz/seeds/");
    if (const std::size_t lines = lines_in(file.text); !table && lines > most_lines)
      violations.push_back(file.path + ": " + std::to_string(lines) + " lines, more than 600");
    if (has_ending(file.path, {".hpp", ".h"}) &&
        file.text.find("#pragma once") == std::string::npos)
      violations.push_back(file.path + ": a header without #pragma once");
    if (!is_code(file.path) && !has_ending(file.path, {".cmake", "CMakeLists.txt"})) continue;
    for_each_line(file.text, [&](std::size_t number, std::string_view line) {
      if (code_points(line) > most_columns)
        violations.push_back(file.path + ":" + std::to_string(number) + ": more than 100 columns");
    });
  }
  return violations;
}

Violations proportion_violations(const std::vector<File>& files) {
  std::vector<std::size_t> lines;
  for (const File& file : files) {
    if (is_code(file.path)) lines.push_back(lines_in(file.text));
  }
  if (lines.empty()) return {};
  std::sort(lines.begin(), lines.end());
  Violations violations;
  const auto at_most = [&](std::size_t place, std::size_t most, const std::string& share) {
    if (lines[place] > most)
      violations.push_back(share + " of the code files should have at most " +
                           std::to_string(most) + " lines, but it is " +
                           std::to_string(lines[place]));
  };
  at_most((lines.size() - 1) / 2, 120, "half");
  at_most((lines.size() - 1) * 9 / 10, 400, "nine in ten");
  return violations;
}

Violations path_violations(const std::vector<File>& files) {
  // Cut in two, so that this file does not name them itself.
  const std::array<std::string, 4> machine{
      "/wo"
      "rk/",
      "/ro"
      "ot/",
      "/ho"
      "me/",
      "/Us"
      "ers/"};
  const std::string beside =
      "../sh"
      "ared";
  Violations violations;
  for (const File& file : files) {
    const bool tests = file.path.starts_with("tests/") || file.path.starts_with("bench/") ||
                       file.path.starts_with(".ci/");
    for_each_line(file.text, [&](std::size_t number, std::string_view line) {
      const std::string place = file.path + ":" + std::to_string(number) + ": ";
      for (const std::string& path : machine) {
        if (begins_a_path(line, line.find(path)))
          violations.push_back(place + "a path of one machine");
      }
      if (!tests && line.find(beside) != line.npos)
        violations.push_back(place + "a folder beside the project, outside tests and benchmarks");
    });
  }
  return violations;
}

}  // namespace mingze::architecture
