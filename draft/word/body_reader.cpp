#include "draft/word/body_reader.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

// What a full-width space is to the eye: a gap as between the columns of a table.
constexpr std::string_view wide_space = "\u3000";

/// Elements whose content is no text of the document.
constexpr std::array<std::string_view, 9> without_text{{"instrText", "delInstrText", "rt", "sdtPr",
                                                        "sectPr", "tblPr", "tblGrid", "pPrChange",
                                                        "rPrChange"}};

/// Elements around runs that were changed.
constexpr std::array<std::string_view, 4> changes{{"ins", "del", "moveTo", "moveFrom"}};

/// Elements of which each takes memory, however empty it is.
constexpr std::array<std::string_view, 5> kept{{"p", "r", "t", "tr", "tc"}};

constexpr std::uint32_t most_columns = 100;  // Word allows 63

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "none"; }

/// A symbol font's sign: a code point of its own, unless it is in the private area.
std::string symbol(std::string_view hex) {
  char32_t sign = 0;
  for (const char digit : hex) {
    const auto at =
        std::string_view("0123456789ABCDEF")
            .find(digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit);
    if (at == std::string_view::npos || sign > 0xFFF) return {};
    sign = sign * 16 + static_cast<char32_t>(at);
  }
  const bool has_meaning = sign >= 0x20 && (sign < 0xD800 || sign > 0xF8FF);
  std::string out;
  if (has_meaning) append_utf8(out, sign);
  return out;
}

}  // namespace

BodyReader::OpenParagraph* BodyReader::paragraph() {
  return flow().paragraphs.empty() ? nullptr : &flow().paragraphs.back();
}

bool BodyReader::within(std::string_view element) const {
  return !open_.empty() && open_.back() == element;
}

bool BodyReader::in_row() const {
  const Flow& flow = flows_.back();
  return !flow.tables.empty() && !flow.tables.back().rows.empty();
}

bool BodyReader::is_left_out(XmlName name) const {
  if (name.space == XmlSpace::compatibility) return name.local == "Fallback";
  if (name.space != XmlSpace::word) return false;
  if (std::find(without_text.begin(), without_text.end(), name.local) != without_text.end())
    return true;
  // Inside properties these say that a mark or a row was changed, and hold nothing.
  if (within("rPr") || within("trPr")) return false;
  const bool gone_now = name.local == "del" || name.local == "moveFrom";
  const bool new_now = name.local == "ins" || name.local == "moveTo";
  return revision_ == Revision::accepted ? gone_now : new_now;
}

void BodyReader::start(XmlName name, const XmlAttributes& attributes, ByteRange place) {
  const bool content = within("r") && name.local != "rPr";
  if (left_out_ > 0) {
    ++left_out_;
    return;
  }
  if (content && !tags_.empty() && tags_.back().run == open_runs_.back()) tags_.back().last = false;
  if (is_left_out(name)) {
    run_has_content_ = run_has_content_ || content;
    ++left_out_;
    return;
  }
  const bool known = name.space == XmlSpace::word && !(name.local == "tc" && !in_row());
  if (known) start_element(name.local, attributes, place);
  run_has_content_ = run_has_content_ || content;
  open_.emplace_back(known ? name.local : std::string_view());
}

void BodyReader::end(XmlName, ByteRange place) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (!name.empty()) end_element(name, place);
}

void BodyReader::start_element(std::string_view name, const XmlAttributes& attributes,
                               ByteRange place) {
  if (std::find(kept.begin(), kept.end(), name) != kept.end()) ++parts_;
  if (open_.empty()) {
    is_document_ = name == "document" || name == "footnotes" || name == "endnotes";
  } else if (name == "p") {
    OpenParagraph opened;
    opened.text = std::move(flow().carried);
    flow().carried = {};
    flow().paragraphs.push_back(std::move(opened));
  } else if (name == "tbl") {
    flow().tables.emplace_back();
  } else if (name == "tr" && !flow().tables.empty()) {
    flow().tables.back().rows.emplace_back();
    flow().tables.back().row_gone = false;
  } else if (name == "tc") {
    flow().tables.back().rows.back().emplace_back();
    flows_.emplace_back();
  } else if (name == "txbxContent") {
    flows_.emplace_back();
    ++boxes_;
  } else if (name == "r") {
    start_run(place);
  } else if (name == "t" || (name == "delText" && revision_ == Revision::original)) {
    in_text_ = within("r");
    if (in_text_) tags_.push_back({last_run(), place, !run_has_content_, true});
  } else if (name == "rPr" && within("r")) {
    runs_[open_runs_.back()].properties = place;
  } else if (name == "tab" && within("r")) {
    put(wide_space);
  } else if ((name == "br" || name == "cr") && within("r")) {
    const auto type = attributes.get("type");
    if (type.empty() || type == "textWrapping") put(flows_.size() == 1 ? "\n" : " ");
  } else if (name == "noBreakHyphen") {
    put("-");
  } else if (name == "sym") {
    put(symbol(attributes.get("char")));
  } else {
    start_property(name, attributes);
  }
}

