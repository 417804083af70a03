#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/suggest.hpp"
#include "dsl/lint/checks.hpp"

namespace mingze::dsl {

namespace {

class ClauseChecker {
 public:
  explicit ClauseChecker(const LintRun& run) : run_(run) {}

  void look_at(const std::vector<Citation>& cites) const {
    for (const Citation& citation : cites)
      if (citation.clause) look_at(citation.source, *citation.clause);
  }

 private:
  void look_at(const Word& source, const Word& clause) const {
    const auto* entry = document(source.text);
    if (!entry) return;
    const auto known = run_.subject.clauses.find(run_.program()[entry->lowered].id);
    if (known == run_.subject.clauses.end() || clause.text.empty()) return;
    const std::set<std::string>& all = known->second;
    // 第五条第二款 is part of 第五条.
    if (std::any_of(all.begin(), all.end(),
                    [&](const std::string& one) { return clause.text.starts_with(one); }))
      return;
    Diagnostic diagnostic{
        .code = "unknown-clause",
        .message = {fmt::format("《{}》没有“{}”", entry->title, clause.text),
                    fmt::format("《{}》 has no \"{}\"", entry->title, clause.text)},
        .span = clause.span,
        .related = {{entry->span, {"文件在这里声明", "the source is declared here"}}}};
    const auto near = similar(clause.text, {all.begin(), all.end()});
    if (near.empty()) {
      const Message list = quoted_list({all.begin(), all.end()});
      diagnostic.notes.push_back({"它的条款：" + list.zh, "its clauses: " + list.en});
    } else {
      suggest(diagnostic, clause, near);
    }
    run_.add(std::move(diagnostic));
  }

  /// A source is named by its id or its title.
  [[nodiscard]] const Vocabulary::SourceEntry* document(const std::string& name) const {
    const Vocabulary& vocabulary = run_.vocabulary();
    const Vocabulary::SourceEntry* entry = nullptr;
    if (const auto* id = vocabulary.documents.find(name)) {
      entry = &vocabulary.sources[*id];
    } else {
      const auto titled = vocabulary.titles.find(name);
      if (titled != vocabulary.titles.end() && titled->second.size() == 1)
        entry = &vocabulary.sources[titled->second.front()];
    }
    return entry && entry->lowered.valid() ? entry : nullptr;
  }

  const LintRun& run_;
};

}  // namespace

void find_unknown_clauses(const LintRun& run) {
  if (run.subject.clauses.empty()) return;
  const ClauseChecker checker(run);
  each<Rule>(run.subject, [&](const Statement&, const Rule& rule) { checker.look_at(rule.cites); });
  each<Finding>(run.subject,
                [&](const Statement&, const Finding& finding) { checker.look_at(finding.cites); });
  each<EntityOrFact>(run.subject, [&](const Statement&, const EntityOrFact& either) {
    if (either.fact) checker.look_at(either.fact->cites);
  });
  each<Test>(run.subject, [&](const Statement&, const Test& test) {
    for (const FactForm& given : test.given) checker.look_at(given.cites);
  });
}

}  // namespace mingze::dsl
