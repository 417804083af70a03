#include "draft/sheet/xlsx.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "draft/sheet/cell_value.hpp"
#include "draft/sheet/workbook_parts.hpp"
#include "draft/word/relationships.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

constexpr std::uint64_t most_unfolded = 256 * ZipPackage::mebibyte;
constexpr std::size_t most_cells = 4'000'000;
constexpr std::uint32_t last_row = 1'048'576;  // of any spreadsheet

struct CellPlace {
  std::uint32_t row = 0;     ///< from 1
  std::uint32_t column = 0;  ///< from 0
};

/// B12; nothing for what is no place on a sheet.
std::optional<CellPlace> place_of(std::string_view name) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3; ++at)
    place.column = place.column * 26 + static_cast<std::uint32_t>(name[at] - 'A') + 1;
  const std::size_t letters = at;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9' && place.row <= last_row; ++at)
    place.row = place.row * 10 + static_cast<std::uint32_t>(name[at] - '0');
  if (letters == 0 || at == letters || at != name.size()) return std::nullopt;
  if (place.row == 0 || place.row > last_row) return std::nullopt;
  --place.column;
  return place;
}

/// What fills the sheets of one workbook together.
struct Budget {
  std::size_t rows = most_rows;
  std::size_t cells = most_cells;
  std::size_t text = 4 * most_text;  ///< one string may stand in many cells
};

