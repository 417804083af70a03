#include "draft/clause/table_heads.hpp"

#include <algorithm>
#include <array>

#include "draft/clause/words.hpp"

namespace mingze::draft {

namespace {

using View = std::u32string_view;

constexpr WordSet<6> lead_heads{{U"牵头", U"主办", U"主责", U"主要责任", U"第一责任", U"责任牵头"}};
constexpr WordSet<6> coop_heads{{U"配合", U"参与", U"协办", U"协助", U"参加", U"协同"}};
constexpr WordSet<6> duty_heads{{U"考核", U"责任", U"承办", U"实施", U"落实", U"负责"}};
constexpr WordSet<12> body_words{{U"单位", U"部门", U"机构", U"处室", U"主体", U"科室", U"站所",
                                  U"部室", U"股室", U"站办", U"乡镇", U"镇街"}};
constexpr WordSet<9> task_heads{
    {U"任务", U"事项", U"内容", U"措施", U"指标", U"工作", U"项目", U"名称", U"问题"}};

// 指标属性, 任务类别, 项目单位: said of a task, and no task.
constexpr WordSet<8> told_of_tasks{
    {U"属性", U"类别", U"类型", U"性质", U"单位", U"编号", U"序号", U"来源"}};

/// 责任单位（排在第一位的为牵头单位） is a head with a rule.
View without_remark(View head) {
  const std::size_t open = head.find_first_of(U"([");
  return open == View::npos || open == 0 ? head : head.substr(0, open);
}

}  // namespace

Role role_of_head(View words) {
  const View head = without_remark(words);
  if (head.empty()) return Role::none;
  const bool says_whom = head.find(U':') < head.size() - 1;  // 牵头单位:水利局
  if (says_whom || head.size() > 14 || !contains_any(head, body_words)) return Role::none;
  if (contains_any(head, lead_heads)) return Role::lead;
  if (contains_any(head, coop_heads)) return Role::cooperating;
  if (head.starts_with(U"被") || contains(head, U"对象")) return Role::none;  // 被考核单位
  return contains_any(head, duty_heads) ? Role::responsible : Role::none;
}

bool is_body_head(View head) {
  static constexpr WordSet<10> heads{{U"单位", U"部门", U"成员单位", U"单位名称", U"部门名称",
                                      U"成员单位名称", U"部门(单位)", U"单位(部门)", U"科室",
                                      U"处室"}};
  return std::find(heads.begin(), heads.end(), head) != heads.end();
}

bool is_duty_head(View head) {
  static constexpr WordSet<4> endings{{U"职责", U"分工", U"主要任务", U"工作任务"}};
  return ends_with_any(head, endings) && !contains(head, U"依据");
}

bool is_level_head(View head) {
  static constexpr WordSet<14> levels{{U"国家", U"国家级", U"省级", U"省直", U"市级", U"市直",
                                       U"州级", U"县级", U"县直", U"区级", U"县区", U"县(区)",
                                       U"乡镇", U"镇级"}};
  return std::find(levels.begin(), levels.end(), head) != levels.end();
}

bool is_task_head(View head) {
  return contains_any(head, task_heads) && !ends_with_any(head, told_of_tasks);
}

}  // namespace mingze::draft
