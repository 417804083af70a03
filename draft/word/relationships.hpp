// Which part of a package is what: the main text, its styles, numbers and notes.
#pragma once

#include <map>
#include <string>

#include "draft/word/zip_package.hpp"
#include "engine/base/result.hpp"

namespace mingze::draft {

/// From the last word of a relationship's type (officeDocument, styles, …) to the part's path. Of
/// several with one type the first counts; targets outside the package are left out.
using PartsByType = std::map<std::string, std::string, std::less<>>;

/// The same by type and by id.
struct Relationships {
  PartsByType by_type;
  std::map<std::string, std::string, std::less<>> by_id;
};

/// What `part` refers to; for "" the package itself. Without relationships the map is empty.
[[nodiscard]] Result<PartsByType> relationships_of(ZipPackage& package, const std::string& part,
                                                   const std::string& name);

[[nodiscard]] Result<Relationships> all_relationships_of(ZipPackage& package,
                                                         const std::string& part,
                                                         const std::string& name);

}  // namespace mingze::draft
