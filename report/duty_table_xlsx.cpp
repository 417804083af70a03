#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "engine/base/files.hpp"
#include "engine/base/utf8.hpp"
#include "report/duty_table.hpp"

namespace mingze::report {

namespace {

constexpr std::uint8_t a4 = 9;
constexpr std::size_t most_characters = 32'767;  // that a cell can hold
constexpr std::size_t most_shown = 160;  // columns of a draft's words in the list of problems
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t heading_row = 1;
constexpr double line_height = 15;   // points, of one line of a cell
constexpr double most_height = 409;  // that a row can have
constexpr std::time_t seconds_a_day = 86'400;

/// What a cell looks like.
struct Look {
  bool bold = false;
  bool centred = false;
  bool bordered = true;
  std::uint32_t fill = 0;  ///< 0: none
  std::uint32_t ink = 0;
  bool large = false;
  bool operator==(const Look&) const = default;
};

constexpr std::uint32_t heading_fill = 0xDCE6F1;
constexpr std::uint32_t missing_fill = 0xFBE0DD;
constexpr std::uint32_t missing_ink = 0xA61B0F;
constexpr std::uint32_t doubtful_fill = 0xFFF2CC;

struct SheetColumn {
  std::string heading;
  double width = 10;
};

double width_of(DutyColumn column) {
  switch (column) {
    case DutyColumn::number:
      return 6;
    case DutyColumn::clause:
      return 12;
    case DutyColumn::item:
      return 32;
    case DutyColumn::lead:
    case DutyColumn::draft:
    case DutyColumn::others:
      return 18;
    case DutyColumn::cooperating:
      return 26;
    case DutyColumn::status:
      return 20;
    case DutyColumn::problems:
      return 38;
  }
  return 10;
}

/// At most as many characters as a cell can hold.
std::string fitting(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); at += decode_at(text, at).bytes)
    if (++count == most_characters) return text.substr(0, at) + "…";
  return text;
}

/// How many lines a text takes in a column of this width, which is in half-width characters; a wide
/// one may leave the end of a line empty.
std::size_t lines_in(std::string_view text, double width) {
  const auto room = static_cast<std::size_t>(width);
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t wide = display_width(text.substr(at, end - at));
    lines += wide <= room ? 1 : wide / (room - 2) + 1;
    at = end + 1;
  }
  return lines;
}

class Workbook {
 public:
  /// The file is made at this path when the book is closed.
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {}
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  [[nodiscard]] bool open() const { return book_ != nullptr; }

  void describe(const std::string& title, Date date, Language language) {
    std::string shown = fitting(title).substr(0, 250);
    while (!shown.empty() && first_invalid_utf8(shown)) shown.pop_back();
    std::string author = language == Language::zh ? "明责" : "mingze";
    lxw_doc_properties properties{};
    properties.title = shown.data();
    properties.author = author.data();
    // Noon, since midnight of 1970-01-01 would stand for the current time.
    properties.created = std::time_t{date.days} * seconds_a_day + seconds_a_day / 2;
    note(workbook_set_properties(book_, &properties));
  }

  void begin_sheet(const std::string& name, const std::string& title, Language language,
                   const std::vector<SheetColumn>& columns) {
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    if (sheet_ == nullptr) return note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    last_column_ = static_cast<lxw_col_t>(columns.size() - 1);
    columns_ = columns;
    const Look heading{.bold = true, .centred = true, .fill = heading_fill};
    const Look large{.bold = true, .centred = true, .bordered = false, .large = true};
    note(worksheet_set_row(sheet_, title_row, 34, nullptr));
    note(worksheet_merge_range(sheet_, title_row, 0, title_row, last_column_,
                               fitting(title).c_str(), format(large)));
    lxw_col_t at = 0;
    for (const SheetColumn& column : columns) {
      note(worksheet_set_column(sheet_, at, at, column.width, nullptr));
      text(heading_row, at++, column.heading, heading);
    }
    end_row(heading_row);
    worksheet_freeze_panes(sheet_, heading_row + 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.6);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_center_horizontally(sheet_);
    note(worksheet_repeat_rows(sheet_, heading_row, heading_row));
    note(worksheet_set_footer(sheet_,
                              language == Language::zh ? "&C第 &P 页，共 &N 页" : "&C&P / &N"));
  }

