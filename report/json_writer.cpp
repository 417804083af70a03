#include "report/json_writer.hpp"

#include <ostream>

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t chunk = 1U << 16U;

}  // namespace

void JsonWriter::key(std::string_view name) {
  before_value();
  append_quoted(name);
  buffer_ += ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_quoted(text);
  after_key_ = false;
}

void JsonWriter::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty())
    null();
  else
    value(text);
}

void JsonWriter::finish() {
  buffer_ += '\n';
  flush();
}

void JsonWriter::open(char bracket) {
  before_value();
  buffer_ += bracket;
  after_key_ = false;
  filled_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  buffer_ += bracket;
}

void JsonWriter::scalar(std::string_view written) {
  before_value();
  buffer_ += written;
  after_key_ = false;
}

void JsonWriter::before_value() {
  if (buffer_.size() > chunk) flush();
  if (after_key_ || filled_.empty()) return;
  if (filled_.back()) buffer_ += ',';
  filled_.back() = true;
  new_line();
}

void JsonWriter::new_line() {
  buffer_ += '\n';
  buffer_.append(filled_.size() * 2, ' ');
}

void JsonWriter::append_quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  buffer_ += '"';
  std::size_t plain = 0;
  const auto invalid = first_invalid_utf8(text);
  const std::size_t end = invalid.value_or(text.size());
  for (std::size_t at = 0; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
    buffer_ += text.substr(plain, at - plain);
    plain = at + 1;
    switch (byte) {
      case '"':
        buffer_ += "\\\"";
        break;
      case '\\':
        buffer_ += "\\\\";
        break;
      case '\n':
        buffer_ += "\\n";
        break;
      case '\r':
        buffer_ += "\\r";
        break;
      case '\t':
        buffer_ += "\\t";
        break;
      default:
        buffer_ += "\\u00";
        buffer_ += digits[byte >> 4U];
        buffer_ += digits[byte & 15U];
    }
  }
  buffer_ += text.substr(plain, end - plain);
  if (invalid) {  // never make an invalid document of a path with odd bytes
    buffer_ += "\xEF\xBF\xBD";
    const std::string_view rest = text.substr(end + 1);
    const std::size_t kept = buffer_.size();
    append_quoted(rest);
    buffer_.erase(kept, 1);
    return;
  }
  buffer_ += '"';
}

void JsonWriter::flush() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

}  // namespace mingze::report
