#include "report/sarif_rules.hpp"

#include <vector>

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

/// What stands in the help, as heading and text.
struct HelpPart {
  Message heading;
  std::string text;
};

class ToolWriter {
 public:
  ToolWriter(JsonWriter& json, Language language) : json_(json), language_(language) {}

  void write(const CheckReport& report, const std::string& version) {
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "mingze");
    text("shortDescription", {"检查政策文稿：谁做什么，哪里有问题",
                              "reads policy drafts: who does what, and what is wrong"});
    json_.member("version", version);
    json_.member("semanticVersion", version);
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
    for (const FindingKind& kind : report.kinds) rule(kind);
    json_.end_list();
    json_.end_object();
    json_.end_object();
  }

 private:
  void rule(const FindingKind& kind) {
    json_.begin_object();
    json_.member("id", kind.code);
    json_.member("name", pascal_case(kind.code));
    text("shortDescription", kind.title);
    text("fullDescription", kind.when);
    level(kind.severity);
    help(kind);
    json_.end_object();
  }

  void help(const FindingKind& kind) {
    std::vector<HelpPart> parts{{{"什么情况会报告", "When"}, kind.when.in(language_)}};
    if (!kind.advice.empty()) parts.push_back({{"怎样改", "Repair"}, kind.advice.in(language_)});
    std::string basis;
    for (const Basis& one : kind.basis)
      basis += (basis.empty()               ? ""
                : language_ == Language::zh ? "；"
                                            : "; ") +
               words_of(one, language_);
    if (!basis.empty()) parts.push_back({{"依据", "Basis"}, basis});
    const Message silence{
        "--allow " + kind.code + "，或者在文稿旁边的 明责.tsv 中写：不报告 = " + kind.code,
        "--allow " + kind.code + ", or in mingze.tsv beside the draft: 不报告 = " + kind.code};
    parts.push_back({{"不想看到这类问题", "To silence it"}, silence.in(language_)});
    std::string plain;
    std::string markdown;
    for (const HelpPart& part : parts) {
      const std::string& heading = part.heading.in(language_);
      plain += (plain.empty() ? "" : "\n") + heading + (language_ == Language::zh ? "：" : ": ") +
               part.text;
      markdown +=
          (markdown.empty() ? "" : "\n\n") + ("**" + heading + "**\n\n") + in_markdown(part.text);
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

void write_sarif_tool(JsonWriter& json, const CheckReport& report, Language language,
                      const std::string& version) {
  ToolWriter(json, language).write(report, version);
}

}  // namespace mingze::report
