#include "draft/facts/register_names.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "draft/document/fold.hpp"
#include "draft/facts/vocabulary.hpp"
#include "engine/base/nearest.hpp"
#include "engine/base/utf8.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

// The last part of the name of a department.
constexpr std::array<View, 12> endings{{U"委员会", U"办公室", U"办公厅", U"总局", U"局", U"厅",
                                        U"委", U"部", U"办", U"署", U"部门", U"主管部门"}};
// Words that names of departments are filled with, between what they are about.
constexpr std::array<View, 18> fillers{{U"和", U"与", U"及", U"、", U"管理", U"监督", U"监察",
                                        U"建设", U"事务", U"工作", U"服务", U"促进", U"发展",
                                        U"事业", U"执法", U"综合", U"行政", U"保护"}};
constexpr std::size_t shortest_near = 4;  // a shorter name with another character is another name
constexpr std::size_t shortest_two = 8;   // from here on two slips are told
constexpr std::size_t longest_name = 40;
constexpr std::size_t shortest_stem = 2;
constexpr std::size_t most_near = 3;
// A full name may be two characters further from the old one than a short one.
constexpr std::size_t favour_of_full = 4;

std::u32string folded(const std::string& name) {
  std::u32string out;
  for (const char32_t c : to_code_points(name))
    if (const char32_t one = is_space(c) ? 0 : fold(c); one != 0) out += one;
  return out;
}

View without_ending(View name) {
  std::size_t best = 0;
  for (const View ending : endings)
    if (name.size() > ending.size() && name.ends_with(ending)) best = std::max(best, ending.size());
  return name.substr(0, name.size() - best);
}

void replace_all(std::u32string& text, View from, View to) {
  for (std::size_t at = text.find(from); at != std::u32string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
}

/// What official short forms leave out of a name, and colloquial ones more than that: 国家发展和改革委员会
/// and 发展改革委 are one, 发改委 is another.
std::u32string in_short(std::u32string name) {
  for (const View start : {View(U"国家"), View(U"国务院"), View(U"中国")})
    if (name.starts_with(start) && name.size() > start.size() + 1) {
      name.erase(0, start.size());
      break;
    }
  replace_all(name, U"委员会", U"委");
  replace_all(name, U"监督管理", U"监管");
  for (const View joint : {View(U"和"), View(U"与"), View(U"及")}) replace_all(name, joint, U"");
  return name;
}

/// 国家金融监督管理总局监管分局: the place stands after the national body's part of the name.
bool holds_place(View name) { return name.find(U"总局") != View::npos; }

std::size_t common_ending(View a, View b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() &&
         a[a.size() - length - 1] == b[b.size() - length - 1])
    ++length;
  return length;
}

/// Of the names that a place may stand before, the one that ends most like the old one (银保监分局 →
/// 金融监管分局).
std::string beside_place(const std::vector<std::string>& names, View old) {
  const std::string* best = nullptr;
  std::size_t longest = 0;
  for (const std::string& name : names) {
    const std::u32string points = folded(name);
    if (holds_place(points)) continue;
    const std::size_t length = common_ending(points, old);
    if (best != nullptr && length <= longest) continue;
    best = &name;
    longest = length;
  }
  return best == nullptr ? std::string() : *best;
}

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

void RegisterNames::read(const char* relation, Names& names) const {
  const auto predicate = Vocabulary(program_).relation(relation, 3);
  if (!predicate) return;
  const auto& slots = program_[*predicate].slots;
  const Relation& rows = database_[*predicate];
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto id = [&](std::uint32_t i) {
      return program_.symbols.id_of(slots[i].kind, rows.at(row, i));
    };
    const Level level = level_of(id(2));
    const std::string name = id(1);
    std::u32string points = folded(name);
    const View stem = without_ending(points);
    if (stem.size() >= shortest_stem) names.stems.emplace(stem);
    names.of_level[level].emplace_back(std::move(points), name);
    names.of_line[{id(0), level}].push_back(name);
  }
}

void RegisterNames::read_slips(Names& names) const {
  const auto predicate = Vocabulary(program_).relation("miswritten", 2);
  if (!predicate) return;
  const Relation& rows = database_[*predicate];
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto text = [&](std::uint32_t slot) {
      return folded(std::string(program_.symbols.text(rows.at(row, slot))));
    };
    names.slips.emplace(text(0), text(1));
  }
}

const RegisterNames::Names& RegisterNames::names() const {
  std::call_once(read_, [this] {
    read("called", names_);
    read("short-form", names_);
    read_slips(names_);
  });
  return names_;
}

