#include "engine/update/finding_update.hpp"

#include <algorithm>

#include "engine/evaluate/findings.hpp"

namespace mingze {

FindingUpdate::FindingUpdate(const Program& program) : program_(program) {
  std::vector<std::uint32_t> order(program.findings.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return program.findings[a].id < program.findings[b].id;
  });
  places_.resize(order.size());
  for (const std::uint32_t i : order) {
    places_[i] = kept_.size();
    kept_.push_back(
        {{i}, read_variables(program.findings[i]), distinguishing_variables(program.findings[i])});
  }
}

void FindingUpdate::set(FindingId id, std::span<const Value> values, bool holds) {
  Kept& kept = kept_[places_[id.value]];
  const FindingRule& finding = program_.findings[id.value];
  std::vector<Value> match(finding.body.variables.size());
  for (std::size_t i = 0; i < values.size(); ++i) match[kept.read[i]] = values[i];
  const Key key = ids_of(program_, finding, kept.distinct, match);
  Matches& matches = kept.matches[key];
  kept.before.try_emplace(key, matches);
  if (holds)
    matches.insert(std::move(match));
  else
    matches.erase(match);
  if (matches.empty()) kept.matches.erase(key);
}

void FindingUpdate::add(const Kept& kept, const Matches& matches,
                        std::vector<RaisedFinding>& out) const {
  auto found = findings_of(program_, kept.id, {matches.begin(), matches.end()});
  out.insert(out.end(), found.begin(), found.end());
}

void FindingUpdate::take_changes(std::vector<RaisedFinding>& withdrawn,
                                 std::vector<RaisedFinding>& raised) {
  for (Kept& kept : kept_) {
    for (const auto& [key, before] : kept.before) {
      const auto now = kept.matches.find(key);
      if (now != kept.matches.end() && now->second == before) continue;
      add(kept, before, withdrawn);
      if (now != kept.matches.end()) add(kept, now->second, raised);
    }
    kept.before.clear();
  }
}

std::vector<RaisedFinding> FindingUpdate::all() const {
  std::vector<RaisedFinding> out;
  for (const Kept& kept : kept_)
    for (const auto& [key, matches] : kept.matches) add(kept, matches, out);
  return out;
}

}  // namespace mingze
