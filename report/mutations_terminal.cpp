#include <ostream>

#include "report/diagnostics.hpp"
#include "report/mutation_report.hpp"

namespace mingze::report {

namespace {

class MutationsPage {
 public:
  MutationsPage(std::ostream& out, const MutationReport& report, const Sources& sources,
                const Style& style)
      : out_(out), report_(report), sources_(sources), style_(style) {}

  void write() {
    for (const MutationReport::Clause& clause : report_.clauses)
      if (!clause.survivors.empty()) write(clause);
    if (!report_.equivalent.empty()) write_equivalent();
    write_clauses();
    write_counts();
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }

  [[nodiscard]] std::string name_of(const MutationReport::Clause& clause) const {
    return clause.basis ? harmless(words_of(*clause.basis, style_.language))
                        : say({"没有写明依据的", "citing nothing"});
  }

  void heading(const std::string& text) { out_ << painted(style_, Paint::bold, text) << "\n"; }

  void write(const MutationReport::Clause& clause) {
    heading(name_of(clause));
    for (const Mutation& mutation : clause.survivors) {
      out_ << drawn(Diagnostic{mutation.code,
                               Severity::warning,
                               {mutation.change.zh + "，没有用例发现",
                                mutation.change.en + ", and no test notices"},
                               mutation.span,
                               {},
                               {mutation.reason},
                               {{mutation.span, {}, mutation.repair}}},
                    sources_, style_)
           << "\n";
    }
  }

  void write_equivalent() {
    heading(say({"改了也不影响任何结果的", "changes that change no answer"}));
    for (const Mutation& mutation : report_.equivalent)
      out_ << "  " << painted(style_, Paint::faint, place_of(mutation.span, sources_)) << "  "
           << harmless(say(mutation.change)) << say({"：", ": "}) << harmless(say(mutation.reason))
           << "\n";
    out_ << "\n";
  }

  void write_clauses() {
    heading(say({"按条款", "by clause"}));
    for (const MutationReport::Clause& clause : report_.clauses) {
      const MutationReport::Counts& counts = clause.counts;
      const bool all = counts.survived == 0;
      out_ << "  " << painted(style_, all ? Paint::green : Paint::yellow, all ? "✓" : "○") << " "
           << name_of(clause) << say({"：", ": "}) << counts.killed << "/" << counts.counted()
           << "\n";
    }
    out_ << "\n";
  }

  void write_counts() {
    const MutationReport::Counts& counts = report_.counts;
    const auto text = [](std::uint64_t number) { return std::to_string(number); };
    const std::string percent = text(counts.percent()) + "%";
    out_ << painted(
                style_, counts.survived == 0 ? Paint::green : Paint::yellow,
                say({"改动：" + text(counts.counted()) + " 处，用例发现 " + text(counts.killed) +
                         " 处（" + percent + "），没有发现 " + text(counts.survived) + " 处",
                     "changes: " + text(counts.counted()) + ", noticed " + text(counts.killed) +
                         " (" + percent + "), unnoticed " + text(counts.survived)}))
         << "\n";
    if (counts.equivalent > 0)
      out_ << say({"另有 " + text(counts.equivalent) + " 处不影响任何结果，不计入",
                   "not counted: " + text(counts.equivalent) + " that change no answer"})
           << "\n";
  }

  std::ostream& out_;
  const MutationReport& report_;
  const Sources& sources_;
  const Style& style_;
};

}  // namespace

void write_mutations_terminal(std::ostream& out, const MutationReport& report,
                              const Sources& sources, const Style& style) {
  MutationsPage(out, report, sources, style).write();
}

}  // namespace mingze::report
