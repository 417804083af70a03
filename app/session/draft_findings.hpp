// A finding of the rules, put at the words of the draft that it is about.
#pragma once

#include "draft/facts/state_reading.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "report/finding.hpp"

namespace mingze::app {

/// The finding stands on the place of what its `on` names, else of the first thing in its message
/// that has one, else on the title. The other things in its message are related places, unless they
/// only surround it.
[[nodiscard]] report::Finding finding_in_draft(const Program& program, const RaisedFinding& raised,
                                               const draft::Places& places,
                                               const draft::Reading& reading);

}  // namespace mingze::app
