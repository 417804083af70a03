// What drafters tell in a small file of their own: local names, and findings not to be told.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/workspace.hpp"
#include "draft/clause/lexicon.hpp"
#include "draft/facts/register_names.hpp"
#include "engine/program/program.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// What holds for the drafts of one folder.
struct LocalSettings {
  std::vector<draft::LexiconEntry> names;  ///< what each means, as the register has it
  std::size_t name_count = 0;              ///< names as written
  std::set<std::string> silenced;          ///< codes that are counted, not told
};

/// Reads 明责.tsv (or mingze.tsv) beside drafts and in the user's configuration. A line is a name and
/// what it means, apart by a tab or an equals sign, with other names between: 市资规局 = 自然资源部门;
/// 市排水管理处 = 事业单位 is a body that the register lacks, of a class; 不报告 = number-gap
/// silences a code. Empty lines and those that begin with # or // say nothing. Mistakes are
/// diagnostics at their line.
class LocalFiles {
 public:
  struct Register {
    Workspace& workspace;
    Program& program;
    const draft::Lexicon& bodies;
    const draft::RegisterNames& names;
  };

  /// `configuration`: the user's folder, or empty.
  LocalFiles(const Register& known, std::string configuration);

  /// The settings for a draft: those of its folder and the user's; each file is read once. Nothing
  /// where there is none.
  const LocalSettings* settings_for(const std::string& draft);

  [[nodiscard]] const std::vector<report::UsedFile>& used() const { return used_; }

 private:
  class FileReader;

  void add(const std::string& folder, LocalSettings& settings);

  Register known_;
  std::string configuration_;
  std::vector<std::string> codes_;
  std::map<std::string, std::optional<LocalSettings>> by_folder_;
  std::map<std::string, LocalSettings> by_file_;
  std::vector<report::UsedFile> used_;
};

/// The names of a settings file, the one that is looked for first at the front.
[[nodiscard]] const std::vector<std::string>& local_file_names();

}  // namespace mingze::app