  void text(lxw_row_t row, lxw_col_t column, const std::string& words, const Look& look) {
    if (sheet_ == nullptr) return;
    note(worksheet_write_string(sheet_, row, column, fitting(words).c_str(), format(look)));
    lines_ = std::max(lines_, lines_in(words, columns_[column].width));
  }
  void number(lxw_row_t row, lxw_col_t column, std::size_t value) {
    if (sheet_ == nullptr) return;
    note(worksheet_write_number(sheet_, row, column, static_cast<double>(value),
                                format({.centred = true})));
  }

  /// Gives a row the height of its fullest cell: not every program does that by itself.
  void end_row(lxw_row_t row) {
    const double height = std::min(static_cast<double>(lines_) * line_height + 5, most_height);
    if (sheet_ != nullptr) note(worksheet_set_row(sheet_, row, height, nullptr));
    lines_ = 1;
  }

  void end_sheet(lxw_row_t last_row) {
    if (sheet_ != nullptr)
      note(worksheet_autofilter(sheet_, heading_row, 0, last_row, last_column_));
  }

  /// Writes the file; what went wrong first, or nothing.
  [[nodiscard]] std::optional<Message> close() {
    note(workbook_close(std::exchange(book_, nullptr)));
    if (error_ == LXW_NO_ERROR) return std::nullopt;
    const std::string reason = lxw_strerror(error_);
    return Message{"写不出这个表格：" + reason, "the workbook can't be written: " + reason};
  }

 private:
  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  lxw_format* format(const Look& look) {
    for (const auto& [known, format] : formats_)
      if (known == look) return format;
    lxw_format* made = workbook_add_format(book_);
    if (made == nullptr) return nullptr;
    formats_.emplace_back(look, made);
    format_set_font_name(made, "宋体");
    format_set_font_size(made, look.large ? 16 : 10.5);
    if (look.bold) format_set_bold(made);
    if (look.bordered) format_set_border(made, LXW_BORDER_THIN);
    if (look.fill != 0) format_set_bg_color(made, look.fill);
    if (look.ink != 0) format_set_font_color(made, look.ink);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    if (look.centred) format_set_align(made, LXW_ALIGN_CENTER);
    format_set_text_wrap(made);
    return made;
  }

  lxw_workbook* book_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_col_t last_column_ = 0;
  std::vector<SheetColumn> columns_;
  std::size_t lines_ = 1;  ///< of the row that is being written
  std::vector<std::pair<Look, lxw_format*>> formats_;
  lxw_error error_ = LXW_NO_ERROR;
};

class DutyBook {
 public:
  DutyBook(Workbook& book, const CheckReport& report, Language language)
      : book_(book), report_(report), language_(language), table_(duty_table(report)) {}

  void write() {
    const CheckedDraft* only = report_.drafts.size() == 1 ? &report_.drafts.front() : nullptr;
    const std::string subject = only == nullptr ? std::string() : only->reading.title;
    const Date date = report_.drafts.empty() ? Date{} : report_.drafts.front().as_of;
    const std::string title = subject + say("责任分工表", subject.empty() ? "duties" : " · duties");
    book_.describe(title, date, language_);
    write_duties(title);
    write_problems(subject + say("问题清单", subject.empty() ? "findings" : " · findings"));
  }

 private:
  [[nodiscard]] std::string say(const char* chinese, const char* english) const {
    return language_ == Language::zh ? chinese : english;
  }

