#include "draft/word/part_writer.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

constexpr const char* transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// Where the root of a part begins and ends.
class RootPlace final : public XmlHandler {
 public:
  void start(XmlName, const XmlAttributes&, ByteRange place) override {
    if (depth_++ == 0) begin = place;
  }
  void end(XmlName, ByteRange place) override {
    if (--depth_ == 0) end_tag = place;
  }
  void text(std::string_view, ByteRange) override {}

  ByteRange begin;
  ByteRange end_tag;  ///< empty where the root is a single tag

 private:
  std::uint32_t depth_ = 0;
};

/// The highest number that anything in a part has.
class Numbers final : public XmlHandler {
 public:
  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::word) return;
    // A program may read " +7" as 7. Word's numbers end below 2^31; others can't be met.
    std::string_view digits = attributes.get("id");
    digits.remove_prefix(std::min(digits.find_first_not_of(" \t\r\n+"), digits.size()));
    constexpr std::uint32_t most = 1'000'000'000;
    std::uint32_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec == std::errc{} && number <= most) next = std::max(next, number + 1);
  }
  void end(XmlName, ByteRange) override {}
  void text(std::string_view, ByteRange) override {}

  std::uint32_t next = 0;
};

/// Whether XML is in UTF-8, by its first bytes and what it says of itself.
bool is_utf8(std::string_view xml) {
  if (xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF")) return false;
  const std::string_view said = xml.substr(0, std::min(xml.find("?>"), std::size_t{200}));
  if (said.find('\0') != std::string_view::npos) return false;
  const std::size_t at = said.find("encoding");
  if (!said.starts_with("<?xml") && !said.starts_with("\xEF\xBB\xBF<?xml")) return true;
  if (at == std::string_view::npos) return true;
  std::string encoding;
  for (const char c : said.substr(at))
    if (c != '-') encoding += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return encoding.find("utf8") != std::string::npos || encoding.find("ascii") != std::string::npos;
}

}  // namespace

Result<std::string> writable_part(ZipPackage& package, const std::string& part,
                                  const std::string& name) {
  auto text = package.read(part);
  if (!text || is_utf8(text.value())) return text;
  return Failure{
      "part-not-utf8",
      name,
      {"其中的 " + part + " 不是 UTF-8 编码，写不进去；用 Word 或 WPS 打开它，另存一份再检查",
       "its part " + part +
           " is not in UTF-8 and can't be written into; open it in Word or WPS, save a "
           "copy and check that"}};
}

Result<std::string> with_last(ZipPackage& package, const std::string& part,
                              const std::string& inner, const std::string& name) {
  RootPlace root;
  if (auto failed = read_xml(package, part, name, root)) return *failed;
  auto text = writable_part(package, part, name);
  if (!text) return text;
  std::string& xml = text.value();
  const ByteRange end = root.end_tag;
  if (end.begin < end.end) {
    xml.insert(end.begin, inner);
    return text;
  }
  const std::string tag(tag_name(std::string_view(xml).substr(root.begin.begin)));
  const std::size_t slash = xml.rfind('/', root.begin.end);
  xml.replace(slash, root.begin.end - slash, ">" + inner + "</" + tag + ">");
  return text;
}

Result<std::uint32_t> free_number(ZipPackage& package, const std::string& part,
                                  const std::string& name) {
  Numbers numbers;
  if (auto failed = read_xml(package, part, name, numbers)) return *failed;
  return numbers.next;
}

const char* WordNames::vocabulary() const { return is_strict ? strict : transitional; }

std::string WordNames::opening(const std::string& element, const std::string& id) const {
  return "<" + prefix + element + declaration + " " + prefix + "id=\"" + id + "\"";
}

WordNames names_of(const WordText& word, const std::string& main) {
  WordNames names;
  const std::string_view root =
      std::string_view(main).substr(word.root.begin, word.root.end - word.root.begin);
  if (!word.runs.empty()) {
    const std::string_view tag = tag_name(std::string_view(main).substr(word.runs[0].tag.begin));
    const std::size_t colon = tag.find(':');
    if (colon != std::string_view::npos) names.prefix = tag.substr(0, colon + 1);
  }
  const std::string_view head =
      std::string_view(main).substr(0, word.runs.empty() ? main.size() : word.runs[0].tag.end);
  names.is_strict = head.find(strict) != std::string_view::npos &&
                    head.find(transitional) == std::string_view::npos;
  // Attributes need a prefix, and one that only the root declares holds everywhere.
  const std::string declares =
      names.prefix.empty() ? "" : "xmlns:" + names.prefix.substr(0, names.prefix.size() - 1) + "=";
  const std::size_t at = declares.empty() ? std::string::npos : root.find(declares);
  if (at != std::string_view::npos &&
      main.find(declares, word.root.begin + at + 1) == std::string::npos)
    return names;
  if (names.prefix.empty()) names.prefix = "w:";
  names.declaration = " xmlns:" + names.prefix.substr(0, names.prefix.size() - 1) + "=\"" +
                      names.vocabulary() + "\"";
  return names;
}

}  // namespace mingze::draft
