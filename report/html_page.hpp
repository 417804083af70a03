// What every page has around its content: one file that needs no other and asks for none.
#pragma once

#include <iosfwd>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "report/page_assets.hpp"

namespace mingze::report {

struct HtmlPage {
  std::string title;  ///< plain text
  Language language = Language::zh;
  PageAsset style;
  PageAsset script = {};  ///< empty: the page has none
};

/// Everything up to the content of the body. The page's security policy forbids every request and
/// admits this style sheet and this script alone, so that nothing in the content can run.
void begin_page(std::ostream& out, const HtmlPage& page);
/// Everything after the content.
void end_page(std::ostream& out, const HtmlPage& page);

/// Base64 of bytes given in hexadecimal, as security policies write digests.
[[nodiscard]] std::string base64_of_hex(std::string_view hex);

}  // namespace mingze::report
