// Conditions, conclusions and messages over one set of variables.
#pragma once

#include <optional>
#include <vector>

#include "dsl/check/comparison.hpp"
#include "dsl/check/scope.hpp"
#include "dsl/lower/context.hpp"

namespace mingze::dsl {

/// Builds the body of one rule, finding, expectation or question. Conditions first, then what uses
/// their variables, then `finish`.
class BodyBuilder {
 public:
  BodyBuilder(Context& context, const Moment& moment)
      : context_(context), moment_(moment), scope_(context.program.symbols, context.diagnostics) {}

  void add_conditions(const std::vector<Condition>& conditions);
  /// One positive condition; nothing is said of comparisons.
  void add_sentence(const Sentence& sentence);
  std::optional<mingze::Conclusion> add_conclusion(const Conclusion& conclusion);
  [[nodiscard]] BilingualTemplate add_text(const BilingualText& text);
  /// `word` is a variable.
  std::optional<std::uint32_t> add_on(const Word& word);

  /// Checks the variables and returns the body.
  [[nodiscard]] Body finish();

 private:
  struct PendingComparison {
    WrittenComparison comparing;
    std::uint32_t part;
    std::size_t place;  ///< in the body's conditions
  };

  void add_condition(const Condition& condition, std::uint32_t part);
  void no_sentence(const Condition& condition);
  void set_count(const Condition& condition, mingze::Condition& out);
  /// The atom of a sentence that matches; nothing where something is wrong with a word of it.
  std::optional<Atom> atom(const Match& match, Occurs use, std::uint32_t part,
                           const Word* counted = nullptr);
  /// The match of a sentence if it is one that can be read; says why it is not, and excuses its
  /// variables. `none` is left to the caller.
  [[nodiscard]] Match match(const Sentence& sentence);
  void excuse(const Sentence& sentence);

  void add_comparison(const PendingComparison& pending);
  /// The kind of a comparison's side: its variable's, or nothing for a name.
  std::optional<KindId> kind_of(const Word& word, const PendingComparison& pending);
  std::optional<KindId> kind_of_literals(const WrittenComparison& comparing);
  bool is_nameless(const Word& word);
  bool check_order(const WrittenComparison& comparing, KindId kind);

  TextTemplate add_one_text(const Word& text);

  Context& context_;
  Moment moment_;
  Scope scope_;
  Body body_;
  std::vector<PendingComparison> comparisons_;
  std::uint32_t parts_ = 0;
};

}  // namespace mingze::dsl
