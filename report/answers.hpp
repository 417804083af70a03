// What a question came to, and its faces.
#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "report/layout.hpp"

namespace mingze::report {

/// The answers to one sentence.
struct Answers {
  std::string question;  ///< as asked
  std::vector<std::string> variables;
  bool holds = false;

  struct Answer {
    Message sentence;                 ///< with the names filled in, by label
    std::vector<std::string> values;  ///< ids, one a variable
  };
  /// In code-point order of the values; without variables none.
  std::vector<Answer> answers;
};

/// docs/schema/ask.schema.json.
void write_answers_json(std::ostream& out, const Answers& answers, Language language);
/// Every answer, one a line; without variables yes or no.
void write_answers_terminal(std::ostream& out, const Answers& answers, const Style& style);

}  // namespace mingze::report
