#include "report/finding_terminal.hpp"

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

std::string aside(const Message& title, const std::string& text, const Style& style) {
  const std::string colon = style.language == Language::zh ? "：" : ": ";
  const std::string name = "    " + title.in(style.language) + colon;
  return painted(style, Paint::faint, name) +
         wrapped(text, style.columns - display_width(name), display_width(name)) + "\n";
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
    out += aside({"依据", "basis"},
                 (style.language == Language::zh ? "《" + basis.title + "》" : basis.title + " ") +
                     basis.clause,
                 style);
  return out;
}

std::string suggestion_lines(const Finding& finding, const Style& style) {
  std::string out;
  for (const Suggestion& suggestion : finding.suggestions)
    out += aside({"建议", "help"}, harmless(suggestion.message.in(style.language)), style);
  return out;
}

std::string related_lines(const Finding& finding, const Style& style) {
  std::string out;
  for (const RelatedPlace& related : finding.related) {
    if (related.file.empty()) continue;
    out += "    " + harmless(related.message.in(style.language)) +
           painted(style, Paint::faint, "  " + related.file + ":" + std::to_string(related.line)) +
           "\n";
  }
  return out;
}

}  // namespace mingze::report
