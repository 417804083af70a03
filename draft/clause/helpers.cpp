#include "draft/clause/helpers.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/subject.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<27> help_words{
    {U"承办",       U"组成",       U"参加",      U"参与",     U"配合",   U"协助",
     U"协同",       U"支持",       U"协办",      U"会办",     U"提供",   U"负责",
     U"具体负责",   U"具体实施",   U"具体落实",  U"具体承办", U"按职责", U"按照职责",
     U"按各自职责", U"按照各自",   U"按分工",    U"按照分工", U"为辅",   U"为成员单位",
     U"为配合单位", U"为参与单位", U"为协办单位"}};
// 省教育厅予以配合: words between the names and the word of help.
constexpr WordSet<9> helper_adverbs{
    {U"予以", U"积极", U"密切", U"共同", U"主动", U"全力", U"认真", U"做好", U"分别"}};
constexpr WordSet<2> persons{{U"负责人", U"负责同志"}};
// 成员单位有甲局、乙局.
constexpr WordSet<5> help_titles{{U"成员单位", U"配合单位", U"参与单位", U"协办单位", U"配合部门"}};
constexpr View title_joins = U"为是有";

Range without_adverbs(const TextView& text, Range range) {
  for (bool more = true; more;) {
    more = false;
    for (const View adverb : helper_adverbs) {
      if (range.size() <= adverb.size() + 1 || !text.of(range).ends_with(adverb)) continue;
      range.end -= static_cast<std::uint32_t>(adverb.size());
      more = true;
    }
  }
  return range;
}

/// …牵头，各子公司落实。
bool is_closing_verb(View rest) {
  static constexpr WordSet<3> verbs{{U"落实", U"抓好落实", U"组织实施"}};
  const std::size_t length = longest_start(rest, verbs);
  return length > 0 &&
         (rest.size() == length || (rest.size() == length + 1 && is_sentence_end(rest.back())));
}

/// After the doer, whoever is named before 配合 helps, an office or a class of bodies too.
bool may_help(const TextView& text, Range name) {
  const View view = text.of(name);
  if (starts_like_no_subject(text, name) || std::any_of(view.begin(), view.end(), is_digit)) {
    return false;
  }
  if (name.size() == 2 && ends_like_body(view, true)) return true;  // 团委
  std::vector<NameRange> one{{name}};
  return are_subjects(text, one, Trust::office) ||
         (view.starts_with(U"各") && !contains(view, U"要") && is_body_name(text, name, true));
}

bool all_may_help(const TextView& text, const std::vector<NameRange>& names) {
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](const NameRange& name) {
    return may_help(text, name.range);
  });
}

/// 电信、移动、联通公司配合: where nothing follows the word of help, one body among short names tells
/// that the others are bodies too.
bool is_list_of_helpers(const TextView& text, const std::vector<NameRange>& names, View after) {
  if (!after.empty() && !is_sentence_end(after.front())) return false;
  constexpr std::uint32_t longest = 8;
  const auto body = [&](const NameRange& name) { return may_help(text, name.range); };
  const auto no_verb = [&](const NameRange& name) {
    return name.range.size() >= 2 && name.range.size() <= longest &&
           !starts_like_no_subject(text, name.range);
  };
  return names.size() > 1 && body(names.back()) && std::all_of(names.begin(), names.end(), no_verb);
}

}  // namespace

std::vector<NameRange> read_helpers(const TextView& text, Range part) {
  const View view = text.of(part);
  if (const std::size_t title = longest_start(view, help_titles);
      title > 0 && title + 2 < view.size() && title_joins.find(view[title]) != View::npos) {
    const auto begin = part.begin + static_cast<std::uint32_t>(title) + 1;
    std::vector<NameRange> names = split_names(text, {begin, part.end});
    return all_may_help(text, names) ? names : std::vector<NameRange>{};
  }
  static constexpr WordSet<3> helping{{U"配合", U"参与", U"协助"}};
  if (starts_with_any(view, helping)) {  // 牵头甲局，配合乙局
    std::vector<NameRange> names = split_names(text, {part.begin + 2, part.end});
    if (all_may_help(text, names)) return names;
  }
  for (std::size_t at = 2; at < view.size(); ++at) {
    const auto rest = view.substr(at);
    const std::size_t length = longest_start(rest, help_words);
    if (length == 0 && !is_closing_verb(rest)) continue;
    if (starts_with_any(rest, persons)) return {};
    const auto end = part.begin + static_cast<std::uint32_t>(at);
    std::vector<NameRange> names = split_names(text, without_adverbs(text, {part.begin, end}));
    const bool listed = length > 0 && is_list_of_helpers(text, names, rest.substr(length));
    if (listed || all_may_help(text, names) || are_functions(view.substr(0, at), names))
      return names;
    return {};
  }
  return {};
}

}  // namespace mingze::draft
