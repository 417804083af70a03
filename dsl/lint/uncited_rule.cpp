#include <fmt/format.h>

#include <map>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

bool decides(const mingze::Rule& rule) {
  for (const mingze::Conclusion& conclusion : rule.conclusions)
    if (conclusion.sort != mingze::Conclusion::Sort::derive) return true;
  return false;
}

}  // namespace

void find_uncited_rules(const LintRun& run) {
  std::map<SourceId, const LintedBody*> cited;  // by file: its first rule that cites something
  for (const LintedBody& one : run.bodies)
    if (one.rule && !one.cites->empty()) cited.try_emplace(one.id->span.source, &one);
  for (const LintedBody& one : run.bodies) {
    if (!one.rule || !one.cites->empty()) continue;
    const auto other = cited.find(one.id->span.source);
    const bool is_bound_to =
        decides(run.program()[one.lowered]) && !run.vocabulary().sources.empty();
    if (other == cited.end() && !is_bound_to) continue;
    Diagnostic diagnostic{
        .code = "uncited-rule",
        .message = {fmt::format("规则“{}”没有写依据", one.id->text),
                    fmt::format("the rule \"{}\" cites nothing", one.id->text)},
        .span = one.id->span,
        .notes = {{"加上“依据 文件 “条款””：谁负责什么，要说得出是哪一条定的",
                   "add `cites SOURCE \"clause\"`: who is responsible must rest on a clause"}}};
    if (other != cited.end())
      diagnostic.related.push_back(
          {other->second->id->span, {"这里的规则写依据，例如它", "rules here cite, as this one"}});
    run.add(std::move(diagnostic));
  }
}

}  // namespace mingze::dsl
