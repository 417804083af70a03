#include "report/sarif_rules.hpp"

#include <vector>

#include "report/layout.hpp"
#include "report/markdown.hpp"
#include "report/sarif_parts.hpp"

namespace mingze::report {

namespace {

/// LeadMissing for lead-missing.
std::string pascal_case(const std::string& code) {
  std::string out;
  bool begins = true;
  for (const char c : code) {
    const bool small = c >= 'a' && c <= 'z';
    if (c != '-') out += begins && small ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '-';
  }
  return out;
}

class ToolWriter {
 public:
  ToolWriter(JsonWriter& json, Language language) : json_(json), language_(language) {}

  void write(const SarifTool& tool) {
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "mingze");
    text("shortDescription", tool.description);
    json_.member("version", tool.version);
    json_.member("semanticVersion", tool.version);
    json_.member("language", sarif_language(language_));
    json_.key("notifications");
    json_.begin_list();
    json_.begin_object();
    json_.member("id", unreadable_file);
    text("shortDescription", {"文件读不了", "a file can't be read"});
    level(Severity::error);
    json_.end_object();
    json_.end_list();
    json_.key("rules");
    json_.begin_list();
    for (const SarifRule& one : tool.rules) rule(one);
    json_.end_list();
    json_.end_object();
    json_.end_object();
  }

 private:
  void rule(const SarifRule& one) {
    json_.begin_object();
    json_.member("id", one.code);
    json_.member("name", pascal_case(one.code));
    text("shortDescription", one.title);
    text("fullDescription", one.when);
    level(one.severity);
    help(one);
    json_.end_object();
  }

  void help(const SarifRule& one) {
    std::string plain;
    std::string markdown;
    for (const SarifRule::Help& part : one.help) {
      const std::string& heading = part.heading.in(language_);
      const std::string& said = part.text.in(language_);
      if (!plain.empty()) plain += '\n';
      plain += heading;
      plain += language_ == Language::zh ? "：" : ": ";
      plain += said;
      if (!markdown.empty()) markdown += "\n\n";
      markdown.append("**").append(heading).append("**\n\n").append(in_markdown(said));
    }
    json_.key("help");
    json_.begin_object();
    json_.member("text", sarif_message(plain));
    json_.member("markdown", sarif_message(markdown));
    json_.end_object();
  }

  void level(Severity severity) {
    json_.key("defaultConfiguration");
    json_.begin_object();
    json_.member("level", name_of(severity));
    json_.end_object();
  }

  void text(std::string_view key, const Message& message) {
    json_.key(key);
    json_.begin_object();
    json_.member("text", sarif_message(message.in(language_)));
    json_.end_object();
  }

  JsonWriter& json_;
  Language language_;
};

}  // namespace

const char* sarif_language(Language language) {
  return language == Language::zh ? "zh-CN" : "en-US";
}

void write_sarif_tool(JsonWriter& json, const SarifTool& tool, Language language) {
  ToolWriter(json, language).write(tool);
}

}  // namespace mingze::report