void BodyReader::start_run(ByteRange place) {
  hidden_run_ = false;
  run_has_content_ = false;
  const bool changed = std::any_of(open_.begin(), open_.end(), [](const std::string& element) {
    return std::find(changes.begin(), changes.end(), element) != changes.end();
  });
  runs_.push_back({place, {}, place.end, boxes_ == 0 && !in_notes_, changed});
  open_runs_.push_back(last_run());
}

void BodyReader::start_property(std::string_view name, const XmlAttributes& attributes) {
  OpenParagraph* const open = paragraph();
  if (within("pPr") && name == "pStyle" && open != nullptr) {
    open->style = std::string(attributes.get("val"));
  } else if (within("numPr") && open != nullptr) {
    take_number_property({XmlSpace::word, name}, attributes, open->numbers);
  } else if (within("tcPr") && open_.size() > 1 && open_[open_.size() - 2] == "tc") {
    Cell& cell = flows_[flows_.size() - 2].tables.back().rows.back().back();
    if (name == "gridSpan") cell.columns = attributes.number("val", most_columns).value_or(1);
    if (name == "gridSpan") parts_ += cell.columns;
    if (name == "vMerge") cell.merged = attributes.get("val") != "restart";
  } else if (within("rPr")) {
    const bool of_run = open_.size() > 1 && open_[open_.size() - 2] == "r";
    if (name == "vanish" && of_run) hidden_run_ = !is_off(attributes.get("val"));
    if (!of_run) start_change(name);
  } else if (within("trPr")) {
    start_change(name);
  }
}

/// A paragraph's mark or a row that was inserted or deleted.
void BodyReader::start_change(std::string_view name) {
  const bool gone = revision_ == Revision::accepted ? name == "del" || name == "moveFrom"
                                                    : name == "ins" || name == "moveTo";
  if (!gone) return;
  if (within("trPr") && !flow().tables.empty()) flow().tables.back().row_gone = true;
  if (within("rPr") && paragraph() != nullptr) paragraph()->mark_gone = true;
}

void BodyReader::end_element(std::string_view name, ByteRange place) {
  if (name == "p") {
    end_paragraph();
  } else if (name == "t" || name == "delText") {
    in_text_ = false;
  } else if (name == "r") {
    hidden_run_ = false;
    runs_[open_runs_.back()].end = place.end;
    open_runs_.pop_back();
  } else if (name == "rPr" && within("r")) {
    runs_[open_runs_.back()].properties.end = place.end;
  } else if (name == "tc") {
    end_cell();
  } else if (name == "tr") {
    if (flow().tables.empty()) return;
    OpenTable& table = flow().tables.back();
    if (table.row_gone && !table.rows.empty()) table.rows.pop_back();
  } else if (name == "tbl") {
    Lines lines = lines_of_table(std::move(flow().tables.back().rows));
    flow().tables.pop_back();
    for (Line& line : lines) flow().lines.push_back(std::move(line));
  } else if (name == "txbxContent") {
    end_box();
  }
}

void BodyReader::end_paragraph() {
  OpenParagraph closed = std::move(flow().paragraphs.back());
  flow().paragraphs.pop_back();
  if (closed.mark_gone) {
    flow().carried = std::move(closed.text);
  } else if (!styles_.is_contents(closed.style)) {
    const std::string number = counter_.next(closed.style, closed.numbers);
    size_ += number.size();
    TracedText line;
    line.add(number);
    line.add(closed.text);
    if (!closed.text.empty()) flow().lines.push_back({std::move(line), {}});
  }
  for (Line& line : closed.boxes) flow().lines.push_back(std::move(line));
}

void BodyReader::end_cell() {
  const Lines lines = std::move(flow().lines);
  flows_.pop_back();
  Cell& cell = flow().tables.back().rows.back().back();
  for (const Line& line : lines) cell.paragraphs.push_back(joined({line}));
}

void BodyReader::end_box() {
  --boxes_;
  run_has_content_ = true;  // of the run around
  Lines lines = std::move(flow().lines);
  flows_.pop_back();
  Lines& boxes = paragraph() != nullptr ? paragraph()->boxes : flow().lines;
  for (Line& line : lines) boxes.push_back(std::move(line));
}

void BodyReader::text(std::string_view characters, ByteRange place) {
  if (left_out_ > 0 || !in_text_ || !may_put(characters.size())) return;
  // Line breaks of the XML are white space; those of the text are elements.
  std::string shown(characters);
  for (char& c : shown) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  paragraph()->text.add(shown, place, static_cast<std::uint32_t>(tags_.size() - 1));
}

void BodyReader::put(std::string_view characters) {
  if (may_put(characters.size())) paragraph()->text.add(characters);
}

bool BodyReader::may_put(std::size_t size) {
  if (paragraph() == nullptr || hidden_run_) return false;
  size_ += size;
  return size_ <= most_draft_text;
}

std::optional<Failure> BodyReader::failure() const {
  if (size_ > most_draft_text) return too_much_text(name_);
  if (parts_ <= most_parts) return {};
  return Failure{name_,
                 {"段落、表格的单元格等超过 " + std::to_string(most_parts / 10'000) +
                      " 万个，不像一份文稿；不再读下去",
                  "it has more than " + std::to_string(most_parts / 1'000'000) +
                      " million paragraphs, cells of tables and the like, which no draft has; "
                      "not read on"}};
}

}  // namespace mingze::draft
