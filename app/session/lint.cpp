#include "app/session/lint.hpp"

#include <algorithm>

#include "app/session/data.hpp"
#include "app/session/lint_subject.hpp"
#include "app/session/test.hpp"

namespace mingze::app {

namespace {

constexpr const char* untested = "untested-rule";

/// Where the ids of rules and findings stand that no test made fire; nothing without tests.
std::optional<std::vector<Span>> never_fired(Workspace& workspace,
                                             const report::TestReport& report) {
  if (report.tests.empty()) return std::nullopt;
  std::set<std::string> rules;
  std::set<std::string> findings;
  for (const auto& rule : report.coverage.rules)
    if (!rule.fired) (rule.is_finding ? findings : rules).insert(rule.name.id);
  std::vector<Span> out;
  for (const dsl::Input& input : workspace.inputs())
    for (const dsl::Statement& statement : input.module->statements) {
      if (const auto* rule = std::get_if<dsl::Rule>(&statement.body))
        if (rules.contains(rule->id.text)) out.push_back(rule->id.span);
      if (const auto* finding = std::get_if<dsl::Finding>(&statement.body))
        if (findings.contains(finding->id.text)) out.push_back(finding->id.span);
    }
  return out;
}

report::LintReport::Finding told(dsl::LintFinding& finding) {
  report::LintReport::Finding out{std::move(finding.diagnostic), finding.fix.has_value()};
  out.in_source = !finding.allowed_because.empty();
  out.silenced_by = {finding.allowed_because, finding.allowed_because};
  return out;
}

}  // namespace

std::vector<std::string> lint_codes() {
  std::vector<std::string> codes;
  for (const dsl::LintCheck& check : dsl::lint_checks()) codes.emplace_back(check.code);
  return codes;
}

std::optional<report::LintReport> lint_programs(Workspace& workspace, const Inputs& inputs,
                                                const LintOptions& options) {
  std::optional<std::vector<Span>> idle;
  if (!options.silenced.contains(untested)) {
    const auto tests = run_tests(workspace, inputs, {.jobs = options.jobs});
    if (!tests) return std::nullopt;
    idle = never_fired(workspace, *tests);
  }
  auto found = linted(workspace, inputs, std::move(idle));
  if (!found) return std::nullopt;
  report::LintReport report{&workspace.sources(), {}, {}, {}};
  for (const dsl::LintCheck& check : dsl::lint_checks())
    report.checks.push_back(
        {std::string(check.code), check.severity, check.title, check.when, check.fixable});
  for (dsl::LintFinding& finding : *found) {
    const bool by_option = options.silenced.contains(finding.diagnostic.code);
    report::LintReport::Finding one = told(finding);
    if (by_option && !one.in_source)
      one.silenced_by = {"--allow " + one.diagnostic.code, "--allow " + one.diagnostic.code};
    (by_option || one.in_source ? report.silenced : report.findings).push_back(std::move(one));
  }
  give_fingerprints(report);
  return report;
}

}  // namespace mingze::app
