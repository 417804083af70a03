#include "app/session/data.hpp"

#include <set>

#include "engine/facts/load_tsv.hpp"

namespace mingze::app {

namespace {

class DataFiles {
 public:
  DataFiles(Workspace& workspace, const std::vector<std::string>& folders, Program& program,
            Database& database, unsigned jobs)
      : workspace_(workspace),
        folders_(folders),
        program_(program),
        loader_(program, database, jobs) {}

  void load(const OnProgress& progress) {
    const std::size_t all = program_.fact_files.size() + program_.predicates.size();
    std::size_t done = 0;
    const auto step = [&] {
      if (progress) progress(++done, all);
    };
    std::set<PredicateId> named;
    for (const FactFile& file : program_.fact_files) {
      named.insert(file.predicate);
      load_named(file);
      step();
    }
    for (std::uint32_t i = 0; i < program_.predicates.size(); ++i) {
      if (!program_.predicates[i].decision && !named.contains({i})) load_by_relation({i});
      step();
    }
  }

 private:
  void load_named(const FactFile& file) {
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

  void load_by_relation(PredicateId predicate) {
    for (const std::string& folder : folders_) {
      const std::string path = join_path(folder, program_[predicate].id + ".tsv");
      if (workspace_.files().kind(path) == PathKind::file) read(path, false, predicate);
    }
  }

  void read(const std::string& path, bool embedded, PredicateId predicate) {
    const auto source = workspace_.data(path, embedded);
    if (!source) return workspace_.problems().failures.push_back(source.failure());
    const SourceId id = source.value();
    loader_.load(workspace_.sources()[id], id, predicate, workspace_.problems().diagnostics);
  }

  Workspace& workspace_;
  const std::vector<std::string>& folders_;
  Program& program_;
  TsvLoader loader_;
};

}  // namespace

void load_data(Workspace& workspace, const std::vector<std::string>& folders, Program& program,
               Database& database, unsigned jobs, const OnProgress& progress) {
  bool all_there = true;
  for (const std::string& folder : folders) {
    const PathKind kind = workspace.files().kind(folder);
    if (kind == PathKind::folder) continue;
    all_there = false;
    const Message message = kind == PathKind::missing
                                ? Message{"没有这个数据文件夹", "no such folder of data"}
                                : Message{"--facts 需要文件夹", "--facts takes a folder"};
    workspace.problems().failures.push_back({folder, message});
  }
  if (all_there) DataFiles(workspace, folders, program, database, jobs).load(progress);
}

}  // namespace mingze::app
