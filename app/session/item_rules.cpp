#include "app/session/item_rules.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string_view>
#include <utility>

#include "draft/facts/vocabulary.hpp"
#include "engine/evaluate/evaluate.hpp"
#include "engine/evaluate/findings.hpp"

namespace mingze::app {

namespace {

using report::CheckedDraft;
using report::Finding;
using report::SilencedFinding;

/// Kinds of things that a draft is made of, and of those that it is compared with.
constexpr const char* own_kinds[] = {"draft-item", "clause", "mention", "remark"};
constexpr const char* other_kinds[] = {"other-item", "other-text", "other-lead"};

/// Whether nothing is stated of things of this kind.
bool is_absent(const Prepared& prepared, KindId kind) {
  const Program& program = prepared.program();
  for (std::uint32_t p = 0; p < program.predicates.size(); ++p) {
    const auto& slots = program.predicates[p].slots;
    const bool about = std::any_of(slots.begin(), slots.end(),
                                   [kind](const Slot& slot) { return slot.kind == kind; });
    if (about && prepared.stated.stated_count({p}) > 0) return false;
  }
  return true;
}

/// A draft is compared with no other one here.
std::optional<Separation> separation_of(const Prepared& prepared) {
  const draft::Vocabulary vocabulary(prepared.program());
  std::vector<KindId> local;
  std::vector<KindId> absent;
  for (const char* id : own_kinds)
    if (const auto kind = vocabulary.kind(id)) local.push_back(*kind);
  for (const char* id : other_kinds)
    if (const auto kind = vocabulary.kind(id)) {
      local.push_back(*kind);
      if (is_absent(prepared, *kind)) absent.push_back(*kind);
    }
  return separation(prepared.program(), local, absent);
}

/// i7 is the seventh item.
std::uint32_t number_of(std::string_view item, std::uint32_t none) {
  std::uint32_t number = 0;
  if (!item.starts_with("i") ||
      std::from_chars(item.data() + 1, item.data() + item.size(), number).ec != std::errc() ||
      number == 0)
    return none;
  return number - 1;
}

std::string id_of(std::uint32_t item) { return "i" + std::to_string(item + 1); }

/// Items that repeat each other, as sets.
class Repeats {
 public:
  explicit Repeats(const std::vector<std::uint32_t>& targets) : parent_(targets.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t i = 0; i < targets.size(); ++i)
      if (targets[i] < parent_.size()) parent_[root(i)] = root(targets[i]);
  }
  std::uint32_t root(std::uint32_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

std::vector<std::uint32_t> targets_of(const draft::Reading& reading) {
  std::vector<std::uint32_t> out;
  for (const draft::Item& item : reading.items)
    out.push_back(number_of(item.repeats, draft::no_number));
  return out;
}

/// What a draft tells besides its items and notes.
draft::Reading frame_alone(const draft::Reading& reading) {
  draft::Reading out;
  out.issuer = reading.issuer;
  out.date = reading.date;
  out.date_span = reading.date_span;
  return out;
}

/// Marks all of a set where one of it is marked.
void spread(std::vector<bool>& marked, Repeats& sets) {
  std::vector<bool> by_root(marked.size(), false);
  for (std::uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i]) by_root[sets.root(i)] = true;
  for (std::uint32_t i = 0; i < marked.size(); ++i) marked[i] = by_root[sets.root(i)];
}

void move(Finding& finding, const draft::TextChange& change, const std::string& item) {
  if (!finding.item.empty()) finding.item = item;
  finding.span = change.moved(finding.span);
  for (report::RelatedPlace& related : finding.related)
    if (related.file.empty()) related.span = change.moved(related.span);
  for (report::Suggestion& suggestion : finding.suggestions)
    suggestion.span = change.moved(suggestion.span);
}

const Finding& finding_of(const Finding& finding) { return finding; }
const Finding& finding_of(const SilencedFinding& one) { return one.finding; }
Finding& finding_of(Finding& finding) { return finding; }
Finding& finding_of(SilencedFinding& one) { return one.finding; }

template <typename Owned>
bool told_first(const Owned& a, const Owned& b) {
  return comes_first(finding_of(a.told), finding_of(b.told));
}

}  // namespace

/// Which items are ruled on again, and where the others were.
struct ItemRules::Edit {
  std::vector<bool> again;  ///< by item
  std::vector<std::uint32_t>
      before;                      ///< by item: which one it was; `no_number` where ruled on again
  std::vector<std::uint32_t> now;  ///< by item before: which one it is, or `no_number`

