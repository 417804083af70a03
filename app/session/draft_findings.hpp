// A finding of the rules, put at the words of the draft that it is about.
#pragma once

#include "draft/facts/state_reading.hpp"
#include "engine/base/sources.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/check_report.hpp"

namespace mingze::app {

/// The finding stands on the place of what its `on` names, else of the first thing in its message
/// that has one, else on the title. The other things in its message are related places, unless they
/// only surround it; what stands in another text is a place in its file.
[[nodiscard]] report::Finding finding_in_draft(const Program& program, const RaisedFinding& raised,
                                               const draft::Places& places,
                                               const report::CheckedDraft& draft,
                                               const Sources& sources);

}  // namespace mingze::app
