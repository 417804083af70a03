// How every function of mingze.h runs: it takes its arguments through these, and what goes wrong is
// thrown to `call`, which turns it into a status and an error. Nothing is thrown out of it.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>

#include "app/capi/handles.hpp"

namespace mingze::capi {

/// A mistake of the program that calls. `argument`: its name in mingze.h.
struct Misuse {
  std::string code;
  Message message;
  std::string argument;
};
[[noreturn]] void refuse_null(const char* argument);
[[noreturn]] void refuse_handle(const char* argument);
[[noreturn]] void refuse_number(const char* argument, std::int64_t number);

/// An error of kind invalid, with its report.
[[nodiscard]] Error invalid(std::string code, Message message, std::string subject);

/// Turns the exception that is being handled into a status, and an error where one is asked for.
[[nodiscard]] mingze_status tell(mingze_error** error) noexcept;

template <typename Body>
mingze_status call(mingze_error** error, const Body& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    body();
    return MINGZE_OK;
  } catch (...) {
    return tell(error);
  }
}

/// Where a result goes: cleared at once, so that it is null where the call fails.
template <typename Kind>
class Out {
 public:
  Out(Kind** where, const char* argument) : Out(where) {
    if (where == nullptr) refuse_null(argument);
  }
  /// One that may be null.
  explicit Out(Kind** where) : where_(where) {
    if (where != nullptr) *where = nullptr;
  }
  [[nodiscard]] bool wanted() const noexcept { return where_ != nullptr; }
  template <typename Value>
  void give(Value&& value) const {
    if (wanted()) *where_ = handle_of(std::make_shared<Kind>(std::forward<Value>(value)));
  }

 private:
  Kind** where_;
};

/// Where a number goes, likewise.
template <typename Number>
class NumberOut {
 public:
  NumberOut(Number* where, const char* argument) : NumberOut(where) {
    if (where == nullptr) refuse_null(argument);
  }
  explicit NumberOut(Number* where) : where_(where) {
    if (where != nullptr) *where = 0;
  }
  void give(Number value) const noexcept {
    if (where_ != nullptr) *where_ = value;
  }

 private:
  Number* where_;
};

/// What a handle stands for, for as long as the call lasts.
template <typename Kind>
std::shared_ptr<Kind> known(const Kind* handle, const char* argument) {
  if (handle == nullptr) refuse_null(argument);
  std::shared_ptr<Kind> thing = find(handle);
  if (!thing) refuse_handle(argument);
  return thing;
}

/// While it lives, this thread is inside a visitor, and may use no engine and no report: they might
/// wait for what the visit holds.
class Visiting {
 public:
  Visiting() noexcept;
  Visiting(const Visiting&) = delete;
  Visiting& operator=(const Visiting&) = delete;
  ~Visiting();
  /// Throws Misuse inside a visitor.
  static void refuse_inside();
};

/// An engine that is read beside others who read it.
class Reading {
 public:
  explicit Reading(const mingze_engine* handle);
  const Engine* operator->() const noexcept { return &thing_->engine; }

 private:
  std::shared_ptr<mingze_engine> thing_;
  std::shared_lock<std::shared_mutex> turn_;
};

/// An engine that nobody else uses meanwhile.
class Changing {
 public:
  explicit Changing(mingze_engine* handle);
  Engine* operator->() const noexcept { return &thing_->engine; }

 private:
  std::shared_ptr<mingze_engine> thing_;
  std::unique_lock<std::shared_mutex> turn_;
};

/// An argument that is text; must be given and UTF-8.
[[nodiscard]] std::string_view text_of(const char* text, const char* argument);
/// One that may be null, which is empty.
[[nodiscard]] std::string_view text_or_empty(const char* text, const char* argument);
[[nodiscard]] std::string_view bytes_of(const void* bytes, std::size_t size, const char* argument);
/// No limits where the handle is null.
[[nodiscard]] Limits limits_of(const mingze_limits* limits);
[[nodiscard]] Format format_of(mingze_format format);
[[nodiscard]] DataFormat data_format_of(mingze_data format);
[[nodiscard]] Language language_of(mingze_language language);

}  // namespace mingze::capi
