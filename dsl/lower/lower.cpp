#include "dsl/lower/lower.hpp"

#include <algorithm>

#include "dsl/lower/declare.hpp"
#include "dsl/lower/facts.hpp"
#include "dsl/lower/lost.hpp"
#include "dsl/lower/rules.hpp"

namespace mingze::dsl {

namespace {

bool slots_known(const Program& program) {
  return std::all_of(program.predicates.begin(), program.predicates.end(), [](const auto& each) {
    return std::all_of(each.slots.begin(), each.slots.end(),
                       [](const Slot& slot) { return slot.kind.valid(); });
  });
}

}  // namespace

Lowered lower(const Sources& sources, const std::vector<Input>& inputs,
              const LowerOptions& options) {
  Lowered lowered;
  lowered.program.as_of = options.as_of;
  Context context(lowered.program, lowered.vocabulary, lowered.diagnostics);
  Declared declared(sources, inputs, lowered.diagnostics);
  const Statements statements = sort_statements(sources, inputs);

  excuse_lost(context, sources, inputs, options.syntax_errors);
  check_packs(statements.packs, sources, declared);
  declare_kinds(context, statements.kinds, declared);
  declare_relations(context, statements.relations, declared);
  declare_decisions(context, statements.decisions, declared);
  declare_sources(context, statements.sources, declared);
  const auto facts = declare_entities(context, statements.entities_or_facts, declared);
  declare_fact_files(context, statements.facts);

  if (options.load_data) {
    if (slots_known(lowered.program))
      options.load_data(lowered.program);
    else
      context.resolver.excuse_data(lowered.program);
  }

  lower_facts(context, facts);
  lower_rules(context, statements.rules, declared, options.lapsed_rules);
  lower_findings(context, statements.findings, declared);
  lower_tests(context, statements.tests, options.default_date);
  sort_diagnostics(sources, lowered.diagnostics);
  return lowered;
}

std::vector<Date> test_dates(const std::vector<Input>& inputs, Date default_date) {
  std::vector<Date> dates;
  for (const Input& input : inputs)
    for (const Statement& statement : input.module->statements)
      if (const auto* test = std::get_if<Test>(&statement.body); test && test->as_of)
        if (test->as_of->value != default_date) dates.push_back(test->as_of->value);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

}  // namespace mingze::dsl
