// A SQLite database that is being made.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/result.hpp"

namespace mingze::report {

/// A value of a row: NULL, an integer or a text.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
/// NULL where the text is empty.
[[nodiscard]] Cell text_or_null(std::string text);

/// A name as statements write it.
[[nodiscard]] std::string quoted_name(std::string_view name);
/// A text as statements write it.
[[nodiscard]] std::string quoted_text(std::string_view text);

/// Names of tables and columns, which count as equal where they differ in the case of ASCII letters
/// alone.
class FreeNames {
 public:
  explicit FreeNames(std::span<const char* const> taken = {});
  /// Takes a name: the one that is wanted; where that is taken (or SQLite's own) with the prefix
  /// and an underscore before it, and with a number behind that where it must be.
  std::string take(const std::string& wanted, const std::string& prefix);

 private:
  bool add(const std::string& name);
  std::vector<std::string> taken_;  // in small letters
};

/// Writes into an empty file, whose bytes depend on `mark` (`PRAGMA application_id`) and the
/// statements alone. The first failure is kept;
/// what is asked after it does nothing.
class SqliteWriter {
 public:
  SqliteWriter(const std::string& path, std::uint32_t mark);
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  void run(const std::string& statements);
  /// A statement to be run again and again.
  using Prepared = std::size_t;
  [[nodiscard]] Prepared prepare(const std::string& statement);
  /// The same for a new row of a table with so many columns.
  [[nodiscard]] Prepared prepare_insert(const std::string& table, std::size_t columns);
  /// Runs it with these parameters.
  void run(Prepared statement, std::span<const Cell> cells);
  void run(Prepared statement, std::initializer_list<Cell> cells);
  /// The integer that it finds; NULL where it finds none.
  [[nodiscard]] Cell find(Prepared statement, std::span<const Cell> cells);

  [[nodiscard]] bool failed() const;
  /// Everything is written; else what went wrong, about `subject`.
  [[nodiscard]] std::optional<Failure> finish(const std::string& subject);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingze::report
