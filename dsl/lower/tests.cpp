// Tests: what is given, and what is expected.
#include <fmt/format.h>

#include "dsl/lower/body.hpp"
#include "dsl/lower/facts.hpp"

namespace mingze::dsl {

namespace {

class TestReader {
 public:
  TestReader(Context& context, const Moment& moment) : context_(context), moment_(moment) {}

  mingze::Test read(const Test& form) {
    mingze::Test test{form.label.text, {}, {}, form.label.span};
    for (const FactForm& given : form.given)
      if (auto fact = lower_fact(context_, given, moment_)) test.given.push_back(std::move(*fact));
    for (const Expectation& expectation : form.expectations)
      test.expectations.push_back(read(expectation));
    return test;
  }

 private:
  mingze::Expectation read(const Expectation& form) {
    using From = Expectation::Sort;
    using To = mingze::Expectation::Sort;
    mingze::Expectation out;
    out.span = form.span;
    if (form.sort == From::sentence || form.sort == From::negation) {
      out.sort = form.sort == From::sentence ? To::holds : To::fails;
      BodyBuilder builder(context_, moment_);
      builder.add_sentence(*form.sentence);
      out.body = builder.finish();
      return out;
    }
    out.sort = form.sort == From::finding ? To::finding : To::no_finding;
    if (form.finding) {
      out.finding = form.finding->text;
      check_finding(*form.finding);
    }
    if (form.on) {
      out.has_on = true;
      out.on = context_.resolver.in_any_kind(*form.on, moment_);
    }
    return out;
  }

  void check_finding(const Word& id) {
    if (context_.vocabulary.findings.find(id.text)) return;
    unknown_id(context_, "unknown-finding", id,
               {fmt::format("没有声明过问题“{}”", id.text),
                fmt::format("no finding \"{}\" is declared", id.text)},
               context_.vocabulary.findings.names());
  }

  Context& context_;
  Moment moment_;
};

}  // namespace

void lower_tests(Context& context, const std::vector<Placed<Test>>& tests, bool default_date) {
  const Date date = context.program.as_of;
  for (const auto& placed : tests) {
    const Test& form = *placed.form;
    const bool belongs = form.as_of ? form.as_of->value == date : default_date;
    if (!belongs && !default_date) continue;
    const Moment moment{form.as_of ? form.as_of->value : date, false};
    mingze::Test test = TestReader(context, moment).read(form);
    if (belongs) context.program.tests.push_back(std::move(test));
  }
}

}  // namespace mingze::dsl
