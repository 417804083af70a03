#include "report/finding_terminal.hpp"

#include <algorithm>
#include <sstream>

#include "engine/base/utf8.hpp"
#include "report/explanation.hpp"

namespace mingze::report {

namespace {

std::string aside(const Message& title, const std::string& text, const Style& style) {
  const std::string colon = style.language == Language::zh ? "：" : ": ";
  const std::string name = "    " + title.in(style.language) + colon;
  return painted(style, Paint::faint, name) +
         wrapped(text, style.columns - display_width(name), display_width(name)) + "\n";
}

/// A tree below its title, set in.
std::string proof(const Message& title, const Explanation& explanation, const Style& style) {
  constexpr std::size_t indent = 6;
  Style inner = style;
  inner.columns = style.columns - indent;
  std::stringstream drawn;
  write_explanation_terminal(drawn, explanation, inner);
  std::string out = "    " + painted(style, Paint::faint, title.in(style.language)) + "\n";
  for (std::string line; std::getline(drawn, line);) out += std::string(indent, ' ') + line + "\n";
  return out;
}

/// What of the command line has a suggestion written: its own words, or a lead that the
/// user names.
std::string chosen_by(const Finding& finding, std::size_t number, std::size_t suggestion,
                      Language language) {
  const bool zh = language == Language::zh;
  const std::string handle = repair_handle(finding, number, suggestion);
  const auto& all = finding.suggestions;
  if (!handle.empty())
    return (all[suggestion].sure ? zh ? "--fix 或 " : "--fix or " : "") + ("--fix=" + handle);
  if (!finding.takes_lead || std::any_of(all.begin(), all.end(), is_repair)) return {};
  return "--fix=" + std::to_string(number) + ":…";
}

}  // namespace

std::string headline(const Finding& finding, const Style& style) {
  const std::string title = title_of(finding.severity).in(style.language);
  const std::size_t indent = display_width(title) + 4;
  std::string message = harmless(finding.message.in(style.language));
  std::string text = wrapped(message + "  [" + finding.code + "]", style.columns - indent, indent);
  const std::size_t code = text.rfind("[" + finding.code + "]");
  if (code != std::string::npos)
    text = text.substr(0, code) + painted(style, Paint::faint, text.substr(code));
  return "  " + painted(style, paint_of(finding.severity), title) + "  " + text + "\n";
}

std::string basis_lines(const Finding& finding, const Style& style) {
  std::string out;
  for (const Basis& basis : finding.basis)
    out += aside({"依据", "basis"}, harmless(words_of(basis, style.language)), style);
  return out;
}

std::string suggestion_lines(const Finding& finding, const Style& style, std::size_t number) {
  std::string out;
  for (std::size_t i = 0; i < finding.suggestions.size(); ++i) {
    std::string text = harmless(finding.suggestions[i].message.in(style.language));
    const std::string chosen =
        number == 0 ? std::string() : chosen_by(finding, number, i, style.language);
    if (!chosen.empty()) text += "  [" + chosen + "]";
    out += aside({"建议", "help"}, text, style);
  }
  return out;
}

std::string why_lines(const Finding& finding, const Style& style) {
  std::string out;
  if (finding.why) out += proof({"为什么报告：", "why it is raised:"}, *finding.why, style);
  for (const Suggestion& suggestion : finding.suggestions)
    for (const auto& why : suggestion.why)
      out += proof({"为什么这样建议：", "why this is suggested:"}, *why, style);
  return out;
}

std::string related_lines(const Finding& finding, const Style& style) {
  std::string out;
  for (const RelatedPlace& related : finding.related) {
    if (related.file.empty()) continue;
    out += "    " + harmless(related.message.in(style.language)) +
           painted(style, Paint::faint,
                   "  " + harmless(related.file) + ":" + std::to_string(related.line)) +
           "\n";
  }
  return out;
}

}  // namespace mingze::report
