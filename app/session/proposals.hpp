// Who might lead, offered with the reason and the words to write.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/facts/lead_text.hpp"
#include "draft/facts/register_names.hpp"
#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/finding.hpp"

namespace mingze::app {

/// The departments that rules offer (relations `offered-in-clause` and `offered-in-item` of the
/// draft pack), as suggestions of the findings that stand on that clause or item. The reason is
/// what decided the lead: the fact that speaks of the department, the rule and its clause.
class Proposals {
 public:
  /// All must outlive it.
  Proposals(const Program& program, const Evaluation& evaluation, const draft::RegisterNames& names,
            const draft::Reading& reading, const Source& text);

  /// Puts what is offered in place of the finding's general suggestions, if there is anything.
  void add_to(report::Finding& finding, const RaisedFinding& raised) const;

 private:
  struct Offer {
    KindId department_kind;
    Value department = 0;
    KindId item_kind;
    Value item = 0;
  };
  using Key = std::pair<KindId, Value>;

  void collect(const char* relation);
  [[nodiscard]] report::Suggestion suggestion_for(const Offer& offer,
                                                  const report::Finding& finding) const;
  /// The clause at this place with the line in its lead, if it is named there; `name` becomes how.
  [[nodiscard]] std::optional<draft::Rewrite> rewritten(const draft::Item& item, Span where,
                                                        const std::string& line,
                                                        std::string& name) const;
  [[nodiscard]] bool is_vertical(const Offer& offer) const;
  [[nodiscard]] Message reason(const Offer& offer) const;
  [[nodiscard]] static bool speaks_of(const std::vector<Slot>& slots,
                                      const std::vector<Value>& tuple, const Offer& offer);

  const Program& program_;
  const Evaluation& evaluation_;
  const draft::RegisterNames& names_;
  const draft::Reading& reading_;
  const Source& text_;
  std::map<Key, std::vector<Offer>> offers_;
};

}  // namespace mingze::app
