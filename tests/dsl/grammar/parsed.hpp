// A program parsed in a test, and its errors as text with carets.
#pragma once

#include <string>
#include <string_view>

#include "dsl/grammar/parse.hpp"

namespace mingze::dsl {

struct Parsed {
  explicit Parsed(std::string text);

  /// The statements of the module; the only one, as T.
  [[nodiscard]] const Module& module() const { return result_.module; }
  [[nodiscard]] const Diagnostics& diagnostics() const { return result_.diagnostics; }
  [[nodiscard]] const Source& source() const { return sources_[id_]; }
  template <typename T>
  [[nodiscard]] const T& only() const {
    return std::get<T>(module().statements.at(0).body);
  }
  /// Each diagnostic: place and code, the line, a caret under the words at fault, what is said
  /// in both languages.
  [[nodiscard]] std::string errors() const;
  /// The codes alone, separated by spaces.
  [[nodiscard]] std::string codes() const;
  /// The words of a sentence, separated by spaces, with a mark for what is no plain word.
  [[nodiscard]] static std::string words(const Sentence& sentence);

 private:
  [[nodiscard]] std::string shown(const Diagnostic& diagnostic) const;

  Sources sources_;
  SourceId id_;
  ParseResult result_;
};

}  // namespace mingze::dsl
