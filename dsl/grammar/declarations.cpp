// pack, use, kind, source, facts.
#include "dsl/grammar/parts.hpp"
#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

namespace {

using namespace parts;
using namespace terminals;

template <typename Value, typename Grammar>
Body read(const Grammar& grammar, const Token*& at, State& state) {
  Value value;
  if (!run(grammar, at, state, value)) return std::nullopt;
  return StatementBody(std::move(value));
}

Body parse_source(const Token*& at, State& state) {
  const auto header = id[set(&SourceDocument::id)] >> text[set(&SourceDocument::title)];
  const auto parts = optional_part(Keyword::rank, number, &SourceDocument::rank) |
                     optional_part(Keyword::issued, date, &SourceDocument::issued) | period_part();
  const auto grammar = x3::rule<struct SourceTag, SourceDocument>{} = header >> *parts >> full_stop;
  return read<SourceDocument>(grammar, at, state);
}

}  // namespace

Body parse_declaration(Keyword keyword, const Token*& at, State& state) {
  const auto pack = x3::rule<struct PackTag, Pack>{} =
      id[set(&Pack::name)] >> part(Keyword::version) >> text[set(&Pack::version)] >> full_stop;
  const auto use = x3::rule<struct UseTag, Use>{} =
      (id[set(&Use::target)] | title[set(&Use::target)]) >> full_stop;
  const auto kind = x3::rule<struct KindTag, Kind>{} =
      id[set(&Kind::id)] >> -(equals >> id[set(&Kind::other)]) >> full_stop;
  const auto facts = x3::rule<struct FactsTag, Facts>{} =
      id[set(&Facts::relation)] >> part(Keyword::from) >> text[set(&Facts::file)] >> full_stop;
  switch (keyword) {
    case Keyword::pack:
      return read<Pack>(pack, at, state);
    case Keyword::use:
      return read<Use>(use, at, state);
    case Keyword::kind:
      return read<Kind>(kind, at, state);
    case Keyword::facts:
      return read<Facts>(facts, at, state);
    default:
      return parse_source(at, state);
  }
}

}  // namespace mingze::dsl
