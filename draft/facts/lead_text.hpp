// The words of a draft with a lead in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "draft/clause/reading.hpp"
#include "draft/facts/draft_manner.hpp"
#include "draft/facts/register_names.hpp"

namespace mingze::draft {

/// Words to put in place of others.
struct Rewrite {
  Span span;
  std::string text;
};

/// The names of a clause with the given one (index into `named`) in the lead and the others
/// cooperating: 甲局、乙局按职责分工负责 → 乙局牵头，甲局配合; behind a label and in a table, where a
/// list stays one, 责任单位：甲局、乙局 → 责任单位：乙局（牵头）、甲局. Nothing where that would lose or
/// change something that the clause says beside: a second group, a deadline, a sentence.
[[nodiscard]] std::optional<Rewrite> with_lead(const Clause& clause, std::size_t lead,
                                               std::string_view text);

/// The same with a name that the clause doesn't have, before all that it has.
[[nodiscard]] std::optional<Rewrite> with_new_lead(const Clause& clause, std::string_view lead,
                                                   std::string_view text);

/// The clause with this name in the lead, whether it is one of the clause's own or not.
[[nodiscard]] std::optional<Rewrite> with_lead_named(const Clause& clause, std::string_view lead,
                                                     std::string_view text);

/// A clause at the end of an item that has none, in the draft's style.
[[nodiscard]] Rewrite with_clause(const ClauseStyle& style, const Item& item, std::string_view lead,
                                  std::string_view text);

/// A name added to those that cooperate on a led item: …、乙局配合 → …、乙局、丙局配合. Nothing where
/// the clause is not written so that a name can be added.
[[nodiscard]] std::optional<Rewrite> with_cooperating(const Item& item, std::string_view name,
                                                      std::string_view text);

/// A name of a clause with the level or place that it leans on: of 省甲厅、乙厅 the second is 省乙厅.
[[nodiscard]] std::string whole_name(const Clause& clause, std::size_t name);

/// A department by its name in the register, with the level or place of the draft (市交通运输局,
/// 交通运输部). Empty where the register does not tell: under a municipality names differ from those
/// of provinces.
[[nodiscard]] std::string name_from_register(const Reading& reading, const RegisterNames& names,
                                             const std::string& line, bool vertical);

}  // namespace mingze::draft
