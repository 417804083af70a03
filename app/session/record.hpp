// A resolution as it was: the data that it stood on, what was decided and what was found.
#pragma once

#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/session/run.hpp"
#include "engine/base/files.hpp"
#include "report/diff_report.hpp"

namespace mingze::app {

/// As `mingze resolve --record` writes it: lines of words separated by tabs. Names are ids, so that
/// another label changes nothing.
struct Record {
  /// A decision, and the roles and ids of its key.
  struct Key {
    std::string decision;
    std::vector<std::pair<std::string, std::string>> key;
    auto operator<=>(const Key&) const = default;
  };
  /// A finding by its code and its fingerprint.
  using FindingKey = std::pair<std::string, std::string>;

  Date as_of;
  /// The files of data that were read, as the program names them (or RELATION.tsv), in order.
  std::vector<std::pair<std::string, std::string>> data;
  std::map<Key, std::vector<std::string>> decided;  ///< the values of each key that has some
  std::map<FindingKey, std::string> findings;       ///< with what was said
};

/// `workspace` read the program that came to this. The data of built-in packs are left out.
void write_record(std::ostream& out, const Workspace& workspace, const Prepared& prepared,
                  const Evaluation& evaluation);
/// A failure says in which line `text` is no record.
[[nodiscard]] Result<Record> read_record(const std::string& path, const std::string& text);

/// Files with those of a record among them.
class RecordedFiles final : public FileSystem {
 public:
  RecordedFiles(const FileSystem& files, const Record& record);

  /// Folders for `--facts`: the program reads the recorded data there.
  [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }

  [[nodiscard]] PathKind kind(const std::string& path) const override;
  [[nodiscard]] bool is_special(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  [[nodiscard]] std::optional<Failure> write(const std::string& path,
                                             const Producer& produce) const override;

 private:
  [[nodiscard]] const FileSystem& of(const std::string& path) const;

  const FileSystem& files_;
  MemoryFiles recorded_;
  std::vector<std::string> folders_;
};

/// What differs between what was recorded and what a program comes to over the same data.
[[nodiscard]] report::DiffScene differences(const Record& record, const Workspace& workspace,
                                            const Prepared& prepared, const Evaluation& evaluation);

}  // namespace mingze::app
