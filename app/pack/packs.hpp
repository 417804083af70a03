// The rules that are built into the program: one archive of packs, made when it is built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingze::app {

/// One file of a pack. `module` is the tree of a program file (dsl/ast/archive); data has none.
struct PackedFile {
  std::string_view path;  ///< from the root of the project, `/` between folders
  std::string_view text;
  std::string_view module;
  /// Holds the pack's own tests (`tests.mz`, `…_test.mz`): only `mingze test` needs it.
  [[nodiscard]] bool is_tests() const {
    return path.ends_with("/tests.mz") || path.ends_with("_test.mz");
  }
};

struct Pack {
  std::string_view name;     ///< of its folder
  std::string_view version;  ///< of its `pack` statement, or empty
  std::vector<PackedFile> files;
};

/// Packs of an archive, by name. What they refer to lies in the archive, which must outlive them.
class Packs {
 public:
  Packs() = default;
  /// An archive that is not one gives no packs.
  explicit Packs(std::string_view archive);

  [[nodiscard]] const std::vector<Pack>& all() const { return packs_; }
  [[nodiscard]] const Pack* find(std::string_view name) const;
  /// What all of them come to (app/session/image); may be empty.
  [[nodiscard]] std::string_view image() const { return image_; }
  /// A file by its path, or nothing.
  [[nodiscard]] const PackedFile* file(std::string_view path) const;

 private:
  std::vector<Pack> packs_;
  std::string_view image_ = {};
};

/// Writes what `Packs` reads.
[[nodiscard]] std::string archive_of(const std::vector<Pack>& packs, std::string_view image = {});

}  // namespace mingze::app
