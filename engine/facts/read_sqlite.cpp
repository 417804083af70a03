#include "engine/facts/read_sqlite.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include "engine/base/utf8.hpp"
#include "engine/facts/results_database.hpp"

namespace mingze {

namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr int longest_value = 1 << 18;
constexpr int most_too_long = 20;      // rows with longer ones; what is behind them is not read
constexpr int longest_pattern = 1000;  // of LIKE and GLOB

struct Closes {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Closes>;
using Statement = std::unique_ptr<sqlite3_stmt, Closes>;

/// Only what reads is allowed, whatever a view says.
int authorize(void*, int action, const char*, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

/// How long a query is not taken for endless. Steps are counted, so one that ends does so on every
/// machine. A single step may work on long values and a sort may keep many, so the clock and the
/// memory have a say as well, far from what honest queries take.
class Patience {
 public:
  static constexpr int steps = 100;  // between two looks

  explicit Patience(std::size_t size) {
    constexpr std::int64_t least = 50'000'000;
    constexpr std::int64_t for_each_byte = 30;
    looks_left_ = (least + for_each_byte * static_cast<std::int64_t>(size)) / steps;
    constexpr std::size_t second_for = std::size_t{1} << 20U;
    until_ = std::chrono::steady_clock::now() +
             std::chrono::seconds(20 + static_cast<std::int64_t>(size / second_for));
    constexpr std::int64_t kept = std::int64_t{1} << 29U;
    memory_ = sqlite3_memory_used() + kept;
  }

  /// For sqlite3_progress_handler: whether to stop.
  static int look(void* patience) { return static_cast<Patience*>(patience)->ends() ? 1 : 0; }

 private:
  bool ends() {
    return --looks_left_ < 0 || sqlite3_memory_used() > memory_ ||
           std::chrono::steady_clock::now() > until_;
  }

  std::int64_t looks_left_;
  std::chrono::steady_clock::time_point until_;
  std::int64_t memory_;  // of all that the process does with SQLite: nothing tells them apart
};

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char byte : name) out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  return out + "\"";
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) switch (byte) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += byte;
    }
}

std::string_view text_of(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  const int size = sqlite3_column_bytes(statement, column);
  return text == nullptr ? std::string_view() : std::string_view(text, std::size_t(size));
}

void append_cell(std::string& out, sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      out += "\\N";
      return;
    case SQLITE_BLOB:
      out += "\\Tblob";
      return;
    case SQLITE_FLOAT:
      out += "\\T";
      out += text_of(statement, column);
      return;
    default:
      break;
  }
  const std::string_view text = text_of(statement, column);
  if (first_invalid_utf8(text))
    out += "\\Tbytes";
  else
    append_escaped(out, text);
}

bool is_of_results(const std::string& name) {
  return std::find(results_tables.begin(), results_tables.end(), name) != results_tables.end();
}

class Reader {
 public:
  Reader(std::string bytes, const std::string& path, const Program& program)
      : bytes_(std::move(bytes)),
        path_(path),
        program_(program),
        patience_(bytes_.size()),
        room_((std::size_t{1} << 28U) + 8 * bytes_.size()) {}

  Result<SqliteTables> run() {
    if (!is_sqlite(bytes_) || bytes_.size() < sqlite_header_size)
      return Failure{
          "sqlite-not-a-database", path_, {"这不是 SQLite 数据库", "this is no SQLite database"}};
    constexpr std::size_t write_version = 18;  // 2 with a log beside the file: all of it is here
    constexpr std::size_t read_version = 19;
    bytes_[write_version] = bytes_[read_version] = 1;
    if (!open()) return failure();
    SqliteTables out;
    std::vector<std::pair<std::string, bool>> found;
    if (!names(found)) return failure();
    const bool results = sqlite_mark(bytes_) == results_mark;
    for (const auto& [name, is_view] : found) {
      if (results && (is_view || is_of_results(name))) continue;
      const auto relation = std::find_if(
          program_.predicates.begin(), program_.predicates.end(),
          [&, &called = name](const Predicate& one) { return !one.decision && one.id == called; });
      if (relation == program_.predicates.end()) {
        out.others.push_back(name);
        continue;
      }
      out.tables.push_back({name, {}});
      if (is_view) view_ = name;
      if (!read(*relation, is_view, out.tables.back().text)) return failure();
      view_.clear();
    }
    return out;
  }

