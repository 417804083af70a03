// What the register calls each line at each level, for whoever has to write a name.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "draft/clause/lexicon_entry.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// The present names of the register's lines. Most texts ask for none of them, so that they are
/// read at the first question; threads may ask it at a time. Program and database must outlive it.
class RegisterNames {
 public:
  RegisterNames(const Program& program, const Database& database)
      : program_(program), database_(database) {}

  /// What the line is called at a level: in full, where that is stated; empty if it has no name.
  [[nodiscard]] std::string called(const std::string& line, Level level) const;
  /// The present name of a line that is most in the manner of `old`: with the same ending, about
  /// as long (环保厅 → 生态环境厅, 国家卫生计生委 → 国家卫生健康委). Its full name or an official
  /// short form of that, no colloquial one (文化部 → 文化和旅游部, not 文旅部).
  /// A place is put before it: below the top no name of which the place is a part inside (苏州 in
  /// 国家金融监督管理总局苏州监管分局), where there is another.
  [[nodiscard]] std::string in_manner_of(const std::string& old, const std::string& line,
                                         Level level) const;
  /// The same for a name with the place inside, after `head`: the full name or an official short
  /// form that begins so (中国人民银行分行 after 中国人民银行); empty if there is none.
  [[nodiscard]] std::string with_head(const std::string& head, const std::string& line,
                                      Level level) const;
  /// Names of a level that differ from an unknown one by a slip of the pen, the nearest first; at
  /// most three. A slip that the register tells comes alone (卫建委, 农村农业局). Else none for a short
  /// name, where one character makes another word, and none for a name that is put together from
  /// parts of known names (旅游文体局, 自然资源和规划厅).
  [[nodiscard]] std::vector<std::string> near(const std::string& unknown, Level level) const;

  /// The names of the line and level that differ from `name` in its last character alone, where one
  /// ends as the full name does only such: 工信局 for an 工信厅 below the province.
  [[nodiscard]] std::vector<std::string> with_other_ending(const std::string& name,
                                                           const std::string& line,
                                                           Level level) const;

 private:
  struct Names {
    std::map<std::pair<std::string, Level>, std::vector<std::string>> of_line;  ///< full one first
    /// Folded, and as written.
    std::map<Level, std::vector<std::pair<std::u32string, std::string>>> of_level;
    std::unordered_set<std::u32string> stems;
    std::map<std::u32string, std::u32string> slips;  ///< folded: the right name of a wrong one
  };
  [[nodiscard]] const Names& names() const;
  void read(const char* relation, Names& names) const;
  void read_slips(Names& names) const;
  [[nodiscard]] bool is_composed(std::u32string_view name) const;

  const Program& program_;
  const Database& database_;
  mutable std::once_flag read_;
  mutable Names names_;
};

}  // namespace mingze::draft
