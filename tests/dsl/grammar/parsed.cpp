#include "tests/dsl/grammar/parsed.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace mingze::dsl {

Parsed::Parsed(std::string text)
    : sources_(),
      id_(sources_.add("test.mz", std::move(text))),
      result_(parse(sources_[id_], id_)) {}

std::string Parsed::errors() const {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics()) out += shown(diagnostic);
  return out;
}

std::string Parsed::shown(const Diagnostic& diagnostic) const {
  const LineIndex& lines = source().lines();
  const LineColumn place = lines.at(diagnostic.span.begin);
  const std::string_view line = lines.line_text(place.line);
  const std::uint32_t start = lines.line_start(place.line);
  const std::size_t before = std::min<std::size_t>(diagnostic.span.begin - start, line.size());
  const std::size_t end = std::min<std::size_t>(diagnostic.span.end - start, line.size());
  const std::size_t width = display_width(line.substr(before, end - before));

  std::string out = std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                    diagnostic.code + "\n";
  out += "  " + std::string(line) + "\n";
  out += "  " + std::string(display_width(line.substr(0, before)), ' ') +
         std::string(std::max<std::size_t>(width, 1), '^') + "\n";
  const auto both = [&](const char* mark, const Message& message) {
    out += mark + message.en + "\n" + mark + message.zh + "\n";
  };
  both("  ", diagnostic.message);
  for (const Label& label : diagnostic.related)
    both(("  " + std::to_string(lines.line_of(label.span.begin)) + ": ").c_str(), label.message);
  for (const Message& note : diagnostic.notes) both("  = ", note);
  for (const Repair& repair : diagnostic.repairs)
    both(("  [" + repair.replacement + "] ").c_str(), repair.message);
  return out;
}

std::string Parsed::codes() const {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics())
    out += (out.empty() ? "" : " ") + diagnostic.code;
  return out;
}

std::string Parsed::words(const Sentence& sentence) {
  constexpr std::string_view marks[] = {"", "?", "\"", "#", "@", "~"};
  std::string out;
  for (const Word& word : sentence.words) {
    if (!out.empty()) out += ' ';
    out += marks[static_cast<std::size_t>(word.form)];
    out += word.text;
  }
  return out;
}

}  // namespace mingze::dsl
