#include "draft/word/styles.hpp"

namespace mingze::draft {

namespace {

// Styles that are based on each other in a circle must not be followed for ever.
constexpr int longest_chain = 64;

class StyleReader final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    const std::string value(attributes.get("val"));
    if (name.local == "style") {
      current_ = std::string(attributes.get("styleId"));
      style_ = {};
      const auto is_default = attributes.get("default");
      if (attributes.get("type") == "paragraph" && (is_default == "1" || is_default == "true"))
        styles.standard = current_;
    } else if (name.local == "name") {
      style_.name = value;
    } else if (name.local == "basedOn") {
      style_.based_on = value;
    } else {
      take_number_property(name, attributes, style_.numbers);
    }
  }
  void end(XmlName name, ByteRange) override {
    if (name.space != XmlSpace::word || name.local != "style") return;
    styles.by_id.emplace(current_, std::move(style_));
    style_ = {};
  }
  void text(std::string_view, ByteRange) override {}

  Styles styles;

 private:
  std::string current_;
  Style style_;
};

}  // namespace

void take_number_property(XmlName name, const XmlAttributes& attributes,
                          NumberProperties& numbers) {
  if (name.local == "numId") numbers.instance = std::string(attributes.get("val"));
  if (name.local == "ilvl") numbers.level = attributes.number("val", 8);
}

std::optional<std::pair<std::string, NumberProperties>> Styles::numbered(
    const std::string& id) const {
  std::string at = id.empty() ? standard : id;
  for (int step = 0; step < longest_chain; ++step) {
    const auto style = by_id.find(at);
    if (style == by_id.end()) return {};
    if (style->second.numbers.instance) return std::pair(at, style->second.numbers);
    at = style->second.based_on;
  }
  return {};
}

bool Styles::is_contents(const std::string& id) const {
  const auto style = by_id.find(id);
  if (style == by_id.end()) return false;
  const std::string& name = style->second.name;
  const bool toc = name.size() == 5 && (name.starts_with("toc ") || name.starts_with("TOC "));
  return toc && name[4] >= '1' && name[4] <= '9';
}

Result<Styles> read_styles(ZipPackage& package, const std::string& part, const std::string& name) {
  StyleReader reader;
  if (auto failed = read_xml(package, part, name, reader)) return *failed;
  return std::move(reader.styles);
}

}  // namespace mingze::draft
