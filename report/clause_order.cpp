#include "report/clause_order.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/base/utf8.hpp"

namespace mingze::report {

namespace {

constexpr std::uint64_t most = 1'000'000'000;

/// One number as it is read from left to right.
class Number {
 public:
  /// Whether the character goes on with the number.
  bool take(char32_t point) {
    if (point >= U'０' && point <= U'９') point = point - U'０' + U'0';
    if (point >= U'0' && point <= U'9') return digit(point - U'0');
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    if (const auto at = digits.find(point); at != digits.npos) return digit(at);
    if (point == U'零') return digit(0);
    constexpr std::u32string_view units = U"十百千";
    const auto at = units.find(point);
    if (at == units.npos) return false;
    std::uint64_t unit = 10;
    for (std::size_t i = 0; i < at; ++i) unit *= 10;
    sum_ = std::min(most, sum_ + (last_ == 0 ? 1 : last_) * unit);
    last_ = 0;
    return any_ = true;
  }
  [[nodiscard]] std::optional<std::uint64_t> end() {
    const auto value = any_ ? std::optional(std::min(most, sum_ + last_)) : std::nullopt;
    *this = Number();
    return value;
  }

 private:
  bool digit(std::uint64_t value) {
    last_ = std::min(most, last_ * 10 + value);
    return any_ = true;
  }

  std::uint64_t sum_ = 0;
  std::uint64_t last_ = 0;
  bool any_ = false;
};

}  // namespace

std::vector<std::uint64_t> numbers_in(std::string_view clause) {
  std::vector<std::uint64_t> out;
  Number number;
  const auto end = [&] {
    if (const auto value = number.end()) out.push_back(*value);
  };
  for (const char32_t point : to_code_points(clause))
    if (!number.take(point)) end();
  end();
  return out;
}

bool clause_before(std::string_view a, std::string_view b) {
  const auto left = numbers_in(a);
  const auto right = numbers_in(b);
  return left != right ? left < right : a < b;
}

}  // namespace mingze::report
