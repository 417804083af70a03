#include "draft/facts/draft_manner.hpp"

#include <algorithm>
#include <unordered_map>

namespace mingze::draft {

bool is_of_line(const Mention& mention, std::string_view line) {
  return mention.line == line ||
         std::find(mention.also.begin(), mention.also.end(), line) != mention.also.end();
}

DraftManner::DraftManner(const Reading& reading, std::string_view text) {
  for (const Item& item : reading.items) shares_.push_back(share_of(item, reading.issuer, text));
}

void DraftManner::follow(const Reading& reading, std::string_view text,
                         const std::vector<std::uint32_t>& kept) {
  touched_.clear();
  std::vector<Share> shares;
  std::vector<bool> stays(shares_.size(), false);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] < shares_.size()) {
      stays[kept[i]] = true;
      shares.push_back(std::move(shares_[kept[i]]));
    } else {
      touch(shares.emplace_back(share_of(reading.items[i], reading.issuer, text)));
    }
  }
  for (std::size_t i = 0; i < stays.size(); ++i)
    if (!stays[i]) touch(shares_[i]);
  shares_ = std::move(shares);
}

void DraftManner::touch(const Share& share) {
  for (const auto& [line, name] : share.names) touched_.insert(line);
}

bool DraftManner::is_touched(std::string_view line) const {
  const auto known = lines_.find(line);
  return known && touched_.contains(*known);
}

DraftManner::Share DraftManner::share_of(const Item& item, const Issuer& issuer,
                                         std::string_view text) {
  Share share;
  for (const Clause& clause : item.clauses) {
    const Span span = clause.span;
    const auto words = span.size() > 0 ? text.substr(span.begin, span.size()) : std::string_view();
    for (std::size_t i = 0; i < clause_brackets.size(); ++i) {
      if (!words.starts_with(clause_brackets[i].open)) continue;
      ++share.brackets[i];
      const bool inside = words.ends_with("。");
      share.before_stop += inside || text.substr(span.end).starts_with("。") ? 1 : 0;
    }
  }
  for (const auto* mentions : {&item.lead, &item.cooperating, &item.named})
    for (const Mention& mention : *mentions) {
      const bool own =
          mention.level == issuer.level && (mention.place.empty() || mention.place == issuer.place);
      const bool whole = !mention.prefix.empty() || issuer.level == Level::national;
      if (!own || !whole || mention.former || !mention.tail.empty()) continue;
      const std::uint32_t name = names_.intern(mention.text);
      if (!mention.line.empty()) share.names.emplace_back(lines_.intern(mention.line), name);
      for (const std::string& line : mention.also)
        if (line != mention.line) share.names.emplace_back(lines_.intern(line), name);
    }
  return share;
}

ClauseStyle DraftManner::style() const {
  std::array<std::uint32_t, clause_brackets.size()> counts{};
  std::uint32_t all = 0;
  std::uint32_t before_stop = 0;
  for (const Share& share : shares_) {
    before_stop += share.before_stop;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i] += share.brackets[i];
      all += share.brackets[i];
    }
  }
  const auto most =
      static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  return {clause_brackets[most].open, clause_brackets[most].close,
          all > 0 && before_stop * 2 > all};
}

std::string DraftManner::name_of(std::string_view line) const {
  const auto known = lines_.find(line);
  if (!known) return {};
  std::unordered_map<std::uint32_t, std::size_t> counts;
  std::size_t most = 0;
  std::uint32_t best = 0;
  for (const Share& share : shares_)
    for (const auto& [of, name] : share.names) {
      if (of != *known) continue;
      const std::size_t count = ++counts[name];
      if (count <= most) continue;
      most = count;
      best = name;
    }
  return most == 0 ? std::string() : std::string(names_[best]);
}

}  // namespace mingze::draft
