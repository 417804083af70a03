#include "app/session/database_files.hpp"

#include "engine/facts/read_sqlite.hpp"
#include "engine/facts/results_database.hpp"

namespace mingze::app {

std::optional<Failure> in_use(const FileSystem& files, const std::string& path) {
  for (const char* beside : {"-wal", "-journal"}) {
    if (files.kind(path + beside) != PathKind::file) continue;
    const auto rest = files.read_first(path + beside, 1);
    if (rest && rest.value().empty()) continue;
    return Failure{"sqlite-in-use",
                   path,
                   {"数据库正在写，旁边还有 " + name_of(path) + beside + "；写完并关闭后再运行",
                    "the database is being written to: there is " + name_of(path) + beside +
                        " beside it; run again when that is closed"}};
  }
  return std::nullopt;
}

std::optional<Failure> refused(const FileSystem& files, const std::string& path) {
  if (files.kind(path) != PathKind::file || files.is_special(path)) return std::nullopt;
  const auto header = files.read_first(path, sqlite_header_size);
  const bool results =
      header && is_sqlite(header.value()) && sqlite_mark(header.value()) == results_mark;
  if (header && !header.value().empty() && !results)
    return Failure{"sqlite-of-others",
                   path,
                   {"这个文件不是明责写的结果，不会覆盖；请换一个文件名",
                    "this file holds no results of mingze's and is not replaced; name another "
                    "file"}};
  return in_use(files, path);
}

}  // namespace mingze::app
