// Sentences from outside, read against an engine's program.
#pragma once

#include <string>
#include <string_view>

#include "app/library/inside.hpp"
#include "app/session/question.hpp"

namespace mingze::v1 {

/// Reads a question. The program's symbols may gain texts and numbers: whoever asks gives back what
/// is not needed (see KeptSymbols).
[[nodiscard]] Result<app::Question> read_question(Engine::Inside& inside, std::string_view text);
/// Reads a sentence as a fact.
[[nodiscard]] Result<mingze::Fact> read_fact(Engine::Inside& inside, std::string_view text);

/// Gives back the symbols that a question brought.
class KeptSymbols {
 public:
  explicit KeptSymbols(Symbols& symbols) : symbols_(symbols), extent_(symbols.extent()) {}
  ~KeptSymbols() { symbols_.shrink(extent_); }
  KeptSymbols(const KeptSymbols&) = delete;
  KeptSymbols& operator=(const KeptSymbols&) = delete;

 private:
  Symbols& symbols_;
  Symbols::Extent extent_;
};

}  // namespace mingze::v1
