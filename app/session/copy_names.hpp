// What the copies of drafts are called that mingze writes.
#pragma once

#include <array>
#include <string>

#include "engine/base/diagnostic.hpp"

namespace mingze::app {

/// Stands between the draft's name and its ending: 草案-批注.docx.
struct CopySuffix {
  const char* zh;
  const char* en;
  [[nodiscard]] std::string in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

inline constexpr CopySuffix with_comments{"-批注", "-comments"};
inline constexpr CopySuffix with_repairs{"-修改稿", "-repaired"};
inline constexpr std::array<CopySuffix, 2> copy_suffixes{with_comments, with_repairs};

}  // namespace mingze::app
