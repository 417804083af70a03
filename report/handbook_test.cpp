#include "report/handbook_test.hpp"

#include "engine/evaluate/evaluate.hpp"
#include "engine/explain/concluding_rules.hpp"
#include "engine/explain/instance.hpp"
#include "report/sentence.hpp"

namespace mingze::report {

namespace {

class Recorder {
 public:
  Recorder(const Program& program, const Evaluation& evaluation, Language language)
      : program_(program),
        evaluation_(evaluation),
        language_(language),
        concluding_(program, evaluation) {}

  void add(const Expectation& expectation, TestRecord& record) {
    using Sort = Expectation::Sort;
    const bool about_finding =
        expectation.sort == Sort::finding || expectation.sort == Sort::no_finding;
    if (about_finding)
      record.findings.insert(expectation.finding);
    else if (expectation.sort == Sort::holds)
      add_rules(expectation.body, record);
    record.test.expected.push_back(about_finding ? finding_line(expectation)
                                                 : sentence_line(expectation));
  }

  /// For tests of which nothing is known yet: what could conclude what they say is not so.
  void add_possible(const Expectation& expectation, TestRecord& record) const {
    if (expectation.body.conditions.empty()) return;
    const PredicateId predicate = expectation.body.conditions[0].atom.predicate;
    for (const Rule& rule : program_.rules)
      for (const Conclusion& conclusion : rule.conclusions)
        if (conclusion.atom.predicate == predicate) record.rules.insert(rule.id);
  }

 private:
  void add_rules(const Body& body, TestRecord& record) {
    if (body.conditions.empty()) return;
    const std::vector<bool> all(body.variables.size(), true);
    for (const auto& values : matches(program_, evaluation_.database, body, all)) {
      const Atom& atom = body.conditions[0].atom;
      for (const RuleId id : concluding_.of(atom.predicate, instance(atom, values)))
        record.rules.insert(program_[id].id);
    }
  }

  [[nodiscard]] bool zh() const { return language_ == Language::zh; }

  [[nodiscard]] Line sentence_line(const Expectation& expectation) const {
    Line line;
    if (expectation.sort == Expectation::Sort::fails) line.lead = zh() ? "并非：" : "not that ";
    if (!expectation.body.conditions.empty())
      line.phrase = Wording(program_, expectation.body, language_)
                        .sentence(expectation.body.conditions[0].atom);
    return line;
  }

  [[nodiscard]] Line finding_line(const Expectation& expectation) const {
    const bool raised = expectation.sort == Expectation::Sort::finding;
    if (expectation.finding.empty())
      return {"", {word(zh() ? "没有任何提示" : "nothing is flagged")}};
    Line line{raised ? (zh() ? "提示：" : "flagged: ") : (zh() ? "不提示：" : "not flagged: "),
              message_of(expectation.finding)};
    if (!expectation.has_on || expectation.on.empty()) return line;
    const auto& [kind, value] = expectation.on.front();
    line.phrase.push_back(word(zh() ? "（针对" : " (on "));
    line.phrase.push_back({PhrasePart::Sort::name, program_.symbols.label_of(kind, value)});
    line.phrase.push_back(word(zh() ? "）" : ")"));
    return line;
  }

  static PhrasePart word(const char* text) { return {PhrasePart::Sort::word, text}; }

  /// A finding's message; a decision's own findings are told by its sentence.
  [[nodiscard]] Phrase message_of(const std::string& code) const {
    for (const FindingRule& finding : program_.findings)
      if (finding.id == code)
        return Wording(program_, finding.body, language_)
            .message(zh() ? finding.message.zh : finding.message.en);
    for (const Decision& decision : program_.decisions) {
      const std::string& id = program_[decision.predicate].id;
      const bool missing = code == id + "-missing";
      if (!missing && code != id + "-conflict") continue;
      Phrase phrase = open_phrase(program_, decision.predicate, language_);
      const char* what = missing ? (zh() ? "没有结果：" : "nothing is decided of: ")
                                 : (zh() ? "结果冲突：" : "several results of: ");
      phrase.insert(phrase.begin(), word(what));
      return phrase;
    }
    return {{PhrasePart::Sort::word, code}};
  }

  const Program& program_;
  const Evaluation& evaluation_;
  Language language_;
  ConcludingRules concluding_;
};

}  // namespace

TestRecord record_of(const Program& program, const Test& test, const Evaluation& evaluation,
                     const TestReport::Test& result, Language language) {
  TestRecord record;
  record.test.label = result.label;
  record.test.place = {result.file, result.line};
  for (const Fact& fact : test.given)
    record.test.given.push_back(phrase_of(program, fact.predicate, fact.values, language));
  for (const TestReport::Failed& failed : result.failures)
    record.test.failures.push_back({failed.expected.in(language), failed.got.in(language)});
  Recorder recorder(program, evaluation, language);
  for (const Expectation& expectation : test.expectations) recorder.add(expectation, record);
  record.findings.erase("");
  if (record.rules.empty() && record.findings.empty())
    for (const Expectation& expectation : test.expectations)
      recorder.add_possible(expectation, record);
  return record;
}

}  // namespace mingze::report
