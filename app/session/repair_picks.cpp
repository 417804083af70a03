#include "app/session/repair_picks.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "app/session/lead_repairs.hpp"

namespace mingze::app {

namespace {

using report::Finding;
using report::Repair;
using report::Suggestion;

class Picking {
 public:
  Picking(const report::CheckedDraft& draft, std::vector<report::LeftOut>& left_out)
      : draft_(draft),
        left_out_(left_out),
        leads_(draft.reading, draft.text->text(),
               draft::DraftManner(draft.reading, draft.text->text()).style()) {}

  void all_that_is_sure() {
    for (std::size_t i = 0; i < draft_.findings.size(); ++i)
      for (std::size_t j = 0; j < draft_.findings[i].suggestions.size(); ++j)
        if (draft_.findings[i].suggestions[j].sure) add(i, j);
  }

  std::optional<Failure> pick(const RepairPick& one) {
    if (one.number == 0) return by_code(one);
    if (one.number > draft_.findings.size()) return no_such(one);
    const std::size_t finding = one.number - 1;
    if (!one.lead.empty()) {
      with_lead(finding, one);
      return std::nullopt;
    }
    const std::vector<std::size_t> repairs = repairs_of(draft_.findings[finding]);
    if (one.suggestion > 0) {
      if (one.suggestion > repairs.size()) return no_such(one);
      add(finding, repairs[one.suggestion - 1]);
    } else {
      the_only_one(finding, repairs);
    }
    return std::nullopt;
  }

  std::vector<Repair> taken() {
    std::stable_sort(repairs_.begin(), repairs_.end(), [](const Repair& a, const Repair& b) {
      return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    return std::move(repairs_);
  }

 private:
  [[nodiscard]] Failure no_such(const RepairPick& one) const {
    const std::string count = std::to_string(draft_.findings.size());
    return {"no-such-finding",
            draft_.name,
            {"--fix：没有“" + one.written + "”；这份文稿有 " + count +
                 " 个问题，编号见不带 --fix 时的检查结果",
             "--fix: there is no \"" + one.written + "\"; this draft has " + count +
                 " findings, and check without --fix tells their numbers"}};
  }

  static std::vector<std::size_t> repairs_of(const Finding& finding) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < finding.suggestions.size(); ++i)
      if (report::is_repair(finding.suggestions[i])) out.push_back(i);
    return out;
  }

  std::optional<Failure> by_code(const RepairPick& one) {
    bool found = false;
    for (std::size_t i = 0; i < draft_.findings.size(); ++i) {
      if (draft_.findings[i].code != one.code) continue;
      found = true;
      the_only_one(i, repairs_of(draft_.findings[i]));
    }
    return found ? std::nullopt : std::optional(no_such(one));
  }

  void the_only_one(std::size_t finding, const std::vector<std::size_t>& repairs) {
    if (repairs.size() == 1) return add(finding, repairs[0]);
    const std::string number = std::to_string(finding + 1);
    if (repairs.size() > 1) {
      std::string handles;
      for (const std::size_t repair : repairs)
        handles += (handles.empty() ? "" : "|") +
                   report::repair_handle(draft_.findings[finding], finding + 1, repair);
      return leave_out(number,
                       {"不止一种改法，选一种：--fix=" + handles,
                        "there are several repairs, of which one is chosen by --fix=" + handles});
    }
    leave_out(number, draft_.findings[finding].takes_lead
                          ? Message{"规则和清单都没有说由谁牵头；写明由谁牵头：--fix=" + number +
                                        ":单位名称",
                                    "neither rules nor lists tell who leads; name the body with "
                                    "--fix=" +
                                        number + ":BODY"}
                          : Message{"这个问题没有可以直接写入的文字，要在文稿中自己改",
                                    "there are no words to write for this finding; change the "
                                    "draft itself"});
  }

  void with_lead(std::size_t finding, const RepairPick& one) {
    const Finding& where = draft_.findings[finding];
    const auto words = leads_.with(where, one.lead);
    if (!words)
      return leave_out(std::to_string(one.number),
                       {"这里加不上牵头单位：不是缺少牵头单位的问题，或者分句里还有别的话，"
                        "改写会丢掉；要在文稿中自己改",
                        "no lead can be put in there: no lead is missing, or the clause says more "
                        "than could be kept; change the draft itself"});
    take(std::to_string(one.number), finding, words->span, words->text);
  }

  void add(std::size_t finding, std::size_t suggestion) {
    const Suggestion& one = draft_.findings[finding].suggestions[suggestion];
    take(report::repair_handle(draft_.findings[finding], finding + 1, suggestion), finding,
         one.span, one.replacement);
  }

  void take(const std::string& handle, std::size_t finding, Span span, const std::string& text) {
    if (!taken_.emplace(handle, text).second) return;
    repairs_.push_back({handle, finding, span, text,
                        draft::hunks_of({{span.begin, span.end}, text}, draft_.text->text())});
  }

  void leave_out(const std::string& handle, Message reason) {
    if (taken_.emplace(handle, reason.zh).second)
      left_out_.push_back({handle, std::nullopt, std::move(reason)});
  }

  const report::CheckedDraft& draft_;
  std::vector<report::LeftOut>& left_out_;
  LeadRepairs leads_;
  std::set<std::pair<std::string, std::string>> taken_;  // each once
  std::vector<Repair> repairs_;
};

}  // namespace

Result<std::vector<Repair>> picked_repairs(const report::CheckedDraft& draft,
                                           const std::vector<RepairPick>& picks,
                                           std::vector<report::LeftOut>& left_out) {
  Picking picking(draft, left_out);
  if (picks.empty()) picking.all_that_is_sure();
  for (const RepairPick& one : picks)
    if (auto failure = picking.pick(one)) return std::move(*failure);
  return picking.taken();
}

}  // namespace mingze::app
