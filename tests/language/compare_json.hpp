// What a resolution says against what was worked out by hand.
#pragma once

#include <string>

namespace mingze::test {

/// Where the two differ, or nothing. Decisions and the summary must be the same; of each finding
/// the parts that `expected` names.
[[nodiscard]] std::string difference_of_resolutions(const std::string& actual,
                                                    const std::string& expected);

}  // namespace mingze::test
