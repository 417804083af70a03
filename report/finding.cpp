#include "report/finding.hpp"

#include <algorithm>

namespace mingze::report {

namespace {

/// The length of the blank at a place (ASCII, no-break or ideographic), or 0.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) <= ' ') return 1;
  const std::string_view rest = text.substr(at, 3);
  return rest == "\u3000" ? 3 : rest.starts_with("\u00A0") ? 2 : 0;
}

}  // namespace

void Fingerprint::add_without_blanks(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t blank = blank_at(word, at);
    if (blank == 0) add_byte(static_cast<unsigned char>(word[at]));
    at += std::max<std::size_t>(blank, 1);
  }
  end_word();
}

std::string Fingerprint::digits() const {
  constexpr const char* digits = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[hash_ >> shift & 15U];
  return out;
}

std::string fingerprint_of(const std::vector<std::string>& words) {
  Fingerprint out;
  for (const std::string& word : words) out.add(word);
  return out.digits();
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
