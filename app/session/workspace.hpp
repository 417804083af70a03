// The program files of one run: everything that is read together is one program.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/pack/packs.hpp"
#include "app/session/inputs.hpp"
#include "app/session/problems.hpp"
#include "dsl/ast/ast.hpp"
#include "dsl/lower/lower.hpp"
#include "engine/base/files.hpp"
#include "engine/base/sources.hpp"

namespace mingze::app {

/// Reads and parses programs, packs, and what they `use`. All mistakes are collected.
class Workspace {
 public:
  /// Both must outlive the workspace.
  Workspace(const FileSystem& files, const Packs& packs) : files_(files), packs_(packs) {}

  /// Reads everything; call once.
  void load(const Inputs& inputs);
  /// The sources of the programs that were named, in the order of reading: not those of packs and
  /// of what is used.
  [[nodiscard]] std::vector<SourceId> programs() const;

  /// Whether a source is of the programs that were named; where none was, of the built-in packs
  /// named, or of all.
  [[nodiscard]] bool was_named(SourceId source) const;

  [[nodiscard]] Sources& sources() { return sources_; }
  [[nodiscard]] const Sources& sources() const { return sources_; }
  [[nodiscard]] Problems& problems() { return problems_; }
  [[nodiscard]] const Problems& problems() const { return problems_; }
  [[nodiscard]] const FileSystem& files() const { return files_; }
  [[nodiscard]] const Packs& packs() const { return packs_; }

  /// The tree of a file that was read.
  [[nodiscard]] const dsl::Module& module(SourceId source);
  /// The trees of all that was read. Those of the built-in packs are made from their archives when
  /// they are first asked for.
  [[nodiscard]] std::vector<dsl::Input> inputs();
  /// Whether the built-in packs, without their tests, are all that was read.
  [[nodiscard]] bool only_packs() const { return only_packs_; }
  /// Where files have syntax errors: the statements there are in no module.
  [[nodiscard]] const std::vector<Span>& syntax_errors() const { return syntax_errors_; }
  /// Whether what checks drafts was read.
  [[nodiscard]] bool has_draft_rules() const;
  /// Whether a source was built in.
  [[nodiscard]] bool is_embedded(SourceId source) const;

  /// Whether findings declared in this source are about drafts: those of the pack that checks
  /// drafts, and of the programs and packs that were named.
  [[nodiscard]] bool reports_on_drafts(SourceId source) const;

  /// The text of a data file, read once; `embedded` looks among the built-in packs.
  [[nodiscard]] Result<SourceId> data(const std::string& path, bool embedded);

  /// The tables of a database by the relations that they are called as, each as a text that
  /// FactLoader reads.
  using Tables = std::map<std::string, SourceId, std::less<>>;
  /// Those of a SQLite database, read once; null for a file that is none.
  [[nodiscard]] Result<const Tables*> tables(const std::string& path, const Program& program);

 private:
  struct File {
    SourceId source;
    std::optional<dsl::Module> tree = {};
    std::string_view archive = {};  ///< of a built-in file: what its tree is made from
    [[nodiscard]] bool embedded() const { return !archive.empty(); }
  };

  void load_path(const std::string& path);
  void load_folder(const std::string& folder);
  /// Also those of the folders in it. Whether there are any, read before or not.
  bool load_programs_in(const std::string& folder);
  void load_file(const std::string& path);
  void load_embedded(const Pack& pack, bool with_tests);
  void load_pack(const std::string& name, bool with_tests);
  void follow_uses(std::size_t file, bool with_tests);
  void use_pack(const dsl::Word& target, bool with_tests);
  [[nodiscard]] bool declares_kinds() const;
  const dsl::Module& tree(File& file);
  void add_missing_path(const std::string& path);

  const FileSystem& files_;
  const Packs& packs_;
  Sources sources_;
  std::deque<File> files_read_;
  bool only_packs_ = false;
  std::size_t programs_ = 0;  ///< so many of the files were named
  std::set<std::string> read_paths_;
  std::set<std::string, std::less<>> named_packs_;
  /// The built-in packs that were read, and those in whose place a file of the user's stands.
  std::set<std::string, std::less<>> read_packs_;
  std::map<std::string, SourceId> data_;
  std::map<std::string, Tables> databases_;
  std::vector<Span> syntax_errors_;
  Problems problems_;
};

/// The one among `names` that looks most like `word`, in a “did you mean”, or an empty message.
[[nodiscard]] Message did_you_mean(const std::string& word, const std::vector<std::string>& names);

}  // namespace mingze::app
