// The style sheets and scripts of pages. They stand in report/page and are built in.
#pragma once

#include <string_view>

namespace mingze::report {

/// A style sheet or script, and its SHA-256 digest in hexadecimal.
struct PageAsset {
  std::string_view text;
  std::string_view sha256;
};

[[nodiscard]] PageAsset handbook_style();
[[nodiscard]] PageAsset check_style();
[[nodiscard]] PageAsset check_script();

}  // namespace mingze::report
