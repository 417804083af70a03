#include "app/session/check.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>

#include "app/session/draft_desk.hpp"
#include "app/session/draft_rules.hpp"
#include "draft/facts/other_texts.hpp"
#include "engine/base/parallel.hpp"

namespace mingze::app {

namespace {

/// Counts the steps of the work and tells of them.
class Steps {
 public:
  Steps(std::size_t all, const CheckOptions& options) : all_(all), progress_(options.progress) {}
  void done() {
    if (!progress_) return;
    const std::scoped_lock lock(mutex_);
    progress_(++done_, all_);
  }

 private:
  std::size_t all_;
  const std::function<void(std::size_t, std::size_t)>& progress_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

/// The rules of each thread. A single one works with the program itself; several with a copy each,
/// since the desk reads the program that it was made for.
class RulesOfThreads {
 public:
  RulesOfThreads(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling,
                 unsigned threads) {
    if (threads == 1) {
      rules_.emplace_back(desk, prepared, telling);
      return;
    }
    for (unsigned thread = 0; thread < threads; ++thread) {
      copies_.push_back(copy_of(prepared));
      rules_.emplace_back(desk, *copies_.back(), telling);
    }
  }
  DraftRules& of(unsigned thread) { return rules_[thread]; }

 private:
  std::vector<std::unique_ptr<Prepared>> copies_;
  std::vector<DraftRules> rules_;
};

class DraftsCheck {
 public:
  DraftsCheck(Workspace& workspace, Prepared& prepared, const CheckOptions& options)
      : workspace_(workspace),
        prepared_(prepared),
        options_(options),
        threads_(std::clamp<unsigned>(options.jobs, 1, most_threads())),
        many_(options.drafts.size() > 1),
        desk_(workspace, prepared, options.configuration),
        steps_(options.drafts.size() * 2, options),
        files_(options.drafts.size()) {
    for (const std::string& code : options.silenced) report_.silenced[code] = 0;
  }

  report::CheckReport run() {
    for (const std::string& list : options_.lists) desk_.read_list(list);
    desk_.use_lists();
    if (workspace_.problems().fatal()) return std::move(report_);
    for (const std::string& path : options_.drafts) desk_.read_settings(path);
    if (workspace_.problems().fatal()) return std::move(report_);
    report_.used = desk_.used();
    read();
    compare();
    rule();
    if (options_.kinds) report_.kinds = kinds_told(workspace_, prepared_.program());
    return std::move(report_);
  }

 private:
  [[nodiscard]] unsigned most_threads() const {
    return static_cast<unsigned>(std::clamp<std::size_t>(options_.drafts.size(), 1, 256));
  }

  void read() {
    DraftReading how = reading_of(options_, workspace_, desk_);
    how.compare = many_;
    Sources& sources = workspace_.sources();
    std::vector<SourceId> ids;
    for (std::size_t i = 0; i < files_.size(); ++i) ids.push_back(sources.reserve());
    in_parallel(files_.size(), threads_, [&](unsigned, std::size_t i) {
      files_[i] =
          read_draft_file(workspace_.files(), options_.drafts[i], sources, ids[i], desk_, how);
      steps_.done();
    });
  }

  void compare() {
    others_.resize(files_.size());
    if (!many_) return;
    draft::TextComparison comparison(desk_.places());
    std::vector<std::size_t> compared;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const auto& draft = files_[i].draft;
      if (!draft) continue;
      comparison.add({&draft->reading, draft->name, files_[i].named}, files_[i].words);
      compared.push_back(i);
    }
    std::vector<draft::OtherItems> found = comparison.compare();
    for (std::size_t i = 0; i < compared.size(); ++i) others_[compared[i]] = std::move(found[i]);
    for (DraftFile& file : files_) file.words = {};
  }

  void rule() {
    const DraftTelling telling{workspace_, options_.silenced, options_.names_as_of, options_.why};
    // What the rules come to without any draft is found out once.
    if (many_ && !prepared_.evaluation)
      prepared_.evaluation = app::run(prepared_, prepared_.stated);
    RulesOfThreads rules(desk_, prepared_, telling, threads_);
    std::vector<Diagnostics> faults(files_.size());
    in_parallel(files_.size(), threads_, [&](unsigned thread, std::size_t i) {
      if (auto& draft = files_[i].draft)
        faults[i] = rules.of(thread).rule_on(*draft, options_.drafts[i], others_[i]);
      steps_.done();
    });
    for (std::size_t i = 0; i < files_.size(); ++i) {
      DraftFile& file = files_[i];
      if (file.failure) workspace_.problems().failures.push_back(std::move(*file.failure));
      workspace_.problems().add(std::move(faults[i]));
      std::move(file.notes.begin(), file.notes.end(),
                std::back_inserter(workspace_.problems().notes));
      if (!file.draft) continue;
      for (const auto& silenced : file.draft->silenced) ++report_.silenced[silenced.finding.code];
      report_.drafts.push_back(std::move(*file.draft));
    }
  }

  Workspace& workspace_;
  Prepared& prepared_;
  const CheckOptions& options_;
  unsigned threads_;
  bool many_;
  DraftDesk desk_;
  Steps steps_;
  std::vector<DraftFile> files_;
  std::vector<draft::OtherItems> others_;
  report::CheckReport report_;
};

}  // namespace

namespace {

/// --at, with the level that the register gives the place. A place that it doesn't know is told,
/// and stands at the level that the draft shows.
draft::Issuer issuer_at(const std::string& name, Workspace& workspace,
                        const draft::Jurisdictions& places) {
  const auto place = places.find(name);
  if (!place)
    workspace.problems().notes.push_back(
        {"unknown-place",
         {"登记册中没有“" + name + "”这个行政区域，或者不止一个",
          "the register has no place called \"" + name + "\", or more than one"}});
  draft::Issuer issuer;
  issuer.place = name;
  issuer.level = place ? places.level(*place) : draft::Level::unknown;
  return issuer;
}

}  // namespace

DraftReading reading_of(const CheckOptions& options, Workspace& workspace, const DraftDesk& desk) {
  DraftReading how;
  how.revision = options.revision;
  how.keep_file = options.keep_files;
  if (!options.jurisdiction.empty())
    how.at = issuer_at(options.jurisdiction, workspace, desk.places());
  return how;
}

std::vector<report::FindingKind> kinds_told(const Workspace& workspace, const Program& program) {
  return report::finding_kinds(program, [&workspace](const FindingRule& rule) {
    return workspace.reports_on_drafts(rule.span.source);
  });
}

report::CheckReport check_drafts(Workspace& workspace, Prepared& prepared,
                                 const CheckOptions& options) {
  return DraftsCheck(workspace, prepared, options).run();
}

}  // namespace mingze::app
