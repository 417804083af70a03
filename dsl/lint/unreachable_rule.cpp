#include <fmt/format.h>

#include "dsl/lint/checks.hpp"
#include "engine/resolve/effects.hpp"

namespace mingze::dsl {

void find_unreachable_rules(const LintRun& run) {
  using Sort = mingze::Condition::Sort;
  if (run.has_dated()) return;
  const Effects effects(run.program());
  for (const LintedBody& body : run.bodies)
    for (std::size_t i = 0; i < body.conditions->size(); ++i) {
      const mingze::Condition& condition = body.body->conditions[i];
      const bool needed = condition.sort == Sort::positive || condition.sort == Sort::at_least;
      if (!needed || effects.may_hold(condition.atom)) continue;
      const Predicate& decision = run.program()[condition.atom.predicate];
      Diagnostic diagnostic{
          .code = "unreachable-rule",
          .message = {fmt::format("这个条件永远不成立：没有规则为裁定“{}”提出这样的值",
                                  decision.id),
                      fmt::format(
                          "this condition never holds: no rule proposes such a value of the "
                          "decision \"{}\"",
                          decision.id)},
          .span = (*body.conditions)[i].span,
          .related = {{decision.span, {"裁定在这里声明", "the decision is declared here"}}}};
      diagnostic.notes.push_back(
          body.rule ? Message{"因此这条规则永远不起作用", "so the rule never fires"}
                    : Message{"因此这个问题永远不会报告", "so the finding is never raised"});
      run.add(std::move(diagnostic));
    }
}

}  // namespace mingze::dsl
