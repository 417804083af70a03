#include "bench/generate/facts/folder.hpp"

#include <fstream>

namespace mingze::bench {

bool Rows::add(std::initializer_list<std::string_view> fields) {
  std::string row;
  for (const std::string_view field : fields) {
    if (!row.empty()) row += '\t';
    row += field;
  }
  row += '\n';
  if (known_.contains(row)) return false;
  known_.insert(rows_.emplace_back(std::move(row)));
  return true;
}

bool Folder::write(const std::filesystem::path& folder) const {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return false;
  for (const auto& [name, rows] : files_) {
    std::ofstream out(folder / (name + ".tsv"), std::ios::binary);
    for (const std::string& row : rows.rows()) out << row;
    if (!out.flush()) return false;
  }
  return true;
}

std::string numbered(std::string_view prefix, std::size_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return std::string(prefix) + digits;
}

}  // namespace mingze::bench
