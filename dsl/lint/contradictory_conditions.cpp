#include "dsl/lint/checks.hpp"
#include "engine/program/implication.hpp"

namespace mingze::dsl {

void find_contradictory_conditions(const LintRun& run) {
  for (const LintedBody& body : run.bodies) {
    if (body.dated) continue;
    for (const Contradiction& one : contradictions(*body.body)) {
      Diagnostic diagnostic{.code = "contradictory-conditions",
                            .message = {"这个条件永远不成立", "this condition never holds"},
                            .span = (*body.conditions)[one.second].span};
      if (one.first != one.second) {
        diagnostic.message = {"这个条件与前面的矛盾：两者不可能同时成立",
                              "this condition contradicts another: they never hold together"};
        diagnostic.related.push_back(
            {(*body.conditions)[one.first].span, {"与它矛盾", "it contradicts this one"}});
      }
      diagnostic.notes.push_back(
          body.rule ? Message{"因此这条规则永远不起作用", "so the rule never fires"}
                    : Message{"因此这个问题永远不会报告", "so the finding is never raised"});
      run.add(std::move(diagnostic));
    }
  }
}

}  // namespace mingze::dsl
