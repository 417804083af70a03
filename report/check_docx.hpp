// Findings as comments in the margin of the Word file that was checked.
#pragma once

#include <string>

#include "engine/base/result.hpp"
#include "report/check_report.hpp"

namespace mingze::report {

/// A copy of the draft's file (a .docx) with a comment at the words of each finding: what is wrong,
/// what it rests on, what to write. Nothing else in it is changed. Fails where the file is no Word
/// file, or has no words that can have comments.
[[nodiscard]] Result<std::string> commented_docx(const CheckedDraft& draft, Language language);

}  // namespace mingze::report
