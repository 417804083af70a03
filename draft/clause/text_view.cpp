#include "draft/clause/text_view.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/name_hits.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

constexpr WordSet<22> level_prefixes{{U"国务院", U"省",   U"市",   U"县",     U"区",     U"州",
                                      U"盟",     U"旗",   U"国家", U"自治区", U"自治州", U"自治县",
                                      U"中国",   U"全国", U"中央", U"市级",   U"省级",   U"县级",
                                      U"区级",   U"镇",   U"乡",   U"兵团"}};

constexpr WordSet<24> no_place_words{{U"会同", U"联合", U"商请", U"以",   U"经",   U"由",
                                      U"对",   U"向",   U"把",   U"将",   U"的",   U"同意",
                                      U"请",   U"报",   U"联系", U",",    U"、",   U"牵头",
                                      U"负责", U"配合", U"商",   U"督促", U"指导", U"你"}};

}  // namespace

TextView::TextView(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon), hits_(names_in({0, size()})) {
  note_paragraphs();
}

void TextView::follow(const TextChange& change) {
  note_paragraphs();
  if (std::max(lexicon_.longest(), lexicon_.places().longest()) > hit_reach / 2) {
    hits_ = names_in({0, size()});
    return;
  }
  draft::follow(hits_, change, size(), [this](Range range) { return names_in(range); });
}

void TextView::note_paragraphs() {
  starts_.assign(document_.folded().size() + 1, false);
  for (const Paragraph& paragraph : document_.paragraphs()) starts_[paragraph.range.begin] = true;
}

std::vector<NameHit> TextView::names_in(Range range) const {
  std::vector<NameHit> hits = lexicon_.find_all(of(range));
  for (NameHit& hit : hits) {
    hit.begin += range.begin;
    hit.end += range.begin;
  }
  std::erase_if(hits, [&](const NameHit& hit) {
    return lexicon_.places().reaches_over(document_.folded(), hit.begin, hit.end);
  });
  return hits;
}

std::uint32_t TextView::name_end(std::uint32_t begin) const {
  const auto found =
      std::lower_bound(hits_.begin(), hits_.end(), begin,
                       [](const NameHit& hit, std::uint32_t place) { return hit.begin < place; });
  return found != hits_.end() && found->begin == begin ? found->end : 0;
}

std::uint32_t TextView::name_begin(std::uint32_t end) const {
  const auto found =
      std::lower_bound(hits_.begin(), hits_.end(), end,
                       [](const NameHit& hit, std::uint32_t place) { return hit.end < place; });
  if (found == hits_.end() || found->end != end) return UINT32_MAX;
  return found->begin;
}

Range TextView::name_around(std::uint32_t at) const {
  const auto after =
      std::upper_bound(hits_.begin(), hits_.end(), at,
                       [](std::uint32_t place, const NameHit& hit) { return place < hit.begin; });
  if (after == hits_.begin()) return {};
  const NameHit& hit = *std::prev(after);
  return at < hit.end ? Range{hit.begin, hit.end} : Range{};
}

std::uint32_t TextView::prefix_length(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t limit = std::min(end, begin + 24);
  const auto text = of({begin, limit});
  const std::size_t place = lexicon_.places().chain_at_start(text).length;
  const std::size_t level = longest_start(text.substr(place), level_prefixes);
  const auto known = static_cast<std::uint32_t>(place + level);
  return known > 0 ? known : unknown_place(begin, limit);
}

std::uint32_t TextView::unknown_place(std::uint32_t begin, std::uint32_t limit) const {
  constexpr std::u32string_view endings = U"省市县区州盟旗";
  for (std::uint32_t at = begin + 1; at + 2 < limit && at < begin + 8; ++at) {
    if (endings.find(this->at(at)) == std::u32string_view::npos) continue;
    // 计划经省甲局审定, 工作由省甲局牵头, 成立由…: no place, but a sentence that names a body.
    if (contains_any(of({begin, at}), no_place_words)) return 0;
    if (name_end(at + 1) > 0) return at + 1 - begin;
  }
  return 0;
}

}  // namespace mingze::draft