  void write_duties(const std::string& title) {
    const std::vector<DutyColumn> columns = columns_of(table_);
    std::vector<SheetColumn> heads;
    for (const DutyColumn column : columns)
      heads.push_back({heading_of(column).in(language_), width_of(column)});
    book_.begin_sheet(say("责任分工表", "duties"), title, language_, heads);
    lxw_row_t at = heading_row;
    for (const DutyRow& row : table_.rows) {
      ++at;
      for (std::size_t i = 0; i < columns.size(); ++i)
        duty_cell(row, columns[i], at, static_cast<lxw_col_t>(i));
      book_.end_row(at);
    }
    book_.end_sheet(at);
  }

  void duty_cell(const DutyRow& row, DutyColumn column, lxw_row_t at, lxw_col_t place) {
    if (column == DutyColumn::number) return book_.number(at, place, row.number);
    std::string words = cell_of(row, column, language_, "\n");
    Look look;
    const bool told = column == DutyColumn::lead || column == DutyColumn::status;
    if (told && lacks_lead(row)) {
      look.fill = missing_fill;
      look.ink = missing_ink;
      if (column == DutyColumn::lead) words = say("（未明确）", "(nobody)");
    } else if (told && row.item->status == draft::ItemStatus::conflict) {
      look.fill = doubtful_fill;
    }
    book_.text(at, place, words, look);
  }

  /// All findings, those too that are about no item.
  void write_problems(const std::string& title) {
    std::vector<SheetColumn> heads{{say("序号", "No."), 6},    {say("级别", "severity"), 9},
                                   {say("代码", "code"), 18},  {say("问题", "problem"), 40},
                                   {say("原文", "words"), 40}, {say("所在行", "line"), 9},
                                   {say("依据", "basis"), 32}, {say("建议", "suggestion"), 48}};
    if (table_.several_drafts)
      heads.insert(heads.begin() + 1, {heading_of(DutyColumn::draft).in(language_), 18});
    book_.begin_sheet(say("问题清单", "findings"), title, language_, heads);
    lxw_row_t at = heading_row;
    for (const CheckedDraft& draft : report_.drafts)
      for (const Finding& finding : draft.findings) problem(draft, finding, ++at);
    book_.end_sheet(at);
  }

  void problem(const CheckedDraft& draft, const Finding& finding, lxw_row_t at) {
    lxw_col_t place = 0;
    book_.number(at, place++, at - heading_row);
    const auto next = [&](const std::string& words) { book_.text(at, place++, words, {}); };
    if (table_.several_drafts) next(mingze::name_of(draft.name));
    const std::uint32_t ink = finding.severity == Severity::error ? missing_ink : 0;
    book_.text(at, place++, title_of(finding.severity).in(language_),
               {.centred = true, .ink = ink});
    next(finding.code);
    next(finding.message.in(language_));
    const Source& text = *draft.text;
    const bool placed = finding.span.valid();
    next(placed ? shortened(harmless(text.text().substr(finding.span.begin, finding.span.size())),
                            most_shown)
                : std::string());
    if (placed)
      book_.number(at, place++, text.lines().line_of(finding.span.begin));
    else
      next({});
    next(listed(finding.basis, [&](const Basis& basis) {
      return language_ == Language::zh ? "《" + basis.title + "》" + basis.clause
                                       : basis.title + " " + basis.clause;
    }));
    next(listed(finding.suggestions,
                [&](const Suggestion& one) { return one.message.in(language_); }));
    book_.end_row(at);
  }

  template <typename Things, typename Words>
  static std::string listed(const Things& things, const Words& words) {
    std::string out;
    for (const auto& thing : things) out += (out.empty() ? "" : "\n") + words(thing);
    return out;
  }

  Workbook& book_;
  const CheckReport& report_;
  Language language_;
  DutyTable table_;
};

}  // namespace

std::optional<Message> write_duties_xlsx(const std::string& path, const CheckReport& report,
                                         Language language) {
  Workbook book(path);
  if (!book.open())
    return Message{"内存不足，写不出这个表格", "there is no memory for the workbook"};
  DutyBook(book, report, language).write();
  return book.close();
}

}  // namespace mingze::report
