// A sentence that is asked on the command line.
#pragma once

#include <optional>
#include <string>

#include "app/session/run.hpp"

namespace mingze::app {

/// A question, read against a program.
struct Question {
  std::string text;  ///< as asked
  Body body;
};

/// Reads a sentence (several may be joined by `and`), which becomes a source of this name. What is
/// wrong with it is told at its words; then there is nothing. The program's symbols gain the texts
/// and numbers that it names.
[[nodiscard]] std::optional<Question> read_question(const std::string& text,
                                                    const std::string& name, Sources& sources,
                                                    dsl::Lowered& lowered, Problems& problems);

/// The same of a workspace: reads a sentence (several may be joined by `and`). What is wrong with
/// it is told at its words, in a source of this name; then there is nothing.
[[nodiscard]] std::optional<Question> read_question(const std::string& text, Workspace& workspace,
                                                    Prepared& prepared,
                                                    const std::string& name = "<ask>");

}  // namespace mingze::app
