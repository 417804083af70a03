// Zip files that are no Word text: what they are instead.
#pragma once

#include <string>

#include "draft/word/zip_package.hpp"

namespace mingze::draft {

/// What a package is that holds no Word text, by its parts, and what to do about it. `main_part`:
/// where its relationships say that the document is; empty where they don't.
[[nodiscard]] Failure no_word_text(ZipPackage& package, const std::string& main_part,
                                   const std::string& name);

}  // namespace mingze::draft
