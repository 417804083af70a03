#include <ostream>

#include "report/answers.hpp"

namespace mingze::report {

void write_answers_terminal(std::ostream& out, const Answers& answers, const Style& style) {
  const bool zh = style.language == Language::zh;
  if (answers.variables.empty()) {
    out << (answers.holds ? (zh ? "是" : "yes") : (zh ? "否" : "no")) << "\n";
    return;
  }
  for (const Answers::Answer& answer : answers.answers)
    out << harmless(answer.sentence.in(style.language)) << "\n";
}

}  // namespace mingze::report
