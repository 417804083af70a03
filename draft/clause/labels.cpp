#include <algorithm>
#include <array>

#include "draft/clause/parse_clause.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

struct Stem {
  View word;
  Role role;
};

// What a label starts with; the longest that fits counts.
constexpr std::array<Stem, 55> stems{{{U"第二责任", Role::cooperating},
                                      {U"第三责任", Role::cooperating},
                                      {U"分牵头", Role::cooperating},
                                      {U"副牵头", Role::cooperating},
                                      {U"牵头", Role::lead},
                                      {U"主办", Role::lead},
                                      {U"主责", Role::lead},
                                      {U"主牵头", Role::lead},
                                      {U"总牵头", Role::lead},
                                      {U"第一责任", Role::lead},
                                      {U"牵头责任", Role::lead},
                                      {U"责任牵头", Role::lead},
                                      {U"主要责任", Role::lead},
                                      {U"责任", Role::responsible},
                                      {U"负责", Role::responsible},
                                      {U"落实", Role::responsible},
                                      {U"实施", Role::responsible},
                                      {U"承办", Role::responsible},
                                      {U"主管", Role::responsible},
                                      {U"执行", Role::responsible},
                                      {U"任务分工", Role::responsible},
                                      {U"责任分工", Role::responsible},
                                      {U"职责分工", Role::responsible},
                                      {U"配合", Role::cooperating},
                                      {U"协办", Role::cooperating},
                                      {U"协助", Role::cooperating},
                                      {U"协同", Role::cooperating},
                                      {U"参与", Role::cooperating},
                                      {U"参加", Role::cooperating},
                                      {U"支持", Role::cooperating},
                                      {U"指导", Role::cooperating},
                                      {U"督导", Role::supervising},
                                      {U"督办", Role::supervising},
                                      {U"监督", Role::supervising},
                                      {U"监管", Role::cooperating},
                                      {U"配合责任", Role::cooperating},
                                      {U"责任配合", Role::cooperating},
                                      {U"成员", Role::cooperating},
                                      {U"整改", Role::ignored},
                                      {U"完成", Role::ignored},
                                      {U"时", Role::ignored},
                                      {U"工作时限", Role::ignored},
                                      {U"进度", Role::ignored},
                                      {U"期限", Role::ignored},
                                      {U"时间进度", Role::ignored},
                                      {U"工作进度", Role::ignored},
                                      {U"进展", Role::ignored},
                                      {U"目标", Role::ignored},
                                      {U"工作目标", Role::ignored},
                                      {U"预期目标", Role::ignored},
                                      {U"预期成效", Role::ignored},
                                      {U"工作标准", Role::ignored},
                                      {U"年度目标", Role::ignored},
                                      {U"分值", Role::ignored},
                                      {U"联系", Role::ignored}}};

// Labels of texts in English, as they are folded.
constexpr std::array<Stem, 9> english{{{U"Lead", Role::lead},
                                       {U"Leadagency", Role::lead},
                                       {U"Leaddepartment", Role::lead},
                                       {U"Responsible", Role::responsible},
                                       {U"Cooperating", Role::cooperating},
                                       {U"Participating", Role::cooperating},
                                       {U"Supporting", Role::cooperating},
                                       {U"Supportedby", Role::cooperating},
                                       {U"Deadline", Role::ignored}}};

// What a label may hold after its stem.
constexpr std::array<View, 34> tails{
    {U"股室", U"部室", U"站所",       U"站办",       U"单位及负责人", U"单位及责任人", U"",
     U"单位", U"部门", U"机构",       U"处室",       U"科室",         U"主体",         U"方",
     U"人",   U"者",   U"考核单位",   U"领导",       U"地区",         U"负责单位",     U"时限",
     U"期限", U"时间", U"限",         U"间",         U"节点",         U"间节点",       U"安排",
     U"要求", U"目标", U"部门和单位", U"单位和部门", U"部门(单位)",   U"单位(部门)"}};

// 其他责任单位, 具体责任单位: words before a stem that leave its role as it is.
constexpr WordSet<7> modifiers{{U"其他", U"其余", U"具体", U"共同", U"直接", U"有关", U"整改"}};
// 市级牵头单位, 县直责任单位: whose they are.
constexpr WordSet<14> levels{{U"国家级", U"国家", U"省级", U"省直", U"市级", U"市直", U"州级",
                              U"州直", U"县级", U"县直", U"区级", U"区直", U"镇级", U"本级"}};
// 责任领导, 分管县领导, 包抓领导, 责任人: whoever stands there is a person.
constexpr WordSet<6> person_endings{
    {U"领导", U"责任人", U"负责人", U"联系人", U"负责同志", U"领导同志"}};
