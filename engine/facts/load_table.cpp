// A database's table as text (engine/facts/read_sqlite.hpp).
#include <algorithm>

#include "engine/facts/fact_rows.hpp"

namespace mingze {

namespace {

/// The text that a cell stands for.
std::string unescaped(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char next = cell[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return out;
}

class TableFacts {
 public:
  TableFacts(FactRows& rows, PredicateId predicate)
      : rows_(rows),
        id_(predicate),
        slots_(rows.program()[predicate].slots),
        values_(slots_.size()) {}

  void read() {
    if (!rows_.is_small_enough()) return;
    const std::string_view text = rows_.text();
    const std::size_t heading = std::min(text.find('\n'), text.size());
    if (fits(text.substr(0, heading)))
      for (std::size_t at = heading + 1; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        row(text, at, end);
        at = end + 1;
      }
    rows_.finish();
  }

 private:
  bool fits(std::string_view heading) {
    std::vector<bool> given(slots_.size());
    for (std::size_t at = 0; at < heading.size();) {
      const std::size_t end = std::min(heading.find('\t', at + 1), heading.size());
      const std::string column = unescaped(heading.substr(at + 1, end - at - 1));
      for (std::size_t i = 0; i < slots_.size(); ++i)
        if (slots_[i].role == column) given[i] = true;
      at = end;
    }
    const bool all = std::find(given.begin(), given.end(), false) == given.end();
    if (!all) rows_.missing_roles(id_, given, rows_.span(0, heading.size()));
    return all;
  }

  void row(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = std::min(text.find('\t', begin), end);
    bool good = true;
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      const std::size_t from = std::min(at + 1, end);
      at = std::min(text.find('\t', from), end);
      const auto value =
          value_of(slots_[slot].kind, text.substr(from, at - from), rows_.span(from, at));
      good = good && value;
      if (value) values_[slot] = *value;
    }
    if (good) rows_.add(id_, values_, rows_.span(begin, end));
  }

  std::optional<Value> value_of(KindId kind, std::string_view cell, Span place) {
    if (cell.find('\\') == std::string_view::npos) return rows_.value_of(kind, cell, place);
    if (cell == "\\N")
      return rows_.fault(
          {"sqlite-null", Severity::error, {"这里是空值 NULL", "here stands NULL"}, place});
    if (cell == "\\L")
      return rows_.fault({"sqlite-long",
                          Severity::error,
                          {"这里的值超过 256 KiB", "here stands a value of more than 256 KiB"},
                          place});
    if (cell.starts_with("\\T"))
      return rows_.fault({"sqlite-type",
                          Severity::error,
                          {"此处应为文字或整数，这里是小数、二进制数据或不是 UTF-8 的文字",
                           "a text or an integer belongs here, and here stands a fraction, a blob "
                           "or text that is not UTF-8"},
                          place});
    return rows_.value_of(kind, unescaped(cell), place);
  }

  FactRows& rows_;
  PredicateId id_;
  const std::vector<Slot>& slots_;
  std::vector<Value> values_;
};

}  // namespace

void FactLoader::load_table(const Source& source, SourceId id, PredicateId predicate,
                            Diagnostics& out) {
  FactRows rows(*this, source, id, out);
  TableFacts(rows, predicate).read();
}

std::string csv_of_table(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t tab = std::min(text.find('\t', at), end);
    for (bool first = true; tab < end; first = false) {
      const std::size_t next = std::min(text.find('\t', tab + 1), end);
      out += first ? "\"" : ",\"";
      for (const char byte : unescaped(text.substr(tab + 1, next - tab - 1)))
        out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
      out += '"';
      tab = next;
    }
    out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace mingze
