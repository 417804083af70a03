#include "app/session/data.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace mingze::app {

namespace {

struct DataEnding {
  std::string_view name;
  DataFormat format;
};
/// How files of data end. A folder is looked through in this order.
constexpr std::array data_endings{
    DataEnding{".tsv", DataFormat::tsv}, DataEnding{".csv", DataFormat::csv},
    DataEnding{".json", DataFormat::json}, DataEnding{".jsonl", DataFormat::json_lines}};

bool is_database_name(std::string_view path) {
  return path.ends_with(".sqlite") || path.ends_with(".sqlite3") || path.ends_with(".db");
}

std::optional<DataFormat> format_by_name(std::string_view path) {
  for (const DataEnding& ending : data_endings)
    if (path.ends_with(ending.name)) return ending.format;
  return std::nullopt;
}

/// What a file without such an ending holds, by its first character.
std::optional<DataFormat> format_by_content(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '['))
    return DataFormat::json;
  return std::nullopt;
}

/// The name of a file without folder and ending: the relation that it is of.
std::string stem_of(const std::string& path) {
  const std::string name = name_of(path);
  return name.substr(0, name.rfind('.'));
}

class DataFiles {
 public:
  DataFiles(Workspace& workspace, const std::vector<std::string>& places, const Program& program)
      : workspace_(workspace), places_(places), program_(program) {
    for (std::uint32_t i = 0; i < program_.predicates.size(); ++i)
      if (!program_.predicates[i].decision) relations_.emplace(program_.predicates[i].id, i);
  }

  std::vector<DataFile> find() {
    for (const std::string& place : places_)
      if (workspace_.files().kind(place) == PathKind::file) open(place);
    std::set<PredicateId> named;
    for (const FactFile& file : program_.fact_files) {
      named.insert(file.predicate);
      find_named(file);
    }
    for (const auto& [id, predicate] : relations_)
      if (!named.contains({predicate}))
        for (const std::string& place : places_) (void)find_in(place, {predicate});
    for (const auto& [place, file] : opened_)
      if (file.tables == nullptr &&
          !std::any_of(files_.begin(), files_.end(),
                       [&, source = file.source](const auto& one) { return one.source == source; }))
        files_.push_back({{}, file.source, file.format, true});
    return std::move(files_);
  }

 private:
  /// A file that was given, and the relations that it holds.
  struct Opened {
    SourceId source;
    DataFormat format = DataFormat::tsv;
    std::set<std::string, std::less<>> relations;
    bool whole = true;  ///< else it is of the relation that its name says
    const Workspace::Tables* tables = nullptr;
  };

  void fail(const char* code, const std::string& path, const Message& message) {
    fail({code, path, message});
  }

  /// Once: a file may be asked for by several relations.
  void fail(const Failure& failure) {
    std::vector<Failure>& all = workspace_.problems().failures;
    const bool told = std::any_of(all.begin(), all.end(), [&](const Failure& one) {
      return one.subject == failure.subject && one.message.en == failure.message.en;
    });
    if (!told) all.push_back(failure);
  }

  void open(const std::string& path) {
    if (opened_.contains(path)) return;
    const auto tables = workspace_.tables(path, program_);
    if (!tables) return fail(tables.failure());
    if (tables.value() != nullptr) return open(path, *tables.value());
    if (is_database_name(path)) return no_database(path);
    const auto source = workspace_.data(path, false);
    if (!source) return fail(source.failure());
    const std::string_view text = workspace_.sources()[source.value()].text();
    auto format = format_by_name(path);
    if (!format) format = format_by_content(text);
    if (!format)
      return fail("data-format", path,
                  {"看不出是什么数据：文件名应以 .tsv、.csv、.json、.jsonl 或 .sqlite 结尾",
                   "what data this is can't be told; its name should end in .tsv, .csv, "
                   ".json, .jsonl or .sqlite"});
    Opened file{source.value(), *format, {}};
    if (tells_relations(*format))
      for (std::string& name : relations_in_json(text, *format == DataFormat::json_lines))
        file.relations.insert(std::move(name));
    const std::string stem = stem_of(path);
    if (file.relations.empty() && relations_.contains(stem)) {
      file.relations.insert(stem);
      file.whole = false;
    } else if (!tells_relations(*format)) {
      return no_relation(path, stem);
    }
    opened_.emplace(path, std::move(file));
  }

  void open(const std::string& path, const Workspace::Tables& tables) {
    Opened file{{}, DataFormat::table, {}, true, &tables};
    for (const auto& [relation, source] : tables) file.relations.insert(relation);
    opened_.emplace(path, std::move(file));
  }

  void no_database(const std::string& path) {
    fail("sqlite-not-a-database", path, {"这不是 SQLite 数据库", "this is no SQLite database"});
  }

  void no_relation(const std::string& path, const std::string& stem) {
    std::vector<std::string> names;
    for (const auto& [id, predicate] : relations_) names.push_back(id);
    const Message hint = did_you_mean(stem, names);
    fail("data-relation", path,
         {"没有声明过关系“" + stem + "”：文件名要是关系名" + hint.zh,
          "no relation \"" + stem + "\" is declared, and the file's name says the relation" +
              hint.en});
  }

