// Comma-separated text (RFC 4180): a heading of roles, then rows.
#include <algorithm>

#include "engine/facts/fact_rows.hpp"

namespace mingze {

namespace {

/// One record: its cells, each as it is meant, and where it stands.
struct Record {
  struct Cell {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  explicit Record(std::size_t most) : most_kept(most) {}

  std::size_t most_kept;  ///< at least 1
  std::vector<Cell> cells;
  std::size_t count = 0;  ///< of this record's cells, kept or not
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t kept() const { return std::min(count, most_kept); }
  /// The next cell. Cells keep their memory for other records; those that are too many share one.
  Cell& next() {
    const std::size_t at = std::min(count++, most_kept - 1);
    if (at == cells.size()) cells.emplace_back();
    cells[at].text.clear();
    return cells[at];
  }
};

/// Takes a text apart into records.
class CsvReader {
 public:
  /// What is wrong with the quotes at a place; the record is left out.
  struct Wrong {
    std::size_t at = 0;
    bool never_ends = false;
  };

  explicit CsvReader(std::string_view text)
      : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  /// The next record that is no empty line, or false after the last.
  bool next(Record& record, std::optional<Wrong>& wrong) {
    wrong.reset();
    while (at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n")))
      at_ += text_[at_] == '\n' ? 1 : 2;
    if (at_ >= text_.size()) return false;
    record.count = 0;
    record.begin = at_;
    cell(record.next(), wrong);
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      cell(record.next(), wrong);
    }
    record.end = at_;
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size()) ++at_;
    return true;
  }

 private:
  /// Whether a record ends at the byte at hand.
  [[nodiscard]] bool ends() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n" ||
           (text_[at_] == '\r' && at_ + 1 == text_.size());
  }

  void cell(Record::Cell& cell, std::optional<Wrong>& wrong) {
    cell.begin = at_;
    if (at_ < text_.size() && text_[at_] == '"') quoted(cell, wrong);
    while (!ends() && text_[at_] != ',') {
      if (text_[at_] == '"' && !wrong) wrong = Wrong{at_, false};
      if (!wrong && cell.begin < at_ && text_[cell.begin] == '"') wrong = Wrong{at_, false};
      cell.text += text_[at_++];
    }
    cell.end = at_;
  }

  void quoted(Record::Cell& cell, std::optional<Wrong>& wrong) {
    while (true) {
      const std::size_t quote = text_.find('"', ++at_);
      if (quote == std::string_view::npos) {
        if (!wrong) wrong = Wrong{cell.begin, true};
        at_ = text_.size();
        return;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return;
      cell.text += '"';
    }
  }

  std::string_view text_;
  std::size_t at_;
};

/// The rows of one text.
class CsvFacts {
 public:
  CsvFacts(FactRows& rows, PredicateId predicate)
      : rows_(rows),
        id_(predicate),
        predicate_(rows.program()[predicate]),
        reader_(rows.text()),
        record_(predicate_.slots.size() + FactRows::most_told + 1) {}

  void read() {
    if (!rows_.is_readable()) return;
    std::optional<CsvReader::Wrong> wrong;
    if (!reader_.next(record_, wrong)) {
      rows_.missing_roles(id_, std::vector<bool>(predicate_.slots.size()), rows_.span(0, 0));
    } else if (told(wrong) || !heading()) {
      rows_.finish();
      return;
    }
    while (reader_.next(record_, wrong))
      if (!told(wrong)) row();
    rows_.finish();
  }

 private:
  bool told(const std::optional<CsvReader::Wrong>& wrong) {
    if (!wrong) return false;
    const Message message =
        wrong->never_ends
            ? Message{"引号没有收尾", "this quote is never closed"}
            : Message{"单元格里的引号要成对：整格加引号，格里的引号写两个",
                      "a quote in the middle of a cell: put the whole cell in quotes and write "
                      "each quote in it twice"};
    rows_.fault({"csv-quote", Severity::error, message, rows_.span(wrong->at, wrong->at + 1)});
    return true;
  }

  /// Which slot each column is of; false where that is not clear.
  bool heading() {
    std::vector<bool> given(predicate_.slots.size());
    bool good = true;
    for (std::size_t i = 0; i < record_.kept(); ++i) {
      const Record::Cell& cell = record_.cells[i];
      const Span place = rows_.span(cell.begin, cell.end);
      std::size_t slot = 0;
      while (slot < given.size() && predicate_.slots[slot].role != cell.text) ++slot;
      slots_.push_back(slot);
      if (slot == given.size())
        rows_.unknown_role(id_, cell.text, place);
      else if (given[slot])
        rows_.role_twice(cell.text, place);
      good = good && slot < given.size() && !given[slot];
      if (slot < given.size()) given[slot] = true;
    }
    if (!good || std::find(given.begin(), given.end(), false) == given.end()) return good;
    rows_.missing_roles(id_, given, rows_.span(record_.begin, record_.end));
    return false;
  }

  void row() {
    const Span place = rows_.span(record_.begin, record_.end);
    if (record_.count != slots_.size())
      return rows_.wrong_count("data-columns", id_, record_.count, place);
    values_.resize(predicate_.slots.size());
    bool good = true;
    for (std::size_t i = 0; i < record_.count; ++i) {
      const Record::Cell& cell = record_.cells[i];
      const auto value = rows_.value_of(predicate_.slots[slots_[i]].kind, cell.text,
                                        rows_.span(cell.begin, cell.end));
      good = good && value;
      if (value) values_[slots_[i]] = *value;
    }
    if (good) rows_.add(id_, values_, place);
  }

  FactRows& rows_;
  PredicateId id_;
  const Predicate& predicate_;
  CsvReader reader_;
  Record record_;
  std::vector<std::size_t> slots_;
  std::vector<Value> values_;
};

}  // namespace

void FactLoader::load_csv(const Source& source, SourceId id, PredicateId predicate,
                          Diagnostics& out) {
  FactRows rows(*this, source, id, out);
  CsvFacts(rows, predicate).read();
}

}  // namespace mingze
