#include "report/layout.hpp"

#include <array>

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

constexpr std::array<std::string_view, 7> codes{"1", "1;31", "1;33", "36", "32", "1;34", "2"};

bool steers(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool reorders =
      (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  return control || reorders;
}

/// Marks that may not begin a line in Chinese.
bool closes(char32_t point) {
  constexpr std::u32string_view marks = U"，。、；：？！）”’》」』】…,.;:?!)]}";
  return marks.find(point) != marks.npos;
}

}  // namespace

std::string painted(const Style& style, Paint paint, std::string_view text) {
  if (!style.color || text.empty()) return std::string(text);
  return "\x1b[" + std::string(codes[static_cast<std::size_t>(paint)]) + "m" + std::string(text) +
         "\x1b[0m";
}

Paint paint_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Paint::red;
    case Severity::warning:
      return Paint::yellow;
    case Severity::note:
      break;
  }
  return Paint::cyan;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

Message title_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"错误", "error"};
    case Severity::warning:
      return {"警告", "warning"};
    case Severity::note:
      break;
  }
  return {"提示", "note"};
}

std::string padding(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ');
}

std::string padded_right(std::string_view text, std::size_t width) {
  return std::string(text) + padding(text, width);
}

std::string padded_left(std::string_view text, std::size_t width) {
  return padding(text, width) + std::string(text);
}

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (point.value == '\n' || point.value == '\t')
      out += ' ';
    else
      append_utf8(out, steers(point.value) ? U'\uFFFD' : point.value);
    at += point.bytes;
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 1;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode_at(text, at);
    const auto width = static_cast<std::size_t>(display_width(point.value));
    if (used + width > columns) break;
    used += width;
    at += point.bytes;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string out;
  std::string line;                       // since the last line break in `out`
  std::size_t width = 0;                  // of `line`
  std::size_t blank = std::string::npos;  // where `line` may break: after this many bytes
  const auto flush = [&](std::size_t bytes) {
    std::string rest = line.substr(bytes);
    line.resize(bytes);
    while (line.ends_with(' ')) line.pop_back();
    out += line + "\n" + std::string(indent, ' ');
    line = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    width = display_width(line);
    blank = std::string::npos;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const auto wide = static_cast<std::size_t>(display_width(point.value));
    const bool chinese = wide == 2 && !closes(point.value);
    if (chinese && !line.empty()) blank = line.size();
    if (width + wide > columns && point.value != ' ' && blank != std::string::npos) flush(blank);
    line += text.substr(at, point.bytes);
    width += wide;
    if (point.value == ' ') blank = line.size();
    at += point.bytes;
  }
  return out + line;
}

}  // namespace mingze::report
