#include "app/library/errors.hpp"

#include "report/diagnostics.hpp"

namespace mingze::v1 {

namespace {

std::string drawn(const std::vector<Failure>& failures, const Diagnostics& diagnostics,
                  const Sources& sources, mingze::Language language) {
  const report::Style style{language};
  std::string out;
  for (const Failure& failure : failures) out += report::drawn(failure, style);
  if (!failures.empty() && !diagnostics.empty()) out += "\n";
  return out + report::drawn(diagnostics, sources, style);
}

Diagnostic diagnostic_of(const mingze::Diagnostic& told, const Sources& sources) {
  Diagnostic out{told.code,
                 severity_of(told.severity),
                 message_of(told.message),
                 place_of(told.span, sources),
                 {},
                 {},
                 {}};
  for (const mingze::Message& note : told.notes) out.notes.push_back(message_of(note));
  for (const Label& label : told.related)
    out.related.push_back({message_of(label.message), place_of(label.span, sources)});
  for (const Repair& repair : told.repairs)
    out.repairs.push_back(
        {message_of(repair.message), place_of(repair.span, sources), repair.replacement});
  return out;
}

}  // namespace

Severity severity_of(mingze::Severity severity) {
  switch (severity) {
    case mingze::Severity::error:
      return Severity::error;
    case mingze::Severity::warning:
      return Severity::warning;
    case mingze::Severity::note:
      break;
  }
  return Severity::note;
}

Place place_of(Span span, const Sources& sources) {
  if (!span.valid() || span.source.value >= sources.size()) return {};
  const Source& source = sources[span.source];
  const LineColumn at = source.lines().at(span.begin);
  return {source.name(), source.row_of(span.begin), at.column, span.begin, span.end};
}

Error error_of(const Failure& failure, ErrorKind kind) {
  mingze::Message message = failure.message;
  if (!failure.subject.empty()) {
    message.zh = "“" + failure.subject + "”：" + message.zh;
    message.en = "\"" + failure.subject + "\": " + message.en;
  }
  const auto report = [&](mingze::Language language) {
    return report::drawn(mingze::Severity::error, failure.code, message, {language});
  };
  return {kind,
          failure.code,
          message_of(message),
          failure.subject,
          {},
          report(mingze::Language::zh),
          report(mingze::Language::en)};
}

Error error_of(app::Problems problems, const Sources& sources) {
  report::sort_diagnostics(problems.diagnostics, sources);
  Error error;
  error.report_zh = drawn(problems.failures, problems.diagnostics, sources, mingze::Language::zh);
  error.report_en = drawn(problems.failures, problems.diagnostics, sources, mingze::Language::en);
  for (const mingze::Diagnostic& one : problems.diagnostics)
    error.diagnostics.push_back(diagnostic_of(one, sources));
  for (const Diagnostic& one : error.diagnostics) {
    if (one.severity != Severity::error) continue;
    error.code = one.code;
    error.message = one.message;
    error.subject = one.place.file;
    return error;
  }
  if (!problems.failures.empty()) {
    const Failure& first = problems.failures.front();
    error.kind = ErrorKind::unavailable;
    error.code = first.code;
    error.message = message_of(first.message);
    error.subject = first.subject;
  }
  return error;
}

Error error_of(const Interrupted& interrupted) {
  using Why = Interrupted::Why;
  switch (interrupted.why()) {
    case Why::stopped:
      return error_of(Failure{"stopped", "", {"已按要求停止", "stopped as asked"}},
                      ErrorKind::stopped);
    case Why::time:
      return error_of(
          Failure{"time-limit", "", {"超过了时间限制", "the limit of time was reached"}},
          ErrorKind::limit);
    case Why::tuples:
      return error_of(
          Failure{
              "tuple-limit", "", {"规则推出的元组超过了限制", "the limit of tuples was reached"}},
          ErrorKind::limit);
    case Why::memory:
      break;
  }
  return error_of(
      Failure{"memory-limit", "", {"超过了内存限制", "the limit of memory was reached"}},
      ErrorKind::limit);
}

Error fault(const char* what) noexcept {
  return error_of(Failure{"internal-fault",
                          "",
                          {std::string("程序内部出错，应当报告给作者：") + what,
                           std::string("a fault of mingze; report it: ") + what}},
                  ErrorKind::internal);
}

Error no_memory() noexcept {
  return error_of(Failure{"out-of-memory", "", {"内存不足", "there is not enough memory"}},
                  ErrorKind::internal);
}

}  // namespace mingze::v1
