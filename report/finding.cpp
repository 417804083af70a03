#include "report/finding.hpp"

#include <algorithm>

namespace mingze::report {

std::string fingerprint_of(const std::vector<std::string>& words) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3ULL; };
  for (const std::string& word : words) {
    for (const char byte : word) add(static_cast<unsigned char>(byte));
    add(0);
  }
  constexpr const char* digits = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[hash >> shift & 15U];
  return out;
}

std::string repair_handle(const Finding& finding, std::size_t number, std::size_t suggestion) {
  const auto& all = finding.suggestions;
  if (suggestion >= all.size() || !is_repair(all[suggestion])) return {};
  const auto repairs = [&](std::size_t before) {
    return std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before), is_repair);
  };
  const std::string handle = std::to_string(number);
  return repairs(all.size()) == 1 ? handle : handle + "." + std::to_string(repairs(suggestion) + 1);
}

std::string words_of(const Basis& basis, Language language) {
  if (language == Language::zh) return "《" + basis.title + "》" + basis.clause;
  return basis.title + " " + basis.clause;
}

}  // namespace mingze::report
