#include "engine/compare/side_by_side.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/compare/meaning.hpp"

namespace mingze {

namespace {

/// Overrides by the pair that each rule is in: the same rule has the same number in both versions.
std::set<std::size_t> pairs_of(const std::vector<RuleId>& rules,
                               const std::vector<std::size_t>& pair_of) {
  std::set<std::size_t> out;
  for (const RuleId rule : rules) out.insert(pair_of[rule.value]);
  return out;
}

/// What each rule overrides, be it through others: also through rules of other decisions.
std::vector<std::vector<RuleId>> all_overrides(const Program& program) {
  std::vector<std::vector<RuleId>> out(program.rules.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::vector<bool> seen(out.size(), false);
    std::vector<RuleId> open = program.rules[i].overrides;
    while (!open.empty()) {
      const RuleId rule = open.back();
      open.pop_back();
      if (seen[rule.value]) continue;
      seen[rule.value] = true;
      out[i].push_back(rule);
      open.insert(open.end(), program[rule].overrides.begin(), program[rule].overrides.end());
    }
  }
  return out;
}

}  // namespace

SideBySide::SideBySide(const Version& before, const Version& after, const Database& data,
                       std::uint32_t sources)
    : program(after.program),
      alignment_(nullptr),
      own_(static_cast<std::uint32_t>(after.program.predicates.size())) {
  alignment_ = std::make_shared<const Alignment>(before.program, program, sources);
  program.facts.clear();
  program.fact_files.clear();
  program.tests.clear();
  pair_rules(before.program, after.program);
  pair_findings(before.program, after.program);
  find_split(before, after);
  add_predicates(before.program);
  add_decisions(before.program);
  add_rules(before.program);
  add_findings(before.program);
  add_facts(before, after, data);
}

void SideBySide::pair_rules(const Program& before, const Program& after) {
  std::vector<Rule> moved;
  for (const Rule& rule : before.rules) moved.push_back(alignment_->moved(rule));
  std::vector<Pattern> patterns;
  for (const Rule& rule : moved) patterns.push_back(pattern_of(rule));
  const auto same = [&](std::size_t old, const Rule& now) {
    return same_pattern(patterns[old], pattern_of(now)) && same_cites(moved[old].cites, now.cites);
  };

  std::map<std::string, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < after.rules.size(); ++i) by_id.emplace(after.rules[i].id, i);
  std::vector<std::optional<std::uint32_t>> partner(before.rules.size());
  std::vector<bool> taken(after.rules.size());
  for (std::uint32_t i = 0; i < before.rules.size(); ++i)
    if (const auto known = by_id.find(before.rules[i].id); known != by_id.end()) {
      partner[i] = known->second;
      taken[known->second] = true;
    }
  for (std::uint32_t i = 0; i < before.rules.size(); ++i)
    for (std::uint32_t k = 0; k < after.rules.size() && !partner[i]; ++k)
      if (!taken[k] && same(i, after.rules[k])) {
        partner[i] = k;
        taken[k] = true;
      }

  std::vector<std::size_t> pair_of_before(before.rules.size());
  std::vector<std::size_t> pair_of_after(after.rules.size());
  for (std::uint32_t i = 0; i < before.rules.size(); ++i) {
    pair_of_before[i] = rules.size();
    if (partner[i]) pair_of_after[*partner[i]] = rules.size();
    rules.push_back({RuleId{i}, partner[i] ? std::optional(RuleId{*partner[i]}) : std::nullopt});
  }
  for (std::uint32_t k = 0; k < after.rules.size(); ++k)
    if (!taken[k]) {
      pair_of_after[k] = rules.size();
      rules.push_back({std::nullopt, RuleId{k}});
    }
  const auto all_before = all_overrides(before);
  const auto all_after = all_overrides(after);
  for (const auto& [old, now] : rules) {
    same_rules.push_back(old && now && same(old->value, after[*now]) &&
                         pairs_of(before[*old].overrides, pair_of_before) ==
                             pairs_of(after[*now].overrides, pair_of_after));
    same_defeats_.push_back(same_rules.back() &&
                            pairs_of(all_before[old->value], pair_of_before) ==
                                pairs_of(all_after[now->value], pair_of_after));
  }
}

void SideBySide::pair_findings(const Program& before, const Program& after) {
  std::map<std::string, Pair<FindingId>> by_code;
  for (std::uint32_t i = 0; i < before.findings.size(); ++i)
    by_code[before.findings[i].id].before = FindingId{i};
  for (std::uint32_t i = 0; i < after.findings.size(); ++i)
    by_code[after.findings[i].id].after = FindingId{i};
  for (const auto& [code, pair] : by_code) {
    own_findings.push_back(pair);
    bool same = pair.before && pair.after;
    if (same) {
      const FindingRule old = alignment_->moved(before.findings[pair.before->value]);
      const FindingRule& now = after.findings[pair.after->value];
      same = same_pattern(pattern_of(old), pattern_of(now)) && same_cites(old.cites, now.cites);
    }
    same_findings.push_back(same);
  }
}

