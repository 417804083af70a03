// What the handles of mingze.h stand for, and the table that knows them. A handle is a number in
// the shape of a pointer; it is looked up, never followed. So a handle that was freed, is of
// another kind, or is garbage is noticed, and what it stood for lives on while a call uses it.
#pragma once

#include <cstdint>
#include <memory>
#include <mingze/mingze.hpp>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <variant>

#include <mingze/mingze.h>

namespace mingze::capi {

/// Something that a handle stands for.
struct Thing {
  Thing() = default;
  Thing(const Thing&) = delete;
  Thing& operator=(const Thing&) = delete;
  virtual ~Thing() = default;
};

/// Puts a thing into the table; its handle is never 0, and no other thing had it before.
[[nodiscard]] std::uintptr_t enter(std::shared_ptr<Thing> thing);
/// What a handle stands for; null where it stands for nothing.
[[nodiscard]] std::shared_ptr<Thing> look_up(const void* handle) noexcept;
/// Takes a handle out of the table and returns what it stood for, so that this ends outside the
/// table's lock. Null where it stands for nothing.
[[nodiscard]] std::shared_ptr<Thing> take_out(const void* handle) noexcept;
/// How many handles there are.
[[nodiscard]] std::uint64_t count() noexcept;

/// Puts a thing into the table and returns its handle in the shape that mingze.h gives it.
template <typename Kind>
Kind* handle_of(std::shared_ptr<Kind> thing) {
  return reinterpret_cast<Kind*>(enter(std::move(thing)));  // NOLINT(performance-no-int-to-ptr)
}
/// What a handle of this kind stands for; null where it is of another kind or stands for nothing.
template <typename Kind>
std::shared_ptr<Kind> find(const Kind* handle) noexcept {
  return std::dynamic_pointer_cast<Kind>(look_up(static_cast<const void*>(handle)));
}

}  // namespace mingze::capi

struct mingze_engine final : mingze::capi::Thing {
  explicit mingze_engine(mingze::Engine the_engine) : engine(std::move(the_engine)) {}
  mingze::Engine engine;
  std::shared_mutex turn;  ///< shared by those who read, alone for who changes
};

struct mingze_limits final : mingze::capi::Thing {
  explicit mingze_limits(mingze::Limits the_limits) : limits(std::move(the_limits)) {
    limits.stop = stop.get_token();
  }
  std::stop_source stop;
  mingze::Limits limits;
};

struct mingze_report final : mingze::capi::Thing {
  using Any =
      std::variant<mingze::Answers, mingze::Explanation, mingze::WhyNot, mingze::DraftCheck>;
  explicit mingze_report(Any the_report) : report(std::move(the_report)) {}
  const Any report;
};

struct mingze_text final : mingze::capi::Thing {
  explicit mingze_text(std::string the_bytes) : bytes(std::move(the_bytes)) {}
  const std::string bytes;
};

struct mingze_error final : mingze::capi::Thing {
  mingze_error(mingze_status the_status, mingze::Error the_error, std::string the_json)
      : status(the_status), error(std::move(the_error)), json(std::move(the_json)) {}
  const mingze_status status;
  const mingze::Error error;
  const std::string json;
};
