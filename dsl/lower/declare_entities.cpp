// Entities with their names; and which statements are facts.
#include <fmt/format.h>

#include "dsl/lower/declare.hpp"

namespace mingze::dsl {

namespace {

void add_names(Context& context, const EntityForm& form, KindId kind, Value entity) {
  Names& names = context.vocabulary.names;
  if (form.label) names.add(kind, form.label->text, {entity, {}, form.label->span});
  for (const OtherName& other : form.other_names) {
    const Period period = period_of(other.period, context.diagnostics);
    names.add(kind, other.name.text, {entity, period, other.name.span});
    if (period.contains(context.program.as_of))
      context.program.other_names.push_back({kind, entity, other.name.text});
  }
}

void declare(Context& context, const EntityForm& form, KindId kind, const Statement& statement,
             Declared& declared) {
  Symbols& symbols = context.program.symbols;
  const std::size_t errors = context.diagnostics.size();
  // A program may declare again what a shipped pack declares, with its own label and further names:
  // a register that grows must not break programs that have the same words for the same thing.
  const bool shipped = declared.is_shipped(statement);
  const bool is_first = declared.is_first_of(
      (shipped ? "shipped " : "own ") + std::to_string(kind.value) + " " + form.id.text, statement,
      form.id.span, [&] {
        const Message name = kind_name(symbols, kind);
        return Message{fmt::format("{}“{}”", name.zh, form.id.text),
                       fmt::format("{} \"{}\"", name.en, form.id.text)};
      });
  const auto known = symbols.find_entity(kind, form.id.text);
  if (is_first) {
    Entity entity{form.id.text, form.label ? form.label->text : "", form.id.span};
    if (known) {
      const Entity& other = symbols.entity(kind, *known);
      const bool other_counts = shipped ? other.label != other.id : entity.label.empty();
      if (other_counts) entity.label = other.label;
      if (shipped) entity.span = other.span;
    }
    symbols.declare(kind, std::move(entity));
  }
  if (is_first || context.diagnostics.size() > errors)
    add_names(context, form, kind, symbols.entity(kind, form.id.text));
}

bool is_sentence(const Context& context, const FactForm& fact) {
  return match_sentence(fact.sentence, context.vocabulary, context.program).sort !=
         Match::Sort::none;
}

}  // namespace

void unknown_kind(Context& context, const EntityForm& form) {
  unknown_id(context, "unknown-kind", form.kind,
             {fmt::format("没有声明过类别“{}”", form.kind.text),
              fmt::format("no kind \"{}\" is declared", form.kind.text)},
             context.vocabulary.kinds.names());
  auto& excused = context.vocabulary.excused;
  excused.insert(form.id.text);
  if (form.label) excused.insert(form.label->text);
  for (const OtherName& other : form.other_names) excused.insert(other.name.text);
}

std::vector<SettledFact> declare_entities(Context& context,
                                          const std::vector<Placed<EntityOrFact>>& statements,
                                          Declared& declared) {
  std::vector<SettledFact> facts;
  for (const auto& [form, statement] : statements) {
    const EntityForm* entity = form->entity ? &*form->entity : nullptr;
    const FactForm* fact = form->fact ? &*form->fact : nullptr;
    const KindId* kind = entity ? context.vocabulary.kinds.find(entity->kind.text) : nullptr;
    if (kind && Symbols::has_entities(*kind)) {
      declare(context, *entity, *kind, *statement, declared);
    } else if (kind && !(fact && is_sentence(context, *fact))) {
      context.report(
          {.code = "built-in-kind",
           .message = {fmt::format("“{}”是内置类别，不用声明其中的值", entity->kind.text),
                       fmt::format("the kind \"{}\" is built in: its values are not "
                                   "declared",
                                   entity->kind.text)},
           .span = entity->kind.span});
    } else if (fact) {
      facts.push_back({fact, entity});
    } else if (entity) {
      unknown_kind(context, *entity);
    }
  }
  return facts;
}

}  // namespace mingze::dsl
