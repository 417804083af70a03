#include "app/cli/remembered_files.hpp"

#include <algorithm>
#include <filesystem>

namespace mingze::app {

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return normal_path(a) == normal_path(b) || std::filesystem::equivalent(a, b, ignored);
}

bool RememberedFiles::was_read(const std::string& path) const {
  if (kind(path) != PathKind::file || is_special(path)) return false;
  const std::scoped_lock lock(guard_);
  return std::any_of(read_.begin(), read_.end(),
                     [&](const std::string& read) { return is_same_file(path, read); });
}

Result<std::string> RememberedFiles::read(const std::string& path) const {
  if (path != "-") {
    const std::scoped_lock lock(guard_);
    read_.insert(path);
  }
  return files_.read(path);
}

}  // namespace mingze::app