std::string RegisterNames::called(const std::string& line, Level level) const {
  const auto found = names().of_line.find({line, level});
  return found == names().of_line.end() ? std::string() : found->second.front();
}

std::string RegisterNames::in_manner_of(const std::string& old, const std::string& line,
                                        Level level) const {
  const auto found = names().of_line.find({line, level});
  if (found == names().of_line.end()) return {};
  const std::u32string pattern = folded(old);
  if (level != Level::national && holds_place(folded(found->second.front())))
    if (std::string best = beside_place(found->second, pattern); !best.empty()) return best;
  const std::string* best = nullptr;
  std::size_t best_distance = SIZE_MAX;
  const auto look = [&](bool same_ending) {
    for (const std::string& name : found->second) {
      const std::u32string points = folded(name);
      const std::size_t full = &name == &found->second.front() ? 0 : favour_of_full;
      if (points.empty() || pattern.empty() || points.size() < pattern.size()) continue;
      if (full != 0 && in_short(points) != in_short(folded(found->second.front()))) continue;
      if (same_ending && points.back() != pattern.back()) continue;
      // 国家… for 国家…, and bare for bare.
      const std::size_t start = points.substr(0, 2) == pattern.substr(0, 2) ? 0 : 1;
      const std::size_t distance = difference(points.size(), pattern.size()) * 2 + start + full;
      if (distance < best_distance) {
        best_distance = distance;
        best = &name;
      }
    }
  };
  look(true);
  if (best == nullptr) look(false);
  return best == nullptr ? found->second.front() : *best;
}

std::string RegisterNames::with_head(const std::string& head, const std::string& line,
                                     Level level) const {
  const auto found = names().of_line.find({line, level});
  if (found == names().of_line.end()) return {};
  const std::u32string start = folded(head);
  const std::u32string full = in_short(folded(found->second.front()));
  for (const std::string& name : found->second)
    if (const std::u32string points = folded(name);
        points.starts_with(start) && in_short(points) == full)
      return name;
  return {};
}

std::vector<std::string> RegisterNames::with_other_ending(const std::string& name,
                                                          const std::string& line,
                                                          Level level) const {
  std::vector<std::string> out;
  const std::u32string points = folded(name);
  const auto found = names().of_line.find({line, level});
  if (points.empty() || found == names().of_line.end()) return out;
  for (const std::string& other : found->second) {
    const std::u32string candidate = folded(other);
    if (candidate.size() == points.size() && candidate != points &&
        View(candidate).substr(0, points.size() - 1) == View(points).substr(0, points.size() - 1))
      out.push_back(other);
  }
  // The full name stands first: where one has its ending, that one is meant.
  const std::u32string full = folded(found->second.front());
  const auto alike = [&](const std::string& other) { return folded(other).back() == full.back(); };
  if (std::any_of(out.begin(), out.end(), alike))
    std::erase_if(out, [&](const std::string& other) { return !alike(other); });
  if (out.size() > most_near) out.resize(most_near);
  return out;
}

bool RegisterNames::is_composed(View name) const {
  const View words = without_ending(name);
  std::vector<bool> reached(words.size() + 1, false);
  reached[0] = true;
  for (std::size_t from = 0; from < words.size(); ++from) {
    if (!reached[from]) continue;
    for (const View filler : fillers)
      if (words.substr(from).starts_with(filler)) reached[from + filler.size()] = true;
    for (std::size_t to = from + shortest_stem; to <= words.size(); ++to)
      if (!reached[to] && names().stems.contains(std::u32string(words.substr(from, to - from))))
        reached[to] = true;
  }
  return reached[words.size()];
}

std::vector<std::string> RegisterNames::near(const std::string& unknown, Level level) const {
  const std::u32string name = folded(unknown);
  const auto candidates = names().of_level.find(level);
  if (candidates == names().of_level.end()) return {};
  if (const auto slip = names().slips.find(name); slip != names().slips.end())
    for (const auto& [candidate, written] : candidates->second)
      if (candidate == slip->second) return {written};
  if (name.size() < shortest_near || name.size() > longest_name || is_composed(name)) return {};
  const std::size_t limit = name.size() < shortest_two ? 1 : 2;
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& [candidate, written] : candidates->second) {
    if (candidate.empty() || candidate.back() != name.back()) continue;
    if (candidate.size() < shortest_near) continue;
    const std::size_t distance = edit_distance(name, candidate, limit);
    if (distance <= limit) near.emplace_back(distance, written);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < near.size() && i < most_near; ++i)
    if (near[i].first == near.front().first) out.push_back(std::move(near[i].second));
  return out;
}

}  // namespace mingze::draft
