// The variables of one rule, finding, expectation or question: their kinds, and whether each one
// is bound where it must be.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/program/program.hpp"

namespace mingze::dsl {

/// In what a variable occurs.
enum class Occurs : std::uint8_t {
  positive,  ///< a positive sentence, or the sentence of `at least` for what it does not count
  negation,
  counted,  ///< named after `at least N`, or in its sentence
  conclusion,
  comparison,
  message,
  on,
};

class Scope {
 public:
  Scope(const Symbols& symbols, Diagnostics& diagnostics)
      : symbols_(symbols), diagnostics_(diagnostics) {}

  /// The variable of this name, made where it is new; `_` makes a fresh one each time. `part` tells
  /// conditions apart. An invalid kind says nothing about the variable's kind; another one than it
  /// has is an error that points at both places.
  std::uint32_t occur(const Word& word, KindId kind, Occurs use, std::uint32_t part);

  /// What the statement says about this variable can't be read, because of an error elsewhere:
  /// nothing is said about it either.
  void excuse(const Word& word);

  /// The variable of this name, if there is one.
  [[nodiscard]] const std::uint32_t* find(const std::string& name) const;
  [[nodiscard]] KindId kind(std::uint32_t variable) const { return variables_[variable].kind; }
  /// Gives a variable the kind that the other side of a comparison has.
  [[nodiscard]] bool excused(std::uint32_t variable) const { return about_[variable].excused; }
  /// Names that are variables here, in the order of their first occurrence; without `_`.
  [[nodiscard]] std::vector<std::string> names() const;

  /// The error of a variable of one kind that stands where another is expected.
  void kind_clash(const Word& word, std::uint32_t variable, KindId wanted, Span wanted_at);

  /// Every variable of a conclusion, a negation, a comparison or a message must occur in a positive
  /// sentence, but for those of one negation alone; a counted one occurs nowhere else.
  void check();

  [[nodiscard]] std::vector<Variable> take() { return std::move(variables_); }

 private:
  struct Occurrence {
    Occurs use;
    std::uint32_t part;
    Span span;
  };
  struct About {
    std::vector<Occurrence> occurrences;
    Span kind_from;  ///< what gave it its kind
    bool excused = false;
  };
  void check_counted(std::uint32_t variable, const Occurrence& counted);
  void check_bound(std::uint32_t variable);
  void unsafe(std::uint32_t variable, const Occurrence& at);

  const Symbols& symbols_;
  Diagnostics& diagnostics_;
  std::vector<Variable> variables_;
  std::vector<About> about_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
};

}  // namespace mingze::dsl
