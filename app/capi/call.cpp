#include "app/capi/call.hpp"

#include <array>
#include <exception>
#include <new>
#include <optional>

#include "app/capi/documents.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::capi {
namespace {

thread_local bool inside_a_visitor = false;

mingze_status status_of(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::invalid:
      return MINGZE_INVALID;
    case ErrorKind::unavailable:
      return MINGZE_UNAVAILABLE;
    case ErrorKind::not_resolved:
      return MINGZE_NOT_RESOLVED;
    case ErrorKind::stopped:
      return MINGZE_STOPPED;
    case ErrorKind::limit:
      return MINGZE_LIMIT;
    case ErrorKind::internal:
      break;
  }
  return MINGZE_INTERNAL;
}

/// An error that has no report yet, with one.
Error with_report(Error error) {
  error.report_zh = "mingze: error: " + error.message.zh + " [" + error.code + "]\n";
  error.report_en = "mingze: error: " + error.message.en + " [" + error.code + "]\n";
  return error;
}

Error fault(std::string code, Message message) {
  Error error;
  error.kind = ErrorKind::internal;
  error.code = std::move(code);
  error.message = std::move(message);
  return with_report(std::move(error));
}

/// The status of the exception that is being handled; no memory is needed for it.
mingze_status status_of_exception() noexcept {
  try {
    throw;
  } catch (const Misuse&) {
    return MINGZE_MISUSE;
  } catch (const Exception& exception) {
    return status_of(exception.error().kind);
  } catch (...) {
    return MINGZE_INTERNAL;
  }
}

/// The exception that is being handled, as an error.
Error error_of_exception() {
  try {
    throw;
  } catch (const Misuse& misuse) {
    return invalid(misuse.code, misuse.message, misuse.argument);
  } catch (const Exception& exception) {
    return exception.error();
  } catch (const std::bad_alloc&) {
    return fault("out-of-memory", {"内存不足", "there is no memory left"});
  } catch (const std::exception& exception) {
    const std::string what = exception.what();
    return fault("internal-fault", {"mingze 自身出错，欢迎报告：" + what,
                                    "a fault of mingze, which we would like to hear of: " + what});
  } catch (...) {
    return fault("internal-fault", {"mingze 自身出错，欢迎报告",
                                    "a fault of mingze, which we would like to hear of"});
  }
}

template <typename Value, std::size_t size>
Value nth_of(const std::array<Value, size>& values, std::int32_t number, const char* argument) {
  if (number < 0 || static_cast<std::size_t>(number) >= size) refuse_number(argument, number);
  return values[static_cast<std::size_t>(number)];
}

}  // namespace

void refuse_null(const char* argument) {
  const std::string name = argument;
  throw Misuse{"null-argument",
               {"“" + name + "”是空指针，应当给出", "“" + name + "” is null, and must be given"},
               name};
}

void refuse_handle(const char* argument) {
  const std::string name = argument;
  throw Misuse{"not-a-handle",
               {"“" + name + "”不是这一类句柄，或者已经释放",
                "“" + name + "” is no handle of this kind, or was freed already"},
               name};
}

void refuse_number(const char* argument, std::int64_t number) {
  const std::string name = argument;
  const std::string value = std::to_string(number);
  throw Misuse{"unknown-number",
               {"“" + name + "”没有 " + value + " 这个值，见 mingze.h",
                "“" + name + "” has no value " + value + ": mingze.h lists them"},
               name};
}

Error invalid(std::string code, Message message, std::string subject) {
  Error error;
  error.kind = ErrorKind::invalid;
  error.code = std::move(code);
  error.message = std::move(message);
  error.subject = std::move(subject);
  return with_report(std::move(error));
}

mingze_status tell(mingze_error** error) noexcept {
  const mingze_status status = status_of_exception();
  if (error == nullptr) return status;
  try {
    Error what = error_of_exception();
    std::string json = json_of(what, status);
    *error = handle_of(std::make_shared<mingze_error>(status, std::move(what), std::move(json)));
  } catch (...) {  // no memory for it
    *error = nullptr;
  }
  return status;
}

Visiting::Visiting() noexcept { inside_a_visitor = true; }
Visiting::~Visiting() { inside_a_visitor = false; }

void Visiting::refuse_inside() {
  if (inside_a_visitor)
    throw Misuse{"called-back",
                 {"visitor 里不能调用使用引擎或报告的函数，先记下来，遍历之后再调用",
                  "a visitor may not call functions that take an engine or a report: keep what it "
                  "is handed, and call them after the visit"},
                 "visitor"};
}

Reading::Reading(const mingze_engine* handle) : thing_(known(handle, "engine")) {
  Visiting::refuse_inside();
  turn_ = std::shared_lock(thing_->turn);
}

Changing::Changing(mingze_engine* handle)
    : thing_(known(static_cast<const mingze_engine*>(handle), "engine")) {
  Visiting::refuse_inside();
  turn_ = std::unique_lock(thing_->turn);
}

std::string_view text_of(const char* text, const char* argument) {
  if (text == nullptr) refuse_null(argument);
  return text_or_empty(text, argument);
}

std::string_view text_or_empty(const char* text, const char* argument) {
  if (text == nullptr) return {};
  const std::string_view bytes(text);
  if (const std::optional<std::size_t> wrong = first_invalid_utf8(bytes)) {
    const std::string name = argument;
    const std::string at = std::to_string(*wrong);
    throw Exception(invalid("invalid-utf8",
                            {"“" + name + "”不是 UTF-8：第 " + at + " 字节（从 0 起）",
                             "“" + name + "” is not UTF-8: byte " + at + ", counted from 0"},
                            name));
  }
  return bytes;
}

std::string_view bytes_of(const void* bytes, std::size_t size, const char* argument) {
  if (size == 0) return {};
  if (bytes == nullptr) refuse_null(argument);
  return {static_cast<const char*>(bytes), size};
}

Limits limits_of(const mingze_limits* limits) {
  return limits == nullptr ? Limits{} : known(limits, "limits")->limits;
}

Format format_of(mingze_format format) {
  constexpr std::array all{Format::terminal, Format::json,  Format::tsv,
                           Format::html,     Format::docx,  Format::xlsx,
                           Format::junit,    Format::sarif, Format::dot};
  static_assert(all.size() == MINGZE_FORMAT_DOT + 1);
  return nth_of(all, format, "format");
}

DataFormat data_format_of(mingze_data format) {
  constexpr std::array all{DataFormat::json, DataFormat::jsonl, DataFormat::csv, DataFormat::tsv,
                           DataFormat::sqlite};
  static_assert(all.size() == MINGZE_DATA_SQLITE + 1);
  return nth_of(all, format, "format");
}

Language language_of(mingze_language language) {
  constexpr std::array all{Language::zh, Language::en};
  return nth_of(all, language, "language");
}

}  // namespace mingze::capi