  Edit(std::vector<bool> changed, const std::vector<std::uint32_t>& kept, std::size_t count)
      : again(std::move(changed)), before(kept), now(count, draft::no_number) {
    for (std::uint32_t i = 0; i < before.size(); ++i) {
      if (again[i]) before[i] = draft::no_number;
      if (before[i] < now.size()) now[before[i]] = i;
    }
  }
};

ItemRules::ItemRules(const DraftDesk& desk, Prepared& prepared, const DraftTelling& telling,
                     std::string path)
    : desk_(desk),
      prepared_(prepared),
      telling_(telling),
      path_(std::move(path)),
      extent_(prepared.program().symbols.extent()) {
  if (!desk.lists().empty() || telling.why) return;  // told of the whole evaluation
  separation_ = separation_of(prepared);
  if (separation_ && !prepared.evaluation)
    prepared.evaluation = app::run(prepared, prepared.stated);
}

Diagnostics ItemRules::rule_on(CheckedDraft& draft) {
  Program& program = prepared_.program();
  program.symbols.shrink(extent_);
  ready_ = false;
  base_.reset();
  seams_.clear();
  seam_counts_.clear();
  names_asked_.clear();
  draft.as_of = program.as_of;
  const draft::Reading& reading = draft.reading;
  manner_.emplace(reading, draft.text->text());
  style_ = manner_->style();
  Database stated = prepared_.stated;
  const draft::Places places = draft::state_reading(
      reading, {desk_.places(), desk_.names(), judged_on(telling_, draft)}, program, stated);
  desk_.lists().state(draft::place_of_issue(program, stated), program, stated);
  const Database before = telling_.why ? stated : Database();
  const Evaluation evaluation = app::run(prepared_, std::move(stated));
  FindingTeller teller(desk_, telling_,
                       {prepared_, before, evaluation, telling_.workspace.sources()}, places, draft,
                       path_, *manner_);
  put(draft, tell(evaluation, places, teller));
  Seams told;
  if (separation_ && evaluation.diagnostics.empty() && find_seams(evaluation, places, told)) {
    told_.assign(reading.items.size(), {});
    for (const auto& [item, seams] : told) told_[item].assign(seams.begin(), seams.end());
    for (const auto& seams : told_)
      for (const std::uint32_t seam : seams) ++seam_counts_[seam];
    repeats_ = targets_of(reading);
    frame_ = frame_of(draft);
    ready_ = true;
  }
  program.symbols.shrink(extent_);
  if (ready_) make_base(draft);
  return evaluation.diagnostics;
}

ItemRules::Frame ItemRules::frame_of(const CheckedDraft& draft) {
  const draft::Issuer& issuer = draft.reading.issuer;
  return {issuer.place, issuer.level, draft.reading.date, draft.reading.title_span};
}

/// States a draft, or a part of it, beside what `base` was evaluated over.
Evaluation ItemRules::evaluate(const draft::Reading& part, const CheckedDraft& draft,
                               const Evaluation& base, draft::Places& places) {
  Database stated = base.database.stated();
  places = draft::state_reading(part, {desk_.places(), desk_.names(), judged_on(telling_, draft)},
                                prepared_.program(), stated);
  return app::run(prepared_, std::move(stated), base);
}

/// The fewest items that tell all that items tell each other, with those that they repeat, under
/// names that no item of the draft has. Beside them any item is ruled on as beside all others.
void ItemRules::make_base(const CheckedDraft& draft) {
  std::vector<bool> stands(told_.size(), false);
  std::vector<bool> known(seam_counts_.size(), false);
  for (std::uint32_t i = 0; i < told_.size(); ++i)
    for (const std::uint32_t seam : told_[i]) {
      if (known[seam]) continue;
      stands[i] = true;
      for (const std::uint32_t more : told_[i]) known[more] = true;
    }
  Repeats sets(repeats_);
  spread(stands, sets);
  draft::Reading part = frame_alone(draft.reading);
  for (std::uint32_t i = 0; i < told_.size(); ++i) {
    if (!stands[i]) continue;
    draft::Item& item = part.items.emplace_back(draft.reading.items[i]);
    item.id = "~" + item.id;
    if (!item.repeats.empty()) item.repeats = "~" + item.repeats;
  }
  draft::Places places;
  base_ = evaluate(part, draft, *prepared_.evaluation, places);
  base_extent_ = prepared_.program().symbols.extent();
  base_seams_ = seam_counts_.size();
}

bool ItemRules::rule_again(CheckedDraft& draft, const draft::TextChange& change,
                           const std::vector<std::uint32_t>& kept) {
  if (!ready_ || frame_of(draft) != frame_) return false;
  const draft::Reading& reading = draft.reading;
  std::vector<std::uint32_t> targets = targets_of(reading);
  const Edit edit(changed_items(targets, kept), kept, told_.size());
  const auto again = std::count(edit.again.begin(), edit.again.end(), true);
  ready_ = false;  // unless all goes well
  if (static_cast<std::size_t>(again) * 2 > kept.size() + 8) return false;
  if (!writes_as_before(draft, kept)) return false;
  draft::Reading part = frame_alone(reading);
  part.notes = reading.notes;
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    if (edit.again[i]) part.items.push_back(reading.items[i]);
  draft::Places places;
  const Evaluation evaluation = evaluate(part, draft, *base_, places);
  Seams told;
  const bool same =
      evaluation.diagnostics.empty() && find_seams(evaluation, places, told) && follow(edit, told);
  if (same) {
    const Database given;
    FindingTeller teller(desk_, telling_,
                         {prepared_, given, evaluation, telling_.workspace.sources()}, places,
                         draft, path_, *manner_);
    merge(draft, change, edit, tell(evaluation, places, teller));
    repeats_ = std::move(targets);
    ready_ = true;
  }
  prepared_.program().symbols.shrink(base_extent_);
  return same;
}

/// Items that are new or other ones, and all that they repeat and are repeated by, now or before.
std::vector<bool> ItemRules::changed_items(const std::vector<std::uint32_t>& targets,
                                           const std::vector<std::uint32_t>& kept) const {
  std::vector<bool> gone(repeats_.size(), true);
  for (const std::uint32_t before : kept)
    if (before < gone.size()) gone[before] = false;
  Repeats sets_before(repeats_);
  spread(gone, sets_before);
  std::vector<bool> changed(kept.size(), false);
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    const bool is_new = kept[i] >= repeats_.size();
    const std::uint32_t target = targets[i] < kept.size() ? kept[targets[i]] : draft::no_number;
    const bool repeats_another = is_new || target != repeats_[kept[i]] ||
                                 (targets[i] < kept.size()) != (target < gone.size());
    changed[i] = repeats_another || gone[kept[i]];
  }
  Repeats sets(targets);
  spread(changed, sets);
  return changed;
}

