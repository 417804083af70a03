#include "report/check_report.hpp"
#include "report/finding_json.hpp"

namespace mingze::report {

namespace {

class CheckDocument {
 public:
  CheckDocument(std::ostream& out, Language language) : json_(out), language_(language) {}

  void write(const CheckReport& report) {
    json_.begin_object();
    json_.member_number("version", 1);
    json_.member("command", "check");
    json_.key("drafts");
    json_.begin_list();
    for (const CheckedDraft& draft : report.drafts) write(draft);
    json_.end_list();
    if (!report.used.empty()) write_used(report);
    write_summary(report);
    json_.end_object();
    json_.finish();
  }

 private:
  void write(const CheckedDraft& draft) {
    const draft::Reading& reading = draft.reading;
    json_.begin_object();
    json_.member("name", draft.name);
    json_.member_or_null("title", reading.title);
    json_.member_or_null("jurisdiction", draft.jurisdiction);
    json_.member("as_of", to_string(draft.as_of));
    json_.key("sections");
    json_.begin_list();
    for (const draft::Section& section : reading.sections) write(section, *draft.text);
    json_.end_list();
    json_.key("items");
    json_.begin_list();
    for (const draft::Item& item : reading.items) write(item, *draft.text);
    json_.end_list();
    json_.key("findings");
    json_.begin_list();
    for (const Finding& finding : draft.findings)
      write_finding(json_, finding, draft.text, language_);
    json_.end_list();
    json_.end_object();
  }

  void write(const draft::Section& section, const Source& text) {
    json_.begin_object();
    json_.member("id", section.id);
    json_.member("number", section.number);
    json_.member("heading", section.heading);
    json_.member_number("level", section.level);
    json_.member_or_null("parent", section.parent);
    span(text, section.span);
    json_.end_object();
  }

  void write(const draft::Item& item, const Source& text) {
    json_.begin_object();
    json_.member("id", item.id);
    json_.member_or_null("section", item.section);
    json_.member("label", item.label);
    json_.member("status", draft::to_string(item.status));
    mentions("lead", item.lead, text);
    mentions("cooperating", item.cooperating, text);
    mentions("named", item.named, text);
    span(text, item.span);
    json_.end_object();
  }

  void mentions(std::string_view key, const std::vector<draft::Mention>& all, const Source& text) {
    json_.key(key);
    json_.begin_list();
    for (const draft::Mention& mention : all) {
      json_.begin_object();
      json_.member("text", mention.text);
      json_.member_or_null("entity", mention.entity);
      json_.member_or_null("line", mention.line);
      span(text, mention.span);
      json_.end_object();
    }
    json_.end_list();
  }

  void span(const Source& text, Span where) {
    json_.key("span");
    write_span(json_, &text, where);
  }

  void write_used(const CheckReport& report) {
    json_.key("used");
    json_.begin_list();
    for (const UsedFile& used : report.used) {
      json_.begin_object();
      json_.member("file", used.file);
      json_.member("message", used.what.in(language_));
      json_.end_object();
    }
    json_.end_list();
  }

  void write_summary(const CheckReport& report) {
    const CheckReport::Summary summary = report.summary();
    json_.key("summary");
    json_.begin_object();
    json_.member_number("drafts", report.drafts.size());
    json_.member_number("unreadable", report.failures.size());
    if (report.passed_over.all() > 0) write(report.passed_over);
    json_.member_number("items", summary.items);
    json_.member_number("led", summary.led);
    json_.member_number("missing_lead", summary.missing_lead);
    json_.member_number("unassigned", summary.unassigned);
    json_.member_number("collective", summary.collective);
    json_.member_number("conflict", summary.conflict);
    json_.member_number("errors", summary.errors);
    json_.member_number("warnings", summary.warnings);
    json_.member_number("notes", summary.notes);
    counts("findings", summary.findings);
    if (!report.silenced.empty()) counts("silenced", report.silenced);
    json_.end_object();
  }

  void write(const PassedOver& passed) {
    json_.key("passed_over");
    json_.begin_object();
    json_.member_number("hidden", passed.hidden);
    json_.member_number("locks", passed.locks);
    json_.member_number("copies", passed.copies);
    json_.member_number("other_types", passed.other_types);
    json_.member_number("special", passed.special);
    json_.end_object();
  }

  void counts(std::string_view key, const std::map<std::string, std::uint64_t>& counts) {
    json_.key(key);
    json_.begin_object();
    for (const auto& [code, count] : counts) json_.member_number(code, count);
    json_.end_object();
  }

  JsonWriter json_;
  Language language_;
};

}  // namespace

void write_check_json(std::ostream& out, const CheckReport& report, Language language) {
  CheckDocument(out, language).write(report);
}

}  // namespace mingze::report
