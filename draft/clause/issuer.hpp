// Title and issuer of a text, as far as it tells.
#pragma once

#include <string>

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

/// What the name of a text's file, without folder and ending, tells of its issuer: a place at its
/// start, or one that the register knows anywhere in it.
[[nodiscard]] Issuer issuer_in_name(const std::string& name, const Lexicon& lexicon);

}  // namespace mingze::draft
