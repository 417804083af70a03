// What is needed to write into the parts of a package by hand, so that all else stays as it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "draft/word/word_text.hpp"
#include "draft/word/zip_package.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

/// A part as text, to be written into: in UTF-8, else a failure that says so.
[[nodiscard]] Result<std::string> writable_part(ZipPackage& package, const std::string& part,
                                                const std::string& name);

/// A part with this XML at the end of its root.
[[nodiscard]] Result<std::string> with_last(ZipPackage& package, const std::string& part,
                                            const std::string& inner, const std::string& name);

/// A number that no mark of a part (change, bookmark, comment) has, nor any above it.
[[nodiscard]] Result<std::uint32_t> free_number(ZipPackage& package, const std::string& part,
                                                const std::string& name);

/// The names of Word's vocabulary in a main text.
struct WordNames {
  std::string prefix;       ///< w: of <w:r>
  std::string declaration;  ///< to stand in each tag, where the prefix does not hold everywhere
  bool is_strict = false;   ///< of the two vocabularies of ISO/IEC 29500
  [[nodiscard]] const char* vocabulary() const;
  /// <w:NAME w:id="ID" and what declares w.
  [[nodiscard]] std::string opening(const std::string& element, const std::string& id) const;
};

[[nodiscard]] WordNames names_of(const WordText& word, const std::string& main);

}  // namespace mingze::draft
