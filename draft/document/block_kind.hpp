// What a paragraph without a number is for: text, or the apparatus of an official notice.
#pragma once

#include <string_view>

#include "draft/document/outline.hpp"

namespace mingze::draft {

/// Kind of a folded paragraph without a number. `before_numbers`: no numbered block stands above.
[[nodiscard]] BlockKind kind_of_paragraph(std::u32string_view folded, bool before_numbers);

/// A line of a table of contents: dots lead to its page.
[[nodiscard]] bool is_contents_line(std::u32string_view folded);
/// Whether a heading announces aims, principles, background, conditions or definitions.
[[nodiscard]] bool is_heading_of_aims(std::u32string_view heading);
/// 准备阶段（3月底前）: a heading that says when, and not what, is done.
[[nodiscard]] bool is_heading_of_phase(std::u32string_view heading);
/// Whether the title of an annex promises tasks, and not indicators, forms or names.
[[nodiscard]] bool is_title_of_tasks(std::u32string_view title);
/// Whether a heading announces a list of persons or members.
[[nodiscard]] bool is_heading_of_people(std::u32string_view heading);

}  // namespace mingze::draft
