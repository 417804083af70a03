#include "app/session/lead_reason.hpp"

#include <algorithm>
#include <tuple>

#include "draft/facts/vocabulary.hpp"
#include "report/sentence.hpp"

namespace mingze::app {

namespace {

bool has(const std::vector<Slot>& slots, const std::vector<Value>& values, KindId kind,
         Value value) {
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].kind == kind && values[i] == value) return true;
  return false;
}

/// 再生资源回收 属于 再生资源回收: told of two things of one name, a sentence says nothing.
bool says_nothing(const Program& program, const StatedFact& fact) {
  const auto& slots = program[fact.predicate].slots;
  if (slots.size() != 2) return false;
  const Symbols& symbols = program.symbols;
  return symbols.label_of(slots[0].kind, fact.values[0]) ==
         symbols.label_of(slots[1].kind, fact.values[1]);
}

void add(Message& message, const Message& more, const Message& separator) {
  message.zh += (message.zh.empty() ? "" : separator.zh) + more.zh;
  message.en += (message.en.empty() ? "" : separator.en) + more.en;
}

}  // namespace

LeadReasons::LeadReasons(const Program& program, const Evaluation& evaluation)
    : program_(program),
      evaluation_(evaluation),
      support_(program, evaluation),
      draft_item_(draft::Vocabulary(program).kind("draft-item")) {
  for (const Fact& fact : program.facts) cited_by_.emplace(fact.span, &fact.cites);
}

std::vector<Message> LeadReasons::why(const LeadQuestion& question) const {
  std::vector<Message> out;
  for (std::size_t d = 0; d < program_.decisions.size(); ++d) {
    const std::vector<Candidate> found = candidates(d, question);
    for (const Candidate& one : found)
      if (!is_overridden(one, found))
        out.push_back(line(one, program_.decisions[d].predicate, question));
  }
  return out;
}

std::vector<LeadReasons::Candidate> LeadReasons::candidates(std::size_t decision,
                                                            const LeadQuestion& question) const {
  std::vector<Candidate> out;
  const auto& slots = program_[program_.decisions[decision].predicate].slots;
  const std::uint32_t value_slot = program_.decisions[decision].value_slot;
  if (slots[value_slot].kind != question.department_kind) return out;
  const Relation& all = evaluation_.outcomes[decision].candidates;
  for (std::uint32_t row = 0; row < all.size(); ++row) {
    std::vector<Value> tuple(all.row(row).begin(), all.row(row).end());
    const RuleId rule{tuple.back()};
    tuple.pop_back();
    if (tuple[value_slot] == question.department &&
        has(slots, tuple, question.item_kind, question.item))
      out.push_back({rule, std::move(tuple)});
  }
  std::sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tie(program_[a.rule].id, a.tuple) < std::tie(program_[b.rule].id, b.tuple);
  });
  return out;
}

bool LeadReasons::is_overridden(const Candidate& one, const std::vector<Candidate>& all) const {
  return std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
    const auto& weaker = program_[other.rule].overrides;
    return other.tuple == one.tuple &&
           std::find(weaker.begin(), weaker.end(), one.rule) != weaker.end();
  });
}

Message LeadReasons::line(const Candidate& candidate, PredicateId decision,
                          const LeadQuestion& question) const {
  Message out;
  for (const StatedFact& fact : facts_behind(candidate, decision, question)) {
    const Message cited = cited_in(fact);
    add(out,
        {report::run_together(
             report::sentence(program_, fact.predicate, fact.values, Language::zh)) +
             cited.zh,
         report::sentence(program_, fact.predicate, fact.values, Language::en) + cited.en},
        {"，", ", "});
  }
  const Rule& rule = program_[candidate.rule];
  const std::string& label = rule.label.empty() ? rule.id : rule.label;
  add(out, {label, label}, {" · ", " · "});
  for (const Citation& citation : rule.cites)
    if (!citation.clause.empty()) add(out, {citation.clause, citation.clause}, {" · ", " · "});
  return out;
}

/// Those that speak of the item before those that speak of the department, and nothing that the
/// draft says.
std::vector<StatedFact> LeadReasons::facts_behind(const Candidate& candidate, PredicateId decision,
                                                  const LeadQuestion& question) const {
  const auto of_item = [&](const StatedFact& fact) {
    return has(program_[fact.predicate].slots, fact.values, question.item_kind, question.item);
  };
  std::vector<StatedFact> out;
  for (StatedFact& fact : support_.behind_candidate(candidate.rule, decision, candidate.tuple)) {
    const auto& slots = program_[fact.predicate].slots;
    const bool drafts = std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
      return draft_item_ && slot.kind == *draft_item_;
    });
    const bool of_department =
        has(slots, fact.values, question.department_kind, question.department);
    if (!drafts && !says_nothing(program_, fact) && (of_item(fact) || of_department))
      out.push_back(std::move(fact));
  }
  std::stable_partition(out.begin(), out.end(), of_item);
  return out;
}

/// （《某法》第九条、第十条，《另一法》第二条）
Message LeadReasons::cited_in(const StatedFact& fact) const {
  const auto found = cited_by_.find(fact.origin);
  if (found == cited_by_.end() || found->second->empty()) {
    const Message place = place_ ? place_(fact.origin) : Message();
    return place.zh.empty() ? Message() : Message{"（" + place.zh + "）", " (" + place.en + ")"};
  }
  Message out;
  std::optional<DocumentId> last;
  for (const Citation& citation : *found->second) {
    if (last == citation.document) {
      add(out, {citation.clause, citation.clause}, {"、", ", "});
      continue;
    }
    const std::string& title = program_[citation.document].title;
    add(out, {"《" + title + "》" + citation.clause, title + " " + citation.clause}, {"，", "; "});
    last = citation.document;
  }
  return {"（" + out.zh + "）", " (" + out.en + ")"};
}

}  // namespace mingze::app
