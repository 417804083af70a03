// Drafts.
#include <ostream>
#include <utility>

#include "app/library/drawable.hpp"
#include "app/library/inside.hpp"
#include "app/library/since.hpp"
#include "app/library/values.hpp"
#include "app/session/check.hpp"
#include "app/session/draft_rules.hpp"
#include "app/session/duty_file.hpp"
#include "report/check_docx.hpp"
#include "report/duty_table.hpp"

namespace mingze::v1 {

namespace {

/// A report with the texts that it points into.
struct KeptReport {
  Sources sources;
  report::CheckReport report;
};

std::optional<Result<std::string>> drawn(const KeptReport& kept, Format format,
                                         mingze::Language language) {
  const report::CheckReport& report = kept.report;
  const auto error = mingze::Severity::error;
  switch (format) {
    case Format::terminal:
      return written([&](std::ostream& out) { write_check_terminal(out, report, {language}); });
    case Format::json:
      return written([&](std::ostream& out) { write_check_json(out, report, language); });
    case Format::html:
      return written([&](std::ostream& out) { write_check_html(out, report, language); });
    case Format::tsv:
      return written([&](std::ostream& out) { write_duties_tsv(out, report, language); });
    case Format::junit:
      return written([&](std::ostream& out) { write_check_junit(out, report, language, error); });
    case Format::sarif:
      return written([&](std::ostream& out) {
        write_check_sarif(out, report, language,
                          {std::string(version()), report.gravest() == error ? 1 : 0});
      });
    case Format::docx:
      return written(report::commented_docx(report.drafts.front(), language));
    case Format::xlsx:
      return written(app::duties_xlsx(report, language));
    case Format::dot:
      break;
  }
  return std::nullopt;
}

std::vector<DraftCheck::Body> bodies_of(const std::vector<draft::Mention>& mentions,
                                        const Source* text) {
  std::vector<DraftCheck::Body> out;
  for (const draft::Mention& one : mentions)
    out.push_back({one.text, one.entity, place_in(text, one.span)});
  return out;
}

DraftCheck::Status status_of(draft::ItemStatus status) {
  switch (status) {
    case draft::ItemStatus::led:
      return DraftCheck::Status::led;
    case draft::ItemStatus::missing_lead:
      return DraftCheck::Status::missing_lead;
    case draft::ItemStatus::unassigned:
      return DraftCheck::Status::unassigned;
    case draft::ItemStatus::collective:
      return DraftCheck::Status::collective;
    case draft::ItemStatus::conflict:
      break;
  }
  return DraftCheck::Status::conflict;
}

DraftCheck check_of(const std::shared_ptr<const KeptReport>& kept) {
  DraftCheck out(std::make_shared<const Drawable::Inside>(Drawable::Inside{
      [kept](Format format, mingze::Language language) { return drawn(*kept, format, language); },
      "terminal, json, html, docx, tsv, xlsx, junit, sarif"}));
  const report::CheckedDraft& draft = kept->report.drafts.front();
  out.title = draft.reading.title;
  out.jurisdiction = draft.jurisdiction;
  for (const draft::Item& item : draft.reading.items)
    out.items.push_back({item.id, item.label, status_of(item.status),
                         bodies_of(item.lead, draft.text), bodies_of(item.cooperating, draft.text),
                         bodies_of(item.named, draft.text), place_in(draft.text, item.span)});
  for (const report::Finding& finding : draft.findings)
    out.findings.push_back(finding_of(finding, draft.text));
  return out;
}

Error no_drafts() {
  return error_of(
      Failure{"no-draft-rules",
              "",
              {"检查文稿要用内置规则包；载入引擎时不要去掉它们",
               "drafts are checked with the shipped packs; load the engine with them"}});
}

/// The text of a list among those of an engine, until it is known whether it can be read.
class ListText {
 public:
  ListText(TextFiles& files, std::string name) : files_(files), name_(std::move(name)) {}
  ~ListText() {
    if (added_) files_.remove(name_);
  }
  ListText(const ListText&) = delete;
  ListText& operator=(const ListText&) = delete;

  /// False where a text is called so already.
  bool add(std::string_view bytes) { return added_ = files_.add(name_, std::string(bytes)); }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string stay() {
    added_ = false;
    return std::move(name_);
  }

