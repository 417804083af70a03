#include <map>

#include "report/lint_report.hpp"
#include "report/sarif_document.hpp"

namespace mingze::report {

namespace {

SarifRule rule_of(const LintReport::Check& check) {
  SarifRule rule{check.code, check.severity, check.title, check.when, {}};
  rule.help.push_back({{"什么情况会报告", "When"}, check.when});
  if (check.fixable)
    rule.help.push_back(
        {{"怎样改", "Repair"},
         {"mingze lint --fix 改好有把握的", "mingze lint --fix repairs what is sure"}});
  rule.help.push_back({{"详细说明", "More"},
                       {"docs/lint/" + check.code + ".md", "docs/lint/" + check.code + ".md"}});
  rule.help.push_back(
      {{"不想看到", "To silence it"},
       {"在语句前一行写 // lint: allow " + check.code + " 原因；或者用 --allow " + check.code,
        "// lint: allow " + check.code + " REASON on the line before the statement, or --allow " +
            check.code}});
  return rule;
}

class LintSarif final : SarifDocument {
 public:
  LintSarif(std::ostream& out, const LintReport& report, Language language)
      : SarifDocument(out, language), report_(report) {}

  void write(const SarifRun& run) {
    SarifTool tool{{"检查规则：多余的、从不起作用的、没有依据的、写错的",
                    "what is wrong with rules: redundant, without effect, uncited, slips"},
                   run.version,
                   {}};
    for (const LintReport::Check& check : report_.checks) {
      rules_[check.code] = tool.rules.size();
      tool.rules.push_back(rule_of(check));
    }
    begin(tool, "lint", {}, run.exit_code);
    artifacts();
    json_.key("results");
    json_.begin_list();
    for (const auto& finding : report_.findings) result(finding, nullptr);
    for (const auto& finding : report_.silenced) result(finding, &finding.silenced_by);
    json_.end_list();
    end();
  }

 private:
  /// All files that places are in, by name.
  void artifacts() {
    std::map<std::string, SourceId> named;
    const auto add = [&](Span span) {
      named.emplace((*report_.sources)[span.source].name(), span.source);
    };
    for (const auto* list : {&report_.findings, &report_.silenced})
      for (const LintReport::Finding& finding : *list) {
        add(finding.diagnostic.span);
        for (const Label& label : finding.diagnostic.related) add(label.span);
      }
    json_.key("artifacts");
    json_.begin_list();
    for (const auto& [name, id] : named) {
      const std::size_t index = files_.size();
      files_.emplace(id, File{name, index, SarifRegions((*report_.sources)[id])});
      json_.begin_object();
      file("location", name, index);
      list("roles", {"analysisTarget"});
      json_.member("mimeType", "text/plain");
      json_.end_object();
    }
    json_.end_list();
  }

  void result(const LintReport::Finding& finding, const Message* silenced_by) {
    const Diagnostic& found = finding.diagnostic;
    json_.begin_object();
    json_.member("ruleId", found.code);
    json_.member_number("ruleIndex", rules_.at(found.code));
    json_.member("level", name_of(found.severity));
    text("message", told(found));
    json_.key("locations");
    json_.begin_list();
    json_.begin_object();
    place(files_.at(found.span.source), found.span);
    json_.end_object();
    json_.end_list();
    related(found);
    fingerprint(finding.fingerprint);
    fixes(found);
    suppressions(finding.in_source ? "inSource" : "external", silenced_by);
    json_.end_object();
  }

  /// The message and what is said besides: viewers show a result by this alone.
  [[nodiscard]] std::string told(const Diagnostic& found) const {
    const char* stop = language_ == Language::zh ? "。" : ".";
    std::string out = say(found.message) + stop;
    for (const Message& note : found.notes) out += "\n" + say(note) + stop;
    return out;
  }

  void related(const Diagnostic& found) {
    if (found.related.empty()) return;
    json_.key("relatedLocations");
    json_.begin_list();
    std::uint64_t id = 0;
    for (const Label& label : found.related) {
      json_.begin_object();
      json_.member_number("id", id++);
      place(files_.at(label.span.source), label.span);
      text("message", say(label.message));
      json_.end_object();
    }
    json_.end_list();
  }

  void fixes(const Diagnostic& found) {
    if (found.repairs.empty()) return;
    json_.key("fixes");
    json_.begin_list();
    for (const Repair& repair : found.repairs)
      fix(files_.at(repair.span.source), repair.span, repair.replacement, repair.message);
    json_.end_list();
  }

  const LintReport& report_;
  std::map<std::string, std::uint64_t> rules_;
  std::map<SourceId, File> files_;
};

}  // namespace

void write_lint_sarif(std::ostream& out, const LintReport& report, Language language,
                      const SarifRun& run) {
  LintSarif(out, report, language).write(run);
}

}  // namespace mingze::report
