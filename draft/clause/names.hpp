// A list of names as written: 甲部、乙部和丙局等.
#pragma once

#include <cstdint>
#include <vector>

#include "draft/clause/text_view.hpp"

namespace mingze::draft {

/// One name of a list.
struct NameRange {
  Range range;
  bool open_list = false;    ///< 等 follows: others belong to the list
  bool marked_lead = false;  ///< 甲局（牵头）: a bracket after the name gives the role
  bool marked_coop = false;
  bool starred = false;   ///< ★甲局, 甲局*: a mark that a rule of the text may explain
  bool several = false;   ///< 市、区甲局: one name for bodies of several levels
  bool of_class = false;  ///< in running text: a class of bodies (党政机关), each for itself
};

/// Splits a list at 、 and at 及 和 与 between two whole names, outside brackets. 等 and what
/// follows it in its group is left out. Names that hold 和 or 与 themselves (文化和旅游厅) stay whole.
[[nodiscard]] std::vector<NameRange> split_names(const TextView& text, Range list);

/// 发改, 财政, 市场监管: what a department that is known is called by, without its ending.
[[nodiscard]] bool is_function_name(const TextView& text, Range name);

/// Whether a list tells departments by what they do: 财政、公安、卫生等部门. `list` holds 等部门.
[[nodiscard]] bool are_functions(std::u32string_view list, const std::vector<NameRange>& names);

/// Whether the range reads as the name of an office of some body: 资产管理处, 镇水利站, 物资公司. Where
/// a predicate follows that only bodies have (负责, 牵头, 会同), such an ending says enough.
[[nodiscard]] bool is_office_name(const TextView& text, Range name);

/// Whether the range reads as the name of a body. `strict`: as in running text, where only known
/// names, collective ones and names with a plain ending count.
[[nodiscard]] bool is_body_name(const TextView& text, Range name, bool strict);

}  // namespace mingze::draft
