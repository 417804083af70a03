// What the head of a column says of the names or words below it.
#pragma once

#include <string_view>

#include "draft/clause/parse_clause.hpp"

namespace mingze::draft {

/// 牵头单位, 配合部门, 责任单位: the role of the bodies in the column; else none.
[[nodiscard]] Role role_of_head(std::u32string_view words);
/// 单位, 成员单位, 部门: beside a column 职责, each body below leads what stands there.
[[nodiscard]] bool is_body_head(std::u32string_view head);
/// 职责, 主要职责, 任务分工: what the body in the row has to do.
[[nodiscard]] bool is_duty_head(std::u32string_view head);
/// 市级, 县级: below a head that it divides by levels.
[[nodiscard]] bool is_level_head(std::u32string_view head);
/// 任务, 事项, 内容: what is to be done.
[[nodiscard]] bool is_task_head(std::u32string_view head);

}  // namespace mingze::draft
