#include "report/finding_kind.hpp"

#include <algorithm>

#include "report/phrase.hpp"
#include "report/resolution_findings.hpp"

namespace mingze::report {

namespace {

std::string message_in(const Program& program, const FindingRule& rule,
                       const BilingualTemplate& text, Language language) {
  return plain(
      Wording(program, rule.body, language).message(language == Language::zh ? text.zh : text.en));
}

Message in_words(const Program& program, const FindingRule& rule, const BilingualTemplate& text) {
  return {message_in(program, rule, text, Language::zh),
          message_in(program, rule, text, Language::en)};
}

std::string conditions_in(const Program& program, const FindingRule& rule, Language language) {
  std::string out;
  for (const Line& line : Wording(program, rule.body, language).conditions()) {
    if (!out.empty()) out += language == Language::zh ? "，" : ", ";
    for (const std::string& part : {line.lead, plain(line.phrase), line.tail}) {
      if (part.empty()) continue;
      if (blank_between(out, part)) out += " ";
      out += part;
    }
  }
  return out;
}

}  // namespace

std::vector<FindingKind> finding_kinds(const Program& program,
                                       const std::function<bool(const FindingRule&)>& wanted) {
  std::vector<FindingKind> kinds;
  for (const FindingRule& rule : program.findings) {
    if (!wanted(rule)) continue;
    kinds.push_back(
        {rule.id,
         rule.severity,
         in_words(program, rule, rule.message),
         {conditions_in(program, rule, Language::zh), conditions_in(program, rule, Language::en)},
         rule.suggest ? in_words(program, rule, *rule.suggest) : Message{},
         basis_of(program, rule.cites)});
  }
  std::sort(kinds.begin(), kinds.end(),
            [](const FindingKind& a, const FindingKind& b) { return a.code < b.code; });
  return kinds;
}

}  // namespace mingze::report
