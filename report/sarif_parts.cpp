#include "report/sarif_parts.hpp"

#include <algorithm>

#include "engine/base/files.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t step = 256;

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

}  // namespace

bool is_absolute(const std::string& path) { return path.starts_with('/'); }

std::string uri_of_path(const std::string& path) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string uri = is_absolute(path) ? "file://" : "";
  for (const char c : normal_path(path)) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 15U];
  }
  return uri;
}

std::string sarif_message(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '(' && out.ends_with(']')) out += ' ';
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

Utf16Count::Utf16Count(std::string_view text) : text_(text) {
  if (text.starts_with("\xEF\xBB\xBF")) mark_ = 3;
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    sums_.push_back(sum);
    sum += units(at, std::min(at + step, text.size()));
  }
  sums_.push_back(sum);
}

/// Each code point counts where it begins, and those of four bytes count twice.
std::uint32_t Utf16Count::units(std::size_t begin, std::size_t end) const {
  std::uint32_t count = 0;
  for (std::size_t at = std::max<std::size_t>(begin, mark_); at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if ((byte & 0xC0U) != 0x80U) count += byte >= 0xF0U ? 2 : 1;
  }
  return count;
}

std::uint32_t Utf16Count::before(std::uint32_t offset) const {
  const std::size_t end = std::min<std::size_t>(offset, text_.size());
  const std::size_t known = end / step;
  return sums_[known] + units(known * step, end);
}

void SarifRegions::write(JsonWriter& json, Span span, bool with_snippet) const {
  const LineIndex& lines = text_.lines();
  const auto column = [&](std::uint32_t offset) {
    const std::uint32_t start = lines.line_start(lines.line_of(offset));
    return count_.before(offset) - count_.before(start) + 1;
  };
  const std::uint32_t begin = count_.before(span.begin);
  json.begin_object();
  json.member_number("startLine", lines.line_of(span.begin));
  json.member_number("startColumn", column(span.begin));
  json.member_number("endLine", lines.line_of(span.end));
  json.member_number("endColumn", column(span.end));
  json.member_number("charOffset", begin);
  json.member_number("charLength", count_.before(span.end) - begin);
  if (with_snippet) {
    json.key("snippet");
    json.begin_object();
    json.member("text", text_.text().substr(span.begin, span.size()));
    json.end_object();
  }
  json.end_object();
}

}  // namespace mingze::report
