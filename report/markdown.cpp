#include "report/markdown.hpp"

#include <algorithm>

#include "report/layout.hpp"

namespace mingze::report {

std::string in_markdown(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  constexpr std::string_view marks = "\\`*_{}[]<>#|~&!$";
  std::string out;
  bool number_before = true;  // only digits so far: "1." would begin a list
  for (const char c : harmless(line)) {
    const bool digit = c >= '0' && c <= '9';
    const bool begins_list =
        number_before && (out.empty() ? c == '-' || c == '+' || c == '=' : c == '.' || c == ')');
    if (marks.find(c) != marks.npos || begins_list) out += '\\';
    out += c;
    number_before = number_before && digit;
  }
  return out;
}

}  // namespace mingze::report
