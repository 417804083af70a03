// What every draft of a run is read and ruled with.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session/local_files.hpp"
#include "app/session/place_lists.hpp"
#include "app/session/run.hpp"
#include "draft/clause/draft_reader.hpp"
#include "draft/clause/item_words.hpp"
#include "draft/clause/read_draft.hpp"
#include "draft/facts/jurisdictions.hpp"
#include "draft/facts/register_names.hpp"
#include "draft/word/docx.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// Made once, before the first draft, then only read: any number of threads may share it.
class DraftDesk {
 public:
  /// Workspace and program must outlive it. The program gains what only lists and settings know;
  /// what is wrong with these is told in the workspace.
  DraftDesk(Workspace& workspace, Prepared& prepared, const std::string& configuration);

  /// Reads a place's own list of responsibilities, against what the register knows alone.
  void read_list(const std::string& path) { lists_.read(path); }
  /// After the last list: drafts are read with the items and bodies that only these know, too.
  void use_lists();
  /// Reads the settings for a draft of this path.
  void read_settings(const std::string& draft);

  [[nodiscard]] const draft::Jurisdictions& places() const { return places_; }
  [[nodiscard]] const draft::RegisterNames& names() const { return names_; }
  [[nodiscard]] const draft::Lexicon& topics() const { return known_.items; }
  [[nodiscard]] const PlaceLists& lists() const { return lists_; }
  /// Of a draft whose settings were read: these, or nothing.
  [[nodiscard]] const LocalSettings* settings(const std::string& draft) const;
  /// The names that it is read with: those of its folder, too.
  [[nodiscard]] const draft::Lexicon& lexicon(const std::string& draft) const;
  /// Files besides the drafts that were read.
  [[nodiscard]] std::vector<report::UsedFile> used() const;

 private:
  [[nodiscard]] draft::Lexicon lexicon_with(const std::vector<draft::LexiconEntry>& local) const;

  const Prepared& prepared_;
  ReaderNames known_;
  draft::Jurisdictions places_;
  draft::RegisterNames names_;
  PlaceLists lists_;
  LocalFiles local_;
  std::map<std::string, const LocalSettings*> settings_;  // by draft
  std::map<const LocalSettings*, draft::Lexicon> local_lexicons_;
};

/// The text of a draft, and what reads it, for when it is edited.
struct OpenText {
  draft::Document document;
  draft::DraftReader reader;

  OpenText(draft::Document text, const draft::Lexicon& lexicon, const draft::ReadOptions& options)
      : document(std::move(text)), reader(document, lexicon, options) {}
  OpenText(const OpenText&) = delete;
  OpenText& operator=(const OpenText&) = delete;
};

/// One draft as it was read, or why it can't be.
struct DraftFile {
  std::optional<report::CheckedDraft> draft = {};  ///< without findings yet
  std::vector<draft::ItemWords> words = {};        ///< where drafts are compared: by item
  draft::Issuer named = {};                        ///< there: what the file's name tells
  std::unique_ptr<OpenText> open = {};             ///< where it was asked for, and can be edited
  std::optional<Failure> failure = {};
  std::vector<Notice> notes = {};  ///< on what of it was not read
};

/// How drafts are read.
struct DraftReading {
  draft::Revision revision = draft::Revision::accepted;
  std::optional<draft::Issuer> at = {};  ///< instead of what the draft says
  bool keep_file = true;                 ///< the bytes, in `CheckedDraft::file`
  bool compare = false;                  ///< with what is compared with other drafts
  bool keep_open = false;                ///< with `DraftFile::open`
};

/// What is told of so many items and names takes half a gibibyte.
[[nodiscard]] bool is_too_much(const draft::Reading& reading);

/// Reads the file at `path`; its text becomes the source `id`, which was reserved.
[[nodiscard]] DraftFile read_draft_file(const FileSystem& files, const std::string& path,
                                        Sources& sources, SourceId id, const DraftDesk& desk,
                                        const DraftReading& how);
/// The same of a file's bytes.
[[nodiscard]] DraftFile read_draft_bytes(std::string bytes, const std::string& path,
                                         Sources& sources, SourceId id, const DraftDesk& desk,
                                         const DraftReading& how);

}  // namespace mingze::app
