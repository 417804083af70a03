#include <map>
#include <ostream>

#include "engine/base/files.hpp"
#include "report/check_report.hpp"
#include "report/duty_table.hpp"
#include "report/sarif_parts.hpp"
#include "report/sarif_rules.hpp"

namespace mingze::report {

namespace {

/// Drafts are named from the folder in which mingze runs; which that is, stands nowhere in the
/// output.
constexpr const char* source_root = "%SRCROOT%";

const char* mime_type(FileKind kind) {
  if (kind == FileKind::pdf) return "application/pdf";
  return kind == FileKind::word
             ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
             : "text/plain";
}

class SarifFace {
 public:
  SarifFace(std::ostream& out, Language language) : json_(out), language_(language) {}

  void write(const CheckReport& report, const SarifRun& run) {
    for (std::size_t i = 0; i < report.kinds.size(); ++i) rules_[report.kinds[i].code] = i;
    json_.begin_object();
    json_.member("$schema",
                 "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                 "sarif-schema-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_list();
    json_.begin_object();
    json_.key("tool");
    write_sarif_tool(json_, report, language_, run.version);
    json_.key("automationDetails");
    json_.begin_object();
    json_.member("id", "mingze check/");
    json_.end_object();
    json_.member("language", sarif_language(language_));
    json_.member("columnKind", "utf16CodeUnits");
    list("newlineSequences", {"\r\n", "\n", "\r"});
    invocation(report, run);
    roots();
    artifacts(report);
    results(report);
    json_.end_object();
    json_.end_list();
    json_.end_object();
    json_.finish();
  }

 private:
  /// One draft while its results are written.
  struct Page {
    const CheckedDraft& draft;
    std::size_t index;
    SarifRegions regions;
    std::map<std::string, const draft::Item*> items = {};
  };

  [[nodiscard]] const std::string& say(const Message& message) const {
    return message.in(language_);
  }

  void text(std::string_view key, const std::string& text) {
    json_.key(key);
    json_.begin_object();
    json_.member("text", sarif_message(text));
    json_.end_object();
  }

  void list(std::string_view key, const std::vector<const char*>& values) {
    json_.key(key);
    json_.begin_list();
    for (const char* value : values) json_.value(value);
    json_.end_list();
  }

  /// Of a draft also its number among the artifacts.
  void file(std::string_view key, const std::string& path,
            std::optional<std::size_t> index = std::nullopt) {
    json_.key(key);
    json_.begin_object();
    json_.member("uri", uri_of_path(path));
    if (!is_absolute(path)) json_.member("uriBaseId", source_root);
    if (index) json_.member_number("index", *index);
    json_.end_object();
  }

  void invocation(const CheckReport& report, const SarifRun& run) {
    json_.key("invocations");
    json_.begin_list();
    json_.begin_object();
    json_.member("executionSuccessful", run.exit_code < 2);
    json_.member_number("exitCode", static_cast<std::uint64_t>(run.exit_code));
    json_.key("toolExecutionNotifications");
    json_.begin_list();
    for (const Failure& failure : report.failures) notification(failure);
    json_.end_list();
    json_.end_object();
    json_.end_list();
  }

  void notification(const Failure& failure) {
    json_.begin_object();
    json_.key("descriptor");
    json_.begin_object();
    json_.member("id", unreadable_file);
    json_.member_number("index", 0);
    json_.end_object();
    json_.member("level", "error");
    text("message", say(failure.message));
    json_.key("locations");
    json_.begin_list();
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    file("artifactLocation", failure.subject);
    json_.end_object();
    json_.end_object();
    json_.end_list();
    json_.end_object();
  }

  void roots() {
    json_.key("originalUriBaseIds");
    json_.begin_object();
    json_.key(source_root);
    json_.begin_object();
    text("description", say({"运行 mingze 的文件夹", "the folder in which mingze ran"}));
    json_.end_object();
    json_.end_object();
  }

  void artifacts(const CheckReport& report) {
    json_.key("artifacts");
    json_.begin_list();
    for (std::size_t i = 0; i < report.drafts.size(); ++i) {
      const CheckedDraft& draft = report.drafts[i];
      json_.begin_object();
      file("location", draft.name, i);
      list("roles", {"analysisTarget"});
      json_.member("mimeType", mime_type(draft.kind));
      if (draft.kind != FileKind::text)
        text("description", say({"行、列和偏移按从文件中读出的文字计，不是文件中的位置",
                                 "lines, columns and offsets are those of the text read from the "
                                 "file, not of the file"}));
      json_.end_object();
    }
    json_.end_list();
  }

  void results(const CheckReport& report) {
    json_.key("results");
    json_.begin_list();
    for (std::size_t i = 0; i < report.drafts.size(); ++i) {
      Page page{report.drafts[i], i, SarifRegions(*report.drafts[i].text)};
      for (const draft::Item& item : page.draft.reading.items) page.items[item.id] = &item;
      for (const Finding& finding : page.draft.findings) result(page, finding, nullptr);
      for (const SilencedFinding& one : page.draft.silenced) result(page, one.finding, &one.by);
    }
    json_.end_list();
  }

  void result(const Page& page, const Finding& finding, const Message* silenced_by) {
    json_.begin_object();
    json_.member("ruleId", finding.code);
    const auto rule = rules_.find(finding.code);
    if (rule != rules_.end()) json_.member_number("ruleIndex", rule->second);
    json_.member("level", name_of(finding.severity));
    text("message", told(finding));
    json_.key("locations");
    json_.begin_list();
    location(page, finding);
    json_.end_list();
    related(page, finding);
    json_.key("partialFingerprints");
    json_.begin_object();
    json_.member("mingzeFinding/v1", finding.fingerprint);
    json_.end_object();
    fixes(page, finding);
    suppressions(silenced_by);
    json_.end_object();
  }

  /// The message, then suggestions and basis, as sentences: viewers show a result by this alone.
  [[nodiscard]] std::string told(const Finding& finding) const {
    const bool zh = language_ == Language::zh;
    const char* stop = zh ? "。" : ".";
    std::string out = say(finding.message) + stop;
    for (const Suggestion& one : finding.suggestions)
      out += (zh ? "\n建议：" : "\nHelp: ") + say(one.message) + stop;
    std::string basis;
    for (const Basis& one : finding.basis)
      basis += (basis.empty() ? "" : zh ? "；" : "; ") + words_of(one, language_);
    if (!basis.empty()) out += (zh ? "\n依据：" : "\nBasis: ") + basis + stop;
    return out;
  }

  /// A place in the draft; the whole of it where the span is invalid.
  void place(const Page& page, Span span) {
    json_.key("physicalLocation");
    json_.begin_object();
    file("artifactLocation", page.draft.name, page.index);
    if (span.valid()) {
      json_.key("region");
      page.regions.write(json_, span, true);
    }
    json_.end_object();
  }

  void location(const Page& page, const Finding& finding) {
    json_.begin_object();
    place(page, finding.span);
    const auto item = page.items.find(finding.item);
    if (item != page.items.end()) {
      json_.key("logicalLocations");
      json_.begin_list();
      json_.begin_object();
      json_.member("name", item->second->label);
      json_.member("fullyQualifiedName",
                   clause_of(page.draft.reading, item->second->section) + item->second->label);
      json_.member("kind", "item");
      json_.end_object();
      json_.end_list();
    }
    json_.end_object();
  }

  void related(const Page& page, const Finding& finding) {
    if (finding.related.empty()) return;
    json_.key("relatedLocations");
    json_.begin_list();
    std::uint64_t id = 0;
    for (const RelatedPlace& one : finding.related) {
      json_.begin_object();
      json_.member_number("id", id++);
      if (one.file.empty()) {
        place(page, one.span);
      } else {
        json_.key("physicalLocation");
        json_.begin_object();
        file("artifactLocation", one.file);
        if (one.line > 0) {
          json_.key("region");
          json_.begin_object();
          json_.member_number("startLine", one.line);
          json_.end_object();
        }
        json_.end_object();
      }
      text("message", say(one.message));
      json_.end_object();
    }
    json_.end_list();
  }

  /// Only a text can be repaired where SARIF says; Word and PDF files have no such places.
  void fixes(const Page& page, const Finding& finding) {
    if (page.draft.kind != FileKind::text) return;
    bool begun = false;
    for (const Suggestion& one : finding.suggestions) {
      if (one.replacement.empty() || !one.span.valid()) continue;
      if (!begun) {
        json_.key("fixes");
        json_.begin_list();
        begun = true;
      }
      fix(page, one);
    }
    if (begun) json_.end_list();
  }

  void fix(const Page& page, const Suggestion& suggestion) {
    json_.begin_object();
    text("description", say(suggestion.message));
    json_.key("artifactChanges");
    json_.begin_list();
    json_.begin_object();
    file("artifactLocation", page.draft.name, page.index);
    json_.key("replacements");
    json_.begin_list();
    json_.begin_object();
    json_.key("deletedRegion");
    page.regions.write(json_, suggestion.span, false);
    json_.key("insertedContent");
    json_.begin_object();
    json_.member("text", suggestion.replacement);
    json_.end_object();
    json_.end_object();
    json_.end_list();
    json_.end_object();
    json_.end_list();
    json_.end_object();
  }

  /// An empty list says that nobody silenced the finding.
  void suppressions(const Message* by) {
    json_.key("suppressions");
    json_.begin_list();
    if (by != nullptr) {
      json_.begin_object();
      json_.member("kind", "external");
      json_.member("status", "accepted");
      json_.member("justification", say(*by));
      json_.end_object();
    }
    json_.end_list();
  }

  JsonWriter json_;
  Language language_;
  std::map<std::string, std::uint64_t> rules_;
};

}  // namespace

void write_check_sarif(std::ostream& out, const CheckReport& report, Language language,
                       const SarifRun& run) {
  SarifFace(out, language).write(report, run);
}

}  // namespace mingze::report
