#include "draft/sheet/cell_value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/base/date.hpp"

namespace mingze::draft {

namespace {

constexpr std::int32_t day_zero_1900 = -25569;  // 1899-12-30 in days since 1970
constexpr std::int32_t day_zero_1904 = -24107;  // 1904-01-01
constexpr double last_day = 2'900'000;          // beyond the year 9000
constexpr double largest_whole = 1e15;
constexpr int shown_digits = 11;  // what a column of ordinary width shows

std::optional<double> number_of(const std::string& stored) {
  double value = 0;
  const char* end = stored.data() + stored.size();
  const auto [stop, error] = std::from_chars(stored.data(), end, value);
  const bool whole = error == std::errc{} && stop == end && std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

bool is_date_format(unsigned number) {
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
         (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

bool is_date_code(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == ']') bracketed = c == '[';
    if (c == '\\' || c == '_') ++i;
    const bool day = c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'm' || c == 'M';
    if (day && !bracketed) return true;
  }
  return false;
}

std::string shown_number(const std::string& stored) {
  const auto value = number_of(stored);
  if (!value) return stored;
  if (std::floor(*value) == *value && std::abs(*value) < largest_whole)
    return std::to_string(static_cast<long long>(*value));
  std::array<char, 64> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), *value,
                                     std::chars_format::general, shown_digits);
  return {digits.data(), written.ptr};
}

std::string shown_date(const std::string& stored, bool from_1904) {
  const auto value = number_of(stored);
  if (!value || *value < 1 || *value > last_day) return shown_number(stored);
  const auto day = static_cast<std::int32_t>(*value);
  return to_string(Date{day + (from_1904 ? day_zero_1904 : day_zero_1900)});
}

}  // namespace mingze::draft
