#include <fmt/format.h>

#include <ostream>

#include "report/diagnostics.hpp"
#include "report/lint_report.hpp"

namespace mingze::report {

namespace {

Message summary(const LintReport& report) {
  Message out{"没有发现问题", "nothing found"};
  if (!report.findings.empty()) {
    const auto errors = report.count(Severity::error);
    const auto warnings = report.count(Severity::warning);
    out = {
        fmt::format("发现 {} 处：错误 {}，警告 {}", report.findings.size(), errors, warnings),
        fmt::format("{} found: errors {}, warnings {}", report.findings.size(), errors, warnings)};
  }
  if (const auto fixable = report.fixable(); fixable > 0) {
    out.zh += fmt::format("；--fix 可以改好 {} 处", fixable);
    out.en += fmt::format("; --fix repairs {}", fixable);
  }
  if (!report.silenced.empty()) {
    out.zh += fmt::format("；允许而不报告 {} 处", report.silenced.size());
    out.en += fmt::format("; {} allowed and not told", report.silenced.size());
  }
  return out;
}

}  // namespace

void write_lint_terminal(std::ostream& out, const LintReport& report, const Style& style) {
  for (const LintReport::Finding& finding : report.findings)
    out << drawn(finding.diagnostic, *report.sources, style) << "\n";
  out << summary(report).in(style.language) << "\n";
}

}  // namespace mingze::report
