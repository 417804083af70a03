// What the changes of rules came to that `mingze mutate` held the tests against, and its faces.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "report/finding.hpp"
#include "report/layout.hpp"

namespace mingze::report {

/// One change of one statement.
struct Mutation {
  std::string code;       ///< what was done, in kebab case: dropped-condition, …
  std::string statement;  ///< rule, finding or decision
  std::string id;         ///< of the statement
  std::vector<Basis> cites;
  Span span;                ///< the words that are changed
  std::string replacement;  ///< what stands there instead; empty where nothing does
  Message change;           ///< what was done, as a sentence about the words
  /// Why no test notices; of one that changes no answer, why it does not.
  Message reason;
  Message repair;  ///< what a test would have to say to notice
};

struct MutationReport {
  struct Counts {
    std::uint64_t mutants = 0;
    std::uint64_t killed = 0;
    std::uint64_t survived = 0;
    std::uint64_t equivalent = 0;
    void add(const Counts& other) {
      mutants += other.mutants;
      killed += other.killed;
      survived += other.survived;
      equivalent += other.equivalent;
    }
    /// Those that a test could have noticed.
    [[nodiscard]] std::uint64_t counted() const { return killed + survived; }
    /// Of those, how many in a hundred are killed, rounded down; 100 where there is none.
    [[nodiscard]] std::uint64_t percent() const {
      return counted() == 0 ? 100 : killed * 100 / counted();
    }
  };
  /// The changes of statements that cite a clause first.
  struct Clause {
    std::optional<Basis> basis;  ///< nothing: they cite none
    Counts counts;
    std::vector<Mutation> survivors;  ///< by file and place
  };
  std::vector<Clause> clauses;       ///< by source, then in the order of articles; the uncited last
  std::vector<Mutation> equivalent;  ///< by file and place
  Counts counts;
  std::uint64_t tests = 0;
  std::uint64_t failing = 0;  ///< tests that fail as the program is: then nothing else is here
};

/// docs/schema/mutate.schema.json.
void write_mutations_json(std::ostream& out, const MutationReport& report, const Sources& sources,
                          Language language);
/// The same as a page.
void write_mutations_html(std::ostream& out, const MutationReport& report, const Sources& sources,
                          Language language);
/// Each change that no test notices under the words that are changed, by clause; then those that
/// change no answer, and the counts.
void write_mutations_terminal(std::ostream& out, const MutationReport& report,
                              const Sources& sources, const Style& style);

}  // namespace mingze::report
