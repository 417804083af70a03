/// \file
/// Errors as values. Nothing in the library throws but what is asked to: Result::value.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <mingze/config.hpp>

MINGZE_BEGIN

/// The languages that messages and reports are written in.
enum class Language {
  zh,  ///< Chinese
  en,  ///< English
};

/// One message in both languages, UTF-8. `en` and `zh` are written beside each other, so neither is
/// a translation that lags behind.
struct Message {
  std::string zh;  ///< Chinese
  std::string en;  ///< English
  /// The text in a language. Valid as long as the message.
  [[nodiscard]] std::string_view in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }
  bool operator==(const Message&) const = default;
};

/// How bad something is.
enum class Severity {
  error,    ///< it has to be corrected
  warning,  ///< it is likely to be wrong
  note,     ///< good to know
};

/// Words in a text: of a program, of data, or of a draft.
struct Place {
  std::string file;          ///< as it was named when it was loaded; empty: there is no place
  std::uint64_t line = 0;    ///< from 1; of a database the rowid
  std::uint32_t column = 0;  ///< in characters (code points), from 1
  std::uint32_t begin = 0;   ///< in bytes of the text, from 0
  std::uint32_t end = 0;  ///< in bytes; the byte at `end` is the first that does not belong to it
  bool operator==(const Place&) const = default;
};

/// Something wrong with a text, and what to do about it. `code` is stable (docs/diagnostics.md).
struct Diagnostic {
  std::string code;                     ///< in kebab case: "unknown-name"
  Severity severity = Severity::error;  ///< how bad it is
  Message message;                      ///< what is wrong
  Place place;                          ///< where
  std::vector<Message> notes;           ///< why it matters, what to do

  /// A further place that belongs to it.
  struct Related {
    Message message;  ///< what stands there
    Place place;      ///< where
    bool operator==(const Related&) const = default;
  };
  std::vector<Related> related;  ///< may be empty

  /// What the words at a place could be replaced with.
  struct Repair {
    Message message;          ///< what it does
    Place place;              ///< what is replaced
    std::string replacement;  ///< by what; may be empty
    bool operator==(const Repair&) const = default;
  };
  std::vector<Repair> repairs;  ///< may be empty
  bool operator==(const Diagnostic&) const = default;
};

/// What kind of thing went wrong, for whoever decides by it; `Error::code` says it more closely.
enum class ErrorKind {
  invalid,       ///< programs, data, names or arguments are wrong: correct the input
  unavailable,   ///< a file can't be read or written
  not_resolved,  ///< answers were asked for before `resolve`, or after a change without another one
  stopped,       ///< the caller's stop token asked for it
  limit,         ///< a limit of time, tuples or memory was reached
  internal,      ///< a fault of the library, or no memory; report the former
};

/// Why something could not be done. Nothing was changed by what failed, unless the function says
/// otherwise.
struct Error {
  ErrorKind kind = ErrorKind::invalid;  ///< what kind of thing went wrong
  std::string code;                     ///< stable, kebab case: docs/diagnostics.md
  Message message;      ///< what is wrong and what to do; of several diagnostics the first error
  std::string subject;  ///< a path or name that it is about; may be empty
  std::vector<Diagnostic> diagnostics;  ///< all that is wrong, by file and place; may be empty

  /// Everything, as `mingze` prints it on a terminal (without colour): several lines, the words at
  /// fault underlined where the text is at hand.
  std::string report_zh;
  std::string report_en;  ///< the same in English
  /// The report in a language. Valid as long as the error.
  [[nodiscard]] std::string_view report(Language language) const noexcept {
    return language == Language::zh ? report_zh : report_en;
  }
};

/// What Result::value throws. `what()` is the report in English; valid as long as the exception.
class MINGZE_API Exception : public std::runtime_error {
 public:
  explicit Exception(Error error);         ///< of an error
  Exception(const Exception&);             ///< a copy
  Exception& operator=(const Exception&);  ///< a copy
  ~Exception() override;
  /// Valid as long as the exception.
  [[nodiscard]] const Error& error() const noexcept;

 private:
  Error error_;
};

namespace inside {
/// Throws Exception.
[[noreturn]] MINGZE_API void fail(const Error& error);
}  // namespace inside

/// A value, or why there is none.
///
///     if (auto lead = engine.decide("leads", key)) use(*lead);   // no exception is thrown
///     use(engine.decide("leads", key).value());                  // throws mingze::Exception
template <typename T>
class [[nodiscard]] Result {
 public:
  /// A value.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: as meant
  /// Why there is none.
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: as meant

  /// Whether there is a value.
  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  /// Whether there is a value.
  explicit operator bool() const noexcept { return ok(); }

  /// The value; throws Exception where there is none.
  T& value() & {
    if (!ok()) inside::fail(error());
    return *std::get_if<0>(&state_);
  }
  /// The same.
  const T& value() const& {
    if (!ok()) inside::fail(error());
    return *std::get_if<0>(&state_);
  }
  /// The same, of a result that is not kept.
  T value() && {
    if (!ok()) inside::fail(error());
    return std::move(*std::get_if<0>(&state_));
  }
  /// The value; only where `ok()`.
  [[nodiscard]] T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  /// The same.
  [[nodiscard]] const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  /// The same, of a result that is not kept; a value, so that `for (auto& x : *engine.names("x"))`
  /// goes through what is still there.
  [[nodiscard]] T operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  /// A member of the value; only where `ok()`.
  [[nodiscard]] T* operator->() noexcept { return std::get_if<0>(&state_); }
  /// The same.
  [[nodiscard]] const T* operator->() const noexcept { return std::get_if<0>(&state_); }
  /// Why there is no value; only where not `ok()`.
  [[nodiscard]] const Error& error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success, or why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;  ///< success
  /// Why not.
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: as meant

  /// Whether it succeeded.
  [[nodiscard]] bool ok() const noexcept { return !error_; }
  /// Whether it succeeded.
  explicit operator bool() const noexcept { return ok(); }
  /// Throws Exception where it failed.
  void value() const {
    if (error_) inside::fail(*error_);
  }
  /// Only where not `ok()`.
  [[nodiscard]] const Error& error() const noexcept { return *error_; }

 private:
  std::optional<Error> error_;
};

MINGZE_END
