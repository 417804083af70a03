#include "draft/clause/judge_clause.hpp"

#include <algorithm>
#include <utility>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

class ClauseJudge {
 public:
  ClauseJudge(const TextView& text, const FoundClause& found, RuleInForce rule, Level level)
      : text_(text), parsed_(found.parsed), rule_(rule), form_(found.form) {
    judged_.clause.span = text.document().span(found.range);
    judged_.clause.form = found.form;
    judged_.clause.shared = parsed_.shared;
    LevelInForce in_force{level};
    for (const RoleName& name : parsed_.names) {
      if (name.role == Role::ignored) continue;
      roles_.push_back(name.role);
      names_.push_back(&name);
      mentions_.push_back(make_mention(text, name.name, in_force));
    }
  }

  JudgedClause run() {
    if (mentions_.empty()) return std::move(judged_);
    if (has(Role::lead)) {
      leads_by([this](std::size_t i) { return roles_[i] == Role::lead; });
    } else if (all_collective() || doers_are_a_class()) {
      nobody(ItemStatus::collective);
    } else if (rule_.rule == LeadRule::first_listed) {
      judged_.clause.rule = rule_.rule;
      leads_by([this](std::size_t i) { return is_first_of_list(i); });
    } else if (rule_.rule == LeadRule::before_comma) {
      judged_.clause.rule = rule_.rule;
      leads_by([this](std::size_t i) { return !names_[i]->after_comma && names_[i]->list == 0; });
    } else if (rule_.rule == LeadRule::marked && any_starred()) {
      judged_.clause.rule = rule_.rule;
      leads_by([this](std::size_t i) { return names_[i]->name.starred; });
    } else if (has(Role::cooperating) && !parsed_.shared && has_doer()) {
      leads_by([this](std::size_t i) { return !is_helping(roles_[i]); });
    } else if (single_name() || each_has_its_part()) {
      leads_by([this](std::size_t i) { return !is_helping(roles_[i]); });
    } else {
      nobody(ItemStatus::missing_lead);
    }
    return std::move(judged_);
  }

 private:
  [[nodiscard]] bool has(Role role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  [[nodiscard]] bool any_starred() const {
    return std::any_of(names_.begin(), names_.end(),
                       [](const RoleName* name) { return name->name.starred; });
  }

  [[nodiscard]] bool has_doer() const {
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (!is_helping(roles_[i]) && !mentions_[i].collective) return true;
    }
    return false;
  }

  [[nodiscard]] bool all_collective() const {
    return std::all_of(mentions_.begin(), mentions_.end(),
                       [](const Mention& mention) { return mention.collective; });
  }

  /// 各级甲部门会同乙部门……, （各地区负责，甲局督办）: every member of a class does it, whoever helps.
  [[nodiscard]] bool doers_are_a_class() const {
    return (form_ != ClauseForm::prose || !parsed_.shared) &&
           (has(Role::plain) || has(Role::responsible)) && !has_doer();
  }

  /// One name alone, by 负责 or as the only 责任单位, whoever supervises it; with 等 or 按职责分工
  /// there are others.
  [[nodiscard]] bool single_name() const {
    const auto doers = std::count_if(roles_.begin(), roles_.end(),
                                     [](Role role) { return role != Role::supervising; });
    return doers == 1 && !parsed_.shared && !names_[0]->name.open_list &&
           !names_[0]->name.several && !is_helping(roles_[0]) && !mentions_[0].vague;
  }

  /// 甲局负责选址，乙局负责用地报批: each leads what it is told to do.
  [[nodiscard]] bool each_has_its_part() const {
    return std::all_of(names_.begin(), names_.end(), [](const RoleName* name) {
      return name->own_part && !name->name.open_list && !name->name.several;
    });
  }

  [[nodiscard]] bool is_first_of_list(std::size_t i) const {
    const std::uint32_t list = names_[i]->list;
    if (i > 0 && names_[i - 1]->list == list) return false;
    if (mentions_[i].collective || is_helping(roles_[i])) return false;
    if (!rule_.each_list) return i == 0 || nobody_before(i);
    return list == 0 || mentions_[i].kind != BodyKind::enterprise;
  }

  [[nodiscard]] bool nobody_before(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k) {
      if (!mentions_[k].collective) return false;
    }
    return true;
  }

  /// `leads` may look at what is plain in the mentions before, as the names are moved out of them.
  template <typename Leads>
  void leads_by(Leads leads) {
    judged_.status = ItemStatus::led;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      auto& list = leads(i) ? judged_.clause.lead : judged_.clause.cooperating;
      list.push_back(std::move(mentions_[i]));
    }
    if (!judged_.clause.lead.empty()) return;
    mentions_ = std::move(judged_.clause.cooperating);
    nobody(ItemStatus::missing_lead);
  }

  void nobody(ItemStatus status) {
    judged_.status = status;
    judged_.clause.rule = LeadRule::none;
    judged_.clause.lead.clear();
    judged_.clause.cooperating.clear();
    judged_.clause.named = std::move(mentions_);
  }

  const TextView& text_;
  const ParsedClause& parsed_;
  RuleInForce rule_;
  ClauseForm form_;
  std::vector<Role> roles_;
  std::vector<const RoleName*> names_;
  std::vector<Mention> mentions_;
  JudgedClause judged_;
};

}  // namespace

JudgedClause judge_clause(const TextView& text, const FoundClause& found, RuleInForce rule,
                          Level level) {
  return ClauseJudge(text, found, rule, level).run();
}

}  // namespace mingze::draft
