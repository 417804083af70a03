#include "app/session/compare_drafts.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/base/utf8.hpp"

namespace mingze::app {

namespace {

using report::DecisionChange;
using report::DiffScene;

using Items = std::vector<std::pair<const draft::Item*, const draft::Item*>>;

std::vector<std::string> texts(const std::vector<draft::Mention>& mentions) {
  std::vector<std::string> out;
  for (const draft::Mention& mention : mentions) out.push_back(mention.text);
  return out;
}

DecisionChange::Side side_of(const std::vector<std::string>& names,
                             const std::vector<std::string>& others) {
  DecisionChange::Side out;
  for (const std::string& name : names) {
    DecisionChange::Value value{name, name};
    value.in_both = std::find(others.begin(), others.end(), name) != others.end();
    out.values.push_back(std::move(value));
  }
  return out;
}

class DraftChanges {
 public:
  DraftChanges(const report::CheckedDraft& before, const report::CheckedDraft& after)
      : before_(before), after_(after) {}

  DiffScene scene(const Items& items, const std::string& name) {
    for (const auto& [old, now] : items) {
      compare("lead", old, now, &draft::Item::lead);
      compare("cooperating", old, now, &draft::Item::cooperating);
    }
    findings(before_, after_, true);
    findings(after_, before_, false);
    return kept_.scene(DiffScene::Over::draft, name);
  }

 private:
  void compare(const std::string& what, const draft::Item* old, const draft::Item* now,
               std::vector<draft::Mention> draft::Item::*role) {
    const auto had = old == nullptr ? std::vector<std::string>{} : texts(old->*role);
    const auto has = now == nullptr ? std::vector<std::string>{} : texts(now->*role);
    if (std::multiset<std::string>(had.begin(), had.end()) ==
        std::multiset<std::string>(has.begin(), has.end()))
      return;
    const draft::Item& item = now != nullptr ? *now : *old;
    const draft::Reading& reading = now != nullptr ? after_.reading : before_.reading;
    DecisionChange change;
    change.what = had.empty()   ? DecisionChange::What::gained
                  : has.empty() ? DecisionChange::What::lost
                                : DecisionChange::What::moved;
    change.decision = what;
    change.key = {{"item", item.label}};
    change.about = about(reading, item, what);
    change.from = side_of(had, has);
    change.to = side_of(has, had);
    kept_.add(std::move(change));
  }

  static Message about(const draft::Reading& reading, const draft::Item& item,
                       const std::string& what) {
    std::string place;
    for (const draft::Section& section : reading.sections)
      if (section.id == item.section) place = section.number;
    const bool lead = what == "lead";
    const Message role{lead ? "牵头" : "配合", lead ? "lead" : "cooperating"};
    place = place.empty() || item.label.starts_with(place) ? "" : place + " ";
    return {place + item.label + " · " + role.zh, place + item.label + " · " + role.en};
  }

  /// With its line, where lines say where something is.
  static report::Finding placed(report::Finding finding, const report::CheckedDraft& draft) {
    if (draft.kind != report::FileKind::text || !finding.span.valid()) return finding;
    report::RelatedPlace place{{"文稿的这一行", "this line of the draft"}};
    place.file = draft.name;
    place.line = draft.text->lines().line_of(finding.span.begin);
    finding.related.insert(finding.related.begin(), std::move(place));
    return finding;
  }

  void findings(const report::CheckedDraft& here, const report::CheckedDraft& there, bool gone) {
    // Fingerprints go by the words of an item, which are what changes between two drafts.
    using Key = std::tuple<std::string, Severity, std::string>;
    const auto key = [](const report::Finding& finding) {
      return Key{finding.code, finding.severity, finding.message.zh};
    };
    std::multiset<Key> others;
    for (const report::Finding& finding : there.findings) others.insert(key(finding));
    for (const report::Finding& finding : here.findings) {
      const auto same = others.find(key(finding));
      if (same == others.end())
        kept_.add(gone, placed(finding, here));
      else
        others.erase(same);
    }
  }

