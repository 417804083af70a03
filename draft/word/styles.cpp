#include "draft/word/styles.hpp"

namespace mingze::draft {

namespace {

// Styles that are based on each other in a circle must not be followed for ever.
constexpr int longest_chain = 64;
// Word allows 4079, and names of 253 characters.
constexpr std::size_t most_styles = 100'000;
constexpr std::size_t longest_name = 1000;

class StyleReader final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    if (attributes.get("val").size() > longest_name) return;
    if (name.local == "style") {
      current_ = std::string(attributes.get("styleId"));
      style_ = {};
      const auto is_default = attributes.get("default");
      if (attributes.get("type") == "paragraph" && (is_default == "1" || is_default == "true"))
        styles.standard = current_;
    } else if (name.local == "tblStylePr") {
      in_part_of_table_ = true;
    } else if (!in_part_of_table_) {
      take_property(name, attributes);
    }
  }
  void end(XmlName name, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    if (name.local == "tblStylePr") in_part_of_table_ = false;
    if (name.local != "style") return;
    if (styles.by_id.size() < most_styles && current_.size() <= longest_name)
      styles.by_id.emplace(current_, std::move(style_));
    style_ = {};
  }
  void text(std::string_view, ByteRange) override {}

  Styles styles;

 private:
  void take_property(XmlName name, const XmlAttributes& attributes) {
    const auto value = attributes.get("val");
    if (name.local == "name") style_.name = std::string(value);
    if (name.local == "basedOn") style_.based_on = std::string(value);
    if (name.local == "vanish") style_.hides = value != "0" && value != "false";
    take_number_property(name, attributes, style_.numbers);
  }

  std::string current_;
  Style style_;
  bool in_part_of_table_ = false;
};

}  // namespace

void take_number_property(XmlName name, const XmlAttributes& attributes,
                          NumberProperties& numbers) {
  if (name.local == "numId") numbers.instance = std::string(attributes.get("val"));
  if (name.local == "ilvl") numbers.level = attributes.number("val", 8);
}

const Style* Styles::find(std::string_view id) const {
  const auto style = by_id.find(id.empty() ? standard : id);
  return style == by_id.end() ? nullptr : &style->second;
}

void Styles::inherit() {
  const auto own = by_id;
  for (auto& [id, style] : by_id) {
    if (style.numbers.instance) style.numbered_by = id;
    const Style* base = &own.at(id);
    for (int step = 0; step < longest_chain; ++step) {
      const auto found = own.find(base->based_on);
      if (found == own.end()) break;
      base = &found->second;
      if (!style.hides) style.hides = base->hides;
      // A style may have its level itself, and the list from one that it is based on.
      if (style.numbered_by.empty() && !style.numbers.level)
        style.numbers.level = base->numbers.level;
      if (style.numbered_by.empty() && base->numbers.instance) {
        style.numbers.instance = base->numbers.instance;
        style.numbered_by = found->first;
      }
    }
    some_hide_ = some_hide_ || style.hides.value_or(false);
  }
}

bool Styles::hides(std::string_view id) const {
  if (!some_hide_ || id.empty()) return false;
  const Style* style = find(id);
  return style != nullptr && style->hides.value_or(false);
}

bool Styles::is_contents(std::string_view id) const {
  const auto style = by_id.find(id);
  if (style == by_id.end()) return false;
  const std::string& name = style->second.name;
  if (name == "TOC Heading" || name == "toc heading") return true;
  const bool toc = name.size() == 5 && (name.starts_with("toc ") || name.starts_with("TOC "));
  return toc && name[4] >= '1' && name[4] <= '9';
}

Result<Styles> read_styles(ZipPackage& package, const std::string& part, const std::string& name) {
  StyleReader reader;
  if (auto failed = read_xml(package, part, name, reader)) return *failed;
  reader.styles.inherit();
  return std::move(reader.styles);
}

}  // namespace mingze::draft
