// What the properties of paragraphs, runs, rows, cells and content controls, and the marks of
// fields, say about the text.
#include <algorithm>
#include <iterator>
#include <utility>

#include "draft/word/body_reader.hpp"

namespace mingze::draft {

namespace {

constexpr std::uint32_t most_columns = 100;  // Word allows 63

bool is_off(std::string_view value) {
  return value == "0" || value == "false" || value == "none" || value == "off";
}

/// TOC \o "1-3": the code of a table of contents.
bool is_contents(std::string_view code) {
  const std::size_t begin = code.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && code.substr(begin).starts_with("TOC");
}

}  // namespace

void BodyReader::start_property(std::string_view name, const XmlAttributes& attributes) {
  if (within("pPr") || within("numPr")) paragraph_property(name, attributes);
  if (within("tcPr", "tc")) cell_property(name, attributes);
  if (within("rPr")) run_property(name, attributes);
  if (within("trPr", "tr")) row_property(name, attributes);
  if (within("sdtPr") || within("docPartObj", "sdtPr")) control_property(name, attributes);
}

void BodyReader::paragraph_property(std::string_view name, const XmlAttributes& attributes) {
  OpenParagraph* const open = paragraph();
  if (open == nullptr) return;
  if (name == "pStyle") open->style = std::string(attributes.get("val"));
  if (within("numPr")) take_number_property({XmlSpace::word, name}, attributes, open->numbers);
}

/// Of a run, or of the mark of a paragraph, which a change or hiding joins with the next one.
void BodyReader::run_property(std::string_view name, const XmlAttributes& attributes) {
  const bool hides = name == "vanish" && !is_off(attributes.get("val"));
  if (within("rPr", "r")) {
    if (name == "vanish") hidden_run_ = hides;
    if (name == "rStyle") run_style_ = std::string(attributes.get("val"));
  } else if (within("rPr", "pPr") && paragraph() != nullptr && (hides || is_gone(name))) {
    paragraph()->mark_gone = true;
  }
}

void BodyReader::row_property(std::string_view name, const XmlAttributes& attributes) {
  if (flow().tables.empty()) return;
  OpenTable& table = flow().tables.back();
  if (is_gone(name)) table.row_gone = true;
  const std::uint32_t columns = attributes.number("val", most_columns).value_or(0);
  if (columns == 0 || table.rows.empty()) return;
  if (name == "gridAfter") table.after = columns;
  if (name == "gridAfter" || name == "gridBefore") parts_ += columns;
  if (name != "gridBefore" || !table.rows.back().empty()) return;
  Cell blank;
  blank.columns = columns;
  blank.is_blank = true;
  table.rows.back().push_back(std::move(blank));
}

void BodyReader::cell_property(std::string_view name, const XmlAttributes& attributes) {
  const bool accepted = revision_ == Revision::accepted;
  Cell& cell = open_cell();
  if (name == "gridSpan") {
    cell.columns = std::max(1U, attributes.number("val", most_columns).value_or(1));
    parts_ += cell.columns;
  }
  const bool restarts = attributes.get("val") == "restart";
  if (name == "vMerge") cell.merge = restarts ? VerticalMerge::begins : VerticalMerge::goes_on;
  if (name == "hMerge") cell.joins_before = !restarts;
  if (name == (accepted ? "cellDel" : "cellIns")) cell.is_gone = true;
  if (name == "cellMerge") {
    const auto merge = attributes.get(accepted ? "vMerge" : "vMergeOrig");
    if (merge == "cont") cell.merge = VerticalMerge::goes_on;
    if (merge == "rest") cell.merge = VerticalMerge::begins;
  }
}

void BodyReader::control_property(std::string_view name, const XmlAttributes& attributes) {
  if (controls_.empty()) return;
  const bool prompts = name == "showingPlcHdr" && !is_off(attributes.get("val"));
  const bool contents = name == "docPartGallery" && attributes.get("val") == "Table of Contents";
  if (prompts || contents) controls_.back().is_left_out = true;
}

void BodyReader::field_mark(std::string_view type) {
  if (paragraph() == nullptr) return;
  if (type == "begin") {
    fields_.push_back({flows_.size(), flow().lines.size(), paragraph()->text.text.size(), {}});
  } else if (fields_.empty() || fields_.back().flow != flows_.size()) {
    return;
  } else if (type == "separate" || (type == "end" && !fields_.back().in_result)) {
    // What another field within the code came to is part of the code.
    fields_.back().in_result = true;
    if (flow().lines.size() == fields_.back().lines) paragraph()->text.shorten(fields_.back().text);
  }
  if (type == "end") end_field();
}

/// The lines of a table of contents go once it has an end: a field without one leaves out nothing.
void BodyReader::end_field() {
  const OpenField field = std::move(fields_.back());
  fields_.pop_back();
  if (!is_contents(field.code)) return;
  Lines& lines = flow().lines;
  const bool one_paragraph = lines.size() <= field.lines;
  paragraph()->text.shorten(one_paragraph ? field.text : 0);
  if (!one_paragraph)
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(field.lines), lines.end());
}

}  // namespace mingze::draft