/// Words that are suggested follow how all of the draft is written.
bool ItemRules::writes_as_before(const CheckedDraft& draft,
                                 const std::vector<std::uint32_t>& kept) {
  manner_->follow(draft.reading, draft.text->text(), kept);
  return manner_->style() == style_ &&
         std::all_of(names_asked_.begin(), names_asked_.end(), [this](const auto& asked) {
           return !manner_->is_touched(asked.first) ||
                  manner_->name_of(asked.first) == asked.second;
         });
}

bool ItemRules::find_seams(const Evaluation& evaluation, const draft::Places& places, Seams& told) {
  const Program& program = prepared_.program();
  for (const auto& [id, number] : separation_->seams) {
    const Rule& rule = program[id];
    const Atom& head = rule.conclusions[number].atom;
    const auto& variables = rule.body.variables;
    std::vector<bool> needed(variables.size(), false);
    for (const Term& term : head.terms)
      if (term.is_variable) needed[term.value] = true;
    const std::uint32_t local = local_variable(rule.body);
    needed[local] = true;
    for (const auto& match : matches(program, evaluation.database, rule.body, needed)) {
      const draft::Place* place = places.find(variables[local].kind, match[local]);
      if (place == nullptr) continue;  // of the base
      const std::uint32_t item = number_of(place->item, draft::no_number);
      if (item == draft::no_number) return false;
      std::string words = rule.id + "\n" + std::to_string(number);
      for (std::size_t slot = 0; slot < head.terms.size(); ++slot) {
        const Term& term = head.terms[slot];
        const KindId kind = program[head.predicate].slots[slot].kind;
        words +=
            "\n" + program.symbols.id_of(kind, term.is_variable ? match[term.value] : term.value);
      }
      const auto seam = static_cast<std::uint32_t>(seams_.size());
      const auto [known, is_new] = seams_.emplace(std::move(words), seam);
      if (is_new) seam_counts_.push_back(0);
      told[item].insert(known->second);
    }
  }
  return true;
}

/// A variable that stands for a thing of the draft, in a sentence that holds.
std::uint32_t ItemRules::local_variable(const Body& body) const {
  for (const Condition& condition : body.conditions)
    if (condition.sort == Condition::Sort::positive)
      for (const Term& term : condition.atom.terms)
        if (term.is_variable && separation_->local[body.variables[term.value].kind.value])
          return term.value;
  return 0;
}

