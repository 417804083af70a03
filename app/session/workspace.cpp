#include "app/session/workspace.hpp"

#include <algorithm>

#include "app/session/database_files.hpp"
#include "dsl/ast/archive.hpp"
#include "dsl/check/suggest.hpp"
#include "dsl/grammar/parse.hpp"
#include "engine/facts/read_sqlite.hpp"

namespace mingze::app {

namespace {

/// The built-in pack whose findings `mingze check` tells.
constexpr std::string_view draft_pack = "draft";

std::vector<std::string> names_of(const Packs& packs) {
  std::vector<std::string> names;
  for (const Pack& pack : packs.all()) names.emplace_back(pack.name);
  return names;
}

Message joined(const Message& a, const Message& b) { return {a.zh + b.zh, a.en + b.en}; }

}  // namespace

Message did_you_mean(const std::string& word, const std::vector<std::string>& names) {
  const auto near = dsl::similar(word, names, 1);
  if (near.empty()) return {};
  return {"。是不是要写“" + near[0] + "”？", "; did you mean \"" + near[0] + "\"?"};
}

void Workspace::load(const Inputs& inputs) {
  for (const std::string& path : inputs.programs) load_path(path);
  programs_ = files_read_.size();
  if (inputs.programs_alone) return;
  for (const std::string& pack : inputs.packs) load_pack(pack, inputs.with_tests);
  for (std::size_t i = 0; i < files_read_.size(); ++i) follow_uses(i, inputs.with_tests);
  if (!inputs.default_packs || (!inputs.always_default_packs && !named_packs_.empty())) return;
  if (inputs.always_default_packs || !declares_kinds()) {
    only_packs_ = files_read_.empty() && problems_.failures.empty() && !inputs.with_tests;
    for (const Pack& pack : packs_.all()) load_embedded(pack, inputs.with_tests);
  } else if (read_packs_.size() < packs_.all().size()) {
    problems_.notes.push_back(
        {"packs-not-loaded",
         {"程序自己声明了类别，因此不载入内置规则包；需要时写“引用 包名。”",
          "the program declares kinds of its own, so the built-in packs are not loaded; "
          "`use NAME.` brings one in"}});
  }
}

void Workspace::load_path(const std::string& path) {
  switch (files_.kind(path)) {
    case PathKind::folder:
      return load_folder(path);
    case PathKind::file:
      return load_file(path);
    case PathKind::missing:
      return add_missing_path(path);
  }
}

void Workspace::load_folder(const std::string& folder) {
  if (load_programs_in(folder)) return;
  problems_.failures.push_back(
      {"no-programs",
       folder,
       {"文件夹里没有 .mz 程序文件", "there is no .mz file in this folder"}});
}

bool Workspace::load_programs_in(const std::string& folder) {
  const auto names = files_.list(folder);
  if (!names) {
    problems_.failures.push_back(names.failure());
    return true;  // or so it may be: what is wrong with it is told
  }
  bool found = false;
  std::vector<std::string> folders;
  for (const std::string& name : names.value()) {
    if (name.starts_with('.')) continue;
    const std::string path = join_path(folder, name);
    const PathKind kind = files_.kind(path);
    if (kind == PathKind::folder) folders.push_back(path);
    if (kind != PathKind::file || !name.ends_with(".mz")) continue;
    load_file(path);
    found = true;
  }
  for (const std::string& inner : folders) found = load_programs_in(inner) || found;
  return found;
}

void Workspace::load_file(const std::string& path) {
  if (!read_paths_.insert(normal_path(path)).second) return;
  auto text = files_.read(path);
  if (!text) return problems_.failures.push_back(text.failure());
  const std::string name = path == "-" ? "<stdin>" : path;
  const SourceId id = sources_.add(name, std::move(text.value()));
  dsl::ParseResult parsed = dsl::parse(sources_[id], id);
  for (const Diagnostic& diagnostic : parsed.diagnostics)
    if (diagnostic.severity == Severity::error) syntax_errors_.push_back(diagnostic.span);
  problems_.add(std::move(parsed.diagnostics));
  for (const dsl::Statement& statement : parsed.module.statements)
    if (const auto* pack = std::get_if<dsl::Pack>(&statement.body))
      read_packs_.insert(pack->name.text);
  files_read_.push_back({id, std::move(parsed.module)});
}

void Workspace::load_embedded(const Pack& pack, bool with_tests) {
  if (!read_packs_.insert(std::string(pack.name)).second) return;
  for (const PackedFile& file : pack.files) {
    if (file.module.empty() || (file.is_tests() && !with_tests)) continue;
    const SourceId id = sources_.add(std::string(file.path), BuiltIn{file.text});
    files_read_.push_back({id, {}, file.module});
  }
}

void Workspace::load_pack(const std::string& name, bool with_tests) {
  if (const Pack* pack = packs_.find(name)) {
    named_packs_.insert(name);
    return load_embedded(*pack, with_tests);
  }
  if (files_.kind(name) != PathKind::missing) return load_path(name);
  problems_.failures.push_back(
      {"unknown-pack", name,
       joined({"没有这个规则包，也没有这个文件夹", "there is no pack and no folder of this name"},
              did_you_mean(name, names_of(packs_)))});
}

void Workspace::follow_uses(std::size_t file, bool with_tests) {
  std::vector<dsl::Word> targets;
  for (const dsl::Statement& statement : tree(files_read_[file]).statements)
    if (const auto* use = std::get_if<dsl::Use>(&statement.body)) targets.push_back(use->target);
  for (const dsl::Word& target : targets) use_pack(target, with_tests);
}

void Workspace::use_pack(const dsl::Word& target, bool with_tests) {
  if (const Pack* pack = packs_.find(target.text)) return load_embedded(*pack, with_tests);
  const bool embedded = is_embedded(target.span.source);
  const std::string folder = folder_of(sources_[target.span.source].name());
  const std::string path = join_path(folder, target.text);
  if (!embedded && target.form == dsl::Form::string && files_.kind(path) != PathKind::missing)
    return load_path(path);
  const Message message =
      target.form == dsl::Form::string
          ? Message{"找不到文件夹“" + path + "”", "there is no folder \"" + path + "\""}
          : Message{"没有名为“" + target.text + "”的内置规则包",
                    "there is no built-in pack \"" + target.text + "\""};
  problems_.diagnostics.push_back({"unknown-pack", Severity::error,
                                   joined(message, did_you_mean(target.text, names_of(packs_))),
                                   target.span});
}

bool Workspace::declares_kinds() const {
  for (const File& file : files_read_) {
    if (file.embedded()) continue;
    for (const dsl::Statement& statement : file.tree->statements)
      if (std::holds_alternative<dsl::Kind>(statement.body)) return true;
  }
  return false;
}

void Workspace::add_missing_path(const std::string& path) {
  std::vector<std::string> names;
  const std::string folder = folder_of(path);
  if (const auto found = files_.list(folder.empty() ? "." : folder))
    for (const std::string& name : found.value()) names.push_back(join_path(folder, name));
  problems_.failures.push_back(
      {"file-missing", path,
       joined({"没有这个文件或文件夹", "no such file or folder"}, did_you_mean(path, names))});
}

const dsl::Module& Workspace::tree(File& file) {
  if (file.tree) return *file.tree;
  auto made = dsl::from_bytes(file.archive, file.source);
  if (!made) problems_.failures.push_back(made.failure());
  return file.tree.emplace(made ? std::move(made.value()) : dsl::Module{file.source, {}, {}});
}

std::vector<SourceId> Workspace::programs() const {
  std::vector<SourceId> sources;
  for (std::size_t i = 0; i < programs_; ++i) sources.push_back(files_read_[i].source);
  return sources;
}

bool Workspace::was_named(SourceId source) const {
  const auto file = std::find_if(files_read_.begin(), files_read_.end(),
                                 [&](const File& one) { return one.source == source; });
  if (programs_ > 0) return file - files_read_.begin() < static_cast<std::ptrdiff_t>(programs_);
  if (file == files_read_.end() || !file->embedded()) return false;
  const std::string pack = name_of(folder_of(sources_[source].name()));
  return named_packs_.empty() || named_packs_.contains(pack);
}

const dsl::Module& Workspace::module(SourceId source) {
  return tree(*std::find_if(files_read_.begin(), files_read_.end(),
                            [&](const File& file) { return file.source == source; }));
}

std::vector<dsl::Input> Workspace::inputs() {
  std::vector<dsl::Input> inputs;
  for (File& file : files_read_) inputs.push_back({&tree(file), file.embedded()});
  return inputs;
}

bool Workspace::has_draft_rules() const { return read_packs_.contains(draft_pack); }

bool Workspace::is_embedded(SourceId source) const {
  return std::any_of(files_read_.begin(), files_read_.end(),
                     [&](const File& file) { return file.embedded() && file.source == source; });
}

bool Workspace::reports_on_drafts(SourceId source) const {
  if (!is_embedded(source)) return true;
  const std::string pack = name_of(folder_of(sources_[source].name()));
  return pack == draft_pack || named_packs_.contains(pack);
}

Result<SourceId> Workspace::data(const std::string& path, bool embedded) {
  const std::string key = (embedded ? "embedded:" : "") + normal_path(path);
  if (const auto known = data_.find(key); known != data_.end()) return known->second;
  const PackedFile* packed = embedded ? packs_.file(path) : nullptr;
  if (embedded && packed == nullptr)
    return Failure{"file-missing", path, {"没有这个文件", "no such file"}};
  const auto add = [&](auto text) {
    const SourceId id = sources_.add(path, std::move(text));
    data_.emplace(key, id);
    return id;
  };
  if (embedded) return add(BuiltIn{packed->text});
  auto text = files_.read(path);
  if (!text) return text.failure();
  return add(std::move(text.value()));
}

Result<const Workspace::Tables*> Workspace::tables(const std::string& path,
                                                   const Program& program) {
  const std::string key = normal_path(path);
  if (const auto known = databases_.find(key); known != databases_.end()) return &known->second;
  if (data_.contains(key)) return nullptr;
  auto bytes = files_.read(path);
  if (!bytes) return bytes.failure();
  if (!is_sqlite(bytes.value())) {
    data_.emplace(key, sources_.add(path, std::move(bytes.value())));
    return nullptr;
  }
  if (const auto busy = in_use(files_, path)) return *busy;
  auto read = read_sqlite(std::move(bytes.value()), path, program);
  if (!read) return read.failure();
  if (auto without = without_tables(path, read.value(), program)) return *without;
  Tables& tables = databases_[key];
  for (SqliteTable& table : read.value().tables)
    tables.emplace(table.relation,
                   sources_.add(path + "#" + table.relation, NumberedRows{std::move(table.text)}));
  if (const Message others = other_tables(read.value(), program); !others.en.empty())
    problems_.notes.push_back(
        {"sqlite-other-tables",
         {path + "：这些表没有读，因为不是关系名：" + others.zh,
          path + ": these tables are not read, as no relation is called so: " + others.en}});
  return &tables;
}

}  // namespace mingze::app
