// The date of a text: in its signature, under its title, or in its number.
#pragma once

#include <optional>

#include "draft/clause/text_view.hpp"
#include "draft/document/outline.hpp"
#include "engine/base/date.hpp"

namespace mingze::draft {

struct IssueDate {
  Date date;
  Range where;
};

/// The day that stands in the signature (2021年9月9日, 二〇二一年九月九日) or alone on a line at the
/// head of the text; else the first of January of the year in the document's number (〔2021〕31号).
/// Nothing where the text tells neither: years that its words speak of say nothing about it.
[[nodiscard]] std::optional<IssueDate> read_issue_date(const TextView& text,
                                                       const Outline& outline);

}  // namespace mingze::draft
