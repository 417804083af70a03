// Styles, as far as they decide about numbers, hidden text and tables of contents.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

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
  NumberProperties numbers;  ///< its own, or those of the styles it is based on
  std::string numbered_by;   ///< the style that names the list; empty: no numbers
  std::optional<bool> hides;
};

class Styles {
 public:
  /// What a style of some name says; null when there is none. "" is the standard of paragraphs.
  [[nodiscard]] const Style* find(std::string_view id) const;
  /// Whether text of a style is hidden.
  [[nodiscard]] bool hides(std::string_view id) const;
  /// Whether it is a line of the table of contents that Word makes, or its title.
  [[nodiscard]] bool is_contents(std::string_view id) const;

  /// Fills in what styles have from those they are based on.
  void inherit();

  std::map<std::string, Style, std::less<>> by_id;
  std::string standard;  ///< the style of paragraphs that name none

 private:
  bool some_hide_ = false;
};

[[nodiscard]] Result<Styles> read_styles(ZipPackage& package, const std::string& part,
                                         const std::string& name);

}  // namespace mingze::draft
