// SQLite databases made in memory, as the bytes of their files.
#pragma once

#include <sqlite3.h>

#include <stdexcept>
#include <string>

namespace mingze {

/// The bytes of the file that would hold this database.
inline std::string bytes_of(sqlite3* database) {
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return out;
}

/// The bytes of a database that these statements make.
inline std::string sqlite_file(const std::string& statements) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  char* wrong = nullptr;
  if (sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &wrong) != SQLITE_OK) {
    const std::string message = wrong;
    sqlite3_free(wrong);
    sqlite3_close(database);
    throw std::runtime_error(message);
  }
  std::string out = bytes_of(database);
  sqlite3_close(database);
  return out;
}

}  // namespace mingze
