// Sentences from outside, read against an engine's program.
#pragma once

#include <string>
#include <string_view>

#include "app/library/inside.hpp"
#include "app/session/question.hpp"

namespace mingze::v1 {

/// Reads a question. The program's symbols may gain texts and numbers (see Since).
[[nodiscard]] Result<app::Question> read_question(Engine::Inside& inside, std::string_view text);
/// Reads a sentence as a fact.
[[nodiscard]] Result<mingze::Fact> read_fact(Engine::Inside& inside, std::string_view text);

}  // namespace mingze::v1
