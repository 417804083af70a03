#include "app/session/catalogue.hpp"

#include <algorithm>

#include "dsl/lint/lint.hpp"
#include "report/finding_kind.hpp"

namespace mingze::app {

namespace {

report::CodeKind codes_of_lint() {
  report::CodeKind out{"lint", {"规则的毛病（mingze lint）", "What lint finds (mingze lint)"}, {}};
  for (const dsl::LintCheck& check : dsl::lint_checks()) {
    const std::string code(check.code);
    out.codes.push_back(
        {code,
         check.severity,
         {check.title.zh + "：" + check.when.zh, check.title.en + ": " + check.when.en},
         {"照所在页的例子改，或者用注释“lint: allow”写明原因",
          "mend it as its page shows, or allow it by a comment `lint: allow` with the reason"},
         "docs/lint/" + code + ".md"});
  }
  return out;
}

report::CodeEntry of_decision(const std::string& id, const std::string& ending, const Message& what,
                              const Message& advice) {
  const std::string code = id + ending;
  return {code,
          Severity::error,
          {"裁定 " + id + " " + what.zh, "the decision " + id + " " + what.en},
          advice,
          "docs/findings/" + code + ".md"};
}

report::CodeKind codes_of_findings(const Program& program) {
  const Message see_page{"见所在页", "see its page"};
  report::CodeKind out{"finding", {"内置规则包的问题", "Findings of the built-in packs"}, {}};
  for (const report::FindingKind& kind :
       report::finding_kinds(program, [](const FindingRule&) { return true; }))
    out.codes.push_back({kind.code, kind.severity, kind.title,
                         kind.advice.empty() ? see_page : kind.advice,
                         "docs/findings/" + kind.code + ".md"});
  for (const Decision& decision : program.decisions) {
    const std::string& id = program[decision.predicate].id;
    out.codes.push_back(of_decision(
        id, "-conflict", {"有互相冲突的结果", "has conflicting answers"},
        {"写明哪条规则优先，或者改正事实", "let one rule override the others, or correct a fact"}));
    if (decision.domain)
      out.codes.push_back(
          of_decision(id, "-missing", {"没有结果", "has no answer"},
                      {"补上得出结果的规则或事实", "add a rule or fact that gives one"}));
  }
  std::sort(out.codes.begin(), out.codes.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  return out;
}

}  // namespace

std::vector<report::CodeKind> own_codes() {
  std::vector<report::CodeKind> out;
  for (auto codes : {codes_of_statements, codes_of_sentences, codes_of_files, codes_of_runs})
    for (report::CodeKind& kind : codes()) out.push_back(std::move(kind));
  out.push_back(codes_of_lint());
  return out;
}

std::vector<report::CodeKind> catalogue(const Program& built_in) {
  std::vector<report::CodeKind> out = own_codes();
  out.push_back(codes_of_findings(built_in));
  return out;
}

}  // namespace mingze::app
