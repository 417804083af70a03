#include "draft/word/body_reader.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

// What a full-width space is to the eye: a gap as between the columns of a table.
constexpr std::string_view wide_space = "\u3000";

/// Elements whose content is no text of the document.
constexpr std::array<std::string_view, 11> without_text{
    {"delInstrText", "rt", "sectPr", "tblPr", "tblGrid", "pPrChange", "rPrChange", "tcPrChange",
     "trPrChange", "tblPrExChange", "sdtEndPr"}};

/// Elements around runs that were changed.
constexpr std::array<std::string_view, 4> changes{{"ins", "del", "moveTo", "moveFrom"}};

/// Elements of which each takes memory, however empty it is.
constexpr std::array<std::string_view, 8> kept{
    {"p", "r", "t", "tr", "tc", "fldChar", "footnoteReference", "endnoteReference"}};

template <class Names>
bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What a note and the reference to it have in common.
std::string note_key(std::string_view kind, const XmlAttributes& attributes) {
  constexpr std::size_t longest = 20;
  return std::string(kind) + " " + std::string(attributes.get("id").substr(0, longest));
}

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

bool BodyReader::within(std::string_view element, std::string_view around) const {
  return within(element) && open_.size() > 1 && open_[open_.size() - 2] == around;
}

bool BodyReader::in_row() const {
  const Flow& flow = flows_.back();
  return !flow.tables.empty() && !flow.tables.back().rows.empty();
}

/// Whether what is so changed is not there in the side of the changes that is read.
bool BodyReader::is_gone(std::string_view change) const {
  const bool accepted = revision_ == Revision::accepted;
  return accepted ? change == "del" || change == "moveFrom" : change == "ins" || change == "moveTo";
}

bool BodyReader::is_left_out(XmlName name) const {
  // Of alternatives the first is read: the others say the same for older programs.
  const bool taken = !alternatives_.empty() && alternatives_.back();
  if (name.space == XmlSpace::compatibility)
    return taken && (name.local == "Choice" || name.local == "Fallback");
  if (name.space != XmlSpace::word) return false;
  if (contains(without_text, name.local)) return true;
  if (name.local == "sdtContent") return !controls_.empty() && controls_.back().is_left_out;
  // Inside properties these say that a mark or a row was changed, and hold nothing.
  if (within("rPr") || within("trPr")) return false;
  return is_gone(name.local);
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
  if (name.space == XmlSpace::compatibility) {
    if (name.local == "AlternateContent") alternatives_.push_back(false);
    if (name.local == "Choice" && !alternatives_.empty()) alternatives_.back() = true;
  }
  const bool known = name.space == XmlSpace::word && !(name.local == "tc" && !in_row());
  if (known) start_element(name.local, attributes, place);
  run_has_content_ = run_has_content_ || content;
  open_.emplace_back(known ? name.local : std::string_view());
}

void BodyReader::end(XmlName full, ByteRange place) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  if (full.space == XmlSpace::compatibility && full.local == "AlternateContent")
    alternatives_.pop_back();
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (!name.empty()) end_element(name, place);
}

void BodyReader::start_element(std::string_view name, const XmlAttributes& attributes,
                               ByteRange place) {
  if (contains(kept, name)) ++parts_;
  if (open_.empty()) {
    is_document_ = name == "document" || name == "footnotes" || name == "endnotes";
    if (!in_notes_) root_ = place;
  } else if (in_notes_ && (name == "footnote" || name == "endnote")) {
    const auto place_of = notes_.find(note_key(name, attributes));
    note_ = place_of == notes_.end() ? RunPlace::nowhere : place_of->second;
  } else if (name == "p") {
    OpenParagraph opened;
    opened.text = std::move(flow().carried.text);
    opened.boxes = std::move(flow().carried.boxes);
    flow().carried = {};
    flow().paragraphs.push_back(std::move(opened));
  } else if (name == "tbl") {
    write(std::exchange(flow().carried, {}));
    flow().tables.emplace_back();
  } else if (name == "tr" && !flow().tables.empty()) {
    OpenTable& table = flow().tables.back();
    table.rows.emplace_back();
    table.row_gone = false;
    table.after = 0;
  } else if (name == "tc") {
    flow().tables.back().rows.back().emplace_back();
    flows_.emplace_back();
    flow().is_cell = true;
  } else if (name == "txbxContent") {
    flows_.emplace_back();
    ++boxes_;
  } else if (name == "sdt") {
    controls_.emplace_back();
  } else if (name == "altChunk" || name == "subDoc") {
    has_other_parts_ = true;
  } else if (contains(changes, name) && !within("rPr") && !within("trPr")) {
    ++changes_;
  } else {
    start_inline(name, attributes, place);
  }
}

void BodyReader::start_inline(std::string_view name, const XmlAttributes& attributes,
                              ByteRange place) {
  const bool in_run = within("r");
  if (name == "r") {
    start_run(place);
  } else if (name == "t" || (name == "delText" && revision_ == Revision::original)) {
    in_text_ = in_run;
    if (in_text_) tags_.push_back({last_run(), place, !run_has_content_, true});
  } else if (name == "instrText") {
    in_code_ = true;
  } else if (name == "fldChar") {
    field_mark(attributes.get("fldCharType"));
  } else if (name == "rPr" && in_run) {
    runs_[open_runs_.back()].properties = place;
  } else if ((name == "tab" || name == "ptab") && in_run) {
    put(wide_space);
  } else if ((name == "br" || name == "cr") && in_run) {
    const auto type = attributes.get("type");
    if (type.empty() || type == "textWrapping") put("\n");
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    constexpr std::string_view reference = "Reference";
    if (!tags_.empty() && !in_notes_)
      notes_[note_key(name.substr(0, name.size() - reference.size()), attributes)] =
          static_cast<std::uint32_t>(tags_.size() - 1);
  } else if (name == "noBreakHyphen") {
    put("-");
  } else if (name == "sym") {
    put(symbol(attributes.get("char")));
  } else {
    start_property(name, attributes);
  }
}

