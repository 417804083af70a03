#include "draft/clause/title_place.hpp"

#include <algorithm>
#include <iterator>

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::size_t longest_place = 9;

/// The end of a place's name, and what is another word with the character before or after it.
struct Ending {
  char32_t character;
  View before;  ///< 城市, 社区
  View after;   ///< 市场, 区域
};
constexpr Ending endings[] = {
    {U'省', U"全我各本外跨", U"级内际外直属"},
    {U'市', U"全我各本城上超都夜集股", U"场民政容域级值长直属况"},
    {U'县', U"全我各本区市乡城", U"级域城乡"},
    {U'区', U"全我各本地社城灾景小郊辖库矿林牧街山厂校片疫禁学市县战园", U"域划块间级位别"},
    {U'州', U"全我各本", U""},
    {U'旗', U"国红党军锦", U"舰帜"},
    {U'盟', U"联同结加", U""}};

bool has(View characters, char32_t c) { return characters.find(c) != View::npos; }

const Ending* ending_of(char32_t c) {
  const auto* const found = std::find_if(std::begin(endings), std::end(endings),
                                         [&](const Ending& one) { return one.character == c; });
  return found == std::end(endings) ? nullptr : found;
}

/// Whether the character there is a part of another word.
bool is_of_a_word(const Ending& ending, View words, std::size_t at) {
  const bool is_zone = words.substr(0, at).ends_with(U"工业园");  // 园区 and 产业园区 are any
  if (has(ending.before, words[at - 1]) && !is_zone) return true;
  return at + 1 < words.size() && has(ending.after, words[at + 1]);
}

}  // namespace

std::uint32_t unknown_place(View words) {
  for (std::uint32_t at = 1; at < std::min(words.size(), longest_place); ++at) {
    const char32_t c = words[at];
    if (c == U'(' || c == U')' || c == U'“' || c == U'、') return 0;
    const Ending* ending = ending_of(c);
    if (ending == nullptr) continue;
    const bool goes_on = c == U'州' && at + 1 < words.size() && has(U"市县区", words[at + 1]);
    if (goes_on) continue;  // 象州县
    return is_of_a_word(*ending, words, at) ? 0 : at + 1;
  }
  return 0;
}

Level level_of_own_place(View words) {
  if (words.size() < 2 || !has(U"全我本", words[0])) return Level::unknown;
  if (words[1] == U'省' || words.substr(1).starts_with(U"自治区")) return Level::province;
  if (has(U"区县市州旗盟", words[1])) return level_of_ending(words.substr(0, 2));
  return Level::unknown;
}

Level level_of_ending(View place) {
  if (place.ends_with(U"省") || place.ends_with(U"自治区")) return Level::province;
  if (place.ends_with(U"县") || place.ends_with(U"区") || place.ends_with(U"旗")) {
    return Level::county;
  }
  return Level::city;
}

}  // namespace mingze::draft
