// mingze.h: reports, which are asked of an engine and rendered without it.
#include <algorithm>

#include "app/capi/call.hpp"
#include "app/capi/documents.hpp"

namespace {

using namespace mingze::capi;

bool stands(const mingze::DraftCheck& check) {
  return std::none_of(check.findings.begin(), check.findings.end(), [](const auto& finding) {
    return finding.severity == mingze::Severity::error;
  });
}

template <typename Report>
bool stands(const Report& report) {
  return report.holds;
}

}  // namespace

mingze_status mingze_engine_ask(const mingze_engine* engine, const char* question,
                                const mingze_limits* limits, mingze_report** report,
                                mingze_error** error) {
  return call(error, [&] {
    const Out out(report, "report");
    const mingze::Limits most = limits_of(limits);
    out.give(Reading(engine)->ask(text_of(question, "question"), most).value());
  });
}

mingze_status mingze_engine_why(const mingze_engine* engine, const char* question,
                                const mingze_limits* limits, uint64_t most, mingze_report** report,
                                mingze_error** error) {
  return call(error, [&] {
    const Out out(report, "report");
    const mingze::Limits cost = limits_of(limits);
    out.give(Reading(engine)->why(text_of(question, "question"), cost, most).value());
  });
}

mingze_status mingze_engine_why_key(const mingze_engine* engine, const char* decision,
                                    const char* key, mingze_report** report, mingze_error** error) {
  return call(error, [&] {
    const Out out(report, "report");
    const mingze::Fields fields = key_from(text_of(key, "key"), "key");
    out.give(Reading(engine)->why_key(text_of(decision, "decision"), fields).value());
  });
}

mingze_status mingze_engine_why_not(const mingze_engine* engine, const char* question,
                                    const mingze_limits* limits, mingze_report** report,
                                    mingze_error** error) {
  return call(error, [&] {
    const Out out(report, "report");
    const mingze::Limits most = limits_of(limits);
    out.give(Reading(engine)->why_not(text_of(question, "question"), most).value());
  });
}

mingze_status mingze_engine_check(const mingze_engine* engine, const void* bytes, size_t size,
                                  const char* name, const char* options,
                                  const mingze_limits* limits, mingze_report** report,
                                  mingze_error** error) {
  return call(error, [&] {
    const Out out(report, "report");
    const std::string_view draft = bytes_of(bytes, size, "bytes");
    const mingze::CheckOptions how =
        options == nullptr ? mingze::CheckOptions{}
                           : check_options_from(text_of(options, "options"), "options");
    const mingze::Limits most = limits_of(limits);
    out.give(Reading(engine)->check(draft, text_of(name, "name"), how, most).value());
  });
}

mingze_status mingze_report_holds(const mingze_report* report, int* holds, mingze_error** error) {
  return call(error, [&] {
    const NumberOut out(holds, "holds");
    const auto what = known(report, "report");
    Visiting::refuse_inside();
    out.give(std::visit([](const auto& any) { return stands(any) ? 1 : 0; }, what->report));
  });
}

mingze_status mingze_report_render(const mingze_report* report, mingze_format format,
                                   mingze_language language, mingze_text** text,
                                   mingze_error** error) {
  return call(error, [&] {
    const Out out(text, "text");
    const auto what = known(report, "report");
    Visiting::refuse_inside();
    const mingze::Format in = format_of(format);
    const mingze::Language words = language_of(language);
    out.give(
        std::visit([&](const auto& any) { return any.render(in, words); }, what->report).value());
  });
}
