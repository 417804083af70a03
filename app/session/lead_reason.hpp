// Why the rules give the lead to a department, in a line.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/explain/support.hpp"

namespace mingze::app {

/// A department and an item of the register.
struct LeadQuestion {
  KindId department_kind;
  Value department = 0;
  KindId item_kind;
  Value item = 0;
};

class LeadReasons {
 public:
  /// Both must outlive it.
  LeadReasons(const Program& program, const Evaluation& evaluation);

  /// 船舶管理 属于 水上交通（《某法》第三条），交通运输部门 主管 水上交通（《某法》第九条） · 谁审批谁负责 ·
  /// 工作原则: for each rule that puts the department forward, and that no other one which comes to
  /// the same overrides, the facts that speak of the item or the department, with what they cite,
  /// then the rule and its clause. One line a rule, in the order of the rules' ids.
  [[nodiscard]] std::vector<Message> why(const LeadQuestion& question) const;

  /// What tells where a fact stands that cites nothing itself: 责任清单.xlsx 第 12 行; else empty.
  using Place = std::function<Message(Span)>;
  void tell_places(Place place) { place_ = std::move(place); }

 private:
  struct Candidate {
    RuleId rule;
    std::vector<Value> tuple;
  };

  [[nodiscard]] std::vector<Candidate> candidates(std::size_t decision,
                                                  const LeadQuestion& question) const;
  [[nodiscard]] bool is_overridden(const Candidate& one, const std::vector<Candidate>& all) const;
  [[nodiscard]] Message line(const Candidate& candidate, PredicateId decision,
                             const LeadQuestion& question) const;
  [[nodiscard]] std::vector<StatedFact> facts_behind(const Candidate& candidate,
                                                     PredicateId decision,
                                                     const LeadQuestion& question) const;
  [[nodiscard]] Message cited_in(const StatedFact& fact) const;

  const Program& program_;
  const Evaluation& evaluation_;
  Support support_;
  std::optional<KindId> draft_item_;
  std::map<Span, const std::vector<Citation>*> cited_by_;  // facts by their place
  Place place_;
};

}  // namespace mingze::app
