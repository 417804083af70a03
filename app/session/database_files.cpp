#include "app/session/database_files.hpp"

#include <algorithm>

#include "dsl/check/suggest.hpp"
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

Message other_tables(const SqliteTables& tables, const Program& program) {
  std::vector<std::string> relations;
  for (const Predicate& predicate : program.predicates)
    if (!predicate.decision) relations.push_back(predicate.id);
  Message names;
  constexpr std::size_t most = 20;
  const std::vector<std::string>& others = tables.others;
  for (std::size_t i = 0; i < std::min(others.size(), most); ++i) {
    const auto meant = dsl::similar(others[i], relations, 1);
    names.zh += (names.zh.empty() ? "" : "、") + others[i];
    names.en += (names.en.empty() ? "" : ", ") + others[i];
    if (meant.empty()) continue;
    names.zh += "（是不是 " + meant[0] + "？）";
    names.en += " (" + meant[0] + "?)";
  }
  if (others.size() > most) {
    const std::string more = std::to_string(others.size() - most);
    names.zh += "等，另有 " + more + " 张";
    names.en += " and " + more + " more";
  }
  return names;
}

std::optional<Failure> without_tables(const std::string& path, const SqliteTables& tables,
                                      const Program& program) {
  if (!tables.tables.empty()) return std::nullopt;
  const Message others = other_tables(tables, program);
  const bool none = tables.others.empty();
  return Failure{"data-relation",
                 path,
                 {"数据库里没有以关系为名的表" + (none ? "" : "；其中的表是：" + others.zh),
                  "no table of the database is called as a relation" +
                      (none ? "" : "; there are: " + others.en)}};
}

std::optional<Failure> refused(const FileSystem& files, const std::string& path) {
  if (files.kind(path) != PathKind::file || files.is_special(path)) return std::nullopt;
  const auto header = files.read_first(path, sqlite_header_size);
  const bool results =
      header && is_sqlite(header.value()) && sqlite_mark(header.value()) == results_mark;
  if (header && !header.value().empty() && !results)
    return Failure{"sqlite-of-others",
                   path,
                   {"这个文件不是明责写的结果，不会覆盖；应当换一个文件名",
                    "this file holds no results of mingze's and is not replaced; name another "
                    "file"}};
  return in_use(files, path);
}

}  // namespace mingze::app
