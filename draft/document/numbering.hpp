// Numbers that structure a text: 第一章 一、 （一） 1. （1） ① 第三条.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingze::draft {

[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Kinds of numbers, outermost first; a text may leave out any of them.
enum class NumberKind : std::uint8_t {
  part,           ///< 第一部分, 第一编
  chapter,        ///< 第一章
  division,       ///< 第一节
  article,        ///< 第一条
  han,            ///< 一、
  han_bracket,    ///< （一）
  digit,          ///< 1. 1、
  decimal,        ///< 1.1
  deep_decimal,   ///< 1.1.1, 1.1.1.1
  digit_bracket,  ///< （1） 1）
  circled,        ///< ①
};

struct Number {
  NumberKind kind = NumberKind::han;
  std::uint32_t value = 0;
  std::uint32_t length = 0;  ///< folded characters, its marks included
  bool operator==(const Number&) const = default;
};

/// The number a folded line begins with, if any.
[[nodiscard]] std::optional<Number> read_number(std::u32string_view folded);

/// The value of a Chinese or Arabic number up to 9999; nothing if it is none.
[[nodiscard]] std::optional<std::uint32_t> number_value(std::u32string_view folded);

/// A value in the writing of a kind, without marks: 三, 3, ③.
[[nodiscard]] std::u32string written_number(NumberKind kind, std::uint32_t value);

}  // namespace mingze::draft
