// Which files a run has read, so that its output replaces none of them.
#pragma once

#include <mutex>
#include <set>

#include "engine/base/files.hpp"

namespace mingze::app {

/// Whether two paths lead to one file.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

/// Files of another system, with a memory of those that were read. Threads may read at once.
class RememberedFiles final : public FileSystem {
 public:
  /// `files` must outlive it.
  explicit RememberedFiles(const FileSystem& files) : files_(files) {}

  /// Whether a path leads to a file that was read, by whatever name; not of pipes and devices.
  [[nodiscard]] bool was_read(const std::string& path) const;

  [[nodiscard]] PathKind kind(const std::string& path) const override { return files_.kind(path); }
  [[nodiscard]] bool is_special(const std::string& path) const override {
    return files_.is_special(path);
  }
  [[nodiscard]] Result<std::string> read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
    return files_.list(folder);
  }
  [[nodiscard]] Result<std::string> read_first(const std::string& path,
                                               std::size_t bytes) const override {
    return files_.read_first(path, bytes);
  }
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override {
    return files_.write(path, produce);
  }
  [[nodiscard]] std::optional<Failure> fill(const std::string& path,
                                            const Filler& filler) const override {
    return files_.fill(path, filler);
  }
  [[nodiscard]] std::optional<Failure> make_folder(const std::string& path) const override {
    return files_.make_folder(path);
  }

 private:
  const FileSystem& files_;
  mutable std::mutex guard_;
  mutable std::set<std::string> read_;
};

}  // namespace mingze::app
