#include "app/session/lint_subject.hpp"

#include <algorithm>

#include "app/session/data.hpp"
#include "app/session/run.hpp"

namespace mingze::app {

namespace {

/// The clauses of documents as the relation `article` lists them, which `mingze doc` reads too: by
/// the id of the document.
std::map<std::string, std::set<std::string>> clauses_of(const Program& program,
                                                        const Database& stated) {
  std::map<std::string, std::set<std::string>> clauses;
  for (std::uint32_t i = 0; i < program.predicates.size(); ++i) {
    const Predicate& predicate = program.predicates[i];
    if (predicate.id != "article") continue;
    const auto slot = [&](const char* role) {
      const auto found =
          std::find_if(predicate.slots.begin(), predicate.slots.end(),
                       [&](const Slot& one) { return one.role == role && one.kind == text_kind; });
      return static_cast<std::uint32_t>(found - predicate.slots.begin());
    };
    const std::uint32_t source = slot("source");
    const std::uint32_t clause = slot("clause");
    if (std::max(source, clause) == predicate.slots.size()) continue;
    const Relation& rows = stated[PredicateId{i}];
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      std::string document(program.symbols.text(rows.at(row, source)));
      for (const Document& one : program.documents)
        if (one.title == document) document = one.id;
      clauses[document].emplace(program.symbols.text(rows.at(row, clause)));
    }
  }
  return clauses;
}

}  // namespace

std::optional<std::vector<dsl::LintFinding>> linted(Workspace& workspace, const Inputs& inputs,
                                                    std::optional<std::vector<Span>> never_fired) {
  // That it can be run is told first.
  const auto prepared = prepare(workspace, inputs, inputs.as_of, true);
  if (!prepared) return std::nullopt;
  Database stated;
  dsl::LowerOptions options;
  options.as_of = inputs.as_of;
  options.lapsed_rules = true;
  options.load_data = [&](Program& program) {
    stated = Database(program);
    load_data(workspace, data_files(workspace, inputs.facts, program), program, stated, inputs.jobs,
              {});
  };
  const auto modules = workspace.inputs();
  const dsl::Lowered lowered = dsl::lower(workspace.sources(), modules, options);
  stated.state(lowered.program.facts);
  const auto told = [&](SourceId source) { return workspace.was_named(source); };
  return dsl::lint({workspace.sources(), modules, lowered, told,
                    clauses_of(lowered.program, stated), std::move(never_fired)});
}

}  // namespace mingze::app
