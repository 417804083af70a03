#include "draft/sheet/workbook_parts.hpp"

#include <set>
#include <utility>

#include "draft/sheet/cell_value.hpp"
#include "draft/sheet/sheet.hpp"
#include "draft/word/xml.hpp"

namespace mingze::draft {

namespace {

constexpr std::size_t most_strings = 2'000'000;
constexpr std::size_t most_shared_text = std::size_t{64} << 20;
constexpr std::size_t most_sheets = 1000;
constexpr std::size_t most_styles = 100'000;  // Excel: 65,490

bool is_yes(std::string_view value) { return value == "1" || value == "true"; }

class WorkbookReader final : public XmlHandler {
 public:
  WorkbookReader(const Relationships& parts, WorkbookParts& out) : parts_(parts), out_(out) {}

  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "workbookPr") out_.from_1904 = is_yes(attributes.get("date1904"));
    if (name.local != "sheet" || attributes.get("state").ends_with("idden")) return;
    const auto part = parts_.by_id.find(attributes.get("id"));
    if (part != parts_.by_id.end() && out_.sheets.size() < most_sheets)
      out_.sheets.push_back({std::string(attributes.get("name")), part->second});
  }
  void end(XmlName, ByteRange) override {}
  void text(std::string_view, ByteRange) override {}

 private:
  const Relationships& parts_;
  WorkbookParts& out_;
};

/// The strings by number: the text of all runs, without phonetic guides.
class StringsReader final : public XmlHandler {
 public:
  StringsReader(std::vector<std::string>& strings, const std::string& file)
      : strings_(strings), file_(file) {}

  void start(XmlName name, const XmlAttributes&, ByteRange) override {
    if (name.space != XmlSpace::sheet) return;
    if (name.local == "si" && strings_.size() < most_strings) strings_.emplace_back();
    if (name.local == "rPh") ++guides_;
    in_text_ = name.local == "t" && guides_ == 0;
  }
  void end(XmlName name, ByteRange) override {
    if (name.space == XmlSpace::sheet && name.local == "rPh" && guides_ > 0) --guides_;
    in_text_ = false;
  }
  void text(std::string_view characters, ByteRange) override {
    if (!in_text_ || strings_.empty() || failure()) return;
    strings_.back() += characters;
    size_ += characters.size();
  }
  [[nodiscard]] std::optional<Failure> failure() const override {
    if (!strings_.empty() && strings_.back().size() > longest_cell) return too_long_cell(file_);
    if (size_ <= most_shared_text && strings_.size() < most_strings) return {};
    return Failure{"list-too-large",
                   file_,
                   {"其中的文字太多，不像责任清单；不再读下去",
                    "it holds more text than any list of duties does; not read on"}};
  }

 private:
  std::vector<std::string>& strings_;
  const std::string& file_;
  std::size_t size_ = 0;
  std::size_t guides_ = 0;
  bool in_text_ = false;
};

class StylesReader final : public XmlHandler {
 public:
  explicit StylesReader(std::vector<bool>& dates) : dates_(dates) {}

  void start(XmlName name, const XmlAttributes& attributes, ByteRange) override {
    if (name.space != XmlSpace::sheet) return;
    const auto number = attributes.number("numFmtId");
    if (name.local == "numFmt" && number && is_date_code(attributes.get("formatCode")) &&
        own_dates_.size() < most_styles)
      own_dates_.insert(*number);
    if (name.local == "cellXfs") in_cells_ = true;
    if (in_cells_ && name.local == "xf" && dates_.size() < most_styles)
      dates_.push_back(number && (is_date_format(*number) || own_dates_.contains(*number)));
  }
  void end(XmlName name, ByteRange) override {
    if (name.space == XmlSpace::sheet && name.local == "cellXfs") in_cells_ = false;
  }
  void text(std::string_view, ByteRange) override {}

 private:
  std::vector<bool>& dates_;
  std::set<std::uint32_t> own_dates_;
  bool in_cells_ = false;
};

}  // namespace

Failure too_long_cell(const std::string& file) {
  const std::string most = std::to_string(longest_cell >> 10U);
  return {"list-too-large",
          file,
          {"有一个单元格超过 " + most + " KiB，Excel 里不会有；不再读下去",
           "a cell holds more than " + most + " KiB, which Excel does not allow; not read on"}};
}

Result<WorkbookParts> read_workbook(ZipPackage& package, const std::string& file) {
  auto top = relationships_of(package, "", file);
  if (!top) return top.failure();
  const auto main = top.value().find("officeDocument");
  if (main == top.value().end() || !package.has(main->second))
    return damaged(package.kind(), file, {"没有工作簿", "it has no workbook"});
  auto parts = all_relationships_of(package, main->second, file);
  if (!parts) return parts.failure();
  WorkbookParts out;
  WorkbookReader workbook(parts.value(), out);
  if (auto failed = read_xml(package, main->second, file, workbook)) return *failed;
  const auto part = [&](const char* type) -> const std::string* {
    const auto found = parts.value().by_type.find(type);
    const bool there = found != parts.value().by_type.end() && package.has(found->second);
    return there ? &found->second : nullptr;
  };
  if (const auto* strings = part("sharedStrings")) {
    StringsReader reader(out.strings, file);
    if (auto failed = read_xml(package, *strings, file, reader)) return *failed;
  }
  if (const auto* styles = part("styles")) {
    StylesReader reader(out.date_styles);
    if (auto failed = read_xml(package, *styles, file, reader)) return *failed;
  }
  return out;
}

}  // namespace mingze::draft
