#include <algorithm>
#include <array>

#include "draft/clause/subject.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

// A list of companions is no longer than this.
constexpr std::uint32_t longest_list = 90;

/// 县政府督查室: an office that is named after the government or committee that it belongs to.
std::uint32_t with_office(const TextView& text, Range name, std::uint32_t limit) {
  static constexpr WordSet<2> owners{{U"政府", U"委"}};
  if (!ends_with_any(text.of(name), owners)) return name.end;
  for (std::uint32_t end = name.end + 2; end <= std::min(limit, name.end + 4); ++end)
    if (text.at(end - 1) == U'室' && ends_like_body(text.of({name.begin, end}), true)) return end;
  return name.end;
}

/// 会同保卫处每学期……: an office, where a mark or a verb follows.
bool ends_office(const TextView& text, Range name, std::uint32_t limit) {
  static constexpr WordSet<9> verbs{
      {U"每", U"对", U"共同", U"定期", U"联合", U"按", U"做好", U"进行", U"负责"}};
  if (name.size() < 3 || !is_office_name(text, name)) return false;
  const View rest = text.of({name.end, std::min(limit, name.end + 4)});
  return rest.empty() || View(U"、,。;和及与").find(rest.front()) != View::npos ||
         starts_with_any(rest, verbs) || starts_with_doing(rest);
}

/// End of the name that starts at `begin`: a known one, a collective or vague word, or the first
/// place where the words end like a body.
std::uint32_t companion_end(const TextView& text, std::uint32_t begin, std::uint32_t limit) {
  for (std::uint32_t end = begin + 3; end <= std::min(limit, begin + 16); ++end) {
    const char32_t last = text.at(end - 1);
    if (last == U'、' || last == U',' || last == U'和') break;
    if (is_vague_name(text.of({begin, end}))) return end;
  }
  const std::uint32_t prefix = text.prefix_length(begin, limit);
  const std::uint32_t known = std::max(text.name_end(begin), text.name_end(begin + prefix));
  if (known > begin && known <= limit) return with_office(text, {begin, known}, limit);
  for (std::uint32_t end = begin + 2; end <= std::min(limit, begin + 16); ++end) {
    const char32_t next = end < limit ? text.at(end) : U',';
    const bool goes_on =
        next == U'门' || next == U'会' || next == U'办' || next == U'室' || next == U'员';
    const auto view = text.of({begin, end});
    if (!goes_on && (ends_like_body(view, true) || is_vague_name(view)))
      return with_office(text, {begin, end}, limit);
    if (ends_office(text, {begin, end}, limit)) return end;
  }
  return begin;
}

/// 会同财政、公安等部门, 会同甲局等有关部门: a list that 等 closes, of functions or of names.
std::vector<NameRange> closed_list(const TextView& text, Range range) {
  const std::uint32_t limit = std::min(range.end, range.begin + longest_list);
  for (std::uint32_t at = range.begin + 2; at + 2 < limit; ++at) {
    const char32_t c = text.at(at);
    if (c == U',' || c == U'。' || c == U';') break;
    if (c != U'等') continue;
    static constexpr WordSet<6> closings{
        {U"等部门", U"等有关部门", U"等相关部门", U"等单位", U"等主管部门", U"等有关单位"}};
    const std::size_t length = longest_start(text.of({at, limit}), closings);
    if (length == 0) continue;
    const Range list{range.begin, at + static_cast<std::uint32_t>(length)};
    std::vector<NameRange> names = split_names(text, list);
    const bool bodies = std::all_of(names.begin(), names.end(), [&](const NameRange& name) {
      return is_body_name(text, name.range, true);
    });
    return bodies || are_functions(text.of(list), names) ? names : std::vector<NameRange>{};
  }
  return {};
}

}  // namespace

std::vector<NameRange> read_companions(const TextView& text, Range range) {
  std::vector<NameRange> names = closed_list(text, range);
  if (!names.empty()) return names;
  std::uint32_t at = range.begin;
  while (at < range.end && names.size() < 40) {
    const std::uint32_t end = companion_end(text, at, range.end);
    if (end == at) break;
    names.push_back({{at, end}});
    if (end >= range.end) break;
    const char32_t next = text.at(end);
    if (next != U'、' && next != U'和' && next != U'及' && next != U'与') break;
    at = end + 1;
  }
  return names;
}

}  // namespace mingze::draft
