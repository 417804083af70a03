// What every step of lowering works on, and the errors that several of them report.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dsl/check/match.hpp"
#include "dsl/check/resolve.hpp"
#include "dsl/check/vocabulary.hpp"
#include "dsl/lower/lower.hpp"
#include "dsl/lower/statements.hpp"

namespace mingze::dsl {

struct Context {
  Context(Program& lowered_program, Vocabulary& declared, Diagnostics& found)
      : program(lowered_program),
        vocabulary(declared),
        diagnostics(found),
        resolver(lowered_program.symbols, declared, found),
        match_errors(lowered_program, declared, found) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Program& program;
  Vocabulary& vocabulary;
  Diagnostics& diagnostics;
  Resolver resolver;
  MatchErrors match_errors;
  std::uint32_t searches_left = 300;  ///< unknown ids that still get a did-you-mean

  void report(Diagnostic diagnostic) { diagnostics.push_back(std::move(diagnostic)); }
};

/// Says that `word` names none of what there is, with did-you-mean; nothing where its declaration
/// has an error of its own.
void unknown_id(Context& context, std::string code, const Word& word, Message message,
                const std::vector<std::string>& known);

/// Things with an id that may be declared twice if identically.
class Declared {
 public:
  Declared(const Sources& sources, const std::vector<Input>& inputs, Diagnostics& diagnostics);

  /// Whether this is the first declaration under this key. A second one that differs is an error
  /// (`duplicate-declaration`) that shows both places; `what` is the sort of thing, with its name.
  bool is_first(const std::string& key, const Statement& statement, Span at, const Message& what) {
    return is_first_of(key, statement, at, [&] { return what; });
  }
  /// The same for what there are thousands of: its name is asked for where it is needed.
  template <typename What>
  bool is_first_of(const std::string& key, const Statement& statement, Span at, const What& what) {
    const auto [found, is_new] = first_.try_emplace(key, First{&statement, at});
    if (!is_new && differs(found->second, statement)) report(found->second, at, what());
    return is_new;
  }

  /// Whether the statement stands in a shipped pack.
  [[nodiscard]] bool is_shipped(const Statement& statement) const {
    return shipped_.contains(statement.span.source.value);
  }

 private:
  struct First {
    const Statement* statement;
    Span at;
  };
  [[nodiscard]] bool differs(const First& first, const Statement& statement) const;
  void report(const First& first, Span at, const Message& what);

  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, First> first_;
  std::unordered_set<std::uint32_t> shipped_;
};

/// The period of a statement or name; one that ends before it begins is a warning.
[[nodiscard]] Period period_of(const PeriodClause& clause, Diagnostics& diagnostics);

/// Citations whose sources are in force; `none_in_force`: there are some, and none is.
struct Cited {
  std::vector<mingze::Citation> citations;
  bool none_in_force = false;
};
[[nodiscard]] Cited lower_citations(Context& context, const std::vector<Citation>& cites);

}  // namespace mingze::dsl