 private:
  TextFiles& files_;
  std::string name_;
  bool added_ = false;
};

}  // namespace

/// With the lists read that were added, and not yet in use.
std::unique_ptr<Desk> Engine::Inside::new_desk(Meter& meter) {
  auto copy = app::copy_of(*prepared);
  if (facts) copy->stated = facts->database(program());
  copy->evaluation = up_to_date ? std::optional(Evaluation(*answers)) : std::nullopt;
  if (copy->evaluation) copy->evaluation->database = answers->database.clone();
  if (!copy->evaluation) copy->evaluation = app::run(*copy, copy->stated, {}, &meter);
  auto made = std::make_unique<Desk>(workspace, std::move(copy));
  for (const std::string& list : lists) made->desk.read_list(list);
  workspace.problems() = {};  // told when they were added
  return made;
}

Desk& Engine::Inside::draft_desk(Meter& meter) {
  if (desk != nullptr) return *desk;
  auto made = new_desk(meter);
  made->desk.use_lists();
  desk = std::move(made);
  return *desk;
}

Result<std::vector<Message>> Engine::add_list(std::string_view bytes, std::string_view name) {
  return guarded<Result<std::vector<Message>>>([&]() -> Result<std::vector<Message>> {
    Inside& inside = *inside_;
    if (inside.turns.mine()) return called_back();
    const Turns::Alone turn(inside.turns);
    if (auto wrong = wrong_name(name)) return *std::move(wrong);
    if (!inside.workspace.has_draft_rules()) return no_drafts();
    Meter no_limits{WorkLimits{}};
    auto desk = inside.new_desk(no_limits);
    inside.lists.reserve(inside.lists.size() + 1);
    Since before(inside);
    ListText list(inside.files, std::string(name));
    if (!list.add(bytes)) return duplicate_text(list.name());
    desk->desk.read_list(list.name());
    const app::Problems problems = std::exchange(inside.workspace.problems(), {});
    if (problems.fatal() && !problems.failures.empty()) return error_of(problems.failures.front());
    if (problems.fatal()) return error_of(problems, inside.workspace.sources());
    desk->desk.use_lists();
    std::vector<Message> out;
    for (const app::Notice& note : problems.notes) out.push_back(message_of(note.message));
    inside.lists.push_back(list.stay());
    inside.desk = std::move(desk);
    before.stay();
    return out;
  });
}

Result<DraftCheck> Engine::check(std::string_view bytes, std::string_view name,
                                 const CheckOptions& options, const Limits& limits) const {
  return guarded<Result<DraftCheck>>([&]() -> Result<DraftCheck> {
    Inside& inside = *inside_;
    if (inside.turns.mine()) return called_back();
    const Turns::Alone turn(inside.turns);
    Meter meter(work_limits(limits));
    meter.check();
    if (auto wrong = wrong_name(name)) return *std::move(wrong);
    if (!inside.workspace.has_draft_rules()) return no_drafts();
    app::CheckOptions how;
    how.jurisdiction = options.jurisdiction;
    how.silenced = {options.allow.begin(), options.allow.end()};
    how.revision = options.original ? draft::Revision::original : draft::Revision::accepted;
    if (!options.names_as_of.empty()) {
      how.names_as_of = parse_date(options.names_as_of);
      if (!how.names_as_of)
        return error_of(Failure{"invalid-date",
                                options.names_as_of,
                                {"不是日历上的日子；写成 2026-11-27 的样子",
                                 "this is no day of the calendar; write it like 2026-11-27"}});
    }
    Desk& desk = inside.draft_desk(meter);
    app::Workspace& workspace = inside.workspace;
    const Since now(inside);
    auto kept = std::make_shared<KeptReport>();
    for (const std::string& code : how.silenced) kept->report.silenced[code] = 0;
    kept->report.used = desk.desk.used();
    const SourceId id = workspace.sources().reserve();
    app::DraftFile file =
        app::read_draft_bytes(std::string(bytes), std::string(name), workspace.sources(), id,
                              desk.desk, app::reading_of(how, workspace, desk.desk));
    Diagnostics faults;
    if (file.draft) {
      meter.check();
      const app::DraftTelling telling{workspace, how.silenced, how.names_as_of, false, &meter};
      app::DraftRules rules(desk.desk, *desk.prepared, telling);
      faults = rules.rule_on(*file.draft, std::string(name), {});
      kept->report.kinds = app::kinds_told(workspace, desk.prepared->program());
      for (const auto& one : file.draft->silenced) ++kept->report.silenced[one.finding.code];
      kept->report.drafts.push_back(std::move(*file.draft));
    }
    kept->sources.share(workspace.sources());
    const std::vector<app::Notice> notes = std::move(workspace.problems().notes);
    if (file.failure) return error_of(*file.failure);
    if (has_errors(faults)) {
      app::Problems problems;
      problems.diagnostics = std::move(faults);
      return error_of(std::move(problems), kept->sources);
    }
    DraftCheck out = check_of(kept);
    for (const auto& note : notes) out.notes.push_back(message_of(note.message));
    for (const auto& note : file.notes) out.notes.push_back(message_of(note.message));
    return out;
  });
}

}  // namespace mingze::v1
