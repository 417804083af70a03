#include "report/finding_match.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace mingze::report {

namespace {

/// Those of the copy that have a partner in the draft.
using Partners = std::vector<std::optional<std::size_t>>;

draft::ByteRange range_of(const Finding& finding) {
  if (!finding.span.valid()) return {};
  return {finding.span.begin, finding.span.end};
}

bool overlap(draft::ByteRange a, draft::ByteRange b) {
  return a == b || (a.begin < b.end && b.begin < a.end);
}

}  // namespace

FindingMatch matched(const CheckedDraft& draft, const CheckedDraft& copy,
                     const std::vector<draft::Edit>& edits) {
  const std::vector<Finding>& before = draft.findings;
  const std::vector<Finding>& after = copy.findings;
  std::vector<bool> taken(before.size(), false);
  Partners partner(after.size());
  std::map<std::string, std::size_t> by_fingerprint;
  for (std::size_t i = 0; i < before.size(); ++i) by_fingerprint.emplace(before[i].fingerprint, i);
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto same = by_fingerprint.find(after[i].fingerprint);
    if (same == by_fingerprint.end() || taken[same->second]) continue;
    partner[i] = same->second;
    taken[same->second] = true;
  }
  std::map<std::string, std::vector<std::size_t>> rest;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!taken[i]) rest[before[i].code].push_back(i);
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (partner[i]) continue;
    std::vector<std::size_t>& candidates = rest[after[i].code];
    const draft::ByteRange words = draft::before_edits(range_of(after[i]), edits);
    const auto same = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t one) {
      return overlap(range_of(before[one]), words);
    });
    if (same == candidates.end()) continue;
    partner[i] = *same;
    taken[*same] = true;
    candidates.erase(same);
  }
  FindingMatch out;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!taken[i]) out.gone.push_back(i);
  for (std::size_t i = 0; i < after.size(); ++i)
    if (partner[i])
      out.remain.emplace_back(*partner[i], i);
    else
      out.appeared.push_back(i);
  return out;
}

}  // namespace mingze::report
