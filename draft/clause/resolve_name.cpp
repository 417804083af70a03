#include "draft/clause/resolve_name.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

struct KindEnding {
  View ending;
  BodyKind kind;
};

// What the end of an unknown name says about it; the first that fits counts.
constexpr std::array<KindEnding, 33> kind_endings{{{U"领导小组", BodyKind::leading_group},
                                                   {U"领导小组办公室", BodyKind::leading_group},
                                                   {U"指挥部", BodyKind::leading_group},
                                                   {U"指挥部办公室", BodyKind::leading_group},
                                                   {U"专班", BodyKind::leading_group},
                                                   {U"联席会议", BodyKind::leading_group},
                                                   {U"联席会议办公室", BodyKind::leading_group},
                                                   {U"公司", BodyKind::enterprise},
                                                   {U"集团", BodyKind::enterprise},
                                                   {U"企业", BodyKind::enterprise},
                                                   {U"银行", BodyKind::enterprise},
                                                   {U"交易所", BodyKind::enterprise},
                                                   {U"厂", BodyKind::enterprise},
                                                   {U"检察院", BodyKind::court},
                                                   {U"法院", BodyKind::court},
                                                   {U"海关", BodyKind::vertical},
                                                   {U"监管局", BodyKind::department},
                                                   {U"分行", BodyKind::vertical},
                                                   {U"支行", BodyKind::vertical},
                                                   {U"宣传部", BodyKind::party},
                                                   {U"组织部", BodyKind::party},
                                                   {U"妇联", BodyKind::party},
                                                   {U"总工会", BodyKind::party},
                                                   {U"团委", BodyKind::party},
                                                   {U"党委", BodyKind::party},
                                                   {U"党组", BodyKind::party},
                                                   {U"工委", BodyKind::party},
                                                   {U"党支部", BodyKind::party},
                                                   {U"专管员", BodyKind::role},
                                                   {U"负责人", BodyKind::role},
                                                   {U"负责同志", BodyKind::role},
                                                   {U"中心", BodyKind::institution},
                                                   {U"政府", BodyKind::government}}};

struct LevelPrefix {
  View prefix;
  Level level;
};

constexpr std::array<LevelPrefix, 16> prefixes_of_levels{{{U"国务院", Level::national},
                                                          {U"国家", Level::national},
                                                          {U"中央", Level::national},
                                                          {U"全国", Level::national},
                                                          {U"中国", Level::national},
                                                          {U"自治区", Level::province},
                                                          {U"自治州", Level::city},
                                                          {U"自治县", Level::county},
                                                          {U"兵团", Level::province},
                                                          {U"省", Level::province},
                                                          {U"市", Level::city},
                                                          {U"州", Level::city},
                                                          {U"县", Level::county},
                                                          {U"区", Level::county},
                                                          {U"旗", Level::county},
                                                          {U"乡镇", Level::township}}};

Level level_of_prefix(View name) {
  for (const auto& [prefix, level] : prefixes_of_levels) {
    if (name.starts_with(prefix)) return level;
  }
  return Level::unknown;
}

/// The level of a place: the register's, else what its last character tells.
Level level_of_place(const Lexicon& lexicon, View place) {
  for (const PlaceName* known : lexicon.places().called(place))
    if (known->level != Level::unknown) return known->level;
  if (place.ends_with(U"自治区") || place.ends_with(U"省")) return Level::province;
  if (place.ends_with(U"县") || place.ends_with(U"区") || place.ends_with(U"旗")) {
    return Level::county;
  }
  if (place.ends_with(U"市") || place.ends_with(U"州") || place.ends_with(U"盟")) {
    return Level::city;
  }
  return Level::unknown;
}

/// What the register calls so.
struct Known {
  const std::vector<std::uint32_t>* bodies = nullptr;
  std::vector<const PlaceName*> places = {};

  Known() = default;
  Known(const Lexicon& lexicon, View name)
      : bodies(&lexicon.find(name)), places(lexicon.places().called(name)) {}
  [[nodiscard]] std::size_t size() const { return (bodies ? bodies->size() : 0) + places.size(); }
};

