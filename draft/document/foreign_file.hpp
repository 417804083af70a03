// Files that are no text at all, or a text in the clothes of another program, told by content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace mingze::draft {

/// A kind of file that is not read, and what to do with it instead.
struct ForeignKind {
  Message what;
  Message cure;
};

/// "This is …, which is not read; …", as a failure about `name`.
[[nodiscard]] Failure not_read(const ForeignKind& kind, const std::string& name);

/// What to do with the files of a word processor and of a spreadsheet program.
[[nodiscard]] Message save_as_docx();
[[nodiscard]] Message save_as_xlsx();

/// What the first bytes say: an old or locked Office file, an image, an archive, RTF, CAJ. Nothing
/// for whatever may be a text.
[[nodiscard]] std::optional<ForeignKind> foreign_bytes(std::string_view bytes);

/// What a text says that is meant for another program: a web page or the XML of Office, which
/// other systems like to hand out as .doc. Nothing for what people read as it is.
[[nodiscard]] std::optional<ForeignKind> foreign_markup(std::string_view text);

}  // namespace mingze::draft