class SheetReader final : public XmlHandler {
 public:
  SheetReader(const WorkbookParts& workbook, Budget& budget, const std::string& file, Sheet& sheet)
      : workbook_(workbook), budget_(budget), file_(file), sheet_(sheet) {}

  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::sheet || failure_) return;
    if (name.local == "row") start_row(attributes);
    if (name.local == "c") start_cell(attributes);
    if (name.local == "rPh") ++guides_;
    in_value_ = in_cell_ && guides_ == 0 && (name.local == "v" || name.local == "t");
    if (name.local == "mergeCell") merge(attributes.get("ref"));
  }

  void end(XmlName name, ByteRange) override {
    in_value_ = false;
    if (name.space != XmlSpace::sheet || failure_) return;
    if (name.local == "rPh" && guides_ > 0) --guides_;
    if (name.local == "c" && in_cell_) end_cell();
    if (name.local == "row") end_row();
  }

  void text(std::string_view characters, ByteRange) override {
    if (!in_value_ || failure_) return;
    value_ += characters;
    if (value_.size() > longest_cell) failure_ = too_long_cell(file_);
  }

  [[nodiscard]] std::optional<Failure> failure() const override { return failure_; }

 private:
  void start_row(const XmlAttributes& attributes) {
    const std::uint32_t number = attributes.number("r", last_row).value_or(row_.number + 1);
    const bool ascends = number > row_.number && number <= last_row;
    row_ = {ascends ? number : std::min(row_.number + 1, last_row), {}};
    column_ = 0;
  }

  void start_cell(const XmlAttributes& attributes) {
    if (const auto place = place_of(attributes.get("r"))) column_ = place->column;
    type_ = attributes.get("t");
    style_ = attributes.number("s").value_or(0);
    value_.clear();
    in_cell_ = true;
  }

  void end_cell() {
    in_cell_ = false;
    std::string shown = shown_value();
    const std::uint32_t column = column_++;
    if (column >= most_columns || shown.find_first_not_of(" \t\r\n") == std::string::npos) return;
    if (column >= row_.cells.size() && !grow(row_, column)) return;
    if (shown.size() > budget_.text) {
      failure_ = too_many_cells();
      return;
    }
    budget_.text -= shown.size();
    row_.cells[column].text = std::move(shown);
  }

  [[nodiscard]] std::string shown_value() const {
    if (type_ == "s") {
      std::size_t number = 0;
      for (const char c : value_)
        if (c >= '0' && c <= '9' && number <= workbook_.strings.size())
          number = number * 10 + static_cast<std::size_t>(c - '0');
      return number < workbook_.strings.size() && !value_.empty() ? workbook_.strings[number]
                                                                  : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (!type_.empty() && type_ != "n") return value_;
    const bool date = style_ < workbook_.date_styles.size() && workbook_.date_styles[style_];
    return date ? shown_date(value_, workbook_.from_1904) : shown_number(value_);
  }

  void end_row() {
    if (row_.cells.empty()) return;
    if (budget_.rows-- == 0) {
      failure_ = too_many_rows(file_);
      return;
    }
    const std::uint32_t number = row_.number;
    sheet_.rows.push_back(std::exchange(row_, {number, {}}));
  }

  /// Makes room for a column; false if there have been too many cells.
  bool grow(SheetRow& row, std::uint32_t column) {
    const std::size_t more = column + 1 - row.cells.size();
    if (!spend(more)) return false;
    row.cells.resize(column + 1);
    return true;
  }

  [[nodiscard]] Failure too_many_cells() const {
    return {"list-too-large",
            file_,
            {"单元格或其中的文字太多，不像责任清单；不再读下去",
             "it has more cells, or more words in them, than any list of duties; not read on"}};
  }

  bool spend(std::size_t cells) {
    if (cells > budget_.cells) {
      failure_ = too_many_cells();
      return false;
    }
    budget_.cells -= cells;
    return true;
  }

  /// A2:A9: the words of A2 count in each row.
  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const auto first = place_of(range.substr(0, colon));
    const auto last = place_of(range.substr(colon + 1));
    if (!first || !last || last->row <= first->row || first->column >= most_columns) return;
    auto row = std::lower_bound(
        sheet_.rows.begin(), sheet_.rows.end(), first->row,
        [](const SheetRow& one, std::uint32_t number) { return one.number < number; });
    if (row == sheet_.rows.end() || row->number != first->row) return;
    if (row->cells.size() <= first->column || row->cells[first->column].text.empty()) return;
    for (++row; row != sheet_.rows.end() && row->number <= last->row; ++row) {
      if (!spend(1)) return;  // ranges may overlap without end
      if (row->cells.size() <= first->column && !grow(*row, first->column)) return;
      row->cells[first->column].above = true;
    }
  }

  const WorkbookParts& workbook_;
  Budget& budget_;
  const std::string& file_;
  Sheet& sheet_;
  SheetRow row_;
  std::uint32_t column_ = 0;
  std::string type_;
  std::uint32_t style_ = 0;
  std::string value_;
  std::size_t guides_ = 0;
  bool in_cell_ = false;
  bool in_value_ = false;
  std::optional<Failure> failure_;
};

}  // namespace

bool is_workbook(std::string_view bytes) {
  auto package = ZipPackage::open(bytes, "");
  if (!package) return false;
  const auto top = relationships_of(package.value(), "", "");
  if (!top) return false;
  const auto main = top.value().find("officeDocument");
  if (main == top.value().end()) return false;
  const auto parts = relationships_of(package.value(), main->second, "");
  return parts.ok() && parts.value().contains("worksheet");
}

Result<Sheets> read_xlsx(std::string_view bytes, const std::string& file) {
  auto opened = ZipPackage::open(bytes, file, most_unfolded, spreadsheet_kind());
  if (!opened) return opened.failure();
  ZipPackage& package = opened.value();
  auto workbook = read_workbook(package, file);
  if (!workbook) return workbook.failure();
  Sheets sheets;
  Budget budget;
  for (const SheetPart& part : workbook.value().sheets) {
    if (!package.has(part.part)) continue;
    Sheet sheet;
    sheet.name = part.name;
    SheetReader reader(workbook.value(), budget, file, sheet);
    if (auto failed = read_xml(package, part.part, file, reader)) return *failed;
    if (!sheet.rows.empty()) sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace mingze::draft
