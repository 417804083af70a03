// From what the passes tell to errors of the interface.
#pragma once

#include <exception>
#include <new>
#include <utility>

#include <mingze/result.hpp>

#include "app/session/problems.hpp"
#include "engine/base/meter.hpp"
#include "engine/base/sources.hpp"

namespace mingze::v1 {

[[nodiscard]] inline Message message_of(const mingze::Message& message) {
  return {message.zh, message.en};
}
[[nodiscard]] Severity severity_of(mingze::Severity severity);
/// Without a file where the span is invalid.
[[nodiscard]] Place place_of(Span span, const Sources& sources);

/// One failure. `kind`: what its caller has to do about it.
[[nodiscard]] Error error_of(const Failure& failure, ErrorKind kind = ErrorKind::invalid);
/// All problems of a run: the diagnostics in their order, then what can't be read.
[[nodiscard]] Error error_of(app::Problems problems, const Sources& sources);
[[nodiscard]] Error error_of(const Interrupted& interrupted);
/// What stands behind an exception that nobody expected.
[[nodiscard]] Error fault(const char* what) noexcept;
[[nodiscard]] Error no_memory() noexcept;

/// What `work` comes to; what is thrown on the way becomes an error.
template <typename R, typename Work>
[[nodiscard]] R guarded(Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Interrupted& interrupted) {
    return error_of(interrupted);
  } catch (const std::bad_alloc&) {
    return no_memory();
  } catch (const std::exception& exception) {
    return fault(exception.what());
  }
}

}  // namespace mingze::v1
