#include "app/session/open_draft.hpp"

#include <utility>

#include "app/session/draft_text.hpp"

namespace mingze::app {

OpenDraft::OpenDraft(Workspace& workspace, Prepared& prepared, CheckOptions options)
    : workspace_(workspace),
      prepared_(prepared),
      options_(std::move(options)),
      desk_(workspace, prepared, options_.configuration),
      telling_{workspace, options_.silenced, options_.names_as_of, options_.why} {
  const std::string& path = options_.drafts.front();
  for (const std::string& list : options_.lists) desk_.read_list(list);
  desk_.use_lists();
  if (!workspace.problems().fatal()) desk_.read_settings(path);
  if (workspace.problems().fatal()) return;
  how_ = reading_of(options_, workspace, desk_);
  how_.keep_open = true;
  source_ = workspace.sources().reserve();
  report_.used = desk_.used();
  if (options_.kinds) report_.kinds = kinds_told(workspace, prepared.program());
  rules_ = std::make_unique<ItemRules>(desk_, prepared, telling_, path);
}

OpenDraft::~OpenDraft() = default;

const report::CheckReport& OpenDraft::check(std::string bytes) {
  if (rules_ != nullptr && !check_again(bytes)) check_anew(std::move(bytes));
  count_silenced();
  return report_;
}

/// False where that is no edited text: nothing of the last check is of use then.
bool OpenDraft::check_again(const std::string& bytes) {
  if (open_ == nullptr || kind_of(bytes) != report::FileKind::text) return false;
  report::CheckedDraft& draft = report_.drafts.front();
  auto text = draft_text(bytes, draft.name, how_.revision);
  if (!text) return false;
  const draft::TextChange change = open_->document.replace(text.value().text);
  if (open_->document.folded().empty()) return false;
  draft.text = &workspace_.sources().fill(source_, draft.name, std::move(text.value().text));
  const auto kept = open_->reader.reread(change, draft.reading);
  if (is_too_much(draft.reading)) return false;
  if (how_.keep_file) draft.file = bytes;
  draft.jurisdiction = draft.reading.issuer.place;
  if (!rules_->rule_again(draft, change, kept)) workspace_.problems().add(rules_->rule_on(draft));
  return true;
}

void OpenDraft::check_anew(std::string bytes) {
  report_.drafts.clear();
  report_.failures.clear();
  DraftFile file = read_draft_bytes(std::move(bytes), options_.drafts.front(), workspace_.sources(),
                                    source_, desk_, how_);
  open_ = std::move(file.open);
  if (file.failure) report_.failures.push_back(std::move(*file.failure));
  if (!file.draft) return open_.reset();
  report_.drafts.push_back(std::move(*file.draft));
  workspace_.problems().add(rules_->rule_on(report_.drafts.front()));
}

void OpenDraft::count_silenced() {
  report_.silenced.clear();
  for (const std::string& code : options_.silenced) report_.silenced[code] = 0;
  for (const report::CheckedDraft& draft : report_.drafts)
    for (const auto& silenced : draft.silenced) ++report_.silenced[silenced.finding.code];
}

}  // namespace mingze::app
