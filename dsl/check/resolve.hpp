// From a word in a slot to a value: names, texts, numbers, dates.
#pragma once

#include <cstdint>
#include <optional>

#include "dsl/ast/ast.hpp"
#include "dsl/check/vocabulary.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// When the words of a statement are read.
struct Moment {
  Date date;  ///< what names mean on this day, and what `today` is
  /// The statement is out of its dates: it may use names that are no longer there, and it is only
  /// checked.
  bool lapsed = false;
};

/// Reads the words of slots. What is wrong with one is a diagnostic, said once at its place.
class Resolver {
 public:
  Resolver(Symbols& symbols, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : symbols_(symbols), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  /// The value of a word that is no variable, in a slot of this kind.
  std::optional<Value> value(KindId kind, const Word& word, const Moment& moment);

  /// The data of the fact files could not be loaded: names that they may hold are not called
  /// unknown.
  void excuse_data(const Program& program);

  /// What a name stands for in any kind that has entities, by kind (`on NAME`); with digits also
  /// the number, with a date also that.
  std::vector<std::pair<KindId, Value>> in_any_kind(const Word& word, const Moment& moment);

 private:
  enum class Found { yes, no, failed };
  struct Lookup {
    Found found = Found::no;
    Value value = 0;
  };
  /// An id, or the one entity that a label or other name stands for. Says what is wrong with a name
  /// that is known; of an unknown one it says nothing.
  Lookup find(KindId kind, const Word& word, const Moment& moment);
  std::optional<Value> entity(KindId kind, const Word& word, const Moment& moment);
  std::optional<Value> number(const Word& word);
  std::optional<Value> date(const Word& word, const Moment& moment);
  void wrong_form(KindId kind, const Word& word);
  void unknown(KindId kind, const Word& word, const Moment& moment);
  void ambiguous(KindId kind, const Word& word, const std::vector<Value>& owners);
  void out_of_date(KindId kind, const Word& word, const Moment& moment,
                   const std::vector<NameUse>& uses);
  /// The label; without one, another name in force; else the id.
  [[nodiscard]] std::string current_name(KindId kind, Value value, const Moment& moment) const;
  [[nodiscard]] std::vector<std::string> names_of(KindId kind, const Moment& moment) const;
  bool explain_other_kind(Diagnostic& diagnostic, KindId kind, const Word& word,
                          const Moment& moment) const;

  Symbols& symbols_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::vector<bool> excused_kinds_;
  /// Looking for similar names costs a walk over all of them: only so many names are compared.
  std::size_t comparisons_left_ = 3'000'000;
};

/// What a kind is called in messages: its ids in the two languages if it has two.
[[nodiscard]] Message kind_name(const Symbols& symbols, KindId kind);

}  // namespace mingze::dsl
