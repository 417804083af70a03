#include "report/json_writer.hpp"
#include "report/mutation_report.hpp"

namespace mingze::report {

namespace {

class MutationsWriter {
 public:
  MutationsWriter(std::ostream& out, const Sources& sources, Language language)
      : json_(out), sources_(sources), language_(language) {}

  void write(const MutationReport& report) {
    json_.begin_object();
    json_.member_number("version", 1);
    json_.member("command", "mutate");
    json_.key("by_clause");
    json_.begin_list();
    for (const MutationReport::Clause& clause : report.clauses) {
      json_.begin_object();
      json_.member("source", clause.basis ? clause.basis->source : "");
      json_.member("clause", clause.basis ? clause.basis->clause : "");
      write(clause.counts);
      json_.key("survivors");
      json_.begin_list();
      for (const Mutation& mutation : clause.survivors) write(mutation, true);
      json_.end_list();
      json_.end_object();
    }
    json_.end_list();
    json_.key("equivalent");
    json_.begin_list();
    for (const Mutation& mutation : report.equivalent) write(mutation, false);
    json_.end_list();
    json_.key("summary");
    json_.begin_object();
    json_.member_number("tests", report.tests);
    write(report.counts);
    json_.member_number("percent", report.counts.percent());
    json_.end_object();
    json_.end_object();
    json_.finish();
  }

 private:
  void write(const MutationReport::Counts& counts) {
    json_.member_number("mutants", counts.mutants);
    json_.member_number("killed", counts.killed);
    json_.member_number("survived", counts.survived);
    json_.member_number("equivalent", counts.equivalent);
  }

  void write(const Mutation& mutation, bool with_repair) {
    const Source& source = sources_[mutation.span.source];
    const LineColumn begin = source.lines().at(mutation.span.begin);
    const LineColumn end = source.lines().at(mutation.span.end);
    json_.begin_object();
    json_.member(mutation.statement, mutation.id);
    json_.member("code", mutation.code);
    json_.member("message", mutation.change.in(language_));
    json_.member("file", source.name());
    json_.member_number("line", begin.line);
    json_.member_number("column", begin.column);
    json_.member_number("end_line", end.line);
    json_.member_number("end_column", end.column);
    json_.member("words", on_one_line(sources_.text(mutation.span)));
    json_.member_or_null("replacement", mutation.replacement);
    json_.member("reason", mutation.reason.in(language_));
    if (with_repair) json_.member("repair", mutation.repair.in(language_));
    json_.end_object();
  }

  JsonWriter json_;
  const Sources& sources_;
  Language language_;
};

}  // namespace

void write_mutations_json(std::ostream& out, const MutationReport& report, const Sources& sources,
                          Language language) {
  MutationsWriter(out, sources, language).write(report);
}

}  // namespace mingze::report
