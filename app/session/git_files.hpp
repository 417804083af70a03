// The files of a revision in a git repository.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/base/files.hpp"

namespace mingze::app {

/// Reads paths that begin with the name of a revision out of the repository, and all others as they
/// are. Nothing is written there.
class GitFiles final : public FileSystem {
 public:
  /// The revision of the repository that `beside` (a file or a folder, or empty: where we are) lies
  /// in. A failure says what is wrong: no git, no repository, no such revision.
  [[nodiscard]] static Result<std::unique_ptr<GitFiles>> open(const FileSystem& files,
                                                              const std::string& revision,
                                                              const std::string& beside);

  /// The path under which the revision has what lies at `path` now, relative to where we are.
  [[nodiscard]] Result<std::string> path_of(const std::string& path) const;

  [[nodiscard]] PathKind kind(const std::string& path) const override;
  [[nodiscard]] bool is_special(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override;

 private:
  GitFiles(const FileSystem& files, const std::string& revision)
      : files_(files), prefix_("git:" + revision + "/") {}
  /// The path in the repository, or nothing where it is none of the revision's.
  [[nodiscard]] std::optional<std::string> inside(const std::string& path) const;

  const FileSystem& files_;
  std::string prefix_;  // of its paths: with the revision as the user wrote it
  std::string top_;     // the folder of the repository
  std::map<std::string, std::string> blobs_;  // by path in the repository: their objects
  std::set<std::string> folders_;
};

/// What `git:REVISION` or `git:REVISION:PATH` names; nothing where a name is none of these.
struct GitName {
  std::string revision;
  std::string path;  ///< may be empty
};
[[nodiscard]] std::optional<GitName> git_name(const std::string& name);

}  // namespace mingze::app
