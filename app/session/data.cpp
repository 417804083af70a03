#include "app/session/data.hpp"

#include <set>

#include "engine/facts/load_tsv.hpp"

namespace mingze::app {

namespace {

class DataFiles {
 public:
  DataFiles(Workspace& workspace, const std::vector<std::string>& folders, const Program& program)
      : workspace_(workspace), folders_(folders), program_(program) {}

  std::vector<DataFile> find() {
    std::set<PredicateId> named;
    for (const FactFile& file : program_.fact_files) {
      named.insert(file.predicate);
      find_named(file);
    }
    for (std::uint32_t i = 0; i < program_.predicates.size(); ++i)
      if (!program_.predicates[i].decision && !named.contains({i})) find_by_relation({i});
    return std::move(files_);
  }

 private:
  void find_named(const FactFile& file) {
    std::string searched;
    for (const std::string& folder : folders_) {
      const std::string path = join_path(folder, file.file);
      if (workspace_.files().kind(path) == PathKind::file) return read(path, false, file.predicate);
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

  void find_by_relation(PredicateId predicate) {
    for (const std::string& folder : folders_) {
      const std::string path = join_path(folder, program_[predicate].id + ".tsv");
      if (workspace_.files().kind(path) == PathKind::file) read(path, false, predicate);
    }
  }

  void read(const std::string& path, bool embedded, PredicateId predicate) {
    const auto source = workspace_.data(path, embedded);
    if (!source) return workspace_.problems().failures.push_back(source.failure());
    files_.push_back({predicate, source.value()});
  }

  Workspace& workspace_;
  const std::vector<std::string>& folders_;
  const Program& program_;
  std::vector<DataFile> files_;
};

}  // namespace

std::vector<DataFile> data_files(Workspace& workspace, const std::vector<std::string>& folders,
                                 const Program& program) {
  bool all_there = true;
  for (const std::string& folder : folders) {
    const PathKind kind = workspace.files().kind(folder);
    if (kind == PathKind::folder) continue;
    all_there = false;
    workspace.problems().failures.push_back(
        kind == PathKind::missing
            ? Failure{"folder-missing", folder, {"没有这个数据文件夹", "no such folder of data"}}
            : Failure{"not-a-folder", folder, {"--facts 需要文件夹", "--facts takes a folder"}});
  }
  if (!all_there) return {};
  return DataFiles(workspace, folders, program).find();
}

void load_data(Workspace& workspace, const std::vector<DataFile>& files, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress) {
  TsvLoader loader(program, database, jobs);
  std::size_t done = 0;
  for (const auto& [predicate, source] : files) {
    loader.load(workspace.sources()[source], source, predicate, workspace.problems().diagnostics);
    if (progress) progress(++done, files.size());
  }
}

}  // namespace mingze::app
