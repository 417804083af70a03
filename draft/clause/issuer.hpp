// Title and issuer of a text, as far as it tells.
#pragma once

#include "draft/clause/reading.hpp"
#include "draft/clause/text_view.hpp"
#include "draft/document/outline.hpp"

namespace mingze::draft {

struct Heading {
  Range title;  ///< empty when none is found
  Issuer issuer;
};

/// The title stands before the first number: the lines up to one that ends like an official
/// document (通知, 方案, 意见). The issuer stands at its start, or signs at the end.
[[nodiscard]] Heading read_heading(const TextView& text, const Outline& outline);

}  // namespace mingze::draft
