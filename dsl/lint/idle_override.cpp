#include <fmt/format.h>

#include <algorithm>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/proposals.hpp"
#include "dsl/lint/removal.hpp"

namespace mingze::dsl {

namespace {

bool can_be_equal(const Term& a, const Term& b) { return a.is_variable || b.is_variable || a == b; }

/// Whether two rules may come to have different candidates for one key.
bool may_compete(const Proposal& a, const Proposal& b) {
  if (a.decision != b.decision) return false;
  for (std::size_t i = 0; i < a.key.size(); ++i)
    if (!can_be_equal(a.key[i], b.key[i])) return false;
  return a.value.is_variable || b.value.is_variable || !(a.value == b.value);
}

/// Who overrides whom, directly or through others.
class Overrides {
 public:
  explicit Overrides(const Program& program) : program_(program), over_(program.rules.size()) {
    for (std::uint32_t r = 0; r < program.rules.size(); ++r)
      for (const RuleId s : program.rules[r].overrides) over_[s.value].push_back({r});
  }

  /// Whether r overriding s can ever matter: for them, or for rules that are linked through them.
  [[nodiscard]] bool matters(RuleId r, RuleId s) const {
    for (const Proposal& a : proposals(reached(r, true)))
      for (const Proposal& b : proposals(reached(s, false)))
        if (may_compete(a, b)) return true;
    return false;
  }

 private:
  /// The rule, and all above it that override it, or all below that it overrides.
  [[nodiscard]] std::vector<RuleId> reached(RuleId from, bool above) const {
    std::vector<RuleId> open{from};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const RuleId at = open[i];
      for (const RuleId next : above ? over_[at.value] : program_[at].overrides)
        if (std::find(open.begin(), open.end(), next) == open.end()) open.push_back(next);
    }
    return open;
  }

  [[nodiscard]] std::vector<Proposal> proposals(const std::vector<RuleId>& rules) const {
    std::vector<Proposal> out;
    for (const RuleId rule : rules)
      for (Proposal& one : proposals_of(program_, rule)) out.push_back(std::move(one));
    return out;
  }

  const Program& program_;
  std::vector<std::vector<RuleId>> over_;  // by rule: who overrides it directly
};

}  // namespace

void find_idle_overrides(const LintRun& run) {
  const Overrides overrides(run.program());
  for (const LintedBody& body : run.bodies) {
    if (!body.rule) continue;
    const std::vector<Word>& named = body.rule->overrides;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const RuleEntry* other = run.vocabulary().rules.find(named[i].text);
      if (!other || !other->lowered.valid()) continue;
      const bool twice =
          std::any_of(named.begin(), named.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Word& earlier) { return earlier.text == named[i].text; });
      if (!twice && overrides.matters(body.lowered, other->lowered)) continue;
      auto fix = without_override(run, body, i);
      Diagnostic diagnostic{
          .code = "idle-override",
          .message = {fmt::format("“优先于 {}”没有作用", named[i].text),
                      fmt::format("overriding \"{}\" has no effect", named[i].text)},
          .span = named[i].span,
          .related = {{other->span, {"被优先的规则", "the rule that is overridden"}}}};
      diagnostic.notes.push_back(
          twice
              ? Message{"它写了两次", "it stands there twice"}
              : Message{"两条规则从不会对裁定的同一个键提出不同的值",
                        "the two rules never propose different values for one key of a decision"});
      if (fix) diagnostic.repairs.push_back(fix->edit);
      run.add(std::move(diagnostic), std::move(fix));
    }
  }
}

}  // namespace mingze::dsl
