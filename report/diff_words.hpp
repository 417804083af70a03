// What the faces of a diff say in the same words.
#pragma once

#include <string>

#include "report/diff_report.hpp"

namespace mingze::report {

/// 改为, moved.
[[nodiscard]] Message title_of(DecisionChange::What what);
/// Where the facts come from: 现有事实, 用例“…”, 草案 ….
[[nodiscard]] Message title_of(const DiffScene& scene);
/// 规则 by-list“清单牵头”, rule by-list.
[[nodiscard]] std::string statement_words(const StatementChange& change, Language language);
/// 甲部门 → 乙部门; a side without values is 无, none.
[[nodiscard]] std::string arrow_words(const DecisionChange& change, Language language);
/// Why a side came to its values and the other did not, a line each.
[[nodiscard]] std::vector<std::string> reasons(const DecisionChange& change, Language language);

}  // namespace mingze::report
