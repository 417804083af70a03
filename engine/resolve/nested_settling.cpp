#include "engine/resolve/nested_settling.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace mingze {

namespace {

std::uint64_t bits(std::uint32_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

/// The place of a slot among the columns of the groups.
std::uint32_t place(std::uint32_t slot, std::uint32_t column) {
  return slot < column ? slot : slot - 1;
}

}  // namespace

NestedSettling::NestedSettling(const Program& program, DecisionId decision, Precedence& precedence,
                               const Outcome& outcome)
    : program_(program),
      id_(decision),
      decision_(program[decision]),
      precedence_(precedence),
      candidates_(*outcome.candidates.nested()),
      bars_(outcome.bars.nested_over(
          candidates_.column,
          bits(static_cast<std::uint32_t>(program[decision_.predicate].slots.size())) &
              ~(std::uint64_t{1} << candidates_.column),
          candidates_.order)),
      slots_(static_cast<std::uint32_t>(program[decision_.predicate].slots.size())),
      column_(candidates_.column) {
  for (std::uint32_t row = 0; row < candidates_.groups.size(); ++row) {
    const RuleId rule{candidates_.groups.at(row, slots_ - 1)};
    const auto at = std::lower_bound(rules_.begin(), rules_.end(), rule);
    if (at == rules_.end() || *at != rule) rules_.insert(at, rule);
  }
  compare_rules();
}

void NestedSettling::compare_rules() {
  by_.resize(rules_.size());
  for (std::uint32_t r = 0; r < rules_.size(); ++r)
    for (std::uint32_t s = 0; s < rules_.size(); ++s)
      if (precedence_.defeats(id_, rules_[s], rules_[r])) by_[r].push_back(s);
  // Rules that nobody left defeats leave; in a circle nobody does.
  std::vector<bool> left(rules_.size());
  for (bool more = true; more;) {
    more = false;
    for (std::uint32_t r = 0; r < rules_.size(); ++r)
      if (!left[r] && std::all_of(by_[r].begin(), by_[r].end(), [&](auto s) { return left[s]; }))
        left[r] = more = true;
  }
  circular_ = std::find(left.begin(), left.end(), false) != left.end();
}

void NestedSettling::settle(Outcome& outcome, Relation& decided) {
  std::vector<std::uint32_t> key_places;  // among the groups' columns, in the key's order
  std::uint32_t key_column = 0;
  for (std::uint32_t k = 0; k < decision_.key_slots.size(); ++k)
    if (decision_.key_slots[k] == column_)
      key_column = k;
    else
      key_places.push_back(place(decision_.key_slots[k], column_));
  Relation keys(static_cast<std::uint32_t>(key_places.size()));
  std::vector<std::uint32_t> key_of;  // by row of the groups
  std::vector<Value> key(key_places.size());
  for (std::uint32_t row = 0; row < candidates_.groups.size(); ++row) {
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = candidates_.groups.at(row, key_places[i]);
    key_of.push_back(keys.put(key));
  }
  std::vector<std::uint32_t> ends(keys.size() + 1);  // by key: where its rows end
  for (const std::uint32_t k : key_of) ++ends[k + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint32_t> rows(key_of.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[ends[key_of[row]]++] = row;
  NestBuilder tuples(slots_, column_, candidates_.order);
  NestBuilder conflicts(static_cast<std::uint32_t>(decision_.key_slots.size()), key_column,
                        candidates_.order);
  std::vector<Value> others;
  for (std::uint32_t k = 0, from = 0; k < keys.size(); from = ends[k++]) {
    const auto of_key = std::span(rows).subspan(from, ends[k] - from);
    gather(of_key);
    go_along(outcome);
    const auto group = candidates_.groups.row(of_key.front());
    others.assign(group.begin(), group.end() - 1);
    for (std::size_t v = 0; v < values_.size(); ++v) {
      if (decided_[v].empty()) continue;
      others[place(decision_.value_slot, column_)] = values_[v];
      tuples.add(others, decided_[v]);
    }
    if (!conflicts_.empty()) conflicts.add(keys.row(k), conflicts_);
  }
  decided.hold(tuples.finish());
  outcome.conflicts.hold(conflicts.finish());
}

void NestedSettling::gather(std::span<const std::uint32_t> rows) {
  line_.clear();
  values_.clear();
  std::vector<Value> slots;
  for (const std::uint32_t row : rows) {
    const auto group = candidates_.groups.row(row);
    const Value value = group[place(decision_.value_slot, column_)];
    const auto known = std::find(values_.begin(), values_.end(), value);
    const auto number = static_cast<std::uint32_t>(known - values_.begin());
    if (known == values_.end()) values_.push_back(value);
    std::span<const Run> barred;
    if (bars_.groups.size() > 0) {
      slots.assign(group.begin(), group.end() - 1);
      barred = bars_.set(bars_.groups.find(slots));
    }
    const auto rule = std::lower_bound(rules_.begin(), rules_.end(), RuleId{group[slots_ - 1]});
    line_.push_back(
        {static_cast<std::uint32_t>(rule - rules_.begin()), number, candidates_.set(row), barred});
  }
  const std::size_t words = (line_.size() + 63) / 64;
  proposed_.assign(words, 0);
  barred_.assign(words, 0);
  decided_.resize(std::max(decided_.size(), values_.size()));
  for (Runs& set : decided_) set.clear();
  conflicts_.clear();
  if (!circular_) find_attackers();
}

/// By row: the rows of rules that defeat its rule, with another value.
void NestedSettling::find_attackers() {
  const std::size_t words = proposed_.size();
  of_rule_.assign(rules_.size(), Mask(words));
  of_value_.assign(values_.size(), Mask(words));
  for (std::size_t i = 0; i < line_.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    of_rule_[line_[i].rule][i / 64] |= bit;
    of_value_[line_[i].value][i / 64] |= bit;
  }
  attackers_.resize(std::max(attackers_.size(), line_.size()));
  for (std::size_t i = 0; i < line_.size(); ++i) {
    Mask& attackers = attackers_[i];
    attackers.assign(words, 0);
    for (const std::uint32_t rule : by_[line_[i].rule])
      for (std::size_t w = 0; w < words; ++w)
        attackers[w] |= of_rule_[rule][w] & ~of_value_[line_[i].value][w];
  }
}

void NestedSettling::go_along(Outcome& outcome) {
  events_.clear();
  for (std::uint32_t i = 0; i < line_.size(); ++i)
    for (const bool bar : {false, true})
      for (const Run& run : bar ? line_[i].barred : line_[i].proposed) {
        events_.push_back({run.from, i, bar});
        events_.push_back({run.to, i, bar});
      }
  std::sort(events_.begin(), events_.end(),
            [](const Event& a, const Event& b) { return a.place < b.place; });
  for (std::size_t i = 0; i < events_.size();) {
    const std::uint32_t from = events_[i].place;
    for (; i < events_.size() && events_[i].place == from; ++i) {
      Mask& mask = events_[i].bar ? barred_ : proposed_;
      mask[events_[i].row / 64] ^= std::uint64_t{1} << (events_[i].row % 64);
    }
    if (i == events_.size()) break;  // all have ended
    const Run here{from, events_[i].place};
    judge_place();
    if (standing_.size() == 1) outcome.decided += here.to - here.from;
    if (standing_.size() > 1) append(conflicts_, here);
    for (const std::uint32_t value : standing_) append(decided_[value], here);
  }
}

void NestedSettling::stand(std::uint32_t row) {
  const std::uint32_t value = line_[row].value;
  if (std::find(standing_.begin(), standing_.end(), value) == standing_.end())
    standing_.push_back(value);
}

/// Finds the values that stand where the line is read.
void NestedSettling::judge_place() {
  standing_.clear();
  if (circular_) return judge_in_full();
  for (std::size_t w = 0; w < proposed_.size(); ++w)
    for (std::uint64_t rest = proposed_[w] & ~barred_[w]; rest != 0; rest &= rest - 1) {
      const auto row =
          static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(std::countr_zero(rest));
      bool attacked = false;
      for (std::size_t v = 0; v < proposed_.size() && !attacked; ++v)
        attacked = (attackers_[row][v] & proposed_[v] & ~barred_[v]) != 0;
      if (!attacked) stand(row);
    }
}

void NestedSettling::judge_in_full() {
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> rows;
  std::vector<bool> barred;
  for (std::uint32_t i = 0; i < line_.size(); ++i) {
    if ((proposed_[i / 64] >> (i % 64) & 1U) == 0) continue;
    candidates.push_back({rules_[line_[i].rule], values_[line_[i].value]});
    rows.push_back(i);
    barred.push_back((barred_[i / 64] >> (i % 64) & 1U) != 0);
  }
  const std::vector<Verdict> verdicts = judge(id_, candidates, barred, precedence_);
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    if (verdicts[i].stands()) stand(rows[i]);
}

}  // namespace mingze
