// Findings: conditions, a message, and what they stand on.
#include <fmt/format.h>

#include "dsl/lower/body.hpp"
#include "dsl/lower/rules.hpp"

namespace mingze::dsl {

namespace {

/// `ID-missing` and `ID-conflict` are taken by the decision ID.
bool is_taken_by_decision(Context& context, const Word& id) {
  const Span* known = context.vocabulary.findings.find(id.text);
  if (!known || known->valid()) return false;
  for (const mingze::Decision& decision : context.program.decisions) {
    const Predicate& predicate = context.program[decision.predicate];
    if (id.text != predicate.id + "-missing" && id.text != predicate.id + "-conflict") continue;
    context.report(
        {.code = "reserved-finding",
         .message = {fmt::format("“{}”是裁定“{}”自带的问题，应当另取一个标识", id.text,
                                 predicate.id),
                     fmt::format("the decision \"{}\" has a finding \"{}\" of its own: choose "
                                 "another id",
                                 predicate.id, id.text)},
         .span = id.span,
         .related = {{predicate.span, {"裁定在这里声明", "the decision is declared here"}}}});
    return true;
  }
  return false;
}

}  // namespace

void lower_findings(Context& context, const std::vector<Placed<Finding>>& findings,
                    Declared& declared) {
  for (const auto& [form, statement] : findings) {
    const Word& id = form->id;
    const std::size_t errors = context.diagnostics.size();
    const bool is_first = declared.is_first(
        "finding " + id.text, *statement, id.span,
        {fmt::format("问题“{}”", id.text), fmt::format("the finding \"{}\"", id.text)});
    if (!is_first && context.diagnostics.size() == errors) continue;
    if (is_first && !is_taken_by_decision(context, id))
      context.vocabulary.findings.add(id.text, id.span);
    BodyBuilder builder(context, {context.program.as_of, false});
    builder.add_conditions(form->conditions);
    FindingRule out;
    out.id = id.text;
    out.severity = form->severity;
    out.span = id.span;
    out.message = builder.add_text(form->message);
    if (form->on) out.on = builder.add_on(*form->on);
    if (form->suggest) out.suggest = builder.add_text(*form->suggest);
    out.cites = lower_citations(context, form->cites).citations;
    out.body = builder.finish();
    context.program.findings.push_back(std::move(out));
  }
}

}  // namespace mingze::dsl