bool SideBySide::reads_split(const Body& body) const {
  return std::any_of(body.conditions.begin(), body.conditions.end(), [&](const Condition& one) {
    return one.sort != Condition::Sort::compare && split_[one.atom.predicate.value];
  });
}

std::vector<Fact> SideBySide::stated_before(PredicateId id, const Version& old,
                                            const Database& data) const {
  std::vector<Fact> out;
  const bool same_data = !old.same_data.empty() && old.same_data[id.value];
  const PredicateId now = alignment_->predicate(id);
  if (same_data) {
    for (std::uint32_t row = 0; row < data.stated_count(now); ++row) {
      const auto tuple = data[now].row(row);
      out.push_back({now, {tuple.begin(), tuple.end()}, {}, *data.origin(now, row)});
    }
  }
  const Relation& tuples = old.stated[id];
  for (std::uint32_t row = 0; row < old.stated.stated_count(id); ++row)
    out.push_back({now,
                   alignment_->moved(id, tuples.row(row)),
                   {},
                   alignment_->span(*old.stated.origin(id, row))});
  return out;
}

bool SideBySide::same_facts(PredicateId before, const Version& old, const Version& now) const {
  const bool same_data = !old.same_data.empty() && old.same_data[before.value];
  const PredicateId after = alignment_->predicate(before);
  if (same_data) {
    // Both state the data; what their programs add may still differ.
    std::set<std::vector<Value>> ours;
    std::set<std::vector<Value>> theirs;
    for (const Fact& fact : old.program.facts)
      if (fact.predicate == before) ours.insert(alignment_->moved(before, fact.values));
    for (const Fact& fact : now.program.facts)
      if (fact.predicate == after) theirs.insert(fact.values);
    return ours == theirs;
  }
  if (old.stated.stated_count(before) != now.stated.stated_count(after)) return false;
  const Relation& tuples = old.stated[before];
  for (std::uint32_t row = 0; row < old.stated.stated_count(before); ++row)
    if (!now.stated[after].contains(alignment_->moved(before, tuples.row(row)))) return false;
  return true;
}

void SideBySide::find_split(const Version& before, const Version& after) {
  split_.assign(program.predicates.size(), false);
  before_of_.assign(program.predicates.size(), PredicateId{});
  std::vector<bool> in_before(program.predicates.size(), false);
  for (std::uint32_t i = 0; i < before.program.predicates.size(); ++i) {
    const PredicateId id = alignment_->predicate({i});
    in_before[id.value] = true;
    before_of_[id.value] = id;
    if (!alignment_->had({i})) {
      split_[id.value] = true;
      continue;
    }
    const Predicate& old = before.program.predicates[i];
    const Predicate& now = program[id];
    split_[id.value] =
        old.hierarchy != now.hierarchy ||
        (old.decision && !same_decision(alignment_->moved(before.program[*old.decision]),
                                        program[*now.decision])) ||
        !same_facts({i}, before, after);
  }
  for (std::uint32_t i = 0; i < own_; ++i)
    if (!in_before[i]) split_[i] = true;

  std::vector<Rule> all = after.program.rules;
  for (const Rule& rule : before.program.rules) all.push_back(alignment_->moved(rule));
  const std::size_t now_count = after.program.rules.size();
  std::vector<bool> differs(all.size(), false);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (same_defeats_[i]) continue;
    if (rules[i].after) differs[rules[i].after->value] = true;
    if (rules[i].before) differs[now_count + rules[i].before->value] = true;
  }
  for (bool grew = true; grew;) {
    grew = false;
    const auto split = [&](PredicateId id) {
      if (!split_[id.value]) grew = split_[id.value] = true;
    };
    for (std::size_t i = 0; i < all.size(); ++i)
      if (differs[i] || reads_split(all[i].body))
        for (const Conclusion& conclusion : all[i].conclusions) split(conclusion.atom.predicate);
    for (const Decision& decision : program.decisions)
      if (decision.domain && split_[decision.domain->predicate.value]) split(decision.predicate);
  }
}

void SideBySide::add_predicates(const Program& before) {
  for (std::uint32_t i = 0; i < before.predicates.size(); ++i) {
    const PredicateId id = alignment_->predicate({i});
    if (!alignment_->had({i}) || !split_[id.value]) continue;
    before_of_[id.value] = {static_cast<std::uint32_t>(program.predicates.size())};
    program.predicates.push_back(alignment_->moved(before.predicates[i], {i}));
  }
}

void SideBySide::to_before(Body& body) const {
  for (Condition& condition : body.conditions)
    if (condition.sort != Condition::Sort::compare)
      condition.atom.predicate = before_of_[condition.atom.predicate.value];
}

