#include "app/session/check.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include "app/session/draft_findings.hpp"
#include "app/session/draft_text.hpp"
#include "app/session/explain.hpp"
#include "app/session/list_reason.hpp"
#include "app/session/local_files.hpp"
#include "app/session/place_lists.hpp"
#include "app/session/proposals.hpp"
#include "draft/clause/read_draft.hpp"
#include "draft/document/document.hpp"
#include "draft/facts/lexicon_entries.hpp"
#include "draft/facts/state_reading.hpp"
#include "engine/explain/why.hpp"

namespace mingze::app {

namespace {

using report::CheckedDraft;
using report::Finding;

/// Proofs out of one evaluation, each checked before it is told.
class Reasons {
 public:
  explicit Reasons(const Explained& run)
      : run_(run), explainer_(run.prepared.program(), run.prepared.plan, run.evaluation) {}

  [[nodiscard]] std::shared_ptr<const report::Explanation> of(const RaisedFinding& raised) {
    return told(explainer_.why_raised(raised));
  }
  [[nodiscard]] std::shared_ptr<const report::Explanation> of(PredicateId predicate,
                                                              const std::vector<Value>& values) {
    return told(explainer_.why(predicate, values));
  }

 private:
  [[nodiscard]] std::shared_ptr<const report::Explanation> told(const Proof& proof) const {
    return std::make_shared<report::Explanation>(explained(run_, proof, {}));
  }

  Explained run_;
  Explainer explainer_;
};

class DraftCheck {
 public:
  DraftCheck(Workspace& workspace, Prepared& prepared, const CheckOptions& options)
      : workspace_(workspace),
        prepared_(prepared),
        options_(options),
        known_(take_names(prepared)),
        places_(prepared.program(), prepared.stated),
        names_(prepared.program(), prepared.stated),
        lists_({workspace, prepared.program(), known_.bodies, known_.items, places_, names_}),
        local_({workspace, prepared.program(), known_.bodies, names_}, options.configuration) {
    reading_.topics = &known_.items;
    if (!options.jurisdiction.empty()) reading_.at = issuer_at(options.jurisdiction);
    for (const std::string& code : options.silenced) report_.silenced[code] = 0;
  }

  report::CheckReport run() {
    for (const std::string& path : options_.lists) lists_.read(path);
    if (workspace_.problems().fatal()) return std::move(report_);
    if (!lists_.empty()) learn_from_lists();
    for (const std::string& path : options_.drafts) local_.settings_for(path);
    if (workspace_.problems().fatal()) return std::move(report_);
    report_.used = lists_.used();
    report_.used.insert(report_.used.end(), local_.used().begin(), local_.used().end());
    for (const std::string& path : options_.drafts) one(path);
    if (options_.kinds)
      report_.kinds = report::finding_kinds(prepared_.program(), [this](const FindingRule& rule) {
        return workspace_.reports_on_drafts(rule.span.source);
      });
    return std::move(report_);
  }

 private:
  void one(const std::string& path) {
    auto bytes = workspace_.files().read(path);
    if (!bytes) return workspace_.problems().failures.push_back(bytes.failure());
    const std::string name = path == "-" ? "<stdin>" : path;
    auto text = draft_text(bytes.value(), name, options_.revision);
    if (!text) return workspace_.problems().failures.push_back(text.failure());
    Sources& sources = workspace_.sources();
    const SourceId id = sources.add(name, std::move(text.value().text));
    CheckedDraft draft;
    draft.name = name;
    draft.as_of = prepared_.program().as_of;
    draft.text = &sources[id];
    draft.kind = kind_of(bytes.value());
    draft.file = std::move(bytes.value());
    draft.revision = options_.revision;
    draft.reading =
        draft::read_draft(draft::Document(id, std::string(sources[id].text()), text.value().rows),
                          lexicon_for(path), reading_);
    draft.jurisdiction = draft.reading.issuer.place;
    rule_on(draft, local_.settings_for(path));
    report::give_fingerprints(draft);
    report_.drafts.push_back(std::move(draft));
  }

  /// The names that a draft is read with: those of its folder, too.
  const draft::Lexicon& lexicon_for(const std::string& path) {
    const LocalSettings* local = local_.settings_for(path);
    if (local == nullptr || local->names.empty()) return known_.bodies;
    const auto [known, is_new] = lexicons_.try_emplace(local);
    if (is_new) known->second = lexicon_with(local->names);
    return *known->second;
  }

  [[nodiscard]] std::unique_ptr<draft::Lexicon> lexicon_with(
      const std::vector<draft::LexiconEntry>& local) const {
    const Program& program = prepared_.program();
    auto bodies = draft::lexicon_entries(program, prepared_.stated);
    bodies.insert(bodies.end(), lists_.bodies().begin(), lists_.bodies().end());
    return std::make_unique<draft::Lexicon>(draft::with_local_names(std::move(bodies), local),
                                            draft::place_names(program, prepared_.stated));
  }

