// What a question came to, and its faces.
#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "report/finding.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// The answers to one sentence.
struct Answers {
  std::string question;  ///< as asked
  std::vector<std::string> variables;
  bool holds = false;

  /// A rule that concludes an answer at once.
  struct By {
    std::string rule;
    std::string label;
    std::vector<Basis> cites;
  };
  struct Answer {
    Message sentence;                 ///< with the names filled in, by label
    std::vector<std::string> values;  ///< ids, one a variable
    std::vector<By> by;               ///< by rule id; none for what is stated
  };
  /// In code-point order of the values; without variables none.
  std::vector<Answer> answers;
};

/// docs/schema/ask.schema.json.
void write_answers_json(std::ostream& out, const Answers& answers, Language language);
/// Every answer, one a line, behind a tab the rules that conclude it and what they cite; without
/// variables yes or no.
void write_answers_terminal(std::ostream& out, const Answers& answers, const Style& style);

}  // namespace mingze::report
