// Relations, and the data files of relations.
#include <fmt/format.h>

#include <set>

#include "dsl/lower/declare.hpp"
#include "dsl/lower/predicates.hpp"

namespace mingze::dsl {

void declare_relations(Context& context, const std::vector<Placed<Relation>>& relations,
                       Declared& declared) {
  for (const auto& [form, statement] : relations) {
    const Word& id = form->id;
    const std::size_t errors = context.diagnostics.size();
    const bool is_first = declared.is_first(
        "predicate " + id.text, *statement, id.span,
        {fmt::format("关系“{}”", id.text), fmt::format("the relation \"{}\"", id.text)});
    if (is_first)
      (void)PredicateReader(context, id, form->templates)
          .add(form->hierarchy, form->templates.first.span);
    else if (context.diagnostics.size() > errors)
      PredicateReader(context, id, form->templates)
          .remember(*context.vocabulary.predicates.find(id.text));
  }
}

void declare_fact_files(Context& context, const std::vector<Placed<Facts>>& facts) {
  std::set<std::pair<std::uint32_t, std::string>> seen;
  for (const auto& placed : facts) {
    const Word& relation = placed.form->relation;
    const PredicateId* predicate = context.vocabulary.predicates.find(relation.text);
    if (!predicate) {
      unknown_id(context, "unknown-relation", relation,
                 {fmt::format("没有声明过关系“{}”", relation.text),
                  fmt::format("no relation \"{}\" is declared", relation.text)},
                 context.vocabulary.predicates.names());
      continue;
    }
    const Predicate& found = context.program[*predicate];
    if (found.decision) {
      context.report(
          {.code = "fact-of-decision",
           .message = {fmt::format("“{}”是裁定，不是关系：裁定由规则得出，不能从数据读入",
                                   found.id),
                       fmt::format("\"{}\" is a decision, no relation: rules decide it, data "
                                   "can't state it",
                                   found.id)},
           .span = relation.span,
           .related = {{found.span, {"裁定在这里声明", "the decision is declared here"}}}});
      continue;
    }
    const std::string& file = placed.form->file.text;
    if (seen.emplace(predicate->value, file).second)
      context.program.fact_files.push_back({*predicate, file, placed.form->file.span});
  }
}

}  // namespace mingze::dsl
