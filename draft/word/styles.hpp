// Paragraph styles, as far as they decide about numbers and about tables of contents.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "draft/word/xml.hpp"

namespace mingze::draft {

/// w:numPr: the instance of a list and the level (from 0), each where it is said.
struct NumberProperties {
  std::optional<std::string> instance;
  std::optional<std::uint32_t> level;
};

/// What the children of a w:numPr say.
void take_number_property(XmlName name, const XmlAttributes& attributes, NumberProperties& numbers);

struct Style {
  std::string name;
  std::string based_on;
  NumberProperties numbers;
};

class Styles {
 public:
  /// The style that numbers a paragraph of style `id`: itself or the nearest it is based on, with
  /// its id; nothing when none does.
  [[nodiscard]] std::optional<std::pair<std::string, NumberProperties>> numbered(
      const std::string& id) const;
  /// Whether it is a line of the table of contents that Word makes.
  [[nodiscard]] bool is_contents(const std::string& id) const;

  std::map<std::string, Style, std::less<>> by_id;
  std::string standard;  ///< the style of paragraphs that name none
};

[[nodiscard]] Result<Styles> read_styles(ZipPackage& package, const std::string& part,
                                         const std::string& name);

}  // namespace mingze::draft
