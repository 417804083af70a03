// Tuples and messages as the sentences they stand for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/program/program.hpp"

namespace mingze::report {

/// How a sentence names things: by their labels, for people; or by their ids, quoted where needed,
/// so that the sentence can be read back.
enum class Naming { label, id };

/// A tuple of a predicate as its sentence in one of the languages, words separated by blanks.
[[nodiscard]] std::string sentence(const Program& program, PredicateId predicate,
                                   std::span<const Value> values, Language language,
                                   Naming naming = Naming::label);

/// The sentence with one slot open: 某部门, some department.
[[nodiscard]] std::string sentence_with_open_slot(const Program& program, PredicateId predicate,
                                                  std::span<const Value> values,
                                                  std::uint32_t open_slot, Language language);

/// A predicate as a sentence about anything: 某部门 审批 某事项, some department approves some item.
[[nodiscard]] std::string open_sentence(const Program& program, PredicateId predicate,
                                        Language language);

/// An atom of a rule: its variables by their names, the rest by label.
[[nodiscard]] std::string sentence(const Program& program, const Atom& atom, const Body& body,
                                   Language language);

/// The sentence with these words in its slots, as they are.
[[nodiscard]] std::string sentence_of_words(const Predicate& predicate,
                                            std::span<const std::string> words, Language language);

/// A message of a language with its variables filled in by label, dates as people write them
/// (2019年4月1日).
[[nodiscard]] std::string filled(const Program& program, const TextTemplate& text, const Body& body,
                                 std::span<const Value> values, Language language);
/// A Chinese sentence for running text: without the blanks between its words.
[[nodiscard]] std::string run_together(std::string_view sentence);

/// A kind's name in a language: of its two ids the one written in that language.
[[nodiscard]] const std::string& kind_name(const Program& program, KindId kind, Language language);

/// A word as it must be written to be read as a name: quoted where it would be something else.
[[nodiscard]] std::string quoted_if_needed(const std::string& name);
/// A text between quotes that it doesn't contain.
[[nodiscard]] std::string quoted(const std::string& text);

}  // namespace mingze::report
