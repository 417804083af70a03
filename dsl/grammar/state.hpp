// What the parsers of one statement share: how far any of them came and what they expected there.
//
// No parser throws or reports: the error of a statement is told from the furthest token that none
// of them could take, which is where the author went wrong.
#pragma once

#include <bitset>
#include <optional>

#include "dsl/grammar/token.hpp"

namespace mingze::dsl {

/// Something other than a keyword that a statement can want at a place.
enum class Wanted : std::uint8_t {
  id,
  name,
  text,
  title,
  variable,
  number,
  date,
  sentence,
  full_stop,
  equals,
  bar,
  list_comma,
};

inline constexpr std::size_t wanted_count = static_cast<std::size_t>(Wanted::list_comma) + 1;

/// A mistake that is told by itself rather than by what was expected.
enum class Fault : std::uint8_t {
  invalid_date,
  today_in_period,
  duplicate_part,
  title_in_list,
  variable_in_fact,
  negated_fact,
  misplaced_at_least,
  negated_at_least,
  name_expected,
  missing_bar,
};

struct Expectations {
  std::bitset<keyword_count> keywords;
  std::bitset<wanted_count> wanted;
  [[nodiscard]] bool has(Wanted what) const { return wanted[static_cast<std::size_t>(what)]; }
  [[nodiscard]] bool has(Keyword what) const { return keywords[static_cast<std::size_t>(what)]; }
};

class State {
 public:
  State(SourceId id, const Token* begin, const Token* end, std::uint32_t indent)
      : source(id), first(begin), last(end), margin(indent), furthest(begin) {}

  SourceId source;
  const Token* first;    ///< of the statement
  const Token* last;     ///< one past what it may read
  std::uint32_t margin;  ///< indentation of the statement's line

  const Token* furthest;
  Expectations expected;  ///< at `furthest`
  std::optional<Fault> fault;
  const Token* fault_at = nullptr;
  const Token* sentence_end = nullptr;  ///< where the last sentence stopped
  const Token* sentence_begin = nullptr;
  bool tentative = false;  ///< a trial: ends at the next statement's keyword

  [[nodiscard]] Span span(const Token& token) const { return {source, token.begin, token.end}; }

  void expect(const Token* at, Keyword keyword) {
    if (reach(at)) expected.keywords.set(static_cast<std::size_t>(keyword));
  }
  void expect(const Token* at, Wanted wanted) {
    if (reach(at)) expected.wanted.set(static_cast<std::size_t>(wanted));
  }
  /// Records a mistake; the first one counts. Always false, for parsers to return.
  bool fail(Fault what, const Token* at) {
    if (!fault) {
      fault = what;
      fault_at = at;
    }
    return false;
  }
  /// The token that the statement's error is about; `last` where it ended too soon.
  [[nodiscard]] const Token* error_at() const { return fault ? fault_at : furthest; }

  /// A line that begins, not further in than this statement, with the keyword of a statement.
  [[nodiscard]] bool may_begin_statement(const Token& token) const {
    return begins_statement(token.keyword) && token.starts_line() && token.indent <= margin;
  }

 private:
  bool reach(const Token* at) {
    if (at < furthest) return false;
    if (at > furthest) {
      furthest = at;
      expected = {};
    }
    return true;
  }
};

}  // namespace mingze::dsl
