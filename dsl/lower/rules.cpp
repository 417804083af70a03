#include "dsl/lower/rules.hpp"

#include <fmt/format.h>

#include <set>

#include "dsl/lower/body.hpp"

namespace mingze::dsl {

namespace {

/// A rule whose id is known and whose body is still to be read.
struct PendingRule {
  const Rule* form;
  RuleId lowered;  ///< invalid: only checked
  std::vector<mingze::Citation> cites;
  bool in_force = false;
};

std::vector<PendingRule> declare_rules(Context& context, const std::vector<Placed<Rule>>& rules,
                                       Declared& declared, bool lapsed_too) {
  std::vector<PendingRule> pending;
  for (const auto& [form, statement] : rules) {
    const Word& id = form->id;
    const std::size_t errors = context.diagnostics.size();
    const bool is_first = declared.is_first(
        "rule " + id.text, *statement, id.span,
        {fmt::format("规则“{}”", id.text), fmt::format("the rule \"{}\"", id.text)});
    if (!is_first && context.diagnostics.size() == errors) continue;
    const Period period = period_of(form->period, context.diagnostics);
    Cited cited = lower_citations(context, form->cites);
    const bool in_force =
        is_first && period.contains(context.program.as_of) && !cited.none_in_force;
    PendingRule rule{form, {}, std::move(cited.citations), in_force};
    if (in_force || (is_first && lapsed_too)) {
      rule.lowered = {static_cast<std::uint32_t>(context.program.rules.size())};
      mingze::Rule out;
      out.id = id.text;
      out.span = id.span;
      if (form->label) out.label = form->label->text;
      context.program.rules.push_back(std::move(out));
    }
    if (is_first) context.vocabulary.rules.add(id.text, {rule.lowered, id.span});
    pending.push_back(std::move(rule));
  }
  return pending;
}

std::vector<RuleId> lower_overrides(Context& context, const Rule& form) {
  std::vector<RuleId> overridden;
  std::set<std::string> seen;
  for (const Word& id : form.overrides) {
    const RuleEntry* rule = context.vocabulary.rules.find(id.text);
    if (!rule) {
      unknown_id(context, "unknown-rule", id,
                 {fmt::format("没有声明过规则“{}”", id.text),
                  fmt::format("no rule \"{}\" is declared", id.text)},
                 context.vocabulary.rules.names());
      continue;
    }
    if (rule->lowered.valid() && seen.insert(id.text).second) overridden.push_back(rule->lowered);
  }
  return overridden;
}

}  // namespace

void lower_rules(Context& context, const std::vector<Placed<Rule>>& rules, Declared& declared,
                 bool lapsed_too) {
  for (PendingRule& pending : declare_rules(context, rules, declared, lapsed_too)) {
    const Rule& form = *pending.form;
    BodyBuilder builder(context, {context.program.as_of, !pending.in_force});
    builder.add_conditions(form.conditions);
    std::vector<mingze::Conclusion> conclusions;
    for (const Conclusion& conclusion : form.conclusions)
      if (auto lowered = builder.add_conclusion(conclusion))
        conclusions.push_back(std::move(*lowered));
    Body body = builder.finish();
    std::vector<RuleId> overrides = lower_overrides(context, form);
    if (!pending.lowered.valid()) continue;
    mingze::Rule& out = context.program.rules[pending.lowered.value];
    out.body = std::move(body);
    out.conclusions = std::move(conclusions);
    out.cites = std::move(pending.cites);
    out.overrides = std::move(overrides);
  }
}

}  // namespace mingze::dsl