void BodyReader::start_run(ByteRange place) {
  hidden_run_.reset();
  run_style_.clear();
  run_has_content_ = false;
  runs_.push_back({place, {}, place.end, boxes_ == 0 && !in_notes_, changes_ > 0, note_});
  open_runs_.push_back(last_run());
}

void BodyReader::end_element(std::string_view name, ByteRange place) {
  if (name == "p") {
    end_paragraph();
  } else if (name == "t" || name == "delText") {
    in_text_ = false;
  } else if (name == "instrText") {
    in_code_ = false;
  } else if (name == "r") {
    runs_[open_runs_.back()].end = place.end;
    open_runs_.pop_back();
  } else if (name == "rPr" && within("r")) {
    runs_[open_runs_.back()].properties.end = place.end;
  } else if (name == "tc") {
    end_cell();
  } else if (name == "tr") {
    end_row();
  } else if (name == "tbl") {
    Lines lines = lines_of_table(std::move(flow().tables.back().rows));
    flow().tables.pop_back();
    std::move(lines.begin(), lines.end(), std::back_inserter(flow().lines));
  } else if (name == "txbxContent") {
    end_box();
  } else if (name == "sdt") {
    controls_.pop_back();
  } else if (name == "body" || name == "footnote" || name == "endnote") {
    end_flow();
  } else if (contains(changes, name) && !within("rPr") && !within("trPr")) {
    --changes_;
  }
}

void BodyReader::end_paragraph() {
  OpenParagraph closed = std::move(flow().paragraphs.back());
  flow().paragraphs.pop_back();
  if (closed.mark_gone) {
    flow().carried = std::move(closed);
  } else {
    write(std::move(closed));
  }
}

/// A paragraph as a line, after its number; then its text boxes.
void BodyReader::write(OpenParagraph closed) {
  if (!styles_.is_contents(closed.style)) {
    std::string number = counter_.next(closed.style, closed.numbers);
    // A number by itself is a text only in the cell of a table: 序号.
    if (closed.text.empty() && number.ends_with(' ')) number.pop_back();
    if (!closed.text.empty() || (flow().is_cell && !number.empty())) {
      size_ += number.size();
      TracedText line;
      line.add(number);
      line.add(closed.text);
      flow().lines.push_back({std::move(line), {}});
    }
  }
  std::move(closed.boxes.begin(), closed.boxes.end(), std::back_inserter(flow().lines));
}

/// A paragraph whose mark is deleted stays one where no other follows.
void BodyReader::end_flow() {
  write(std::exchange(flow().carried, {}));
  while (!fields_.empty() && fields_.back().flow >= flows_.size()) fields_.pop_back();
}

void BodyReader::end_row() {
  if (flow().tables.empty()) return;
  OpenTable& table = flow().tables.back();
  if (table.rows.empty()) return;
  if (table.row_gone) {
    table.rows.pop_back();
  } else if (table.after > 0) {
    Cell blank;
    blank.columns = table.after;
    blank.is_blank = true;
    table.rows.back().push_back(std::move(blank));
  }
}

void BodyReader::end_cell() {
  end_flow();
  Lines lines = std::move(flow().lines);
  flows_.pop_back();
  flow().tables.back().rows.back().back().lines = std::move(lines);
}

void BodyReader::end_box() {
  end_flow();
  --boxes_;
  run_has_content_ = true;  // of the run around
  Lines lines = std::move(flow().lines);
  flows_.pop_back();
  Lines& boxes = paragraph() != nullptr ? paragraph()->boxes : flow().lines;
  std::move(lines.begin(), lines.end(), std::back_inserter(boxes));
}

void BodyReader::text(std::string_view characters, ByteRange place) {
  constexpr std::size_t longest_code = 16;
  if (left_out_ > 0) return;
  if (in_code_ && !fields_.empty()) {
    std::string& code = fields_.back().code;
    code += characters.substr(0, longest_code - std::min(longest_code, code.size()));
  }
  if (!in_text_ || !may_put(characters.size())) return;
  ++parts_;
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

bool BodyReader::is_hidden() {
  if (hidden_run_) return *hidden_run_;
  return styles_.hides(paragraph()->style) != styles_.hides(run_style_);
}

bool BodyReader::may_put(std::size_t size) {
  if (paragraph() == nullptr || is_hidden()) return false;
  size_ += size;
  return size_ <= most_draft_text;
}

std::optional<Failure> BodyReader::failure() const {
  if (size_ > most_draft_text) return too_much_text(name_);
  if (parts_ <= most_parts) return {};
  return Failure{"draft-too-large",
                 name_,
                 {"段落、表格的单元格等超过 " + std::to_string(most_parts / 10'000) +
                      " 万个，不像一份文稿；不再读下去",
                  "it has more than " + std::to_string(most_parts / 1'000'000) +
                      " million paragraphs, cells of tables and the like, which no draft has; "
                      "not read on"}};
}

}  // namespace mingze::draft
