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
constexpr std::array<Stem, 41> stems{{{U"牵头", Role::lead},
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
                                      {U"配合责任", Role::cooperating},
                                      {U"责任配合", Role::cooperating},
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
                                      {U"年度目标", Role::ignored},
                                      {U"分值", Role::ignored},
                                      {U"联系", Role::ignored}}};

// What a label may hold after its stem.
constexpr std::array<View, 28> tails{
    {U"",     U"单位", U"部门", U"机构",       U"处室",       U"科室",       U"主体",
     U"方",   U"人",   U"者",   U"考核单位",   U"领导",       U"地区",       U"负责单位",
     U"时限", U"期限", U"时间", U"限",         U"间",         U"节点",       U"间节点",
     U"安排", U"要求", U"目标", U"部门和单位", U"单位和部门", U"部门(单位)", U"单位(部门)"}};

bool is_tail(View word) {
  for (const View tail : tails) {
    if (word == tail) return true;
  }
  return false;
}

}  // namespace

LabelAt label_at(View text, std::size_t at) {
  const View rest = text.substr(at, 16);
  const std::size_t colon = rest.find(U':');
  if (colon == View::npos || colon < 2) return {};
  const View word = rest.substr(0, colon);
  const Stem* best = nullptr;
  for (const Stem& stem : stems) {
    if (!word.starts_with(stem.word) || !is_tail(word.substr(stem.word.size()))) continue;
    if (best == nullptr || stem.word.size() > best->word.size()) best = &stem;
  }
  if (best == nullptr) return {};
  const bool person = word.ends_with(U"领导") || word.ends_with(U"人");
  const Role role = person ? Role::ignored : best->role;
  return {static_cast<std::uint32_t>(colon + 1), role};
}

}  // namespace mingze::draft
