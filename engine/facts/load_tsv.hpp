// Facts from tab-separated text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze {

/// Reads rows into a database: no header, one column per slot in the order of the first template,
/// lines ended by LF or CRLF, a byte-order mark skipped. A line without a single character is no
/// row. Ids that no program declares become entities; a label or another name in place of an id is
/// an error that says the id. Each row's origin is its line.
class TsvLoader {
 public:
  /// `program` gains the entities, texts and numbers that the rows name. Both must outlive this.
  /// Large files are read by up to `jobs` threads; what comes of them is the same.
  TsvLoader(Program& program, Database& database, unsigned jobs = 1);

  /// Adds the rows of `source`. With errors some rows are left out. Of one file only the first few
  /// errors are told, with how many more there are.
  void load(const Source& source, SourceId id, PredicateId predicate, Diagnostics& out);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Names {
    bool built = false;
    std::unordered_map<std::string, std::vector<Value>, Hash, std::equal_to<>> values;
  };

  const Names& names_of(KindId kind);

  Program& program_;
  Database& database_;
  unsigned jobs_;
  std::vector<Names> names_;
  friend class TsvRows;
};

}  // namespace mingze
