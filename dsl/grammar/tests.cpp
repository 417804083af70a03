// test.
#include "dsl/grammar/facts.hpp"
#include "dsl/grammar/statements.hpp"

namespace mingze::dsl {

namespace {

using namespace parts;
using namespace terminals;

/// `on` takes a name, and an expectation's finding has an id: `on X` and `finding on x` do not.
const FaultParser variable_for_name{Fault::name_expected, [](const Token*& at, const State&) {
                                      return at->form == Form::variable;
                                    }};

struct NotOn : Mark<NotOn> {
  bool read(const Token*& at, State& state) const {
    return at < state.last && !at->is(Keyword::on);
  }
};

/// Any sentence but one that begins as a finding does.
struct NotFinding : Mark<NotFinding> {
  bool read(const Token*& at, State& state) const {
    if (at >= state.last || at->is(Keyword::finding)) return false;
    return !(at->is(Keyword::no) && at + 1 < state.last && at[1].is(Keyword::finding));
  }
};

auto expectation() {
  using Sort = Expectation::Sort;
  const auto end_span = [](auto& context) {
    auto& value = x3::_val(context);
    value.span = cover(value.span, state_of(context).span(*last_token(context)));
  };
  const auto begin_no = [](auto& context) {
    x3::_val(context).sort = Sort::no_finding;
    x3::_val(context).span = state_of(context).span(last_token(context)[-1]);
    x3::_val(context).span.end = last_token(context)->end;
  };
  const auto on = part(Keyword::on) >> (variable_for_name | name[set(&Expectation::on)][end_span]);
  const auto found = NotOn{} >> id[set(&Expectation::finding)][end_span];
  const auto finding = here(Keyword::finding)[put(&Expectation::sort, Sort::finding)][begin_span];
  const auto no_finding = (here(Keyword::no) >> here(Keyword::finding))[begin_no];
  const auto negation = here(Keyword::not_)[put(&Expectation::sort, Sort::negation)][begin_span];
  const auto said = sentence[set_sentence];
  return x3::rule<struct ExpectationTag, Expectation>{} =
             (finding >> found >> -on) | (no_finding >> -found >> -on) |
             (negation >> (negated_at_least | said)) | misplaced_at_least | (NotFinding{} >> said);
}

}  // namespace

Body parse_test(const Token*& at, State& state) {
  const auto given = fact()[add(&Test::given)];
  const auto expected = expectation()[add(&Test::expectations)];
  const auto no_given_yet = [](auto& context) {
    check_once(context, !x3::_val(context).given.empty());
  };
  const auto header =
      optional_part(Keyword::as_of, date, &Test::as_of) |
      (part(Keyword::given)[no_given_yet] >> given >> *(part(Keyword::and_) >> given));
  const auto grammar = x3::rule<struct TestTag, Test>{} =
      text[set(&Test::label)] >> *header >> part(Keyword::expect) >> expected >>
      *(part(Keyword::and_) >> expected) >> full_stop;
  Test test;
  if (!run(grammar, at, state, test)) return std::nullopt;
  return StatementBody(std::move(test));
}

}  // namespace mingze::dsl
