// The one door to the world's files; tests hand in files that exist only in memory.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"

namespace mingze {

enum class PathKind { missing, file, folder };

/// Writes a document, part by part.
using Producer = std::function<void(std::ostream&)>;
/// Fills the empty file at a path; says what went wrong, whatever its subject.
using Filler = std::function<std::optional<Failure>(const std::string& path)>;

/// Where bytes come from and go to. Paths are as the user wrote them; `-` is standard input.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  [[nodiscard]] virtual PathKind kind(const std::string& path) const = 0;
  /// Whether a walk through folders leaves it alone: a link to a folder, a pipe, a device.
  [[nodiscard]] virtual bool is_special(const std::string& path) const;
  /// All bytes of a file. A failure's subject is the path.
  [[nodiscard]] virtual Result<std::string> read(const std::string& path) const = 0;
  /// The names (not paths) of what a folder holds, sorted by bytes.
  [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;
  /// Replaces a file by what `produce` writes, as a whole: readers see the old bytes or the new
  /// ones, never a part.
  [[nodiscard]] virtual std::optional<Failure> write(const std::string& path,
                                                     const Producer& produce) const = 0;
  /// The same with what can write to a file of this machine alone. It fills one of its own first.
  [[nodiscard]] virtual std::optional<Failure> fill(const std::string& path,
                                                    const Filler& filler) const;
  /// At most so many bytes, the first of a file.
  [[nodiscard]] virtual Result<std::string> read_first(const std::string& path,
                                                       std::size_t bytes) const;
  /// Makes a folder and those around it, where they are not there yet.
  [[nodiscard]] virtual std::optional<Failure> make_folder(const std::string& path) const;
};

/// The files of this machine.
class DiskFiles final : public FileSystem {
 public:
  [[nodiscard]] PathKind kind(const std::string& path) const override;
  [[nodiscard]] bool is_special(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  [[nodiscard]] Result<std::string> read_first(const std::string& path,
                                               std::size_t bytes) const override;
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override;
  [[nodiscard]] std::optional<Failure> fill(const std::string& path,
                                            const Filler& filler) const override;
  [[nodiscard]] std::optional<Failure> make_folder(const std::string& path) const override;
};

/// Files by path, `/` between folders.
class MemoryFiles final : public FileSystem {
 public:
  MemoryFiles() = default;
  MemoryFiles(std::initializer_list<std::pair<const std::string, std::string>> files)
      : files_(files) {}
  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }

  [[nodiscard]] PathKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override;

 private:
  mutable std::map<std::string, std::string> files_;
};

/// `folder/name`; the name alone where it is absolute or the folder is empty.
[[nodiscard]] std::string join_path(const std::string& folder, const std::string& name);
/// The folder part of a path; empty where there is none.
[[nodiscard]] std::string folder_of(const std::string& path);
/// The last part of a path.
[[nodiscard]] std::string name_of(const std::string& path);
/// Without `.` and `..` where they can be resolved without looking: two spellings of one path.
[[nodiscard]] std::string normal_path(const std::string& path);

}  // namespace mingze
