#include <ostream>

#include "report/diagnostics.hpp"
#include "report/html_page.hpp"
#include "report/markup.hpp"
#include "report/mutation_report.hpp"

namespace mingze::report {

namespace {

class MutationsHtml {
 public:
  MutationsHtml(std::ostream& out, const MutationReport& report, const Sources& sources,
                Language language)
      : out_(out), report_(report), sources_(sources), language_(language) {}

  void write() {
    const std::string title = say({"用例没有发现的改动", "Changes that no test notices"});
    begin_page(out_, {title, language_, handbook_style()});
    out_ << "<div class=\"frame\"><main>\n<h1>" << title << "</h1>\n<p class=\"lead\">"
         << say({"规则一处一处地改动，看用例是否发现。没有发现的，就是用例还没有说到的。",
                 "The rules were changed one at a time. What no test notices, no test says yet."})
         << "</p>\n";
    tiles();
    clauses();
    for (const MutationReport::Clause& clause : report_.clauses) survivors(clause);
    equivalent();
    out_ << "<footer><p>" << say({"由 mingze mutate 生成。", "Made by mingze mutate."})
         << "</p></footer>\n</main></div>\n";
    end_page(out_, {title, language_, handbook_style()});
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const { return message.in(language_); }
  [[nodiscard]] std::string words(const Message& message) const { return escaped(say(message)); }
  [[nodiscard]] std::string name_of(const MutationReport::Clause& clause) const {
    return clause.basis ? escaped(words_of(*clause.basis, language_))
                        : say({"没有写明依据的", "citing nothing"});
  }

  void tile(const std::string& number, const Message& of) {
    out_ << "<li><b>" << number << "</b><span>" << say(of) << "</span></li>\n";
  }

  void tiles() {
    const MutationReport::Counts& counts = report_.counts;
    out_ << "<ul class=\"tiles\">\n";
    tile(std::to_string(counts.percent()) + "%", {"用例发现", "noticed"});
    tile(std::to_string(counts.killed) + "/" + std::to_string(counts.counted()),
         {"改动", "changes"});
    tile(std::to_string(counts.survived), {"没有发现", "unnoticed"});
    tile(std::to_string(counts.equivalent), {"不影响结果", "change no answer"});
    tile(std::to_string(report_.tests), {"用例", "tests"});
    out_ << "</ul>\n";
  }

  void clauses() {
    out_ << "<table><caption>" << say({"按条款", "By clause"}) << "</caption>\n<tr><th>"
         << say({"条款", "clause"}) << "</th><th class=\"n\">" << say({"改动", "changes"})
         << "</th><th class=\"n\">" << say({"没有发现", "unnoticed"}) << "</th></tr>\n";
    for (const MutationReport::Clause& clause : report_.clauses)
      out_ << "<tr" << (clause.counts.survived > 0 ? " class=\"gap\"" : "") << "><td>"
           << name_of(clause) << "</td><td class=\"n\">" << clause.counts.counted()
           << "</td><td class=\"n\">" << clause.counts.survived << "</td></tr>\n";
    out_ << "</table>\n";
  }

  /// The line of a change, the words that are changed marked.
  [[nodiscard]] std::string line_of(Span span) const {
    const LineIndex& lines = sources_[span.source].lines();
    const std::uint32_t line = lines.line_of(span.begin);
    const std::string_view text = lines.line_text(line);
    const std::size_t begin = span.begin - lines.line_start(line);
    const std::size_t end = std::min<std::size_t>(span.end - lines.line_start(line), text.size());
    return escaped(on_one_line(text.substr(0, begin))) + " <mark>" +
           escaped(text.substr(begin, end - begin)) + "</mark> " +
           escaped(on_one_line(text.substr(end)));
  }

  void survivors(const MutationReport::Clause& clause) {
    if (clause.survivors.empty()) return;
    out_ << "<h2>" << name_of(clause) << "</h2>\n";
    for (const Mutation& mutation : clause.survivors)
      out_ << "<div class=\"" << (mutation.statement == "finding" ? "finding" : "rule") << "\"><h4>"
           << escaped(mutation.id) << say({"：", ": "}) << words(mutation.change) << "</h4>\n<p>"
           << line_of(mutation.span) << "</p>\n<ul class=\"said\"><li>" << words(mutation.reason)
           << "</li>\n<li>" << words(mutation.repair) << "</li></ul>\n<p class=\"where\">"
           << escaped(place_of(mutation.span, sources_)) << "</p></div>\n";
  }

  void equivalent() {
    if (report_.equivalent.empty()) return;
    out_ << "<h2>" << say({"改了也不影响任何结果的", "Changes that change no answer"})
         << "</h2>\n<ul class=\"said\">\n";
    for (const Mutation& mutation : report_.equivalent)
      out_ << "<li>" << escaped(mutation.id) << say({"：", ": "}) << words(mutation.change)
           << say({"；", "; "}) << words(mutation.reason) << " <small>"
           << escaped(place_of(mutation.span, sources_)) << "</small></li>\n";
    out_ << "</ul>\n";
  }

  std::ostream& out_;
  const MutationReport& report_;
  const Sources& sources_;
  Language language_;
};

}  // namespace

void write_mutations_html(std::ostream& out, const MutationReport& report, const Sources& sources,
                          Language language) {
  MutationsHtml(out, report, sources, language).write();
}

}  // namespace mingze::report
