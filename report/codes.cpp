#include "report/codes.hpp"

#include <ostream>

#include "report/json_writer.hpp"

namespace mingze::report {

namespace {

void write_message(JsonWriter& json, std::string_view name, const Message& message) {
  json.key(name);
  json.begin_object();
  json.member("zh", message.zh);
  json.member("en", message.en);
  json.end_object();
}

void write_entry(JsonWriter& json, const CodeKind& kind, const CodeEntry& entry) {
  json.begin_object();
  json.member("code", entry.code);
  json.member("kind", kind.id);
  json.member("severity", name_of(entry.severity));
  write_message(json, "meaning", entry.meaning);
  write_message(json, "advice", entry.advice);
  json.member_or_null("page", entry.page);
  json.end_object();
}

/// A cell of a table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

Message of_severity(Severity severity) {
  if (severity == Severity::error) return {"错误", "error"};
  return severity == Severity::warning ? Message{"警告", "warning"} : Message{"提示", "note"};
}

}  // namespace

void write_codes_json(std::ostream& out, const std::vector<CodeKind>& kinds) {
  JsonWriter json(out);
  json.begin_object();
  json.member_number("version", 1);
  json.member("command", "codes");
  json.key("codes");
  json.begin_list();
  for (const CodeKind& kind : kinds)
    for (const CodeEntry& entry : kind.codes) write_entry(json, kind, entry);
  json.end_list();
  json.end_object();
  json.finish();
}

void write_codes_terminal(std::ostream& out, const std::vector<CodeKind>& kinds,
                          const Style& style) {
  const Language language = style.language;
  const char* between = "";
  for (const CodeKind& kind : kinds) {
    out << between << painted(style, Paint::bold, kind.title.in(language)) << "\n";
    between = "\n";
    for (const CodeEntry& entry : kind.codes) {
      out << "  " << painted(style, paint_of(entry.severity), entry.code) << "  "
          << entry.meaning.in(language) << "\n";
      out << "    " << painted(style, Paint::blue, "=") << " " << entry.advice.in(language) << "\n";
      if (!entry.page.empty())
        out << "    " << painted(style, Paint::blue, "=") << " " << entry.page << "\n";
    }
  }
}

void write_codes_markdown(std::ostream& out, const std::vector<CodeKind>& kinds) {
  for (const CodeKind& kind : kinds) {
    out << "\n## " << kind.title.en << " · " << kind.title.zh << "\n\n"
        << "| code | severity | what | 说明 | what to do | 怎么办 |\n|---|---|---|---|---|---|\n";
    for (const CodeEntry& entry : kind.codes) {
      const std::string link =
          entry.page.empty() ? "" : "](" + entry.page.substr(entry.page.find('/') + 1) + ")";
      const Message severity = of_severity(entry.severity);
      out << "| " << (link.empty() ? "" : "[") << "`" << entry.code << "`" << link << " | "
          << severity.en << " · " << severity.zh << " | " << cell(entry.meaning.en) << " | "
          << cell(entry.meaning.zh) << " | " << cell(entry.advice.en) << " | "
          << cell(entry.advice.zh) << " |\n";
    }
  }
}

}  // namespace mingze::report
