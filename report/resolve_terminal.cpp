#include <ostream>

#include "engine/base/utf8.hpp"
#include "report/finding_terminal.hpp"
#include "report/resolve_faces.hpp"
#include "report/sentence.hpp"
#include "report/table.hpp"

namespace mingze::report {

namespace {

constexpr std::size_t shown_keys = 500;
constexpr std::size_t shown_findings = 200;

class ResolveFace {
 public:
  ResolveFace(std::ostream& out, const Resolution& resolution, const Style& style)
      : out_(out),
        resolution_(resolution),
        program_(resolution.program()),
        style_(style),
        summary_(resolution.summary()) {}

  void draw() {
    const Selection& selection = resolution_.selection();
    if (selection.relation) return tuples(*selection.relation);
    if (!selection.summary_only) {
      for (const DecisionId decision : resolution_.decisions()) keys(decision);
      findings();
    }
    summary();
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return message.in(style_.language);
  }
  void title(const std::string& text) { out_ << painted(style_, Paint::bold, text) << "\n"; }

  void tuples(PredicateId relation) {
    resolution_.for_each_tuple(relation, [&](std::span<const Value> tuple) {
      out_ << harmless(sentence(program_, relation, tuple, style_.language)) << "\n";
    });
  }

  void keys(DecisionId id) {
    const std::string& name = program_[program_[id].predicate].id;
    title(say({"裁定 ", "decision "}) + name);
    std::uint64_t shown = 0;
    const bool all = resolution_.selection().decision.has_value();
    resolution_.for_each_key(id, [&](const DecidedKey& key) {
      one_key(id, key);
      return ++shown < shown_keys || all;
    });
    const std::uint64_t count = summary_.decisions.at(name).keys;
    if (count == 0) out_ << "  " << say({"（没有需要裁定的事）", "(nothing to decide)"}) << "\n";
    if (count > shown) {
      const std::string more = std::to_string(count - shown);
      out_ << "  "
           << say({"… 还有 " + more + " 条（--decision " + name + " 全部列出）",
                   "… and " + more + " more (--decision " + name + " lists them all)"})
           << "\n";
    }
    out_ << "\n";
  }

  void one_key(DecisionId id, const DecidedKey& decided) {
    const Decision& decision = program_[id];
    std::vector<Value> slots(program_[decision.predicate].slots.size(), 0);
    for (std::size_t i = 0; i < decided.key.size(); ++i)
      slots[decision.key_slots[i]] = decided.key[i];
    if (decided.status == Status::missing) {
      line(Paint::red, {"缺失", "missing"},
           sentence_with_open_slot(program_, decision.predicate, slots, decision.value_slot,
                                   style_.language));
      return;
    }
    const bool conflict = decided.status == Status::conflict;
    for (const Value value : decided.values) {
      slots[decision.value_slot] = value;
      const std::string text = sentence(program_, decision.predicate, slots, style_.language);
      if (conflict)
        line(Paint::red, {"冲突", "conflict"}, text);
      else
        line(Paint::green, {"已定", "decided"}, text);
    }
  }

  void line(Paint paint, const Message& status, const std::string& text) {
    const std::string word = say(status);
    out_ << "  " << painted(style_, paint, word)
         << padding(word, style_.language == Language::zh ? 4 : 8) << "  " << harmless(text)
         << "\n";
  }

  void findings() {
    std::uint64_t shown = 0;
    resolution_.for_each_finding([&](const Finding& finding) {
      if (shown == 0) title(say({"问题", "findings"}));
      out_ << headline(finding, style_) << basis_lines(finding, style_)
           << related_lines(finding, style_) << suggestion_lines(finding, style_);
      return ++shown < shown_findings;
    });
    const std::uint64_t count = resolution_.finding_count();
    if (count > shown) {
      const std::string more = std::to_string(count - shown);
      out_ << "  "
           << say({"… 还有 " + more + " 个问题（--format json 全部列出）",
                   "… and " + more + " more findings (--format json lists them all)"})
           << "\n";
    }
    if (count > 0) out_ << "\n";
  }

  void summary() {
    title(say({"汇总（截至 ", "summary (as of "}) + to_string(program_.as_of) + say({"）", ")"}));
    Table decisions({say({"裁定", "decision"}), say({"应定", "keys"}), say({"已定", "decided"}),
                     say({"缺失", "missing"}), say({"冲突", "conflict"}), say({"结果", "values"})});
    for (const auto& [id, counts] : summary_.decisions)
      decisions.add({id, std::to_string(counts.keys), std::to_string(counts.decided),
                     std::to_string(counts.missing), std::to_string(counts.conflict),
                     std::to_string(counts.values)});
    counted({"问题", "finding"}, summary_.findings,
            decisions.empty() ? "" : decisions.drawn(style_));
    counted({"不报告的问题", "silenced"}, summary_.silenced, "");
    counted({"关系", "relation"}, summary_.relations, "");
  }

  void counted(const Message& name, const std::map<std::string, std::uint64_t>& counts,
               const std::string& before) {
    out_ << before;
    if (counts.empty()) return;
    Table table({say(name), say({"数量", "count"})});
    for (const auto& [id, count] : counts) table.add({id, std::to_string(count)});
    out_ << table.drawn(style_);
  }

  std::ostream& out_;
  const Resolution& resolution_;
  const Program& program_;
  const Style& style_;
  const ResolutionSummary summary_;
};

}  // namespace

void write_resolve_terminal(std::ostream& out, const Resolution& resolution, const Style& style) {
  ResolveFace(out, resolution, style).draw();
}

}  // namespace mingze::report
