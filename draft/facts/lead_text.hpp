// The words of a draft with a lead in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "draft/clause/reading.hpp"
#include "draft/facts/register_names.hpp"

namespace mingze::draft {

/// Words to put in place of others.
struct Rewrite {
  Span span;
  std::string text;
};

/// The names of a clause with the given one (index into `named`) in the lead and the others
/// cooperating: 甲局、乙局按职责分工负责 → 乙局牵头，甲局配合. Nothing where that would lose or
/// change something that the clause says beside: a second group, a deadline, a sentence.
[[nodiscard]] std::optional<Rewrite> with_lead(const Clause& clause, std::size_t lead,
                                               std::string_view text);

/// A department as this draft would write it: as it does write it, else with the level or place of
/// the draft (市交通运输局, 交通运输部). Empty where the register does not tell: under a municipality
/// names differ from those of provinces.
[[nodiscard]] std::string name_in_draft(const Reading& reading, const RegisterNames& names,
                                        const std::string& line, bool vertical);

/// Whether a name belongs to a line.
[[nodiscard]] bool is_of_line(const Mention& mention, std::string_view line);

}  // namespace mingze::draft
