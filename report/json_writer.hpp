// JSON as it is written: part by part, so that a document of any size needs no tree in memory.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace mingze::report {

/// Writes one document: two blanks of indent, UTF-8 as it is, keys in the order of the calls.
/// Empty objects and lists take one line. The caller keeps begin and end paired.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }
  /// The key of the next value.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth) { scalar(truth ? "true" : "false"); }
  void null() { scalar("null"); }
  void number(std::uint64_t number) { scalar(std::to_string(number)); }

  template <typename T>
  void member(std::string_view name, const T& text) {
    key(name);
    value(text);
  }
  void member_number(std::string_view name, std::uint64_t count) {
    key(name);
    number(count);
  }
  /// A text, or null where it is empty.
  void member_or_null(std::string_view name, std::string_view text);

  /// Ends the document with a line break and hands all of it to the stream.
  void finish();

 private:
  void open(char bracket);
  void close(char bracket);
  void scalar(std::string_view written);
  void before_value();
  void append_quoted(std::string_view text);
  void new_line();
  void flush();

  std::ostream& out_;
  std::string buffer_;
  std::vector<bool> filled_;  // per open bracket: something stands in it
  bool after_key_ = false;
};

}  // namespace mingze::report