struct Found {
  Known entries = {};
  std::uint32_t prefix = 0;
  std::uint32_t end = 0;   ///< of the name, before a bracket
  Range inner_place = {};  ///< within the name, which was looked up without it
  bool branch = false;     ///< of the body that was found: 生态环境局长兴分局
};

constexpr View branch_office = U"分局";

/// 人民银行苏州市分行, 国家统计局苏州调查队: the register has the name without the place in it.
std::optional<Found> find_around_place(const TextView& text, Range name) {
  const auto view = text.of(name);
  for (std::uint32_t at = 2; at + 2 < view.size(); ++at) {
    const std::uint32_t length = text.lexicon().places().length_at_start(view.substr(at));
    if (length == 0) continue;
    Known known(text.lexicon(),
                std::u32string(view.substr(0, at)).append(view.substr(at + length)));
    if (known.bodies->empty()) continue;
    const Range place{name.begin + at, name.begin + at + length};
    return Found{std::move(known), 0, name.end, place, false};
  }
  return std::nullopt;
}

/// 生态环境局长兴分局: the branch of a bureau for a part of its place. The longest bureau counts.
std::optional<Found> find_branch(const TextView& text, Range name, std::uint32_t prefix) {
  const auto view = text.of(name).substr(prefix);
  if (!view.ends_with(branch_office)) return std::nullopt;
  for (std::size_t at = view.size() - branch_office.size(); at-- > 2;) {
    if (view[at - 1] != U'局') continue;
    Known known(text.lexicon(), view.substr(0, at));
    if (!known.bodies->empty()) return Found{std::move(known), prefix, name.end, {}, true};
  }
  return std::nullopt;
}

/// The register's entries for a name, whole or after its prefix.
Found find_entries(const TextView& text, Range name) {
  if (is_closing(text.at(name.end - 1))) {
    // 发展改革委（能源局）: the bracket tells a part or another name of it.
    const std::size_t open = text.of(name).find_first_of(U"([{<");
    if (open != View::npos && open > 1) name.end = name.begin + static_cast<std::uint32_t>(open);
  }
  const auto view = text.of(name);
  Known whole(text.lexicon(), view);
  if (whole.size() > 0) return {std::move(whole), 0, name.end};
  const std::uint32_t prefix = text.prefix_length(name.begin, name.end);
  Found found{{}, prefix, name.end};
  if (prefix > 0 && prefix < view.size())
    found.entries = Known(text.lexicon(), view.substr(prefix));
  if (found.entries.size() > 0) return found;
  if (auto around = find_around_place(text, name)) return std::move(*around);
  if (prefix < view.size())
    if (auto branch = find_branch(text, name, prefix)) return std::move(*branch);
  return found;
}

/// One of what is called so: a body, or else a place.
struct Chosen {
  const LexiconEntry* body = nullptr;
  const PlaceName* place = nullptr;
  Level level = Level::unknown;
};

/// Among entries of one name, the one of the level, else one of any level, else the first. After a
/// bare place that is the body led from above, where there is one: 江苏金融监管局.
Chosen best_entry(const Lexicon& lexicon, const Known& known, Level level, bool bare_place) {
  std::vector<Chosen> all;
  for (const std::uint32_t number : *known.bodies) {
    const LexiconEntry& entry = lexicon.entry(number);
    if (!entry.after_bare_place)
      all.push_back({&entry, nullptr, entry.level});
    else if (bare_place)
      all.insert(all.begin(), {&entry, nullptr, entry.level});
  }
  if (all.empty())
    for (const std::uint32_t number : *known.bodies)
      all.push_back({&lexicon.entry(number), nullptr, lexicon.entry(number).level});
  for (const PlaceName* place : known.places) all.push_back({nullptr, place, place->level});
  const auto at = [&](Level wanted) {
    return std::find_if(all.begin(), all.end(),
                        [&](const Chosen& each) { return each.level == wanted; });
  };
  auto best = at(level);
  if (best == all.end()) best = at(Level::unknown);
  return best == all.end() ? all.front() : *best;
}

