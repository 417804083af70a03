#include <fmt/format.h>

#include <algorithm>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/removal.hpp"
#include "engine/resolve/effects.hpp"

namespace mingze::dsl {

void find_idle_overrides(const LintRun& run) {
  if (run.has_dated()) return;
  const Effects effects(run.program());
  for (const LintedBody& body : run.bodies) {
    if (!body.rule) continue;
    const std::vector<Word>& named = body.rule->overrides;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const RuleEntry* other = run.vocabulary().rules.find(named[i].text);
      if (!other || !other->lowered.valid()) continue;
      const bool twice =
          std::any_of(named.begin(), named.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Word& earlier) { return earlier.text == named[i].text; });
      if (!twice && effects.override_matters(body.lowered, other->lowered)) continue;
      auto fix = without_override(run, body, i);
      Diagnostic diagnostic{
          .code = "idle-override",
          .message = {fmt::format("“优先于 {}”没有作用", named[i].text),
                      fmt::format("overriding \"{}\" has no effect", named[i].text)},
          .span = named[i].span,
          .related = {{other->span, {"被优先的规则", "the rule that is overridden"}}}};
      diagnostic.notes.push_back(
          twice
              ? Message{"它写了两次", "it stands there twice"}
              : Message{"两条规则从不会对裁定的同一个键提出不同的值",
                        "the two rules never propose different values for one key of a decision"});
      if (fix) diagnostic.repairs.push_back(fix->edit);
      run.add(std::move(diagnostic), std::move(fix));
    }
  }
}

}  // namespace mingze::dsl
