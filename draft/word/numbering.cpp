#include "draft/word/numbering.hpp"

#include <cctype>
#include <utility>

#include "draft/word/number_format.hpp"

namespace mingze::draft {

namespace {

// Of the text around a number: Word allows far less.
constexpr std::size_t longest_text = 1000;
// Word allows a few thousand lists; what is more is left out.
constexpr std::size_t most_lists = 20'000;

/// The entry of a key; null where there would be too many.
template <class Map>
typename Map::mapped_type* entry(Map& map, std::string_view key) {
  const auto there = map.find(key);
  if (there != map.end()) return &there->second;
  return map.size() < most_lists && key.size() <= longest_text ? &map[std::string(key)] : nullptr;
}

/// Whether a number ends in a letter, a digit or a character, and runs into the text without a gap.
bool ends_in_a_word(const std::string& number) {
  if (number.empty()) return false;
  const auto last = static_cast<unsigned char>(number.back());
  if (last < 0x80) return std::isalnum(last) != 0;
  constexpr std::size_t han_bytes = 3;  // U+4E00 … U+9FFF in UTF-8
  if (number.size() < han_bytes) return false;
  const auto first = static_cast<unsigned char>(number[number.size() - han_bytes]);
  return first >= 0xE4 && first <= 0xE9;
}

class NumberingReader final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    if (attributes.get("val").size() > longest_text) return;
    const std::string value(attributes.get("val"));
    if (name.local == "abstractNum") {
      list_ = entry(definitions.lists, attributes.get("abstractNumId"));
    } else if (name.local == "num") {
      instance_ = entry(definitions.instances, attributes.get("numId"));
      list_ = nullptr;
    } else if (name.local == "abstractNumId" && instance_ != nullptr) {
      instance_->list = value;
    } else if (name.local == "numStyleLink" && list_ != nullptr) {
      list_->style_link = value;
    } else if (name.local == "lvlOverride") {
      index_ = attributes.number("ilvl", number_levels - 1).value_or(0);
    } else if (name.local == "startOverride" && instance_ != nullptr) {
      instance_->starts[index_] = attributes.number("val").value_or(1);
    } else if (name.local == "lvl") {
      begin_level(attributes.number("ilvl", number_levels - 1));
    } else if (level_ != nullptr) {
      level_property(name, attributes, value);
    }
  }

  void end(XmlName name, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    if (name.local == "lvl") level_ = nullptr;
    if (name.local == "num") instance_ = nullptr;
  }
  void text(std::string_view, ByteRange) override {}

  NumberDefinitions definitions;

 private:
  void begin_level(std::optional<std::uint32_t> index) {
    level_ = nullptr;
    if (!index) return;
    if (list_ != nullptr) level_ = &list_->levels[*index];
    if (instance_ != nullptr) level_ = &instance_->levels[*index];
  }

  void level_property(XmlName name, const XmlAttributes& attributes, const std::string& value) {
    if (name.local == "start") level_->start = attributes.number("val").value_or(1);
    if (name.local == "numFmt") level_->format = value;
    if (name.local == "lvlText") level_->text = value;
    if (name.local == "lvlRestart") level_->restart = attributes.number("val", number_levels);
    if (name.local == "isLgl") level_->legal = value != "0" && value != "false";
    if (name.local == "pStyle") level_->style = value;
    if (name.local == "suff") level_->has_gap = value != "nothing";
  }

  NumberList* list_ = nullptr;
  NumberInstance* instance_ = nullptr;
  NumberLevel* level_ = nullptr;
  std::uint32_t index_ = 0;
};

}  // namespace

Result<NumberDefinitions> read_numbering(ZipPackage& package, const std::string& part,
                                         const std::string& name) {
  NumberingReader reader;
  if (auto failed = read_xml(package, part, name, reader)) return *failed;
  return std::move(reader.definitions);
}

const NumberList* NumberCounter::list_of(const NumberInstance& instance) const {
  const auto list = definitions_.lists.find(instance.list);
  if (list == definitions_.lists.end()) return nullptr;
  if (list->second.style_link.empty()) return &list->second;
  const Style* linked = styles_.find(list->second.style_link);
  if (linked == nullptr || !linked->numbers.instance) return nullptr;
  const auto other = definitions_.instances.find(*linked->numbers.instance);
  if (other == definitions_.instances.end()) return nullptr;
  const auto real = definitions_.lists.find(other->second.list);
  return real == definitions_.lists.end() ? nullptr : &real->second;
}

const NumberLevel& NumberCounter::level(const NumberInstance& instance, const NumberList& list,
                                        std::uint32_t index) const {
  const auto changed = instance.levels.find(index);
  return changed == instance.levels.end() ? list.levels[index] : changed->second;
}

void NumberCounter::count(Counts& counts, const NumberInstance& instance, const NumberList& list,
                          const std::string& id, std::uint32_t index) {
  const auto start = instance.starts.find(index);
  if (start != instance.starts.end() && restarted_.emplace(id, index).second) {
    counts[index] = start->second;
  } else {
    counts[index] = counts[index] ? *counts[index] + 1 : level(instance, list, index).start;
  }
  for (std::uint32_t deeper = index + 1; deeper < number_levels; ++deeper) {
    const auto restart = level(instance, list, deeper).restart;
    if (!restart || index + 1 <= *restart) counts[deeper].reset();
  }
}

/// The level that a style is numbered at: the one linked with it, else the one it says, else that
/// of the style which names the list.
std::optional<std::uint32_t> NumberCounter::level_of(const NumberList& list, const std::string& id,
                                                     const Style& style) {
  for (const std::string& linked : {id, style.numbered_by}) {
    for (std::uint32_t i = 0; i < number_levels; ++i)
      if (!linked.empty() && list.levels[i].style == linked) return i;
    if (style.numbers.level) return style.numbers.level;
  }
  return {};
}

std::string NumberCounter::next(const std::string& style, const NumberProperties& own) {
  NumberProperties numbers = own;
  const Style* of_style = numbers.instance ? nullptr : styles_.find(style);
  if (!numbers.instance) {
    if (of_style == nullptr || !of_style->numbers.instance) return {};
    numbers.instance = of_style->numbers.instance;
  }
  const auto found = definitions_.instances.find(*numbers.instance);
  if (found == definitions_.instances.end()) return {};  // 0: no number here
  const NumberInstance& instance = found->second;
  const NumberList* list = list_of(instance);
  if (list == nullptr) return {};
  if (!numbers.level && of_style != nullptr)
    numbers.level = level_of(*list, style.empty() ? styles_.standard : style, *of_style);
  const std::uint32_t index = numbers.level.value_or(0);
  Counts& counts = counts_[instance.list];
  count(counts, instance, *list, found->first, index);

  const NumberLevel& shown = level(instance, *list, index);
  std::string out;
  if (shown.format == "bullet") return out;
  for (std::size_t at = 0; at < shown.text.size(); ++at) {
    const bool place = shown.text[at] == '%' && at + 1 < shown.text.size() &&
                       shown.text[at + 1] >= '1' && shown.text[at + 1] <= '9';
    if (!place) {
      out += shown.text[at];
      continue;
    }
    const auto other = static_cast<std::uint32_t>(shown.text[++at] - '1');
    const NumberLevel& of_other = level(instance, *list, other);
    const std::uint32_t number = counts[other].value_or(of_other.start);
    out += format_number(number, shown.legal ? "decimal" : of_other.format);
  }
  if (shown.has_gap && ends_in_a_word(out)) out += ' ';
  return out;
}

}  // namespace mingze::draft