void SideBySide::add_decisions(const Program& before) {
  std::vector<bool> paired(program.decisions.size(), false);
  for (const Decision& one : before.decisions) {
    Decision decision = alignment_->moved(one);
    const PredicateId id = decision.predicate;
    std::optional<DecisionId> now;
    if (alignment_->had(one.predicate)) now = program[id].decision;
    if (now) paired[now->value] = true;
    if (!split_[id.value]) {
      decisions.push_back({now, now});
      continue;
    }
    if (now) {
      // Keys are compared column by column.
      const Decision& like = program[*now];
      std::vector<std::uint32_t> slots;
      for (const std::uint32_t slot : like.key_slots) {
        const auto place = std::find(decision.key_slots.begin(), decision.key_slots.end(), slot);
        if (decision.domain)
          slots.push_back(
              decision.domain->slots[static_cast<std::size_t>(place - decision.key_slots.begin())]);
      }
      decision.key_slots = like.key_slots;
      if (decision.domain) decision.domain->slots = slots;
    }
    decision.predicate = before_of_[id.value];
    if (decision.domain) decision.domain->predicate = before_of_[decision.domain->predicate.value];
    const DecisionId added{static_cast<std::uint32_t>(program.decisions.size())};
    program.predicates[decision.predicate.value].decision = added;
    program.decisions.push_back(std::move(decision));
    decisions.push_back({added, now});
  }
  for (std::uint32_t i = 0; i < paired.size(); ++i)
    if (!paired[i]) decisions.push_back({std::nullopt, DecisionId{i}});
}

void SideBySide::add_rules(const Program& before) {
  std::vector<std::optional<RuleId>> copy(before.rules.size());
  const auto overrides = all_overrides(before);
  std::vector<std::uint32_t> own;  // of the rules that are added
  const auto first = static_cast<std::uint32_t>(program.rules.size());
  for (std::uint32_t i = 0; i < before.rules.size(); ++i) {
    Rule rule = alignment_->moved(before.rules[i]);
    std::erase_if(rule.conclusions, [&](const Conclusion& conclusion) {
      return !split_[conclusion.atom.predicate.value];
    });
    if (rule.conclusions.empty()) continue;
    for (Conclusion& conclusion : rule.conclusions)
      conclusion.atom.predicate = before_of_[conclusion.atom.predicate.value];
    to_before(rule.body);
    copy[i] = RuleId{static_cast<std::uint32_t>(program.rules.size())};
    own.push_back(i);
    program.rules.push_back(std::move(rule));
  }
  // A rule defeats rules of its own decision alone, which were added with it; those between them
  // need not be there.
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::vector<RuleId> added;
    for (const RuleId rule : overrides[own[i]])
      if (copy[rule.value]) added.push_back(*copy[rule.value]);
    program.rules[first + i].overrides = std::move(added);
  }
}

void SideBySide::add_findings(const Program& before) {
  for (std::size_t i = 0; i < own_findings.size(); ++i) {
    const auto& [old, now] = own_findings[i];
    if (!old) {
      findings.push_back({std::nullopt, now});
      continue;
    }
    FindingRule finding = alignment_->moved(before.findings[old->value]);
    if (same_findings[i] && !reads_split(finding.body)) {
      findings.push_back({now, now});
      continue;
    }
    to_before(finding.body);
    findings.push_back({FindingId{static_cast<std::uint32_t>(program.findings.size())}, now});
    program.findings.push_back(std::move(finding));
  }
}

void SideBySide::add_facts(const Version& before, const Version& after, const Database& data) {
  stated = Database(program);
  for (std::uint32_t i = 0; i < own_; ++i) stated.share({i}, after.stated);
  for (std::uint32_t i = 0; i < before.program.predicates.size(); ++i) {
    const PredicateId id = alignment_->predicate({i});
    if (!split_[id.value]) continue;
    for (const Fact& fact : stated_before({i}, before, data))
      stated.state(before_of_[id.value], fact.values, fact.span);
  }
}

void SideBySide::state_before(const std::vector<Fact>& facts, Database& database) const {
  for (const Fact& fact : facts)
    state(alignment_->predicate(fact.predicate), alignment_->moved(fact.predicate, fact.values),
          alignment_->span(fact.span), database);
}

void SideBySide::state_after(const std::vector<Fact>& facts, Database& database) const {
  for (const Fact& fact : facts) state(fact.predicate, fact.values, fact.span, database);
}

void SideBySide::state(PredicateId id, const std::vector<Value>& tuple, Span span,
                       Database& database) const {
  database.state(id, tuple, span);
  const PredicateId before = before_of_[id.value];
  if (before.valid() && before != id) database.state(before, tuple, span);
}

}  // namespace mingze
