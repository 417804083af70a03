// What the built-in packs come to, as it was when mingze was built: lowered, planned and evaluated,
// so that a run that reads nothing else begins there.
#pragma once

#include <memory>
#include <string>

#include "app/session/run.hpp"

namespace mingze::app {

/// The image of packs that were lowered and evaluated: `prepared` is all that `workspace` read.
/// From `since` on the packs come to this on every date.
[[nodiscard]] std::string image_of(const Workspace& workspace, const Prepared& prepared,
                                   const Evaluation& evaluation, Date since);

/// The first date from which on nothing changes in any of the packs: no date that is written in
/// them, be it of a name, a rule, a source or a row of data, is later.
[[nodiscard]] Date last_change(const Packs& packs);

/// The built-in packs on a date, with their evaluation, out of their image; it has no vocabulary.
/// Nothing where there is no image, where it does not hold for the date, or where the workspace has
/// read anything else.
[[nodiscard]] std::unique_ptr<Prepared> from_image(Workspace& workspace, const Inputs& inputs,
                                                   Date as_of);

}  // namespace mingze::app
