// Who might lead, offered with the reason and the words to write.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/lead_reason.hpp"
#include "draft/clause/reading.hpp"
#include "draft/facts/lead_text.hpp"
#include "draft/facts/register_names.hpp"
#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/finding.hpp"

namespace mingze::app {

/// The departments that rules offer, as suggestions of the findings that stand on that clause, item
/// or name (relations `offered-in-clause`, `offered-in-item`, `offered-beside` and
/// `offered-in-place` of the draft pack): with the reason, which is the facts, the rule and its
/// clause, and with the words to write.
class Proposals {
 public:
  using Why = std::function<std::shared_ptr<const report::Explanation>(PredicateId,
                                                                       const std::vector<Value>&)>;

  /// All must outlive it.
  Proposals(const Program& program, const Evaluation& evaluation, const draft::RegisterNames& names,
            const draft::Reading& reading, const Source& text, const draft::DraftManner& manner);

  /// Has each suggestion tell why the rules come to it.
  void explain(Why why) { why_ = std::move(why); }

  /// Has each reason tell where facts stand that cite nothing.
  void tell_places(LeadReasons::Place place) {
    if (reasons_) reasons_->tell_places(std::move(place));
  }

  /// How the draft names the lines that it was asked for; empty where it doesn't.
  [[nodiscard]] const std::map<std::string, std::string>& names_asked() const {
    return names_in_draft_;
  }

  /// Puts what is offered in place of the finding's general suggestions, if there is anything.
  void add_to(report::Finding& finding, const RaisedFinding& raised);

 private:
  enum class Part {
    leads,
    beside,    ///< cooperates where another leads
    in_place,  ///< leads in place of the name that is written
  };
  /// A department, and what the draft's item is about that the rules give to it.
  struct Offer {
    KindId department_kind;
    Value department = 0;
    KindId item_kind;
    std::vector<Value> items = {};  ///< in the order of their ids
    PredicateId predicate;          ///< what offers it
    Part part = Part::leads;
  };
  using Key = std::pair<KindId, Value>;

  void collect(std::optional<PredicateId> predicate, Part part);
  [[nodiscard]] std::optional<report::Suggestion> suggestion_for(const Offer& offer,
                                                                 const report::Finding& finding);
  /// Whether nobody need choose it.
  [[nodiscard]] bool is_settled(const Offer& offer, const draft::Item& item) const;
  /// How the draft names the department; empty where it and the register don't tell.
  [[nodiscard]] std::string name_of(const Offer& offer);
  /// The words to write, if nothing would be lost by them; `name` becomes as the clause has it.
  [[nodiscard]] std::optional<draft::Rewrite> words_for(const Offer& offer, const draft::Item& item,
                                                        Span where, std::string& name);
  /// The clause at this place with the department in its lead.
  [[nodiscard]] std::optional<draft::Rewrite> rewritten(const draft::Item& item, Span where,
                                                        const std::string& line,
                                                        std::string& name) const;
  [[nodiscard]] static bool takes_part(const draft::Item& item, const std::string& line);
  [[nodiscard]] bool is_vertical(const Offer& offer) const;
  [[nodiscard]] bool is_not_everywhere(const Offer& offer) const;
  [[nodiscard]] bool holds_of(const Offer& offer, std::optional<PredicateId> relation,
                              std::optional<Value> thing) const;
  [[nodiscard]] Message reason(const Offer& offer);

  const Program& program_;
  const Evaluation& evaluation_;
  const draft::RegisterNames& names_;
  const draft::Reading& reading_;
  const Source& text_;
  const draft::DraftManner& manner_;
  std::map<Key, std::vector<Offer>> offers_;
  std::optional<PredicateId> not_everywhere_;
  std::optional<PredicateId> class_of_;
  std::optional<Value> level_;     // of the issuer
  std::optional<Value> vertical_;  // the class of bodies led from above
  Why why_;
  std::optional<LeadReasons> reasons_;  // where there is an offer
  // Found once, as thousands of findings may ask: how clauses stand in the draft, how it names a
  // line, and why a department is put forward for an item.
  draft::ClauseStyle style_;
  std::map<std::string, std::string> names_in_draft_;
  std::map<std::pair<Key, Key>, std::vector<Message>> why_told_;
};

}  // namespace mingze::app
