// A draft that is being written: checked once, then again after each edit.
#pragma once

#include <memory>
#include <string>

#include "app/session/check.hpp"
#include "app/session/draft_desk.hpp"
#include "app/session/item_rules.hpp"

namespace mingze::app {

/// Holds a draft with all that its last check found out. After an edit the paragraphs that differ
/// are folded, the items that they change are read and ruled on, and the rest keeps its findings
/// (docs/design.md, "A draft that is edited"). The report is the same to the byte as a check from
/// scratch gives.
class OpenDraft {
 public:
  /// Workspace and program must outlive it; the program is its own alone from now on. `options`
  /// names the one draft: its name, its folder's settings and what kind of file it is are told by
  /// that path; nothing is read from there. What is wrong with lists and settings is told in the
  /// workspace, and nothing is checked then.
  OpenDraft(Workspace& workspace, Prepared& prepared, CheckOptions options);
  ~OpenDraft();
  OpenDraft(const OpenDraft&) = delete;
  OpenDraft& operator=(const OpenDraft&) = delete;

  /// Checks the draft as if its file held these bytes. Valid until it is asked again; a file that
  /// can't be read is a failure in the report.
  [[nodiscard]] const report::CheckReport& check(std::string bytes);

 private:
  [[nodiscard]] bool check_again(const std::string& bytes);
  void check_anew(std::string bytes);
  void count_silenced();

  Workspace& workspace_;
  Prepared& prepared_;
  CheckOptions options_;
  DraftDesk desk_;
  DraftTelling telling_;
  DraftReading how_;
  SourceId source_;
  std::unique_ptr<ItemRules> rules_;
  std::unique_ptr<OpenText> open_;
  report::CheckReport report_;
};

}  // namespace mingze::app
