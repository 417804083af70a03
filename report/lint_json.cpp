#include "report/finding_json.hpp"
#include "report/json_writer.hpp"
#include "report/lint_report.hpp"

namespace mingze::report {

namespace {

class LintDocument {
 public:
  LintDocument(std::ostream& out, const LintReport& report, Language language)
      : json_(out), report_(report), language_(language) {}

  void write() {
    json_.begin_object();
    json_.member_number("version", 1);
    json_.member("command", "lint");
    findings("findings", report_.findings, false);
    findings("silenced", report_.silenced, true);
    summary();
    json_.end_object();
    json_.finish();
  }

 private:
  void findings(std::string_view key, const std::vector<LintReport::Finding>& all, bool silenced) {
    json_.key(key);
    json_.begin_list();
    for (const LintReport::Finding& finding : all) {
      const Diagnostic& found = finding.diagnostic;
      json_.begin_object();
      json_.member("code", found.code);
      json_.member("severity", name_of(found.severity));
      json_.member("message", found.message.in(language_));
      place(found.span);
      notes(found);
      related(found);
      repairs(finding);
      json_.member("fingerprint", finding.fingerprint);
      if (silenced) json_.member("reason", finding.silenced_by.in(language_));
      json_.end_object();
    }
    json_.end_list();
  }

  void place(Span span) {
    const Source& source = (*report_.sources)[span.source];
    json_.member("file", source.name());
    json_.key("span");
    write_span(json_, &source, span);
  }

  void notes(const Diagnostic& found) {
    json_.key("notes");
    json_.begin_list();
    for (const Message& note : found.notes) json_.value(note.in(language_));
    json_.end_list();
  }

  void related(const Diagnostic& found) {
    json_.key("related");
    json_.begin_list();
    for (const Label& label : found.related) {
      json_.begin_object();
      json_.member("message", label.message.in(language_));
      place(label.span);
      json_.end_object();
    }
    json_.end_list();
  }

  void repairs(const LintReport::Finding& finding) {
    json_.key("repairs");
    json_.begin_list();
    for (const Repair& repair : finding.diagnostic.repairs) {
      json_.begin_object();
      json_.member("message", repair.message.in(language_));
      json_.member("replacement", repair.replacement);
      json_.key("span");
      write_span(json_, &(*report_.sources)[repair.span.source], repair.span);
      json_.end_object();
    }
    json_.end_list();
    json_.member("fixable", finding.fixable);
  }

  void summary() {
    json_.key("summary");
    json_.begin_object();
    json_.member_number("errors", report_.count(Severity::error));
    json_.member_number("warnings", report_.count(Severity::warning));
    json_.member_number("notes", report_.count(Severity::note));
    json_.member_number("fixable", report_.fixable());
    json_.member_number("silenced", report_.silenced.size());
    std::map<std::string, std::uint64_t> counts;
    for (const LintReport::Check& check : report_.checks) counts[check.code] = 0;
    for (const LintReport::Finding& finding : report_.findings) ++counts[finding.diagnostic.code];
    json_.key("findings");
    json_.begin_object();
    for (const auto& [code, count] : counts) json_.member_number(code, count);
    json_.end_object();
    json_.end_object();
  }

  JsonWriter json_;
  const LintReport& report_;
  Language language_;
};

}  // namespace

void write_lint_json(std::ostream& out, const LintReport& report, Language language) {
  LintDocument(out, report, language).write();
}

}  // namespace mingze::report
