#include "draft/clause/set_up_group.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<4> seats{{U"办公室设在", U"秘书处设在", U"办公室设于", U"专班设在"}};
constexpr WordSet<3> foundings{{U"成立", U"组建", U"设立"}};
constexpr WordSet<7> groups{
    {U"领导小组", U"专班", U"指挥部", U"工作组", U"协调小组", U"专项小组", U"委员会"}};
constexpr WordSet<8> duties{
    {U"负责", U"承担", U"牵头", U"统筹", U"具体", U"统一", U"协调", U"组织"}};
constexpr std::uint32_t longest_group_name = 40;

/// The name after a word, up to the next comma; empty if no duty follows right behind that, or,
/// with `later`, behind a further comma.
Range name_before_duty(const TextView& text, std::uint32_t begin, std::uint32_t end, bool later) {
  std::uint32_t comma = begin;
  const std::uint32_t limit = std::min(end, begin + longest_group_name);
  while (comma < limit && text.at(comma) != U',') ++comma;
  if (comma >= limit) return {};
  const std::uint32_t last = later ? std::min(end, comma + longest_group_name) : comma + 1;
  for (std::uint32_t at = comma; at < last; ++at) {
    if (text.at(at) == U',' && starts_with_any(text.of({at + 1, end}), duties)) {
      return {begin, comma};
    }
  }
  return {};
}

}  // namespace

std::optional<NameRange> doer_of_set_up_group(const TextView& text, Range sentence) {
  const View view = text.of(sentence);
  // （一）指挥部办公室。设在甲局，负责日常工作。
  if (view.starts_with(U"设在") || view.starts_with(U"设于")) {
    const Range name = name_before_duty(text, sentence.begin + 2, sentence.end, true);
    if (!name.empty() && is_body_name(text, name, true)) return NameRange{name};
  }
  for (const View word : seats) {
    const std::size_t at = view.find(word);
    if (at == View::npos) continue;
    const auto begin = sentence.begin + static_cast<std::uint32_t>(at + word.size());
    const Range name = name_before_duty(text, begin, sentence.end, true);
    if (!name.empty() && is_body_name(text, name, true)) return NameRange{name};
  }
  for (const View word : foundings) {
    const std::size_t at = view.find(word);
    if (at == View::npos) continue;
    const auto begin = sentence.begin + static_cast<std::uint32_t>(at + word.size());
    const Range name = name_before_duty(text, begin, sentence.end, false);
    if (name.empty() || !ends_with_any(text.of(name), groups)) continue;
    if (is_body_name(text, name, false)) return NameRange{name};
  }
  return {};
}

}  // namespace mingze::draft
