// relation, decision.
#include "dsl/grammar/parts.hpp"
#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

namespace {

using namespace parts;
using namespace terminals;

/// After a comma in `per …`: not the keyword of the next part.
struct NextKey : Mark<NextKey> {
  bool read(const Token*& at, State& state) const {
    if (at >= state.last) return true;
    const bool followed = at + 1 < state.last;
    if (at->is(Keyword::for_every)) return !(followed && at[1].sort == Token::Sort::string);
    if (at->is(Keyword::for_)) return !(followed && at[1].is(Keyword::every));
    return !at->is(Keyword::prefer);
  }
};

auto grounds() {
  const auto append = [](Ground ground) {
    return [ground](auto& context) { x3::_val(context).push_back(ground); };
  };
  const auto ground = here(Keyword::rank)[append(Ground::rank)] |
                      here(Keyword::date)[append(Ground::date)] |
                      here(Keyword::specificity)[append(Ground::specificity)];
  return x3::rule<struct GroundsTag, std::vector<Ground>>{} = ground >> *(list_comma >> ground);
}

/// A `prefer` list is never empty: whether one was read shows.
const auto first_prefer = [](auto& context) {
  check_once(context, !x3::_val(context).prefer.empty());
};

}  // namespace

Body parse_template(Keyword keyword, const Token*& at, State& state) {
  if (keyword == Keyword::relation) {
    const auto grammar = x3::rule<struct RelationTag, Relation>{} =
        id[set(&Relation::id)] >> bilingual()[set(&Relation::templates)] >>
        -part(Keyword::hierarchy)[put(&Relation::hierarchy, true)] >> full_stop;
    Relation relation;
    if (!run(grammar, at, state, relation)) return std::nullopt;
    return StatementBody(std::move(relation));
  }
  const auto choice = part(Keyword::one) >> id[set(&Decision::value)] >> part(Keyword::per) >>
                      id[add(&Decision::key)] >>
                      *(list_comma >> NextKey{} >> id[add(&Decision::key)]);
  const auto rest = optional_part(Keyword::for_every, text, &Decision::domain) |
                    part(Keyword::prefer)[first_prefer] >> grounds()[set(&Decision::prefer)];
  const auto grammar = x3::rule<struct DecisionTag, Decision>{} =
      id[set(&Decision::id)] >> bilingual()[set(&Decision::templates)] >> choice >> *rest >>
      full_stop;
  Decision decision;
  if (!run(grammar, at, state, decision)) return std::nullopt;
  return StatementBody(std::move(decision));
}

}  // namespace mingze::dsl
