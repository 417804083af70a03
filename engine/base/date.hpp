// Calendar dates as days, and the half-open periods in which something is in force.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingze {

/// Days since 1970-01-01 (proleptic Gregorian calendar); years 0001 to 9999.
struct Date {
  std::int32_t days = 0;
  auto operator<=>(const Date&) const = default;
};

/// Reads `2026-11-23`; nothing if it has another form or is no day of the calendar.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// Writes `2026-11-23`.
[[nodiscard]] std::string to_string(Date date);
/// Whether the text has the form of a date, be it a real day or not.
[[nodiscard]] bool looks_like_date(std::string_view text);

/// [from, until): open where absent.
struct Period {
  std::optional<Date> from;
  std::optional<Date> until;
  [[nodiscard]] bool contains(Date date) const {
    return (!from || *from <= date) && (!until || date < *until);
  }
  [[nodiscard]] bool always() const { return !from && !until; }
  bool operator==(const Period&) const = default;
};

}  // namespace mingze
