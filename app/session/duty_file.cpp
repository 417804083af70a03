#include "app/session/duty_file.hpp"

#include <stdlib.h>  // NOLINT: mkdtemp is POSIX, not C++

#include <filesystem>

#include "engine/base/files.hpp"
#include "report/duty_table.hpp"

namespace mingze::app {

namespace {

/// A folder of its own for one run, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    std::string pattern = (parent / "mingze-XXXXXX").string();
    if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (made()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] bool made() const { return !path_.empty(); }
  [[nodiscard]] std::string file(const std::string& name) const { return join_path(path_, name); }

 private:
  std::string path_;
};

}  // namespace

Result<std::string> duties_xlsx(const report::CheckReport& report, Language language) {
  const TemporaryFolder folder;
  if (!folder.made())
    return Failure{"no-temporary-folder",
                   "xlsx",
                   {"没有可以写临时文件的文件夹；用 TMPDIR 指明一个",
                    "there is no folder for temporary files; name one by TMPDIR"}};
  const std::string path = folder.file("table.xlsx");
  if (auto wrong = report::write_duties_xlsx(path, report, language))
    return Failure{"xlsx-failed", "xlsx", *wrong};
  return DiskFiles().read(path);
}

}  // namespace mingze::app
