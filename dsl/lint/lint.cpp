#include "dsl/lint/lint.hpp"

#include <algorithm>
#include <tuple>

#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

const std::vector<LintCheck>& lint_checks() {
  static const std::vector<LintCheck> checks{
      {"contradictory-conditions",
       Severity::error,
       {"条件互相矛盾", "conditions contradict each other"},
       {"规则或问题的两个条件不可能同时成立，或者一个条件永远不成立",
        "two conditions of a rule or finding never hold together, or one never holds"},
       false},
      {"idle-allowance",
       Severity::warning,
       {"“lint: allow”没有用处", "a `lint: allow` of no use"},
       {"注释“lint: allow”没有写原因、代码不存在，或者那里没有这个问题",
        "a comment `lint: allow` gives no reason, names no check, or nothing is found there"},
       false},
      {"idle-override",
       Severity::warning,
       {"“优先于”没有作用", "an override without effect"},
       {"两条规则，连同经它们相连的规则，没有一个键上会有不同的候选",
        "the two rules, and those that are linked through them, never have different candidates "
        "for one key"},
       true},
      {"idle-test",
       Severity::warning,
       {"用例什么也没有检验", "a test that tests nothing"},
       {"无论规则怎样写，用例的每个期望都成立",
        "each expectation of a test comes true whatever the rules are"},
       false},
      {"overlapping-templates",
       Severity::error,
       {"两个句式分不清", "two templates that can't be told apart"},
       {"用现有的名称写出的句子，可以同时符合两个句式",
        "a sentence over the names that there are fits both templates"},
       false},
      {"redundant-condition",
       Severity::warning,
       {"条件多余", "a redundant condition"},
       {"别的条件成立时，这个条件总是成立", "the condition holds whenever the others do"},
       true},
      {"shadowed-rule",
       Severity::warning,
       {"规则被遮蔽", "a rule in the shadow of another"},
       {"这条规则起作用时，另一条优先于它或者结论相同的规则总是也起作用",
        "whenever the rule fires, another one fires that defeats it or concludes the same"},
       false},
      {"single-use-variable",
       Severity::warning,
       {"变量只用了一次", "a variable used once"},
       {"规则或问题里的一个变量只出现一次", "a variable of a rule or finding occurs once"},
       true},
      {"uncited-fact",
       Severity::warning,
       {"事实没有写依据", "a fact without a citation"},
       {"同一关系的别的事实写了依据，这个没有",
        "other facts of the relation cite a source, this one does not"},
       false},
      {"uncited-rule",
       Severity::warning,
       {"规则没有写依据", "a rule without a citation"},
       {"规则没有写依据，而它参与裁定，或者同一文件里别的规则写了",
        "a rule cites nothing, though it decides something or other rules of its file cite"},
       false},
      {"unknown-clause",
       Severity::error,
       {"所依据的条款不存在", "a clause that the source does not have"},
       {"规则、问题或事实的依据不在文件的条款之中",
        "the clause cited by a rule, finding or fact is none of the source's"},
       false},
      {"unreachable-rule",
       Severity::error,
       {"规则等一个不会有的裁定", "a rule that waits for a decision that never comes"},
       {"规则或问题要求的裁定，没有规则会提出",
        "no rule proposes the value of a decision that a rule or finding requires"},
       false},
      {"untested-rule",
       Severity::warning,
       {"规则没有用例测到", "a rule that no test makes fire"},
       {"运行全部用例，规则的条件从未全部成立",
        "in no test all conditions of the rule or finding hold"},
       false},
      {"unused-relation",
       Severity::warning,
       {"关系没有用处", "a relation of no use"},
       {"没有一条规则、问题、事实、用例用到关系的句子",
        "no rule, finding, fact or test has a sentence of the relation"},
       false},
  };
  return checks;
}

std::vector<LintFinding> lint(const LintSubject& subject) {
  const std::vector<LintedBody> bodies = linted_bodies(subject);
  std::vector<LintFinding> findings;
  const LintRun run{subject, bodies, findings};
  find_contradictory_conditions(run);
  find_idle_overrides(run);
  find_idle_tests(run);
  find_overlapping_templates(run);
  find_redundant_conditions(run);
  find_shadowed_rules(run);
  find_single_use_variables(run);
  find_uncited_facts(run);
  find_uncited_rules(run);
  find_unknown_clauses(run);
  find_unreachable_rules(run);
  find_untested_rules(run);
  find_unused_relations(run);
  apply_allowances(run);
  for (LintFinding& one : findings)
    one.diagnostic.severity =
        std::find_if(lint_checks().begin(), lint_checks().end(), [&](const LintCheck& check) {
          return check.code == one.diagnostic.code;
        })->severity;
  const auto place = [&](const LintFinding& one) {
    const Diagnostic& d = one.diagnostic;
    return std::tuple(subject.sources[d.span.source].name(), d.span.begin, d.span.end, d.code,
                      d.message.en);
  };
  std::sort(findings.begin(), findings.end(),
            [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return findings;
}

}  // namespace mingze::dsl
