// The shape of one line, as far as its characters tell.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft/document/wrap.hpp"

namespace mingze::draft {

/// Shape of a folded line that is not empty; range, width and surroundings are the caller's.
[[nodiscard]] LineShape line_shape(std::u32string_view folded);

/// Number of characters at the start of a folded line that are Markdown marks (#, >).
[[nodiscard]] std::uint32_t markdown_marks(std::u32string_view folded);

/// Whether a folded line is nothing but a page number between dashes (— 3 —, 第3页).
[[nodiscard]] bool is_page_number(std::u32string_view folded);

/// Whether bars part a folded line into cells, with or without one at its edges (甲｜乙｜丙).
[[nodiscard]] bool parts_cells(std::u32string_view folded);

/// Length of a label with its colon (责任单位：) or its brackets (【责任单位】) at the start, or 0.
/// It names the part that bodies have, or a deadline.
[[nodiscard]] std::uint32_t label_length(std::u32string_view folded);

}  // namespace mingze::draft