/// Whether items still tell each other the same; if so, notes which tells what.
bool ItemRules::follow(const Edit& edit, const Seams& told) {
  std::vector<std::vector<std::uint32_t>> by_item(edit.before.size());
  for (std::uint32_t i = 0; i < edit.now.size(); ++i) {
    if (edit.now[i] != draft::no_number) {
      by_item[edit.now[i]] = std::move(told_[i]);
      continue;
    }
    for (const std::uint32_t seam : told_[i]) --seam_counts_[seam];
  }
  for (const auto& [item, seams] : told) {
    by_item[item].assign(seams.begin(), seams.end());
    for (const std::uint32_t seam : seams) ++seam_counts_[seam];
  }
  told_ = std::move(by_item);
  return seam_counts_.size() == base_seams_ &&
         std::find(seam_counts_.begin(), seam_counts_.end(), 0U) == seam_counts_.end();
}

/// The item whose things a finding names; `nobody` for one that names no thing of the draft.
std::uint32_t ItemRules::owner_of(const RaisedFinding& raised, const draft::Places& places) const {
  const FindingRule& rule = prepared_.program().findings[raised.finding.value];
  for (const std::uint32_t variable : distinguishing_variables(rule)) {
    const KindId kind = rule.body.variables[variable].kind;
    if (!separation_->local[kind.value]) continue;
    const draft::Place* place = places.find(kind, raised.values[variable]);
    return place == nullptr ? elsewhere : number_of(place->item, a_note);
  }
  return nobody;
}

ItemRules::Findings ItemRules::tell(const Evaluation& evaluation, const draft::Places& places,
                                    FindingTeller& teller) {
  Findings out;
  for (const RaisedFinding& raised : evaluation.findings.all(prepared_.program())) {
    if (!teller.is_told(raised)) continue;
    const std::uint32_t owner = separation_ ? owner_of(raised, places) : nobody;
    if (owner == elsewhere || (base_ && owner == nobody)) continue;
    Finding finding = teller.told(raised);
    if (const auto by = teller.silenced_by(finding.code))
      out.silenced.push_back({{std::move(finding), *by}, owner});
    else
      out.open.push_back({std::move(finding), owner});
  }
  std::stable_sort(out.open.begin(), out.open.end(), told_first<Owned<Finding>>);
  std::stable_sort(out.silenced.begin(), out.silenced.end(), told_first<Owned<SilencedFinding>>);
  const auto& asked = teller.proposals().names_asked();
  names_asked_.insert(asked.begin(), asked.end());
  return out;
}

void ItemRules::merge(CheckedDraft& draft, const draft::TextChange& change, const Edit& edit,
                      Findings fresh) {
  const auto keep = [&](auto& told, const std::vector<std::uint32_t>& owners, auto& into) {
    using One = std::decay_t<decltype(into.front())>;
    std::vector<One> kept;
    kept.reserve(told.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
      std::uint32_t owner = owners[i];
      if (owner == a_note) continue;
      if (owner != nobody) owner = edit.now[owner];
      if (owner == draft::no_number && owners[i] != nobody) continue;
      Finding& finding = finding_of(told[i]);
      move(finding, change, owner == nobody ? std::string() : id_of(owner));
      if (finding.span == draft.reading.title_span) finding.print = 0;  // of other words now
      kept.push_back({std::move(told[i]), owner});
    }
    std::vector<One> all;
    all.reserve(kept.size() + into.size());
    std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()),
               std::make_move_iterator(into.begin()), std::make_move_iterator(into.end()),
               std::back_inserter(all), told_first<One>);
    into = std::move(all);
  };
  keep(draft.findings, owners_, fresh.open);
  keep(draft.silenced, silenced_owners_, fresh.silenced);
  put(draft, std::move(fresh));
}

void ItemRules::put(CheckedDraft& draft, Findings findings) {
  draft.findings.clear();
  draft.silenced.clear();
  owners_.clear();
  silenced_owners_.clear();
  draft.findings.reserve(findings.open.size());
  owners_.reserve(findings.open.size());
  for (auto& one : findings.open) {
    draft.findings.push_back(std::move(one.told));
    owners_.push_back(one.owner);
  }
  for (auto& one : findings.silenced) {
    draft.silenced.push_back(std::move(one.told));
    silenced_owners_.push_back(one.owner);
  }
  report::give_fingerprints(draft);
}

}  // namespace mingze::app
