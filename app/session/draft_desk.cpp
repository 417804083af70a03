#include "app/session/draft_desk.hpp"

#include <filesystem>
#include <utility>

#include "app/session/draft_text.hpp"
#include "draft/clause/issuer.hpp"
#include "draft/document/document.hpp"
#include "draft/facts/lexicon_entries.hpp"

namespace mingze::app {

bool is_too_much(const draft::Reading& reading) {
  std::size_t all = reading.items.size();
  for (const draft::Item& item : reading.items)
    all += item.lead.size() + item.cooperating.size() + item.named.size();
  return all > 250'000;
}

DraftDesk::DraftDesk(Workspace& workspace, Prepared& prepared, const std::string& configuration)
    : prepared_(prepared),
      known_(take_names(prepared)),
      places_(prepared.program(), prepared.stated),
      names_(prepared.program(), prepared.stated),
      lists_({workspace, prepared.program(), known_.bodies, known_.items, places_, names_}),
      local_({workspace, prepared.program(), known_.bodies, names_}, configuration) {}

void DraftDesk::use_lists() {
  if (lists_.empty()) return;
  auto items = draft::topic_entries(prepared_.program());
  items.insert(items.end(), lists_.items().begin(), lists_.items().end());
  known_.items = draft::Lexicon(std::move(items));
  if (!lists_.bodies().empty()) known_.bodies = lexicon_with({});
}

void DraftDesk::read_settings(const std::string& draft) {
  const LocalSettings* settings = local_.settings_for(draft);
  settings_[draft] = settings;
  if (settings == nullptr || settings->names.empty() || local_lexicons_.contains(settings)) return;
  local_lexicons_.emplace(settings, lexicon_with(settings->names));
}

draft::Lexicon DraftDesk::lexicon_with(const std::vector<draft::LexiconEntry>& local) const {
  auto bodies = draft::lexicon_entries(prepared_.program(), prepared_.stated);
  bodies.insert(bodies.end(), lists_.bodies().begin(), lists_.bodies().end());
  return draft::Lexicon(draft::with_local_names(std::move(bodies), local),
                        draft::place_names(prepared_.program(), prepared_.stated));
}

const LocalSettings* DraftDesk::settings(const std::string& draft) const {
  const auto found = settings_.find(draft);
  return found == settings_.end() ? nullptr : found->second;
}

const draft::Lexicon& DraftDesk::lexicon(const std::string& draft) const {
  const auto local = local_lexicons_.find(settings(draft));
  return local == local_lexicons_.end() ? known_.bodies : local->second;
}

std::vector<report::UsedFile> DraftDesk::used() const {
  std::vector<report::UsedFile> out = lists_.used();
  out.insert(out.end(), local_.used().begin(), local_.used().end());
  return out;
}

DraftFile read_draft_file(const FileSystem& files, const std::string& path, Sources& sources,
                          SourceId id, const DraftDesk& desk, const DraftReading& how) {
  auto bytes = files.read(path);
  if (bytes) return read_draft_bytes(std::move(bytes.value()), path, sources, id, desk, how);
  DraftFile out;
  out.failure = bytes.failure();
  return out;
}

DraftFile read_draft_bytes(std::string bytes, const std::string& path, Sources& sources,
                           SourceId id, const DraftDesk& desk, const DraftReading& how) {
  DraftFile out;
  const std::string name = path == "-" ? "<stdin>" : path;
  auto text = draft_text(bytes, name, how.revision);
  if (!text) {
    out.failure = text.failure();
    return out;
  }
  for (const Message& unread : text.value().unread)
    out.notes.push_back({"part-not-read", {name + "：" + unread.zh, name + ": " + unread.en}});
  report::CheckedDraft& draft = out.draft.emplace();
  draft.name = name;
  draft.text = &sources.fill(id, name, std::move(text.value().text));
  draft.kind = kind_of(bytes);
  if (how.keep_file) draft.file = std::move(bytes);
  draft.revision = how.revision;
  draft::Document made(id, std::string(draft.text->text()), text.value().rows);
  auto open = std::make_unique<OpenText>(std::move(made), desk.lexicon(path),
                                         draft::ReadOptions{&desk.topics(), how.at});
  const draft::Document& document = open->document;
  if (document.folded().empty()) {
    out.failure = {"draft-without-text",
                   name,
                   {"里面没有文字，没有可检查的；只有图片的，用有文字的文稿",
                    "it holds no text, so that there is nothing to check; where it holds pictures "
                    "take the text that they were made from"}};
    out.draft.reset();
    return out;
  }
  draft.reading = open->reader.read();
  if (is_too_much(draft.reading)) {
    out.failure = {
        "draft-too-large",
        name,
        {"其中的事项和单位超过二十五万个，不像一份文稿；可以分成几份再检查",
         "it has more than 250,000 items and bodies, as no draft has; check it in parts"}};
    out.draft.reset();
    return out;
  }
  draft.jurisdiction = draft.reading.issuer.place;
  if (how.compare) {
    for (const draft::Item& item : draft.reading.items)
      out.words.push_back(draft::words_of(document, item));
    out.named =
        draft::issuer_in_name(std::filesystem::path(path).stem().string(), desk.lexicon(path));
  }
  if (how.keep_open && text.value().rows.empty()) out.open = std::move(open);
  return out;
}

}  // namespace mingze::app
