#include "draft/clause/issuer.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/title_place.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<24> document_words{{U"通知", U"方案", U"意见", U"办法", U"计划", U"规划",
                                      U"措施", U"规定", U"细则", U"要点", U"清单", U"决定",
                                      U"批复", U"条例", U"纲要", U"指南", U"公告", U"通告",
                                      U"报告", U"函",   U"政策", U"法",   U"答复", U"方案)"}};
constexpr WordSet<4> national_words{{U"国务院", U"中共中央", U"国家", U"全国"}};
constexpr WordSet<6> title_starts{
    {U"关于印发《", U"关于印发", U"关于发布《", U"《", U"关于转发《", U"关于"}};
// Zones are run like a county, by a committee of their own.
constexpr WordSet<6> zone_words{{U"新区", U"开发区", U"工业园区", U"示范区", U"高新区", U"经开区"}};
constexpr char32_t first_han = U'\u3400';
constexpr std::size_t title_lines = 4;
constexpr std::uint32_t longest_title_line = 60;

bool is_document_number(View line) {
  return line.ends_with(U"号") && line.find(U'[') != View::npos;
}

bool ends_title(View line) {
  if (line.ends_with(U")")) {
    const auto open = line.rfind(U'(');
    if (open != View::npos && open > 4) line = line.substr(0, open);
  }
  return ends_with_any(line, document_words);
}

bool is_titular(const TextView& text, const Block& block) {
  const auto line = text.of(block.range);
  return line.size() <= longest_title_line && !contains(line, U"。") && !contains(line, U",") &&
         (block.kind == BlockKind::text) && !is_document_number(line);
}

/// The first line that ends like a document, with the lines above that it goes on from.
Range find_title(const TextView& text, const Outline& outline) {
  const std::size_t count = std::min<std::size_t>(outline.blocks.size(), 14);
  for (std::size_t i = 0; i < count; ++i) {
    const Block& block = outline.blocks[i];
    if (block.kind == BlockKind::numbered) break;
    if (!is_titular(text, block) || !ends_title(text.of(block.range))) continue;
    Range title = block.range;
    for (std::size_t above = i; above-- > 0 && i - above <= title_lines;) {
      const Block& line = outline.blocks[above];
      if (!is_titular(text, line) || ends_like_body(text.of(line.range), true)) break;
      title.begin = line.range.begin;
    }
    return title;
  }
  return {};
}

/// Where in a title the first known place stands; the title's size if none does.
std::uint32_t known_place_in(const TextView& text, View title) {
  std::size_t at = 0;
  while (at < title.size() && text.lexicon().places().length_at_start(title.substr(at)) == 0) ++at;
  return static_cast<std::uint32_t>(at);
}

/// Length of a year at the start, which names no place: 2022年某省…….
std::size_t year_at_start(View words) {
  std::size_t at = 0;
  while (at < words.size() && (is_digit(words[at]) || words[at] == U'-')) ++at;
  if (at < 4 || at >= words.size() || words[at] != U'年') return 0;
  return words.substr(at).starts_with(U"年度") ? at + 2 : at + 1;
}

/// A zone that has a name of its own (江北新区) or a bare place's (苏州工业园区), and not zones at large
/// (苏州市工业园区, 江苏省开发区): its length, or 0.
std::uint32_t zone_at_start(View words, bool bare_place) {
  const std::uint32_t length = unknown_place(words);
  const View zone = words.substr(0, length);
  for (const View ending : zone_words)
    if (zone.ends_with(ending)) return bare_place || zone.size() >= ending.size() + 2 ? length : 0;
  return 0;
}

/// 苏州市吴中区, 四川省凉山州西昌市, 南京市江北新区: places that the register knows at the start of a
/// title, and what it does not know within them.
PlaceNames::Chain place_within(const TextView& text, View title) {
  const PlaceNames::Chain known = text.lexicon().places().chain_at_start(title);
  if (known.length == 0) return known;
  const View rest = title.substr(known.length);
  if (const std::uint32_t zone = zone_at_start(rest, known.bare); zone > 0)
    return {known.length + zone, Level::county, false};
  const std::uint32_t more = unknown_place(rest);
  if (more > 1 && known.level == Level::province && contains(rest.substr(0, more), U"市"))
    return {known.length + more, Level::city, false};
  return known;
}