  void find_named(const FactFile& file) {
    std::string searched;
    for (const std::string& place : places_) {
      if (opened_.contains(place)) {
        if (find_in(place, file.predicate)) return;
        searched += place + " ";
        continue;
      }
      const std::string path = join_path(place, file.file);
      if (workspace_.files().kind(path) == PathKind::file) return read(path, false, file.predicate);
      if (find_in(place, file.predicate)) return;
      searched += path + " ";
    }
    const bool embedded = workspace_.is_embedded(file.span.source);
    const std::string program = workspace_.sources()[file.span.source].name();
    const std::string path = join_path(folder_of(program), file.file);
    const bool there = embedded ? workspace_.packs().file(path) != nullptr
                                : workspace_.files().kind(path) == PathKind::file;
    if (there) return read(path, embedded, file.predicate);
    searched += path;
    Diagnostic diagnostic{
        "data-file-missing",
        Severity::error,
        {"找不到数据文件“" + file.file + "”", "the data file \"" + file.file + "\" is not there"},
        file.span};
    diagnostic.notes.push_back({"已查找：" + searched, "looked for: " + searched});
    workspace_.problems().diagnostics.push_back(std::move(diagnostic));
  }

  /// Whether a place has data of a relation, which are taken.
  bool find_in(const std::string& place, PredicateId predicate) {
    const std::string& id = program_[predicate].id;
    if (const auto file = opened_.find(place); file != opened_.end()) {
      const Opened& opened = file->second;
      if (!opened.relations.contains(id)) return false;
      const SourceId source =
          opened.tables == nullptr ? opened.source : opened.tables->find(id)->second;
      files_.push_back({predicate, source, opened.format, opened.whole});
      return true;
    }
    std::vector<std::string> found;
    for (const DataEnding& ending : data_endings) {
      std::string path = join_path(place, id + std::string(ending.name));
      if (workspace_.files().kind(path) == PathKind::file) found.push_back(std::move(path));
    }
    if (found.empty()) return false;
    if (found.size() > 1)
      fail("data-twice", found[1],
           {"“" + id + "”在这个文件夹里还有 " + name_of(found[0]) + "，只能留一个",
            "the folder has " + name_of(found[0]) + " for " + id + " too; keep one"});
    read(found[0], false, predicate);
    return true;
  }

  void read(const std::string& path, bool embedded, PredicateId predicate) {
    if (!embedded) {
      const auto tables = workspace_.tables(path, program_);
      if (!tables) return fail(tables.failure());
      if (tables.value() != nullptr) return read(path, *tables.value(), predicate);
      if (is_database_name(path)) return no_database(path);
    }
    const auto source = workspace_.data(path, embedded);
    if (!source) return fail(source.failure());
    files_.push_back({predicate, source.value(), format_by_name(path).value_or(DataFormat::tsv)});
  }

  void read(const std::string& path, const Workspace::Tables& tables, PredicateId predicate) {
    const std::string& id = program_[predicate].id;
    const auto table = tables.find(id);
    if (table != tables.end())
      files_.push_back({predicate, table->second, DataFormat::table});
    else
      fail("data-relation", path,
           {"数据库里没有表“" + id + "”", "the database has no table " + id});
  }

  Workspace& workspace_;
  const std::vector<std::string>& places_;
  const Program& program_;
  std::map<std::string, std::uint32_t, std::less<>> relations_;
  std::map<std::string, Opened> opened_;
  std::vector<DataFile> files_;
};

}  // namespace

std::string_view ending_of(DataFormat format) {
  for (const DataEnding& ending : data_endings)
    if (ending.format == format) return ending.name;
  return ".csv";
}

std::vector<DataFile> data_files(Workspace& workspace, const std::vector<std::string>& places,
                                 const Program& program) {
  bool all_there = true;
  for (const std::string& place : places) {
    if (workspace.files().kind(place) != PathKind::missing) continue;
    all_there = false;
    workspace.problems().failures.push_back(
        {"file-missing", place, {"没有这个数据文件或文件夹", "no such file or folder of data"}});
  }
  if (!all_there) return {};
  return DataFiles(workspace, places, program).find();
}

void load_data(Workspace& workspace, const std::vector<DataFile>& files, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress) {
  FactLoader loader(program, database, jobs);
  Diagnostics& out = workspace.problems().diagnostics;
  std::size_t done = 0;
  std::set<SourceId> read;
  for (const DataFile& file : files) {
    const Source& source = workspace.sources()[file.source];
    if (file.format == DataFormat::tsv) {
      loader.load_tsv(source, file.source, file.predicate, out);
    } else if (file.format == DataFormat::csv) {
      loader.load_csv(source, file.source, file.predicate, out);
    } else if (file.format == DataFormat::table) {
      loader.load_table(source, file.source, file.predicate, out);
    } else if (read.insert(file.source).second) {
      Wanted wanted{{}, file.whole};
      for (const DataFile& other : files)
        if (other.source == file.source && other.predicate.valid())
          wanted.relations.push_back(other.predicate);
      if (file.format == DataFormat::json)
        loader.load_json(source, file.source, wanted, out);
      else
        loader.load_json_lines(source, file.source, wanted, out);
    }
    if (progress) progress(++done, files.size());
  }
}

}  // namespace mingze::app
