// Spreadsheets made in memory, tag by tag, for tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/draft/word/word_file.hpp"

namespace mingze::draft {

inline const std::string sheet_vocabulary =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// One sheet of a test: the XML of its rows and of its merged ranges.
struct TestSheet {
  std::string rows;
  std::vector<std::string> merged = {};  ///< A2:A4
  std::string name = "Sheet";
  std::string state = {};  ///< hidden
};

/// What a spreadsheet of a test holds; empty parts are left out.
struct SheetFile {
  std::vector<TestSheet> sheets;
  std::string strings = {};  ///< inner XML of the shared strings
  std::string styles = {};
  std::string properties = {};  ///< attributes of the workbook

  [[nodiscard]] std::string bytes() const {
    std::map<std::string, std::string> parts;
    std::string listed;
    std::string targets;
    const auto target = [&](const std::string& id, const std::string& type,
                            const std::string& part) {
      targets += "<Relationship Id=\"" + id + "\" Type=\"" + office_relationships + "/" + type +
                 "\" Target=\"" + part + "\"/>";
    };
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      const std::string state = sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"";
      listed += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"s" +
                number + "\"" + state + "/>";
      target("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
      std::string merged;
      for (const std::string& range : sheets[i].merged)
        merged += "<mergeCell ref=\"" + range + "\"/>";
      parts["xl/worksheets/sheet" + number + ".xml"] =
          "<worksheet " + sheet_vocabulary + "><sheetData>" + sheets[i].rows +
          "</sheetData><mergeCells>" + merged + "</mergeCells></worksheet>";
    }
    const auto add = [&](const std::string& part, const std::string& root,
                         const std::string& inner) {
      if (inner.empty()) return;
      parts["xl/" + part + ".xml"] =
          "<" + root + " " + sheet_vocabulary + ">" + inner + "</" + root + ">";
      target(part, part, part + ".xml");
    };
    add("sharedStrings", "sst", strings);
    add("styles", "styleSheet", styles);
    parts["xl/workbook.xml"] = "<workbook " + sheet_vocabulary + "><workbookPr " + properties +
                               "/><sheets>" + listed + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
        targets + "</Relationships>";
    parts["_rels/.rels"] = relationships({{"officeDocument", "xl/workbook.xml"}});
    return zip_of(parts);
  }
};

/// Rows of inline strings from row `first` on; an empty string is no cell.
inline std::string text_rows(const std::vector<std::vector<std::string>>& rows,
                             std::size_t first = 1) {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string number = std::to_string(first + i);
    out += "<row r=\"" + number + "\">";
    for (std::size_t column = 0; column < rows[i].size(); ++column)
      if (!rows[i][column].empty())
        out += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + number +
               "\" t=\"inlineStr\"><is><t>" + rows[i][column] + "</t></is></c>";
    out += "</row>";
  }
  return out;
}

}  // namespace mingze::draft
