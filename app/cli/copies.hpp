// Where copies of drafts go.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cli/context.hpp"
#include "app/session/copy_names.hpp"

namespace mingze::app {

/// What is written of each draft.
struct CopyKind {
  CopySuffix suffix;
  std::string option;  ///< that asks for it, as in messages: --fix
  Message name;        ///< 修改稿
};

/// The copies' paths, by the draft's.
using Copies = std::map<std::string, std::string>;

/// Whether these arguments ask for copies of any number of drafts, and not for one file.
[[nodiscard]] bool asks_for_many(const Context& context, const std::vector<std::string>& arguments);

/// The paths for copies of `drafts`, which `arguments` named or hold in folders: the file of -o
/// where one draft was named, in the folder of -o where that is one or several drafts were named,
/// at the place that they have in their own folder, and else beside the drafts. Throws WrongUsage
/// where that makes no sense: a copy would replace a draft or another copy.
[[nodiscard]] Copies copies_of(const Context& context, const std::vector<std::string>& arguments,
                               const std::vector<std::string>& drafts, const CopyKind& kind);

/// Refuses to replace a file that -o did not name. Throws WrongUsage.
void demand_free(const Context& context, const std::string& path, bool many);

/// A path for the copy of one draft, for messages to propose.
[[nodiscard]] std::string beside(const std::string& draft, const CopySuffix& suffix,
                                 Language language);

/// In lower case, with its dot.
[[nodiscard]] std::string lower_extension(const std::string& path);

/// Writes a copy, in a new folder where there is none. `good` where that worked; else it is told.
[[nodiscard]] Exit write_copy(const Context& context, const std::string& path,
                              const std::string& bytes);

}  // namespace mingze::app
