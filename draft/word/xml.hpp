// XML as a stream of tags and text (Expat), with names resolved to the vocabularies of Office
// files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "draft/document/plain_text.hpp"
#include "draft/word/zip_package.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

/// The vocabularies that matter; the transitional and the strict form of ISO/IEC 29500 are one.
enum class XmlSpace : std::uint8_t { other, word, sheet, compatibility, relationships };

struct XmlName {
  XmlSpace space = XmlSpace::other;
  std::string_view local;
};

/// w:t of `<w:t xml:space="preserve">`, which is a tag.
[[nodiscard]] inline std::string_view tag_name(std::string_view tag) {
  return tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
}

/// The attributes of a start tag, valid while it is handled.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// The value of an attribute by its local name, in whichever vocabulary; empty when absent.
  [[nodiscard]] std::string_view get(std::string_view local) const;
  /// A whole number between 0 and `most`, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view local,
                                                    std::uint32_t most = 1'000'000'000) const;

 private:
  const char* const* pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `place`: the bytes of the tag, or of the characters as written, in the part.
  virtual void start(XmlName name, const XmlAttributes& attributes, ByteRange place) = 0;
  virtual void end(XmlName name, ByteRange place) = 0;
  virtual void text(std::string_view characters, ByteRange place) = 0;
  /// What to stop with, asked after each stretch.
  [[nodiscard]] virtual std::optional<Failure> failure() const { return {}; }
};

/// Text as it is written in XML; characters that XML does not allow at all are left out.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// Reads a part of a package. Document types are refused (an Office file has none, and they are
/// what entities grow from), and so is nesting deeper than any document's. `name`: as messages call
/// the file.
[[nodiscard]] std::optional<Failure> read_xml(ZipPackage& package, const std::string& part,
                                              const std::string& name, XmlHandler& handler);

/// Reads XML that stands in memory and is no part of a package, under the same limits. Says whether
/// it was read to its end.
[[nodiscard]] bool read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace mingze::draft
