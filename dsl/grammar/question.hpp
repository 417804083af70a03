// A question or a sentence stated from outside a program: conditions joined by `and`.
#pragma once

#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/sources.hpp"

namespace mingze::dsl {

struct Question {
  std::vector<Condition> conditions;  ///< empty where there is an error
  Diagnostics diagnostics;
};

/// Reads `某部门 在 苏州市 牵头 船舶污染防治`, or several conditions joined by `and`. The full stop may
/// be left out; nothing may follow it.
[[nodiscard]] Question parse_question(const Source& source, SourceId id);

}  // namespace mingze::dsl
