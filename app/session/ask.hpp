// `mingze ask`: what holds.
#pragma once

#include "app/session/question.hpp"
#include "report/answers.hpp"

namespace mingze::app {

/// All answers to a question in an evaluated program.
[[nodiscard]] report::Answers answers_to(const Question& question, const Program& program,
                                         const Evaluation& evaluation);

}  // namespace mingze::app