 private:
  bool open() {
    sqlite3* opened = nullptr;
    code_ = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
    connection_.reset(opened);
    if (code_ != SQLITE_OK) return false;
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_limit(opened, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, longest_pattern);
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(opened, SQLITE_LIMIT_WORKER_THREADS, 0);
    // Of what tables are made otherwise than from rows, JSON alone is for queries.
    std::array<const char*, 3> modules{"json_each", "json_tree", nullptr};
    sqlite3_drop_modules(opened, modules.data());
    // Nothing is put into files, and pages are looked at before they are believed.
    code_ = sqlite3_exec(opened, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", nullptr,
                         nullptr, nullptr);
    if (code_ != SQLITE_OK) return false;
    sqlite3_progress_handler(opened, Patience::steps, Patience::look, &patience_);
    const auto size = static_cast<std::int64_t>(bytes_.size());
    code_ = sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes_.data()),
                                size, size, SQLITE_DESERIALIZE_READONLY);
    if (code_ != SQLITE_OK) return false;
    sqlite3_set_authorizer(opened, authorize, nullptr);
    return true;
  }

  Statement prepare(const std::string& query) {
    sqlite3_stmt* statement = nullptr;
    code_ = sqlite3_prepare_v2(connection_.get(), query.data(), static_cast<int>(query.size()),
                               &statement, nullptr);
    return Statement(statement);
  }

  /// The next row, or false after the last and where that fails.
  bool step(const Statement& statement) {
    code_ = sqlite3_step(statement.get());
    return code_ == SQLITE_ROW;
  }

  bool names(std::vector<std::pair<std::string, bool>>& out) {
    const Statement all = prepare(
        "SELECT name, type = 'view' FROM sqlite_schema WHERE type IN ('table', 'view') AND name "
        "NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    if (!all) return false;
    while (step(all)) {
      const std::string_view name = text_of(all.get(), 0);
      if (!first_invalid_utf8(name)) out.emplace_back(name, sqlite3_column_int(all.get(), 1) != 0);
    }
    return code_ == SQLITE_DONE;
  }

  bool read(const Predicate& relation, bool is_view, std::string& text) {
    const Statement any = prepare("SELECT * FROM " + quoted(relation.id));
    if (!any) return false;
    std::vector<std::string> columns;
    for (int i = 0; i < sqlite3_column_count(any.get()); ++i) {
      const char* name = sqlite3_column_name(any.get(), i);
      columns.emplace_back(name == nullptr ? "" : name);
    }
    for (const Slot& slot : relation.slots)
      if (std::find(columns.begin(), columns.end(), slot.role) != columns.end())
        text += "\t" + slot.role;
      else
        return heading(columns, text);
    text += "\n";
    Rows rows{{}, quoted(relation.id), false};
    for (const Slot& slot : relation.slots) rows.cells.push_back(quoted(slot.role));
    std::int64_t read = 0;
    if (is_view) {
      if (!read_on(rows, read, text)) return false;
      room_ -= text.size();
      return true;
    }
    rows.has_id = prepare("SELECT rowid FROM " + rows.from) != nullptr;
    rows.from += " NOT INDEXED";  // so that rows are in one order, whatever the cells
    for (int faults = 0; faults < most_too_long && !read_on(rows, read, text); ++faults)
      if (code_ != SQLITE_TOOBIG || !read_one(rows, read, text)) return false;
    room_ -= text.size();
    return true;
  }

  /// How the rows of a table or view are asked for.
  struct Rows {
    std::vector<std::string> cells;
    std::string from;
    bool has_id;
    /// `most` rows with these cells, of those behind the first `behind`; -1: all.
    [[nodiscard]] std::string query(const std::string& wanted, std::int64_t most,
                                    std::int64_t behind) const {
      return (has_id ? "SELECT rowid" : "SELECT NULL") + wanted + " FROM " + from + " LIMIT " +
             std::to_string(most) + " OFFSET " + std::to_string(behind);
    }
  };

  static void append_number(std::string& text, const Statement& row, std::int64_t number) {
    const bool has_id = sqlite3_column_type(row.get(), 0) == SQLITE_INTEGER;
    text += std::to_string(has_id ? sqlite3_column_int64(row.get(), 0) : number);
  }

  /// Reads the rows behind those that are read. False where one of them can't be.
  bool read_on(const Rows& rows, std::int64_t& read, std::string& text) {
    std::string cells;
    for (const std::string& cell : rows.cells) cells += ", " + cell;
    const Statement all = prepare(rows.query(cells, -1, read));
    if (!all) return false;
    while (step(all)) {
      append_number(text, all, ++read);
      for (int i = 1; i <= static_cast<int>(rows.cells.size()); ++i) {
        text += '\t';
        append_cell(text, all.get(), i);
      }
      text += '\n';
      if (text.size() <= room_) continue;
      code_ = SQLITE_INTERRUPT;
      return false;
    }
    return code_ == SQLITE_DONE;
  }

  /// Reads the next row cell by cell, with marks in place of those that are too long. False where
  /// it is not its cells that can't be read.
  bool read_one(const Rows& rows, std::int64_t& read, std::string& text) {
    const Statement row = prepare(rows.query("", 1, read));
    if (!row || !step(row)) return false;
    append_number(text, row, read + 1);
    for (const std::string& cell : rows.cells) {
      const Statement one = prepare(rows.query(", " + cell, 1, read));
      if (!one) return false;
      text += '\t';
      if (step(one))
        append_cell(text, one.get(), 1);
      else if (code_ == SQLITE_TOOBIG)
        text += "\\L";
      else
        return false;
    }
    text += '\n';
    ++read;
    return true;
  }

  /// Of a table that lacks a role.
  static bool heading(const std::vector<std::string>& columns, std::string& text) {
    text.clear();
    for (const std::string& column : columns)
      if (!first_invalid_utf8(column)) {
        text += '\t';
        append_escaped(text, column);
      }
    text += '\n';
    return true;
  }

  [[nodiscard]] Failure failure() const {
    std::string said = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code_);
    if (first_invalid_utf8(said)) said.clear();
    if (!view_.empty() && code_ == SQLITE_TOOBIG)
      return {"sqlite-long",
              path_,
              {"视图“" + view_ + "”里有的值超过 256 KiB",
               "the view " + view_ + " has to do with a value of more than 256 KiB"}};
    if (!view_.empty() && code_ == SQLITE_ERROR)
      return {"sqlite-view",
              path_,
              {"视图“" + view_ + "”查不出来（" + said + "）",
               "the view " + view_ + " can't be read (" + said + ")"}};
    if (code_ == SQLITE_INTERRUPT || code_ == SQLITE_TOOBIG)
      return {"sqlite-endless",
              path_,
              {"读不完：有的视图没有尽头，或内容太大",
               "reading does not come to an end: a view has none, or there is too much"}};
    return {"sqlite-damaged",
            path_,
            {"数据库读不出来，可能已损坏（" + said + "）",
             "the database can't be read and may be damaged (" + said + ")"}};
  }

  std::string bytes_;
  const std::string& path_;
  const Program& program_;
  Patience patience_;
  std::size_t room_;  // for the texts of the tables
  Connection connection_;
  int code_ = SQLITE_OK;
  std::string view_;  // the one that is being read
};

}  // namespace

std::uint32_t sqlite_mark(std::string_view header) {
  constexpr std::size_t at = 68;  // the file format's "application ID", big-endian
  std::uint32_t mark = 0;
  for (std::size_t i = at; i < at + 4 && i < header.size(); ++i)
    mark = mark << 8U | static_cast<unsigned char>(header[i]);
  return mark;
}

bool is_sqlite(std::string_view bytes) { return bytes.starts_with(magic); }

Result<SqliteTables> read_sqlite(std::string bytes, const std::string& path,
                                 const Program& program) {
  return Reader(std::move(bytes), path, program).run();
}

}  // namespace mingze
