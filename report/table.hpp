// A small table on a terminal.
#pragma once

#include <string>
#include <vector>

#include "report/layout.hpp"

namespace mingze::report {

/// Rows of cells under a heading; the first column is flush left, the others flush right.
class Table {
 public:
  explicit Table(std::vector<std::string> heading) : heading_(std::move(heading)) {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Each line begins with two blanks.
  [[nodiscard]] std::string drawn(const Style& style) const;

 private:
  std::vector<std::string> heading_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mingze::report
