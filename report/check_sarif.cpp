#include <map>
#include <ostream>

#include "report/check_report.hpp"
#include "report/duty_table.hpp"
#include "report/sarif_document.hpp"

namespace mingze::report {

namespace {

const char* mime_type(FileKind kind) {
  if (kind == FileKind::pdf) return "application/pdf";
  return kind == FileKind::word
             ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
             : "text/plain";
}

SarifRule rule_of(const FindingKind& kind) {
  SarifRule rule{kind.code, kind.severity, kind.title, kind.when, {}};
  rule.help.push_back({{"什么情况会报告", "When"}, kind.when});
  if (!kind.advice.empty()) rule.help.push_back({{"怎样改", "Repair"}, kind.advice});
  Message basis;
  for (const Basis& one : kind.basis) {
    basis.zh += (basis.zh.empty() ? "" : "；") + words_of(one, Language::zh);
    basis.en += (basis.en.empty() ? "" : "; ") + words_of(one, Language::en);
  }
  if (!kind.basis.empty()) rule.help.push_back({{"依据", "Basis"}, basis});
  rule.help.push_back(
      {{"不想看到这类问题", "To silence it"},
       {"--allow " + kind.code + "，或者在文稿旁边的 明责.tsv 中写：不报告 = " + kind.code,
        "--allow " + kind.code + ", or in mingze.tsv beside the draft: 不报告 = " + kind.code}});
  return rule;
}

class CheckSarif final : SarifDocument {
 public:
  CheckSarif(std::ostream& out, Language language) : SarifDocument(out, language) {}

  void write(const CheckReport& report, const SarifRun& run) {
    SarifTool tool{{"检查政策文稿：谁做什么，哪里有问题",
                    "reads policy drafts: who does what, and what is wrong"},
                   run.version,
                   {}};
    for (const FindingKind& kind : report.kinds) {
      rules_[kind.code] = tool.rules.size();
      tool.rules.push_back(rule_of(kind));
    }
    begin(tool, "check", report.failures, run.exit_code);
    artifacts(report);
    results(report);
    end();
  }

 private:
  /// One draft while its results are written.
  struct Page {
    const CheckedDraft& draft;
    File in;
    std::map<std::string, const draft::Item*> items = {};
  };

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
      const CheckedDraft& draft = report.drafts[i];
      Page page{draft, {draft.name, i, SarifRegions(*draft.text)}};
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
    fingerprint(finding.fingerprint);
    fixes(page, finding);
    suppressions("external", silenced_by);
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

  void location(const Page& page, const Finding& finding) {
    json_.begin_object();
    place(page.in, finding.span);
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
        place(page.in, one.span);
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
      fix(page.in, one.span, one.replacement, one.message);
    }
    if (begun) json_.end_list();
  }

  std::map<std::string, std::uint64_t> rules_;
};

}  // namespace

void write_check_sarif(std::ostream& out, const CheckReport& report, Language language,
                       const SarifRun& run) {
  CheckSarif(out, language).write(report, run);
}

}  // namespace mingze::report
