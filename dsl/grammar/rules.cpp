// rule, finding.
#include "dsl/grammar/conditions.hpp"
#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

namespace {

using namespace parts;
using namespace terminals;

auto conclusion() {
  return x3::rule<struct ConclusionTag, Conclusion>{} =
             misplaced_at_least |
             (here(Keyword::not_)[put(&Conclusion::negated, true)][begin_span] >>
              (negated_at_least | sentence[set_sentence])) |
             sentence[set_sentence];
}

/// `if CONDITION and …`, into `conditions`.
template <typename Value>
auto conditions() {
  const auto one = condition()[add(&Value::conditions)];
  return part(Keyword::if_) >> one >> *(part(Keyword::and_) >> one);
}

Body parse_rule_statement(const Token*& at, State& state) {
  const auto overridden = id[add(&Rule::overrides)];
  const auto overrides =
      part(Keyword::overrides) >> overridden >> *(list_comma >> NextItem{} >> overridden);
  const auto header = cites_part() | overrides | period_part();
  const auto concluded = conclusion()[add(&Rule::conclusions)];
  const auto grammar = x3::rule<struct RuleTag, Rule>{} =
      id[set(&Rule::id)] >> -text[set(&Rule::label)] >> *header >> conditions<Rule>() >>
      part(Keyword::then) >> concluded >> *(part(Keyword::and_) >> concluded) >> full_stop;
  Rule rule;
  if (!run(grammar, at, state, rule)) return std::nullopt;
  return StatementBody(std::move(rule));
}

Body parse_finding_statement(const Token*& at, State& state) {
  const auto severity = part(Keyword::error)[put(&Finding::severity, Severity::error)] |
                        part(Keyword::warning)[put(&Finding::severity, Severity::warning)] |
                        part(Keyword::note)[put(&Finding::severity, Severity::note)];
  const auto header = cites_part() | optional_part(Keyword::on, variable, &Finding::on) |
                      optional_part(Keyword::suggest, bilingual(), &Finding::suggest);
  const auto grammar = x3::rule<struct FindingTag, Finding>{} =
      id[set(&Finding::id)] >> severity >> bilingual()[set(&Finding::message)] >> *header >>
      conditions<Finding>() >> full_stop;
  Finding finding;
  if (!run(grammar, at, state, finding)) return std::nullopt;
  return StatementBody(std::move(finding));
}

}  // namespace

Body parse_rule(Keyword keyword, const Token*& at, State& state) {
  return keyword == Keyword::rule ? parse_rule_statement(at, state)
                                  : parse_finding_statement(at, state);
}

}  // namespace mingze::dsl
