// mingze.h: the library, handles, texts, errors and limits.
#include <algorithm>
#include <chrono>

#include "app/capi/call.hpp"

namespace {

using namespace mingze::capi;

/// One of the texts of an error, valid as long as the handle.
template <typename Read>
const char* read(const mingze_error* error, const Read& read_from) noexcept {
  const std::shared_ptr<mingze_error> known = find(error);
  return known ? read_from(*known) : "";
}

}  // namespace

const char* mingze_version(void) { return mingze::version().data(); }

mingze_status mingze_free(const void* handle) {
  return handle == nullptr || take_out(handle) ? MINGZE_OK : MINGZE_MISUSE;
}

uint64_t mingze_handles(void) { return count(); }

const char* mingze_text_bytes(const mingze_text* text) {
  const std::shared_ptr<mingze_text> known = find(text);
  return known ? known->bytes.c_str() : "";
}

size_t mingze_text_size(const mingze_text* text) {
  const std::shared_ptr<mingze_text> known = find(text);
  return known ? known->bytes.size() : 0;
}

mingze_status mingze_error_status(const mingze_error* error) {
  const std::shared_ptr<mingze_error> known = find(error);
  return known ? known->status : static_cast<mingze_status>(MINGZE_MISUSE);
}

const char* mingze_error_code(const mingze_error* error) {
  return read(error, [](const mingze_error& known) { return known.error.code.c_str(); });
}

const char* mingze_error_message(const mingze_error* error, mingze_language language) {
  return read(error, [&](const mingze_error& known) {
    const mingze::Message& message = known.error.message;
    return (language == MINGZE_ZH ? message.zh : message.en).c_str();
  });
}

const char* mingze_error_report(const mingze_error* error, mingze_language language) {
  return read(error, [&](const mingze_error& known) {
    return (language == MINGZE_ZH ? known.error.report_zh : known.error.report_en).c_str();
  });
}

const char* mingze_error_json(const mingze_error* error) {
  return read(error, [](const mingze_error& known) { return known.json.c_str(); });
}

mingze_status mingze_limits_create(uint64_t milliseconds, uint64_t tuples, uint64_t bytes,
                                   mingze_limits** limits, mingze_error** error) {
  return call(error, [&] {
    const Out out(limits, "limits");
    // A year is as good as any longer time, and can be added to any clock.
    constexpr std::uint64_t year = std::uint64_t{366} * 24 * 3600 * 1000;
    mingze::Limits what;
    what.time = std::chrono::milliseconds(std::min(milliseconds, year));
    what.tuples = tuples;
    what.memory = bytes;
    out.give(what);
  });
}

mingze_status mingze_limits_stop(const mingze_limits* limits) {
  return call(nullptr, [&] { known(limits, "limits")->stop.request_stop(); });
}
