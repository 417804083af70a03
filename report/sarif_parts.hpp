// How SARIF writes places, files and messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/sources.hpp"
#include "report/json_writer.hpp"

namespace mingze::report {

/// A file's path as a URI reference: percent-encoded, relative as long as the path is.
[[nodiscard]] std::string uri_of_path(const std::string& path);
[[nodiscard]] bool is_absolute(const std::string& path);

/// A text as a SARIF message: braces doubled, as single ones are places to be filled in; nothing
/// in it is a link, whatever a draft says.
[[nodiscard]] std::string sarif_message(std::string_view text);

/// Counts a text in UTF-16 units; a byte-order mark is none of its characters.
class Utf16Count {
 public:
  /// The text must outlive this.
  explicit Utf16Count(std::string_view text);

  /// Units before a byte offset. Takes the same time wherever it lies.
  [[nodiscard]] std::uint32_t before(std::uint32_t offset) const;

 private:
  [[nodiscard]] std::uint32_t units(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::uint32_t mark_ = 0;                // bytes of the byte-order mark
  std::vector<std::uint32_t> sums_ = {};  // units before every so many bytes
};

/// A region: lines, columns and offset, with the words where these are wanted.
class SarifRegions {
 public:
  explicit SarifRegions(const Source& text) : text_(text), count_(text.text()) {}

  void write(JsonWriter& json, Span span, bool with_snippet) const;

 private:
  const Source& text_;
  Utf16Count count_;
};

}  // namespace mingze::report
