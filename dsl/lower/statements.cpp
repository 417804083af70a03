#include "dsl/lower/statements.hpp"

#include <algorithm>
#include <tuple>

namespace mingze::dsl {

namespace {

struct Sorter {
  Statements& out;
  const Statement* statement = nullptr;
  void operator()(const Pack& form) { out.packs.push_back({&form, statement}); }
  void operator()(const Use&) {}  // which files belong to a program is settled before
  void operator()(const Kind& form) { out.kinds.push_back({&form, statement}); }
  void operator()(const Relation& form) { out.relations.push_back({&form, statement}); }
  void operator()(const Decision& form) { out.decisions.push_back({&form, statement}); }
  void operator()(const SourceDocument& form) { out.sources.push_back({&form, statement}); }
  void operator()(const EntityOrFact& form) { out.entities_or_facts.push_back({&form, statement}); }
  void operator()(const Facts& form) { out.facts.push_back({&form, statement}); }
  void operator()(const Rule& form) { out.rules.push_back({&form, statement}); }
  void operator()(const Finding& form) { out.findings.push_back({&form, statement}); }
  void operator()(const Test& form) { out.tests.push_back({&form, statement}); }
};

}  // namespace

Statements sort_statements(const Sources& sources, const std::vector<Input>& inputs) {
  std::vector<const Module*> modules;
  for (const Input& input : inputs) modules.push_back(input.module);
  std::stable_sort(modules.begin(), modules.end(), [&](const Module* a, const Module* b) {
    return sources[a->source].name() < sources[b->source].name();
  });
  Statements statements;
  for (const Module* module : modules)
    for (const Statement& statement : module->statements)
      std::visit(Sorter{statements, &statement}, statement.body);
  return statements;
}

void sort_diagnostics(const Sources& sources, Diagnostics& diagnostics) {
  const auto key = [&](const Diagnostic& d) {
    const std::string_view name =
        d.span.valid() ? std::string_view(sources[d.span.source].name()) : std::string_view();
    return std::tuple(name, d.span.begin, d.span.end, std::string_view(d.code),
                      std::string_view(d.message.zh));
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace mingze::dsl