// ；河长：王某某 among labels.
constexpr WordSet<5> holders{{U"河长", U"湖长", U"林长", U"路长", U"田长"}};
constexpr std::size_t longest_holder = 6;
constexpr WordSet<3> bodies{{U"单位", U"部门", U"机构"}};
constexpr WordSet<15> person_starts{{U"整改", U"牵头", U"责任", U"主办", U"配合", U"分管", U"主管",
                                     U"联系", U"包抓", U"包保", U"包联", U"挂钩", U"督导", U"负责",
                                     U"总"}};

// What a word that gives a role or a deadline begins with.
constexpr CharacterFilter label_starts = [] {
  CharacterFilter out = modifiers.firsts();
  out.add(levels.firsts());
  out.add(person_starts.firsts());
  for (const Stem& stem : stems) out.add(stem.word.front());
  for (const Stem& stem : english) out.add(stem.word.front());
  return out;
}();

bool is_tail(View word) { return std::find(tails.begin(), tails.end(), word) != tails.end(); }

bool names_a_person(View word) {
  return ends_with_any(word, person_endings) && starts_with_any(word, person_starts);
}

Role role_of_word(View word) {
  if (word.empty() || !label_starts.may_hold(word.front())) return Role::none;
  for (const Stem& label : english) {
    if (word == label.word) return label.role;
  }
  word.remove_prefix(longest_start(word, levels));
  for (const View modifier : modifiers) {
    // 整改责任单位, but not 整改时限
    const bool whole = modifier == U"整改" && !contains_any(word, bodies);
    if (word.starts_with(modifier) && !whole) word.remove_prefix(modifier.size());
  }
  // 牵头单位及负责人: a body, and a person beside it.
  const bool both = word.find(U'及') != View::npos && contains_any(word, bodies);
  if (!both && names_a_person(word)) return Role::ignored;
  const Stem* best = nullptr;
  for (const Stem& stem : stems) {
    if (!word.starts_with(stem.word) || !is_tail(word.substr(stem.word.size()))) continue;
    if (best == nullptr || stem.word.size() > best->word.size()) best = &stem;
  }
  if (best == nullptr) return Role::none;
  const bool person = word.ends_with(U"领导") || word.ends_with(U"人");
  return person && !both ? Role::ignored : best->role;
}

/// 牵头部门为甲局，配合部门为乙局: the verb stands for the colon, after a mark or at the start.
LabelAt label_with_verb(View text, std::size_t at) {
  if (at >= text.size() || !label_starts.may_hold(text[at])) return {};
  if (at > 0 && View(U"。;,:、 ([").find(text[at - 1]) == View::npos) return {};
  const View rest = text.substr(at, 10);
  const std::size_t stop = rest.find_first_of(U"为是包有");
  if (stop == View::npos || stop < 4) return {};
  if (!ends_with_any(rest.substr(0, stop), bodies)) return {};
  const Role role = role_of_word(rest.substr(0, stop));
  const bool including = rest.substr(stop).starts_with(U"包括");  // 成员单位包括甲局
  if (role == Role::none || (rest[stop] == U'包' && !including)) return {};
  if (rest[stop] == U'有' && !rest.starts_with(U"成员")) return {};
  return {static_cast<std::uint32_t>(stop + (including ? 2 : 1)), role, true};
}

}  // namespace

LabelAt label_at(View text, std::size_t at) {
  const bool bracketed = at < text.size() && text[at] == U'[';
  const bool later = at > 0 && text[at - 1] == U';';
  if (!bracketed && !later && at < text.size() && !label_starts.may_hold(text[at])) return {};
  const View rest = text.substr(bracketed ? at + 1 : at, 16);
  const std::size_t stop = rest.find(bracketed ? U']' : U':');
  if (stop == View::npos || stop < 2) return label_with_verb(text, at);
  const bool holder =
      later && stop <= longest_holder && ends_with_any(rest.substr(0, stop), holders);
  const Role role = holder ? Role::ignored : role_of_word(rest.substr(0, stop));
  if (role == Role::none) return label_with_verb(text, at);
  // 【牵头单位】甲局 needs no colon, and may have one.
  const bool colon = bracketed && stop + 1 < rest.size() && rest[stop + 1] == U':';
  return {static_cast<std::uint32_t>(stop + 1 + (bracketed ? 1 : 0) + (colon ? 1 : 0)), role};
}

LabelAt label_before_gap(const TextView& text, Range range) {
  static constexpr WordSet<9> closings{
      {U"单位", U"部门", U"机构", U"处室", U"科室", U"时间", U"时限", U"期限", U"领导"}};
  constexpr std::uint32_t longest = 8;
  const std::uint32_t limit = std::min(range.end, range.begin + longest + 1);
  for (std::uint32_t end = range.begin + 2; end < limit; ++end) {
    if (!text.document().gap_before(end)) continue;
    const View word = text.of({range.begin, end});
    const Role role = ends_with_any(word, closings) ? role_of_word(word) : Role::none;
    if (role == Role::none) return {};
    return {end - range.begin, role, true};
  }
  return {};
}

}  // namespace mingze::draft
