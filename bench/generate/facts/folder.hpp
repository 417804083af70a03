// A folder of facts as tab-separated files without a head: what every engine in bench/workloads
// reads.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace mingze::bench {

/// The rows of one file in the order in which they were added, each once.
class Rows {
 public:
  /// False if the row is there already.
  bool add(std::initializer_list<std::string_view> fields);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const std::deque<std::string>& rows() const { return rows_; }

 private:
  std::deque<std::string> rows_;  // whose places do not change: `known_` looks into them
  std::unordered_set<std::string_view> known_;
};

class Folder {
 public:
  /// The rows of NAME.tsv; a file without rows is written too.
  Rows& file(const std::string& name) { return files_[name]; }
  [[nodiscard]] const std::map<std::string, Rows>& files() const { return files_; }
  /// Writes all files; false where one cannot be written.
  [[nodiscard]] bool write(const std::filesystem::path& folder) const;

 private:
  std::map<std::string, Rows> files_;
};

/// PREFIX and the number in at least `width` digits: p07.
[[nodiscard]] std::string numbered(std::string_view prefix, std::size_t number,
                                   std::size_t width = 1);

}  // namespace mingze::bench
