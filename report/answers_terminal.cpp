#include <ostream>

#include "report/answers.hpp"

namespace mingze::report {

namespace {

/// 规则 approver-leads“谁审批谁负责”《意见》工作原则
std::string named(const Answers::By& by, const Style& style) {
  const bool zh = style.language == Language::zh;
  std::string out = (zh ? "规则 " : "rule ") + by.rule;
  if (!by.label.empty() && by.label != by.rule)
    out += zh ? "“" + by.label + "”" : " \"" + by.label + "\"";
  for (const Basis& basis : by.cites)
    out += (zh ? "《" + basis.title + "》" : ", " + basis.title + " ") + basis.clause;
  return out;
}

}  // namespace

void write_answers_terminal(std::ostream& out, const Answers& answers, const Style& style) {
  const bool zh = style.language == Language::zh;
  if (answers.variables.empty()) {
    out << (answers.holds ? (zh ? "是" : "yes") : (zh ? "否" : "no")) << "\n";
    return;
  }
  for (const Answers::Answer& answer : answers.answers) {
    std::string rules;
    for (const Answers::By& by : answer.by) rules += (rules.empty() ? "" : "; ") + named(by, style);
    out << harmless(answer.sentence.in(style.language));
    if (!rules.empty()) out << "\t" << painted(style, Paint::faint, harmless(rules));
    out << "\n";
  }
}

}  // namespace mingze::report
