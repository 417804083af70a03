// "Did you mean": the known words that are nearest to a misspelt one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mingze {

/// Damerau–Levenshtein distance over code points (insert, delete, replace, swap neighbours), or
/// `limit + 1` where it is more than `limit`.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                                        std::size_t limit);

/// At most `max` of the candidates that are near enough to be a slip of the pen: one edit for
/// each three code points of the word, but at least one, and never all of them. The nearest come
/// first, equally near ones in code-point order; each once. The views are those of `candidates`.
[[nodiscard]] std::vector<std::string_view> nearest(std::string_view word,
                                                    const std::vector<std::string_view>& candidates,
                                                    std::size_t max);

}  // namespace mingze
