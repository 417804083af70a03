// JSON without blanks, written part by part into one text.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mingze::capi {

/// How a value of ours is written: `write(json, value)`, found beside this class.
class CompactJson {
 public:
  /// An object: names and what they stand for, in turn.
  template <typename... Members>
  void object(const Members&... all) {
    object_with([&] { members(all...); });
  }
  /// One whose members `tell` writes.
  template <typename Tell>
  void object_with(const Tell& tell) {
    open('{');
    tell();
    close('}');
  }
  /// Members of the object that is open.
  template <typename Value, typename... More>
  void members(std::string_view name, const Value& value, const More&... more) {
    between();
    quoted(name);
    text_ += ':';
    first_ = true;
    write(*this, value);
    if constexpr (sizeof...(more) > 0) members(more...);
  }
  template <typename Values, typename Tell>
  void list(const Values& values, const Tell& tell) {
    open('[');
    for (const auto& value : values) tell(value);
    close(']');
  }

  void string(std::string_view text) {
    between();
    quoted(text);
  }
  template <std::unsigned_integral Number>
  void number(Number number) {
    std::array<char, 20> digits;
    const char* end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    word({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  /// true, false or null.
  void word(std::string_view word) {
    between();
    text_ += word;
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void open(char bracket) {
    between();
    text_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    text_ += bracket;
    first_ = false;
  }
  void between() {
    if (!first_) text_ += ',';
    first_ = false;
  }
  /// Each byte that is no UTF-8 becomes U+FFFD.
  void quoted(std::string_view text);
  void escaped(std::string_view text);

  std::string text_;
  bool first_ = true;  // nothing stands before: in an object or a list, or after a name
};

inline void write(CompactJson& json, std::string_view text) { json.string(text); }
inline void write(CompactJson& json, const std::string& text) { json.string(text); }
inline void write(CompactJson& json, const char* text) { json.string(text); }
inline void write(CompactJson& json, bool truth) { json.word(truth ? "true" : "false"); }
inline void write(CompactJson& json, std::uint32_t number) { json.number(number); }
inline void write(CompactJson& json, std::uint64_t number) { json.number(number); }

}  // namespace mingze::capi
