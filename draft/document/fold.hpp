// One character of a text made comparable: width, compatibility form, traditional or simplified.
#pragma once

#include <string>
#include <string_view>

namespace mingze::draft {

/// The folded form of a character; 0 for one that is dropped (byte-order mark, zero width,
/// control). Line breaks and white space are not dropped here: the caller asks `is_space` first.
[[nodiscard]] char32_t fold(char32_t character);

/// White space of any width, no-break spaces and tabs, line breaks excluded.
[[nodiscard]] bool is_space(char32_t character);

/// Reads a name character by character, folded and without white space.
class FoldedName {
 public:
  explicit FoldedName(std::string_view name) : name_(name) {}
  /// The next character, or 0 at the end.
  char32_t next();

 private:
  std::string_view name_;
  std::size_t at_ = 0;
};

/// The whole name, as a text that holds it is folded.
[[nodiscard]] std::u32string folded_name(std::string_view name);

}  // namespace mingze::draft
