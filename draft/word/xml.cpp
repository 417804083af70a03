#include "draft/word/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

namespace mingze::draft {

namespace {

constexpr std::uint32_t deepest = 1000;
constexpr std::size_t longest_tag = std::size_t{16} << 20;
// Expat writes a name as "address of the vocabulary" + separator + "local name".
constexpr char separator = '\n';
// Expat takes lengths as int.
constexpr std::size_t most_at_once = std::size_t{1} << 20;

constexpr std::array<std::pair<std::string_view, XmlSpace>, 6> spaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XmlSpace::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", XmlSpace::word},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XmlSpace::sheet},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", XmlSpace::sheet},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", XmlSpace::compatibility},
    {"http://schemas.openxmlformats.org/package/2006/relationships", XmlSpace::relationships},
}};

std::string_view local_of(std::string_view name) {
  const std::size_t cut = name.rfind(separator);
  return cut == std::string_view::npos ? name : name.substr(cut + 1);
}

XmlName name_of(std::string_view name) {
  XmlName result{XmlSpace::other, local_of(name)};
  if (result.local.size() == name.size()) return result;
  const auto address = name.substr(0, name.size() - result.local.size() - 1);
  for (const auto& [known, space] : spaces) {
    if (address == known) result.space = space;
  }
  return result;
}

/// One run of Expat, and why it was stopped.
struct Run {
  explicit Run(XmlHandler& to)
      : handler(to), owned(XML_ParserCreateNS(nullptr, separator), &XML_ParserFree) {
    parser = owned.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Run::start, &Run::end);
    XML_SetCharacterDataHandler(parser, &Run::text);
    XML_SetStartDoctypeDeclHandler(parser, &Run::document_type);
  }

  XmlHandler& handler;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> owned;
  XML_Parser parser = nullptr;
  bool good = true;
  std::string waiting = {};  // bytes that Expat has not seen
  std::size_t seen = 0;
  std::uint32_t depth = 0;
  bool too_deep = false;
  bool has_document_type = false;
  bool too_long = false;

  /// Reads on; false where there is no use in more.
  bool take(std::string_view chunk) {
    waiting += chunk;
    const std::size_t open = unfinished();
    too_long = open + waiting.size() > longest_tag;
    good = good && !too_long;
    return good && (waiting.size() < open || parse(false));
  }
  bool parse(bool last) {
    seen += waiting.size();
    const auto length = static_cast<int>(waiting.size());
    good = XML_Parse(parser, waiting.data(), length, last ? 1 : 0) == XML_STATUS_OK;
    waiting.clear();
    return good && !handler.failure();
  }
  /// Expat begins an unfinished tag anew with each stretch: it gets as much more as it had of it,
  /// so that a tag of any length is read in linear time.
  [[nodiscard]] std::size_t unfinished() const {
    const auto at = XML_GetCurrentByteIndex(parser);
    const auto end = at + XML_GetCurrentByteCount(parser);
    return at < 0 ? seen : seen - std::min(seen, static_cast<std::size_t>(end));
  }

  static Run& of(void* user) { return *static_cast<Run*>(user); }

  [[nodiscard]] ByteRange place() const {
    const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser));
    return {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser))};
  }

  static void start(void* user, const char* name, const char** attributes) {
    Run& run = of(user);
    if (++run.depth > deepest) {
      run.too_deep = true;
      XML_StopParser(run.parser, XML_FALSE);
      return;
    }
    run.handler.start(name_of(name), XmlAttributes(attributes), run.place());
  }
  static void end(void* user, const char* name) {
    Run& run = of(user);
    --run.depth;
    run.handler.end(name_of(name), run.place());
  }
  static void text(void* user, const char* characters, int length) {
    Run& run = of(user);
    run.handler.text({characters, static_cast<std::size_t>(length)}, run.place());
  }
  static void document_type(void* user, const char*, const char*, const char*, int) {
    Run& run = of(user);
    run.has_document_type = true;
    XML_StopParser(run.parser, XML_FALSE);
  }
};

Failure failure_of(const Run& run, const PackageKind& kind, const std::string& part,
                   const std::string& name) {
  if (run.too_deep) {
    return {"unsafe-file",
            name,
            {part + " 里的标签层层嵌套，超过 " + std::to_string(deepest) + " 层，不像一份" +
                 kind.document.zh,
             part + " nests its tags deeper than " + std::to_string(deepest) + ", which no " +
                 kind.document.en + " does"}};
  }
  if (run.too_long) {
    const std::string most = std::to_string(longest_tag >> 20U);
    return {"unsafe-file",
            name,
            {part + " 里有一个标签超过 " + most + " MiB，不像一份" + kind.document.zh,
             "a tag in " + part + " is longer than " + most + " MiB, which no " + kind.document.en +
                 " has"}};
  }
  if (run.has_document_type) {
    return {"unsafe-file",
            name,
            {part + " 里有 DOCTYPE 声明，" + kind.program + " 文件不应有；为安全起见不读",
             part + " holds a DOCTYPE, which a file of " + kind.program +
                 " must not; not read, for safety"}};
  }
  const std::string line = std::to_string(XML_GetCurrentLineNumber(run.parser));
  const char* reason = XML_ErrorString(XML_GetErrorCode(run.parser));
  return damaged(kind, name,
                 {part + " 第 " + line + " 行不是正确的 XML（" + reason + "）",
                  "line " + line + " of " + part + " is no XML (" + reason + ")"});
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
      out += c;  // other control characters are not allowed in XML at all
    }
  }
  return out;
}

std::string_view XmlAttributes::get(std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_of(pair[0]) == local) return pair[1];
  }
  return {};
}

std::optional<std::uint32_t> XmlAttributes::number(std::string_view local,
                                                   std::uint32_t most) const {
  const std::string_view digits = get(local);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  return whole && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Failure> read_xml(ZipPackage& package, const std::string& part,
                                const std::string& name, XmlHandler& handler) {
  Run run(handler);
  const auto take = [&](std::string_view chunk) { return run.take(chunk); };
  if (auto failed = package.read(part, take)) return failed;
  if (run.good && !handler.failure()) run.parse(true);
  if (!run.good) return failure_of(run, package.kind(), part, name);
  return handler.failure();
}

bool read_xml(std::string_view bytes, XmlHandler& handler) {
  Run run(handler);
  for (; bytes.size() > most_at_once; bytes.remove_prefix(most_at_once))
    if (!run.take(bytes.substr(0, most_at_once))) return false;
  return run.take(bytes) && run.parse(true);
}

}  // namespace mingze::draft
