#include "draft/list/list_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draft/clause/table_heads.hpp"
#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr std::size_t longest_head = 20;
// Heads that are one of these as a whole say who, although no word in them says in what role.
constexpr WordSet<3> bare_leads{{U"牵头", U"主责", U"牵头方"}};
constexpr WordSet<3> bare_others{{U"配合", U"参与", U"协办"}};
constexpr WordSet<12> bare_bodies{{U"部门", U"单位", U"部门名称", U"单位名称", U"职能部门",
                                   U"主管部门", U"监管部门", U"行业主管部门", U"部门(单位)",
                                   U"部门单位", U"部门和单位", U"责任者"}};
// What a column with a word such as 事项 in its head is for, if not to say what is to be done.
constexpr WordSet<12> other_heads{{U"序号", U"编号", U"依据", U"备注", U"时限", U"期限", U"时间",
                                   U"类别", U"领域", U"来源", U"完成", U"说明"}};
constexpr WordSet<3> item_heads{{U"事项", U"任务", U"职责"}};

template <std::size_t Count>
bool is_one_of(View head, const WordSet<Count>& words) {
  return std::find(words.begin(), words.end(), head) != words.end();
}

Role role_of(View head) {
  if (is_one_of(head, bare_leads)) return Role::lead;
  if (is_one_of(head, bare_others)) return Role::cooperating;
  const Role role = role_of_head(head);
  return role == Role::none && is_one_of(head, bare_bodies) ? Role::responsible : role;
}

/// How exactly the column says what is to be done; 0 if it does not.
int exactness(View head) {
  if (head.size() > longest_head || contains_any(head, other_heads)) return 0;
  if (contains(head, U"具体")) return 4;
  if (contains(head, U"事项")) return 3;
  if (contains_any(head, item_heads)) return 2;
  return is_task_head(head) || contains(head, U"责任") ? 1 : 0;
}

}  // namespace

bool ListColumns::has_bodies() const {
  return std::any_of(roles.begin(), roles.end(),
                     [](Role role) { return role == Role::lead || role == Role::responsible; });
}

ListColumns columns_of(const std::vector<View>& heads) {
  ListColumns out;
  std::vector<std::pair<int, std::size_t>> items;
  for (std::size_t column = 0; column < heads.size(); ++column) {
    out.roles.push_back(role_of(heads[column]));
    const int exact = out.roles.back() == Role::none ? exactness(heads[column]) : 0;
    if (exact > 0) items.emplace_back(-exact, column);
  }
  std::stable_sort(items.begin(), items.end());
  for (const auto& [exact, column] : items) out.items.push_back(column);
  return out;
}

ListColumns below(const ListColumns& upper, const ListColumns& lower) {
  ListColumns out = lower;
  out.roles.resize(std::max(upper.roles.size(), lower.roles.size()), Role::none);
  if (!lower.has_bodies()) return upper;
  for (std::size_t column = 0; column < upper.roles.size(); ++column)
    if (out.roles[column] == Role::none) out.roles[column] = upper.roles[column];
  if (out.items.empty()) out.items = upper.items;
  return out;
}

}  // namespace mingze::draft
