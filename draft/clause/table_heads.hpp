// What the head of a column says of the names or words below it.
#pragma once

#include <string_view>

#include "draft/clause/parse_clause.hpp"

namespace mingze::draft {

/// 牵头单位, 配合部门, 责任单位: the role of the bodies in the column; else none.
[[nodiscard]] Role role_of_head(std::u32string_view words);
/// 任务, 事项, 内容: what is to be done.
[[nodiscard]] bool is_task_head(std::u32string_view head);

}  // namespace mingze::draft
