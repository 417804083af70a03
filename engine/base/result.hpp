// The world's failure (a file, an encoding) as a value.
#pragma once

#include <utility>
#include <variant>

#include "engine/base/diagnostic.hpp"

namespace mingze {

/// What went wrong outside the program: which thing (`subject`, a path), and what to do about it.
/// `code` is stable, in kebab case, and in the catalogue (`mingze codes`).
struct Failure {
  Failure(std::string the_code, std::string the_subject, Message the_message)
      : code(std::move(the_code)),
        subject(std::move(the_subject)),
        message(std::move(the_message)) {}

  std::string code;
  std::string subject;
  Message message;
};

/// A value or a failure. `value()` may be called only when `ok()`.
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT: implicit by design
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] T& value() { return std::get<T>(state_); }
  [[nodiscard]] const T& value() const { return std::get<T>(state_); }
  [[nodiscard]] const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace mingze