BodyKind kind_of_unknown(View name) {
  for (const auto& [ending, kind] : kind_endings) {
    if (name.ends_with(ending)) return kind;
  }
  if (is_office_holder(name)) return BodyKind::role;
  return ends_like_body(name, true) ? BodyKind::department : BodyKind::unknown;
}

/// The parts of a name as written: place or level, what was looked up, a bracket after it.
void split(const Document& document, Range name, const Found& found, Mention& mention) {
  const std::uint32_t begin = name.begin + std::min(found.prefix, name.size());
  const std::uint32_t end = std::max(begin, found.end);
  mention.prefix = document.words({name.begin, begin});
  mention.core = document.words({begin, end});
  mention.tail = document.words({end, name.end});
}

void take(const Chosen& chosen, Mention& mention) {
  mention.core_level = chosen.level;
  mention.known = chosen.body != nullptr;
  if (chosen.place != nullptr) {
    mention.kind = BodyKind::place;
    mention.entity = chosen.place->id;
    mention.name = chosen.place->name;
    return;
  }
  const LexiconEntry& body = *chosen.body;
  mention.line = body.line;
  mention.entity = body.entity;
  mention.kind = body.kind;
  mention.name = body.name;
  mention.former = body.former;
  mention.also = body.also;
}

/// The level of a branch: a city's bureau has branches for its counties.
Level below(Level level) {
  switch (level) {
    case Level::province:
      return Level::city;
    case Level::city:
      return Level::county;
    case Level::county:
      return Level::township;
    default:
      return Level::unknown;
  }
}

bool is_no_department(BodyKind kind) {
  return kind == BodyKind::enterprise || kind == BodyKind::role || kind == BodyKind::leading_group;
}

}  // namespace

Mention make_mention(const TextView& text, const NameRange& name, LevelInForce& in_force) {
  const auto view = text.of(name.range);
  Mention mention;
  mention.text = text.document().words(name.range);
  mention.span = text.document().span(name.range);
  mention.collective = name.of_class || is_collective_name(view);
  mention.vague = is_vague_name(view);
  if (mention.collective || mention.vague) {
    mention.kind = mention.collective ? BodyKind::collective : BodyKind::vague;
    return mention;
  }
  const Found found = find_entries(text, name.range);
  const PlaceNames::Chain placed = text.lexicon().places().chain_at_start(view);
  const std::size_t place = placed.length;
  Level level = placed.level;
  const bool whole = found.entries.size() > 0 && found.prefix == 0;
  const bool unlisted = place == 0 && found.prefix > 1 && level_of_prefix(view) == Level::unknown;
  if (unlisted) level = level_of_place(text.lexicon(), view.substr(0, found.prefix));
  const auto place_length = unlisted ? found.prefix : static_cast<std::uint32_t>(place);
  mention.place = text.document().words({name.range.begin, name.range.begin + place_length});
  if (!found.inner_place.empty()) {
    mention.inner_place = mention.place = text.document().words(found.inner_place);
    mention.inner_at = found.inner_place.begin - name.range.begin;
    level = level_of_place(text.lexicon(), text.of(found.inner_place));
  }
  if (const Level own = level_of_prefix(view.substr(place));
      !whole && found.inner_place.empty() && own != Level::unknown) {
    level = place > 0 && level == Level::province && own == Level::city ? level : own;
  }
  if (level != Level::unknown) in_force.level = level;
  if (found.branch) level = below(level);
  mention.level_written = level != Level::unknown;
  split(text.document(), name.range, found, mention);
  mention.level = level != Level::unknown ? level : in_force.level;
  if (found.entries.size() == 0) {
    mention.kind = kind_of_unknown(view);
  } else {
    const bool bare = placed.bare && found.prefix == place;
    const Chosen chosen = best_entry(text.lexicon(), found.entries, mention.level, bare);
    take(chosen, mention);
    if (level == Level::unknown && found.prefix == 0 && found.entries.size() == 1 &&
        chosen.level != Level::unknown) {
      mention.level = chosen.level;
      mention.level_written = true;
    }
  }
  mention.not_a_department = is_no_department(mention.kind);
  return mention;
}

}  // namespace mingze::draft
