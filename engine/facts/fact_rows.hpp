// What every format of data has in common: what a cell means, and what is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/facts/load_facts.hpp"

namespace mingze {

/// Digits as a number.
[[nodiscard]] std::optional<std::int64_t> number_of_digits(std::string_view text);

/// A list of names for a message: 、 between them, or commas.
[[nodiscard]] Message listed(const std::vector<std::string>& names);

/// The rows of one text.
class FactRows {
 public:
  /// How many mistakes of a text are told; the others are counted.
  static constexpr std::size_t most_told = 20;

  FactRows(FactLoader& loader, const Source& source, SourceId id, Diagnostics& out);

  [[nodiscard]] const Program& program() const { return loader_.program_; }
  [[nodiscard]] unsigned jobs() const { return loader_.jobs_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  /// Whether it is small enough and UTF-8; else it is told.
  bool is_readable();
  bool is_small_enough();
  /// The byte that is not UTF-8, if there is one.
  bool is_valid(std::optional<std::size_t> invalid);

  /// The value of a cell, or nothing, and then it is told what is wrong.
  std::optional<Value> value_of(KindId kind, std::string_view text, Span place);

  /// Mistakes in the roles of a row or a heading.
  void unknown_role(PredicateId predicate, std::string_view role, Span place);
  void role_twice(std::string_view role, Span place);
  void missing_roles(PredicateId predicate, const std::vector<bool>& given, Span place);
  void wrong_count(const char* code, PredicateId predicate, std::size_t found, Span place);
  void unknown_relation(std::string_view name, Span place);
  void decision_stated(PredicateId predicate, Span place);

  /// Counts a mistake, and tells it if it is among the first. Always nothing.
  std::optional<Value> fault(Diagnostic diagnostic);

  /// Room for rows of a relation that come in bulk.
  struct Rows {
    std::vector<Value> values;
    std::vector<Span> places;
  };
  [[nodiscard]] Rows& of(PredicateId predicate) { return rows_[predicate.value]; }
  void add(PredicateId predicate, const std::vector<Value>& values, Span place);
  /// States all rows. With mistakes it says how many were not told.
  void finish();

 private:
  std::optional<Value> number(std::string_view text, Span place);
  std::optional<Value> date(std::string_view text, Span place);
  std::optional<Value> name_for_id(KindId kind, std::string_view text,
                                   const std::vector<Value>& values, Span place);
  /// Whether enough was told already; the mistake at hand is then counted.
  bool counted_only();
  void say_where_declared(PredicateId predicate, Diagnostic& diagnostic) const;

  FactLoader& loader_;
  Symbols& symbols_;
  std::string_view text_;
  SourceId source_;
  Diagnostics& out_;
  std::vector<Rows> rows_;  // by predicate
  std::size_t errors_ = 0;
};

}  // namespace mingze
