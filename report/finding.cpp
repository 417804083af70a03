#include "report/finding.hpp"

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

std::string words_of(const Basis& basis, Language language) {
  if (language == Language::zh) return "《" + basis.title + "》" + basis.clause;
  return basis.title + " " + basis.clause;
}

}  // namespace mingze::report
