// "Did you mean …?": names that look like an unknown one, in the message and as a repair.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "engine/base/diagnostic.hpp"

namespace mingze::dsl {

/// The candidates most like `word`, best first, at most `most`; equal ones in code-point order.
/// None that is not like it.
[[nodiscard]] std::vector<std::string> similar(std::string_view word,
                                               const std::vector<std::string>& candidates,
                                               std::size_t most = 3);

/// Adds "did you mean" to a diagnostic about `word`, with a repair for each name, in its quotes.
void suggest(Diagnostic& diagnostic, const Word& word, const std::vector<std::string>& names);

/// `“甲”、“乙”` and `"a", "b"`.
[[nodiscard]] Message quoted_list(const std::vector<std::string>& names);

/// How a name is written where a word is read: quoted if it would not be read as a name.
[[nodiscard]] std::string as_written(std::string_view name);

}  // namespace mingze::dsl