  const report::CheckedDraft& before_;
  const report::CheckedDraft& after_;
  report::KeptChanges kept_;
};

/// The pairs of neighbouring characters of an item's words, without its number and blanks.
std::multiset<std::string> pairs_of(const std::string& label) {
  std::multiset<std::string> out;
  std::string last;
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t size = decode_at(label, at).bytes;
    std::string character = label.substr(at, size);
    at += size;
    if (character == " " || character == "　") continue;
    out.insert(last + character);
    last = std::move(character);
  }
  return out;
}

/// Dice's coefficient of two sets of pairs: 1 where they are equal.
double likeness(const std::multiset<std::string>& a, const std::multiset<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

/// Items that have less in common are taken for others.
constexpr double alike = 0.5;
/// So many items are compared each with each.
constexpr std::size_t most_compared = 2000;

Items paired(const std::vector<draft::Item>& before, const std::vector<draft::Item>& after) {
  std::vector<const draft::Item*> partner(after.size(), nullptr);
  std::map<std::string, std::vector<std::size_t>> by_label;
  for (std::size_t i = after.size(); i-- > 0;) by_label[after[i].label].push_back(i);
  std::vector<const draft::Item*> left;
  for (const draft::Item& item : before) {
    auto& same = by_label[item.label];
    if (same.empty()) {
      left.push_back(&item);
      continue;
    }
    partner[same.back()] = &item;
    same.pop_back();
  }
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < after.size(); ++i)
    if (partner[i] == nullptr) open.push_back(i);
  Items lost;
  if (left.size() <= most_compared && open.size() <= most_compared) {
    std::vector<std::multiset<std::string>> words;
    for (const std::size_t i : open) words.push_back(pairs_of(after[i].label));
    for (const draft::Item* item : left) {
      const auto own = pairs_of(item->label);
      std::optional<std::size_t> best;
      double most = alike;
      for (std::size_t k = 0; k < open.size(); ++k) {
        if (partner[open[k]] != nullptr) continue;
        const double now = likeness(own, words[k]);
        if (now > most) {
          most = now;
          best = open[k];
        }
      }
      if (best)
        partner[*best] = item;
      else
        lost.emplace_back(item, nullptr);
    }
  } else {
    for (const draft::Item* item : left) lost.emplace_back(item, nullptr);
  }
  Items out;
  for (std::size_t i = 0; i < after.size(); ++i) out.emplace_back(partner[i], &after[i]);
  out.insert(out.end(), lost.begin(), lost.end());
  return out;
}

/// Items of one text, read twice: by their places.
Items by_place(const std::vector<draft::Item>& before, const std::vector<draft::Item>& after) {
  std::map<std::uint32_t, std::pair<const draft::Item*, const draft::Item*>> all;
  for (const draft::Item& item : before) all[item.span.begin].first = &item;
  for (const draft::Item& item : after) all[item.span.begin].second = &item;
  Items out;
  for (const auto& [place, pair] : all) out.push_back(pair);
  return out;
}

}  // namespace

std::vector<DiffScene> same_drafts(const report::CheckReport& before,
                                   const report::CheckReport& after) {
  std::vector<DiffScene> out;
  for (std::size_t i = 0; i < before.drafts.size() && i < after.drafts.size(); ++i) {
    const report::CheckedDraft& old = before.drafts[i];
    const report::CheckedDraft& now = after.drafts[i];
    DiffScene scene =
        DraftChanges(old, now).scene(by_place(old.reading.items, now.reading.items), now.name);
    if (scene.any()) out.push_back(std::move(scene));
  }
  return out;
}

DiffScene two_drafts(const report::CheckedDraft& before, const report::CheckedDraft& after) {
  return DraftChanges(before, after)
      .scene(paired(before.reading.items, after.reading.items), after.name);
}

}  // namespace mingze::app
