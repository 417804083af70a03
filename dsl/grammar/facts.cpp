// Statements without a keyword: entities and facts.
#include "dsl/grammar/facts.hpp"

#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

using namespace parts;
using namespace terminals;

std::optional<FactForm> parse_fact(const Token*& at, State& state) {
  FactForm form;
  const auto append = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
  const auto grammar = x3::rule<struct FactStatementTag, FactForm>{} = fact()[append] >> full_stop;
  if (!run(grammar, at, state, form)) return std::nullopt;
  return form;
}

std::optional<EntityForm> parse_entity(const Token*& at, State& state) {
  const auto other_name = x3::rule<struct OtherNameTag, OtherName>{} =
      part(Keyword::aka) >> name[set(&OtherName::name)] >> *period_part();
  const auto grammar = x3::rule<struct EntityTag, EntityForm>{} =
      id[set(&EntityForm::kind)] >> name[set(&EntityForm::id)] >> -text[set(&EntityForm::label)] >>
      *other_name[add(&EntityForm::other_names)] >> full_stop;
  EntityForm form;
  if (!run(grammar, at, state, form)) return std::nullopt;
  return form;
}

}  // namespace mingze::dsl