  /// Drafts are read with the items and bodies that only the lists know, too.
  void learn_from_lists() {
    const Program& program = prepared_.program();
    auto items = draft::topic_entries(program);
    items.insert(items.end(), lists_.items().begin(), lists_.items().end());
    known_.items = draft::Lexicon(std::move(items));
    if (lists_.bodies().empty()) return;
    auto bodies = draft::lexicon_entries(program, prepared_.stated);
    bodies.insert(bodies.end(), lists_.bodies().begin(), lists_.bodies().end());
    known_.bodies =
        draft::Lexicon(std::move(bodies), draft::place_names(program, prepared_.stated));
  }

  /// --at, with the level that the register gives the place. A place that it doesn't know is told,
  /// and stands at the level that the draft shows.
  draft::Issuer issuer_at(const std::string& name) {
    const auto place = places_.find(name);
    if (!place)
      workspace_.problems().notes.push_back(
          {"--at：登记册中没有“" + name + "”这个行政区域，或者不止一个",
           "--at: the register has no place called \"" + name + "\", or more than one"});
    draft::Issuer issuer;
    issuer.place = name;
    issuer.level = place ? places_.level(*place) : draft::Level::unknown;
    return issuer;
  }

  void rule_on(CheckedDraft& draft, const LocalSettings* local) {
    Database stated = prepared_.stated;
    const Date judged_on = options_.names_as_of.value_or(draft.reading.date.value_or(draft.as_of));
    const draft::Places places = draft::state_reading(draft.reading, {places_, names_, judged_on},
                                                      prepared_.program(), stated);
    lists_.state(draft::place_of_issue(prepared_.program(), stated), prepared_.program(), stated);
    const Database given = options_.why ? stated : Database();
    const Evaluation evaluation = app::run(prepared_, std::move(stated));
    workspace_.problems().add(evaluation.diagnostics);
    const Program& program = prepared_.program();
    Proposals proposals(program, evaluation, names_, draft.reading, *draft.text);
    std::optional<Support> support;
    if (!lists_.empty()) {
      support.emplace(program, evaluation);
      proposals.tell_places([this](Span origin) { return lists_.place_of(origin); });
    }
    std::optional<Reasons> reasons;
    if (options_.why) {
      reasons.emplace(Explained{prepared_, given, evaluation, workspace_.sources()});
      proposals.explain([&](PredicateId predicate, const std::vector<Value>& values) {
        return reasons->of(predicate, values);
      });
    }
    for (const RaisedFinding& raised : evaluation.findings) {
      const FindingRule& rule = program.findings[raised.finding.value];
      if (!workspace_.reports_on_drafts(rule.span.source)) continue;
      Finding finding = finding_in_draft(program, raised, places, draft.reading);
      proposals.add_to(finding, raised);
      if (support) cite_lists(lists_, program, *support, raised, finding);
      if (reasons) finding.why = reasons->of(raised);
      if (const auto by = silenced_by(rule.id, local)) {
        ++report_.silenced[rule.id];
        draft.silenced.push_back({std::move(finding), *by});
        continue;
      }
      draft.findings.push_back(std::move(finding));
    }
    const auto order = [](const Finding& finding) {
      return std::tie(finding.span.begin, finding.span.end, finding.code, finding.message.zh);
    };
    std::stable_sort(draft.findings.begin(), draft.findings.end(),
                     [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    std::stable_sort(
        draft.silenced.begin(), draft.silenced.end(),
        [&](const auto& a, const auto& b) { return order(a.finding) < order(b.finding); });
  }

  /// Who does not want to be told of this code, or nothing.
  [[nodiscard]] std::optional<Message> silenced_by(const std::string& code,
                                                   const LocalSettings* local) const {
    if (options_.silenced.contains(code))
      return Message{"命令行上的 --allow " + code, "--allow " + code + " on the command line"};
    if (local == nullptr || !local->silenced.contains(code)) return std::nullopt;
    return Message{"明责.tsv 中的“不报告 = " + code + "”",
                   "“不报告 = " + code + "” in 明责.tsv or mingze.tsv"};
  }

  Workspace& workspace_;
  Prepared& prepared_;
  const CheckOptions& options_;
  ReaderNames known_;
  draft::Jurisdictions places_;
  draft::RegisterNames names_;
  PlaceLists lists_;
  LocalFiles local_;
  std::map<const LocalSettings*, std::unique_ptr<draft::Lexicon>> lexicons_;
  draft::ReadOptions reading_;
  report::CheckReport report_;
};

}  // namespace

report::CheckReport check_drafts(Workspace& workspace, Prepared& prepared,
                                 const CheckOptions& options) {
  return DraftCheck(workspace, prepared, options).run();
}

}  // namespace mingze::app
