// `mingze ask`: what holds.
#pragma once

#include <vector>

#include "app/session/question.hpp"
#include "report/answers.hpp"

namespace mingze::app {

/// The values that answer a question.
struct AnswerRows {
  std::vector<std::uint32_t> variables;  ///< the named ones, in the order of the question
  std::vector<std::vector<Value>>
      rows;  ///< one value a variable of the body, by the asked ones' ids
};
[[nodiscard]] AnswerRows rows_of_answers(const Body& question, const Program& program,
                                         const Database& database, Meter* meter = nullptr);

/// All answers to a question in an evaluated program.
[[nodiscard]] report::Answers answers_to(const Question& question, const Program& program,
                                         const Evaluation& evaluation, Meter* meter = nullptr);

}  // namespace mingze::app
