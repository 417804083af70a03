// Word classes of official Chinese that the passes share. Small tables of general words: no name of
// a department, place or text stands here, those come from the register.
#pragma once

#include <cstddef>
#include <string_view>

#include "draft/document/numbering.hpp"
#include "draft/document/word_set.hpp"

namespace mingze::draft {

[[nodiscard]] inline bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'<';
}
[[nodiscard]] inline bool is_closing(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U'>';
}
/// 。 ； ！ ？
[[nodiscard]] inline bool is_sentence_end(char32_t c) {
  return c == U'。' || c == U';' || c == U'!' || c == U'?';
}

/// Marks that a text may set beside the names of those who lead.
inline constexpr std::u32string_view lead_marks = U"★☆*※▲△●◆■";
[[nodiscard]] inline bool is_lead_mark(char32_t c) {
  return lead_marks.find(c) != std::u32string_view::npos;
}

/// Endings of the names of bodies. `strict` ones say so even in running text.
[[nodiscard]] bool ends_like_body(std::u32string_view name, bool strict);
/// Endings of the offices and divisions of bodies, and of companies: 处, 科, 站, 中心.
[[nodiscard]] bool ends_like_office(std::u32string_view name);
/// 高等, 平等, 初等 …: a 等 that does not end a list. `at` is where the 等 stands.
[[nodiscard]] bool is_list_etc(std::u32string_view text, std::size_t at);

/// Each and every member of a class: 各地区, 各级人民政府, 各县（市、区）人民政府.
[[nodiscard]] bool is_collective_name(std::u32string_view name);
/// Nobody by name: 有关部门, 相关单位, 行业主管部门.
[[nodiscard]] bool is_vague_name(std::u32string_view name);
/// 分管副市长, 副县长, 总河长: an office that one person holds.
[[nodiscard]] bool is_office_holder(std::u32string_view name);

/// 城关镇, 河西街道: one town or street by its name.
[[nodiscard]] bool is_town(std::u32string_view name);
/// 你局, 我委, 本院: the body that the text is written to, or that writes it.
[[nodiscard]] bool is_addressed_body(std::u32string_view name);
/// 行业主管部门, 主管部门: one body that is not told, as against everybody concerned.
[[nodiscard]] bool is_untold_body(std::u32string_view name);

}  // namespace mingze::draft