/// 省政府, 市发展改革委, 县委: an office with its level and no place.
Level level_of_office(View words) {
  if (words.size() < 3) return Level::unknown;
  if (words.starts_with(U"自治区")) return Level::province;
  if (std::u32string_view(U"省市县区州").find(words[0]) == View::npos) return Level::unknown;
  return words[0] == U'省'                        ? Level::province
         : words[0] == U'市' || words[0] == U'州' ? Level::city
                                                  : Level::county;
}

Issuer issuer_of(const TextView& text, Range words) {
  Issuer issuer;
  auto view = text.of(words);
  const std::size_t about = view.find(U"关于");
  std::size_t name = about == View::npos ? 0 : about;
  if (view.substr(0, name).ends_with(U"印发") || view.substr(0, name).ends_with(U"转发")) name -= 2;
  issuer.name =
      text.document().words({words.begin, words.begin + static_cast<std::uint32_t>(name)});
  const auto skipped = static_cast<std::uint32_t>(longest_start(view, title_starts));
  const auto year = static_cast<std::uint32_t>(year_at_start(view.substr(skipped)));
  view.remove_prefix(skipped + year);
  words.begin += skipped + year;
  if (view.empty()) return issuer;
  if (view.starts_with(U"中共") && !view.starts_with(U"中共中央")) {
    view.remove_prefix(2);
    words.begin += 2;
  }
  if (starts_with_any(view, national_words)) {
    issuer.level = Level::national;
    issuer.span = text.document().span(words);
    return issuer;
  }
  if (const Level own = level_of_office(view); own != Level::unknown && about != View::npos) {
    // 省政府办公厅关于江苏省……: the office has only its level, the place stands further on.
    issuer = issuer_of(text, {words.begin + static_cast<std::uint32_t>(about), words.end});
    issuer.name =
        text.document().words({words.begin, words.begin + static_cast<std::uint32_t>(name)});
    issuer.level = own;
    return issuer;
  }
  std::size_t place = text.lexicon().places().length_at_start(view);
  if (place == 0 && skipped > 0) {
    // 关于打好北京市……: the place stands inside.
    const std::uint32_t inside = known_place_in(text, view);
    view.remove_prefix(inside);
    words.begin += inside;
    place = text.lexicon().places().length_at_start(view);
    if (place == 0) return issuer;
  }
  if (place > 0) {
    const PlaceNames::Chain known = place_within(text, view);
    place = known.length;
    issuer.level = known.level;
  } else {
    place = unknown_place(view);
    issuer.level = place > 0 ? level_of_ending(view.substr(0, place)) : level_of_own_place(view);
  }
  const Range range{words.begin, words.begin + static_cast<std::uint32_t>(place)};
  issuer.place = text.document().words(range);
  issuer.span = text.document().span(place > 0 ? range : words);
  return issuer;
}

/// The last short line before a date at the end of the text proper.
Range find_signature(const TextView& text, const Outline& outline) {
  for (std::size_t i = 1; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (block.kind != BlockKind::closing || text.at(block.range.end - 1) != U'日') continue;
    const Block& above = outline.blocks[i - 1];
    const bool named = above.range.size() <= 30 && ends_like_body(text.of(above.range), true);
    if (named) return above.range;
  }
  return {};
}

}  // namespace

Issuer issuer_in_name(const std::string& name, const Lexicon& lexicon) {
  const Document document({}, name);
  const TextView text(document, lexicon);
  const View words = document.folded();
  std::uint32_t begin = 0;
  while (begin < words.size() && words[begin] < first_han) ++begin;  // 01-苏州市……
  Issuer issuer = issuer_of(text, {begin, text.size()});
  for (std::uint32_t at = begin; issuer.level == Level::unknown && at < words.size(); ++at) {
    const PlaceNames::Chain known = lexicon.places().chain_at_start(words.substr(at));
    if (known.length == 0 || known.bare) continue;
    issuer.place = document.words({at, at + known.length});
    issuer.level = known.level;
  }
  return issuer;
}

Heading read_heading(const TextView& text, const Outline& outline) {
  Heading heading;
  heading.title = find_title(text, outline);
  heading.issuer = issuer_of(text, heading.title);
  if (heading.issuer.level == Level::unknown) {
    const Range signature = find_signature(text, outline);
    const Issuer signer = issuer_of(text, signature);
    if (signer.level != Level::unknown) {
      heading.issuer = signer;
      heading.issuer.name = text.document().words(signature);
    }
  }
  return heading;
}

}  // namespace mingze::draft
