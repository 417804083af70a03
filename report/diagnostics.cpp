#include "report/diagnostics.hpp"

#include <algorithm>
#include <tuple>

#include "report/excerpt.hpp"

namespace mingze::report {

namespace {

std::string head(const std::string& place, Severity severity, const std::string& message,
                 const std::string& code, const Style& style) {
  std::string out = painted(style, Paint::bold, place + ":") + " " +
                    painted(style, paint_of(severity), std::string(name_of(severity)) + ":") + " " +
                    painted(style, Paint::bold, harmless(message));
  if (!code.empty()) out += " " + painted(style, Paint::faint, "[" + code + "]");
  return out + "\n";
}

std::string aside(const Message& title, const std::string& text, std::size_t gutter,
                  const Style& style) {
  const std::string colon = style.language == Language::zh ? "：" : ": ";
  return std::string(gutter, ' ') + " " + painted(style, Paint::blue, "=") + " " +
         painted(style, Paint::bold, title.in(style.language)) + colon + harmless(text) + "\n";
}

std::string repair_text(const Repair& repair, Language language) {
  if (!repair.message.empty()) return repair.message.in(language);
  if (repair.replacement.empty()) return language == Language::zh ? "删去" : "remove it";
  return (language == Language::zh ? "改为 " : "write ") + repair.replacement;
}

auto order_of(const Diagnostic& diagnostic, const Sources& sources) {
  const Span& span = diagnostic.span;
  const std::string file = span.valid() ? sources[span.source].name() : "";
  return std::tuple(file, span.begin, span.end, diagnostic.code, diagnostic.message.en,
                    diagnostic.message.zh);
}

}  // namespace

void sort_diagnostics(Diagnostics& diagnostics, const Sources& sources) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](const auto& a, const auto& b) {
    return order_of(a, sources) < order_of(b, sources);
  });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a, sources) == order_of(b, sources);
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

std::string place_of(Span span, const Sources& sources) {
  if (!span.valid()) return "mingze";
  const Source& source = sources[span.source];
  const LineColumn at = source.lines().at(span.begin);
  return source.name() + ":" + std::to_string(source.row_of(span.begin)) + ":" +
         std::to_string(at.column);
}

std::string drawn(const Diagnostic& diagnostic, const Sources& sources, const Style& style) {
  const Language language = style.language;
  std::string out = head(place_of(diagnostic.span, sources), diagnostic.severity,
                         diagnostic.message.in(language), diagnostic.code, style);
  std::size_t gutter = 1;
  const auto widen = [&](Span span) {
    if (span.valid()) gutter = std::max(gutter, gutter_width(sources[span.source], span));
  };
  widen(diagnostic.span);
  for (const Label& label : diagnostic.related) widen(label.span);
  if (diagnostic.span.valid())
    out += excerpt(sources[diagnostic.span.source], diagnostic.span, gutter, style,
                   paint_of(diagnostic.severity));
  for (const Message& note : diagnostic.notes)
    out += aside({"说明", "note"}, note.in(language), gutter, style);
  for (const Repair& repair : diagnostic.repairs)
    out += aside({"建议", "help"}, repair_text(repair, language), gutter, style);
  for (const Label& label : diagnostic.related) {
    out +=
        head(place_of(label.span, sources), Severity::note, label.message.in(language), "", style);
    if (label.span.valid())
      out += excerpt(sources[label.span.source], label.span, gutter, style, Paint::cyan);
  }
  return out;
}

std::string drawn(const Diagnostics& diagnostics, const Sources& sources, const Style& style) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!out.empty()) out += "\n";
    out += drawn(diagnostic, sources, style);
  }
  return out;
}

std::string drawn(const Failure& failure, const Style& style) {
  if (failure.subject.empty()) return drawn(Severity::error, failure.code, failure.message, style);
  return head(failure.subject + ":1:1", Severity::error, failure.message.in(style.language),
              failure.code, style);
}

std::string drawn(Severity severity, const std::string& code, const Message& message,
                  const Style& style) {
  return head("mingze", severity, message.in(style.language), code, style);
}

}  // namespace mingze::report
