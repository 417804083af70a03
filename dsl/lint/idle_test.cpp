#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/match.hpp"
#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

class IdleTests {
 public:
  explicit IdleTests(const LintRun& run) : run_(run), may_hold_(run.program().predicates.size()) {
    for (const mingze::Rule& rule : run.program().rules)
      for (const mingze::Conclusion& conclusion : rule.conclusions)
        may_hold_[conclusion.atom.predicate.value] = true;
    for (const FactFile& file : run.program().fact_files) may_hold_[file.predicate.value] = true;
    each<EntityOrFact>(run.subject, [&](const Statement&, const EntityOrFact& either) {
      if (!either.fact) return;
      const Match match = matched(either.fact->sentence);
      if (match.sort == Match::Sort::one) may_hold_[match.predicate.value] = true;
    });
  }

  [[nodiscard]] bool is_idle(const Test& test) const {
    return std::all_of(test.expectations.begin(), test.expectations.end(),
                       [&](const Expectation& one) { return is_certain(test, one); });
  }

 private:
  [[nodiscard]] Match matched(const Sentence& sentence) const {
    return match_sentence(sentence, run_.vocabulary(), run_.program());
  }

  /// Whether it comes true whatever the rules say.
  [[nodiscard]] bool is_certain(const Test& test, const Expectation& expectation) const {
    if (!expectation.sentence) return false;
    const Match match = matched(*expectation.sentence);
    if (match.sort != Match::Sort::one || !match.sound) return false;
    if (expectation.sort == Expectation::Sort::sentence)
      return std::any_of(test.given.begin(), test.given.end(),
                         [&](const FactForm& given) { return says(given, match); });
    return !may_hold_[match.predicate.value] &&
           std::none_of(test.given.begin(), test.given.end(), [&](const FactForm& given) {
             return matched(given.sentence).predicate == match.predicate;
           });
  }

  [[nodiscard]] bool says(const FactForm& given, const Match& expected) const {
    const Match match = matched(given.sentence);
    if (match.sort != Match::Sort::one || match.predicate != expected.predicate || !match.sound ||
        given.period.from || given.period.until)
      return false;
    for (std::size_t i = 0; i < match.words.size(); ++i)
      if (expected.words[i]->form == Form::variable ||
          match.words[i]->text != expected.words[i]->text)
        return false;
    return true;
  }

  const LintRun& run_;
  std::vector<bool> may_hold_;  // by relation: some rule concludes it, or some fact states it
};

}  // namespace

void find_idle_tests(const LintRun& run) {
  const IdleTests idle(run);
  each<Test>(run.subject, [&](const Statement&, const Test& test) {
    if (!idle.is_idle(test)) return;
    run.add({.code = "idle-test",
             .message = {fmt::format("用例“{}”什么也没有检验", test.label.text),
                         fmt::format("the test \"{}\" tests nothing", test.label.text)},
             .span = test.label.span,
             .notes = {{"它期望的，不是已经给出的事实，就是没有规则会得出的：规则怎样改，它都通过",
                        "what it expects is given already, or no rule could conclude it: it passes "
                        "however the rules change"}}});
  });
}

}  // namespace mingze::dsl
