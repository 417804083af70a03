#include <fmt/format.h>

#include <algorithm>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

void find_untested_rules(const LintRun& run) {
  if (!run.subject.never_fired) return;
  for (const LintedBody& one : run.bodies) {
    const auto& idle = *run.subject.never_fired;
    if (std::find(idle.begin(), idle.end(), one.id->span) == idle.end()) continue;
    const std::string& id = one.id->text;
    run.add({.code = "untested-rule",
             .message = one.rule
                            ? Message{fmt::format("规则“{}”在所有用例里从未起作用", id),
                                      fmt::format("the rule \"{}\" fires in no test", id)}
                            : Message{fmt::format("问题“{}”在所有用例里从未报告", id),
                                      fmt::format("the finding \"{}\" is raised in no test", id)},
             .span = one.id->span,
             .notes = {{"写一个它的条件全部成立的用例，否则改错了也没有人知道",
                        "write a test in which all its conditions hold; else nobody notices when "
                        "it breaks"}}});
  }
}

}  // namespace mingze::dsl
