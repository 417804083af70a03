#include <fmt/format.h>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

/// Whether a template of the relation was told not to be one that sentences can be written in.
bool can_not_be_written(const LintRun& run, const Relation& form) {
  const auto has = [&](Span span) {
    return span == form.templates.first.span ||
           (form.templates.second && span == form.templates.second->span);
  };
  for (const LintFinding& one : run.findings)
    if (one.diagnostic.code == "overlapping-templates" &&
        (has(one.diagnostic.span) || has(one.diagnostic.related.front().span)))
      return true;
  return false;
}

}  // namespace

void find_unused_relations(const LintRun& run) {
  const std::vector<bool> used = used_relations(run.subject);
  each<Relation>(run.subject, [&](const Statement&, const Relation& form) {
    const auto* id = run.vocabulary().predicates.find(form.id.text);
    if (id == nullptr || used[id->value] || run.program()[*id].span != form.id.span) return;
    if (can_not_be_written(run, form)) return;
    run.add({.code = "unused-relation",
             .message = {fmt::format("关系“{}”没有用处：没有一条规则、问题、事实、用例用到它的句子",
                                     form.id.text),
                         fmt::format("the relation \"{}\" is of no use: no rule, finding, fact or "
                                     "test has its sentence",
                                     form.id.text)},
             .span = form.id.span,
             .notes = {{"不再需要就删去；要用的句子可能写成了另一个关系",
                        "remove it if nobody needs it; what should use it may be written in the "
                        "words of another relation"}}});
  });
}

}  // namespace mingze::dsl
