// Packs and kinds.
#include <fmt/format.h>

#include "dsl/lower/declare.hpp"

namespace mingze::dsl {

namespace {

bool is_built_in(Context& context, const Word& id) {
  const KindId* kind = context.vocabulary.kinds.find(id.text);
  if (!kind || Symbols::has_entities(*kind)) return false;
  context.report(
      {.code = "built-in-kind",
       .message = {fmt::format("“{}”是内置类别，不能再声明", id.text),
                   fmt::format("the kind \"{}\" is built in: it can't be declared", id.text)},
       .span = id.span});
  return true;
}

}  // namespace

void check_packs(const std::vector<Placed<Pack>>& packs, const Sources& sources,
                 Declared& declared) {
  for (const auto& [form, statement] : packs) {
    const std::string& name = sources[statement->span.source].name();
    const std::size_t slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash);
    const std::string where = declared.is_shipped(*statement) ? "shipped " : "pack ";
    (void)declared.is_first(where + folder, *statement, cover(form->name.span, form->version.span),
                            {"这个文件夹的规则包", "the pack of this folder"});
  }
}

void declare_kinds(Context& context, const std::vector<Placed<Kind>>& kinds, Declared& declared) {
  auto& table = context.vocabulary.kinds;
  for (const KindId kind : {text_kind, number_kind, date_kind})
    table.add(context.program.symbols.kind(kind).id, kind);
  for (const auto& [form, statement] : kinds) {
    const auto is_first = [&, whole = statement](const Word& id) {
      return declared.is_first(
          "kind " + id.text, *whole, id.span,
          {fmt::format("类别“{}”", id.text), fmt::format("the kind \"{}\"", id.text)});
    };
    if (is_built_in(context, form->id) || (form->other && is_built_in(context, *form->other)))
      continue;
    if (!is_first(form->id)) {
      // The other id of a differing declaration is no unknown kind as well.
      if (form->other) table.add(form->other->text, *table.find(form->id.text));
      continue;
    }
    const bool two = form->other && form->other->text != form->id.text && is_first(*form->other);
    if (const KindId* known = table.find(form->id.text)) {
      context.vocabulary.kinds.add(form->id.text, *known);
      continue;
    }
    const KindId kind = context.program.symbols.add_kind(
        {form->id.text, two ? form->other->text : "", form->id.span});
    table.add(form->id.text, kind);
    if (two) table.add(form->other->text, kind);
  }
}

}  // namespace mingze::dsl
