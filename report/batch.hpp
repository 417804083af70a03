// Many questions in one run: a JSON value a line, in and out.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "report/answers.hpp"

namespace mingze::report {

/// A line of questions: "SENTENCE", or {"ask": "SENTENCE", "id": …} with a text, a number, a truth
/// value or null.
struct BatchQuestion {
  std::string sentence;
  std::string id = "null";  ///< as JSON
};

/// Nothing where the line is none.
[[nodiscard]] std::optional<BatchQuestion> batch_question(std::string_view line);

/// One line: the id, and the answers as docs/schema/ask.schema.json has them.
void write_batch_answers(std::ostream& out, const BatchQuestion& question, const Answers& answers,
                         Language language);
/// One line: the id, the sentence, and what is wrong with it.
void write_batch_error(std::ostream& out, const BatchQuestion& question, const Failure& error,
                       Language language);

}  // namespace mingze::report
