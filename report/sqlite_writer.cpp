#include "report/sqlite_writer.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace mingze::report {

namespace {

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char byte : text) out.append(byte == quote ? 2 : 1, byte);
  return out + quote;
}

std::string in_small_letters(std::string name) {
  for (char& byte : name)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return name;
}

int bind(sqlite3_stmt* statement, int at, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return sqlite3_bind_int64(statement, at, *number);
  if (const auto* text = std::get_if<std::string>(&cell))
    return sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC,
                               SQLITE_UTF8);
  return sqlite3_bind_null(statement, at);
}

}  // namespace

Cell text_or_null(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

std::string quoted_name(std::string_view name) { return quoted(name, '"'); }

std::string quoted_text(std::string_view text) { return quoted(text, '\''); }

FreeNames::FreeNames(std::span<const char* const> taken) {
  for (const char* name : taken) add(name);
}

std::string FreeNames::take(const std::string& wanted, const std::string& prefix) {
  if (add(wanted)) return wanted;
  const std::string base = prefix + "_" + wanted;
  std::string name = base;
  for (int number = 2; !add(name); ++number) name = base + "_" + std::to_string(number);
  return name;
}

bool FreeNames::add(const std::string& name) {
  std::string small = in_small_letters(name);
  if (small.starts_with("sqlite_")) return false;
  if (std::find(taken_.begin(), taken_.end(), small) != taken_.end()) return false;
  taken_.push_back(std::move(small));
  return true;
}

struct SqliteWriter::Inside {
  struct Closes {
    void operator()(sqlite3* open) const { sqlite3_close(open); }
    void operator()(sqlite3_stmt* open) const { sqlite3_finalize(open); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Closes>;

  std::unique_ptr<sqlite3, Closes> database;
  std::vector<Statement> statements;
  int code = SQLITE_OK;
  std::string said;

  [[nodiscard]] bool failed() const { return code != SQLITE_OK; }
  void take(int result) {
    if (failed() || result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE) return;
    code = result;
    said = database ? sqlite3_errmsg(database.get()) : sqlite3_errstr(result);
  }
  /// The first row's first integer, where there is a row.
  Cell step(Prepared number, std::span<const Cell> cells) {
    if (failed()) return {};
    sqlite3_stmt* statement = statements[number].get();
    for (std::size_t i = 0; i < cells.size(); ++i)
      take(bind(statement, static_cast<int>(i) + 1, cells[i]));
    const int result = failed() ? code : sqlite3_step(statement);
    take(result);
    Cell found;
    if (result == SQLITE_ROW) found = std::int64_t{sqlite3_column_int64(statement, 0)};
    sqlite3_reset(statement);
    return found;
  }
};

SqliteWriter::SqliteWriter(const std::string& path, std::uint32_t mark)
    : inside_(std::make_unique<Inside>()) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  inside_->database.reset(opened);
  inside_->take(result);
  // The file is nobody else's until it is whole, and is thrown away where that fails.
  run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF;"
      "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA auto_vacuum = NONE;"
      "PRAGMA application_id = " +
      std::to_string(mark) + "; PRAGMA user_version = 1; BEGIN;");
}

SqliteWriter::~SqliteWriter() = default;

void SqliteWriter::run(const std::string& statements) {
  if (inside_->failed()) return;
  inside_->take(
      sqlite3_exec(inside_->database.get(), statements.c_str(), nullptr, nullptr, nullptr));
}

SqliteWriter::Prepared SqliteWriter::prepare(const std::string& statement) {
  sqlite3_stmt* prepared = nullptr;
  if (!inside_->failed())
    inside_->take(sqlite3_prepare_v3(inside_->database.get(), statement.c_str(), -1,
                                     SQLITE_PREPARE_PERSISTENT, &prepared, nullptr));
  inside_->statements.emplace_back(prepared);
  return inside_->statements.size() - 1;
}

SqliteWriter::Prepared SqliteWriter::prepare_insert(const std::string& table, std::size_t columns) {
  std::string marks;
  for (std::size_t i = 0; i < columns; ++i) marks += i == 0 ? "?" : ", ?";
  return prepare("INSERT INTO " + quoted_name(table) + " VALUES (" + marks + ")");
}

void SqliteWriter::run(Prepared statement, std::span<const Cell> cells) {
  inside_->step(statement, cells);
}

void SqliteWriter::run(Prepared statement, std::initializer_list<Cell> cells) {
  inside_->step(statement, {cells.begin(), cells.size()});
}

Cell SqliteWriter::find(Prepared statement, std::span<const Cell> cells) {
  return inside_->step(statement, cells);
}

bool SqliteWriter::failed() const { return inside_->failed(); }

std::optional<Failure> SqliteWriter::finish(const std::string& subject) {
  run("COMMIT");
  inside_->statements.clear();
  if (!inside_->failed()) inside_->take(sqlite3_close(inside_->database.release()));
  if (!inside_->failed()) return std::nullopt;
  if ((inside_->code & 0xff) == SQLITE_FULL)
    return Failure{"disk-full", subject, {"磁盘已满", "the disk is full"}};
  return Failure{
      "sqlite-unwritable",
      subject,
      {"数据库写不出来：" + inside_->said, "the database can't be written: " + inside_->said}};
}

}  // namespace mingze::report
