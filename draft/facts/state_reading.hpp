// What was read from a draft, as facts for the rules.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "draft/clause/reading.hpp"
#include "draft/facts/jurisdictions.hpp"
#include "draft/facts/other_texts.hpp"
#include "draft/facts/register_names.hpp"
#include "engine/facts/database.hpp"
#include "engine/program/program.hpp"

namespace mingze::draft {

/// Where a thing of a draft stands.
struct Place {
  Span span;
  std::string_view item;  ///< id of the item that it belongs to, in the reading; or empty
};

/// Things of a draft: items, clauses, names, remarks; and items and leads of other texts, whose
/// spans point there.
class Places {
 public:
  void add(KindId kind, Value value, Place place);
  /// Where the thing stands, or nothing for what is none of them.
  [[nodiscard]] const Place* find(KindId kind, Value value) const;

 private:
  /// Things of one kind are made one after the other, so their numbers are dense.
  struct OfKind {
    KindId kind;
    Value first = 0;
    std::vector<std::optional<Place>> places;
  };
  std::vector<OfKind> kinds_;
};

/// What the facts about a draft are told against.
struct Surroundings {
  const Jurisdictions& places;
  const RegisterNames& names;
  Date judged_on;  ///< the day as of which names are right or old
};

/// States a reading in the sentences of rules/draft/vocabulary.mz and tells where each thing that
/// the facts are about stands; the reading must outlive what is told. Entities are named by their
/// place in the reading (`i3`, `i3.c1`, `i3.c1.lead2`), and shown by their words. Sentences that
/// the program does not declare are left out. `others` are stated beside the items that say the
/// same.
[[nodiscard]] Places state_reading(const Reading& reading, const Surroundings& surroundings,
                                   Program& program, Database& database,
                                   const OtherItems& others = {});

/// The place that a stated draft is issued in, as far as it tells.
[[nodiscard]] std::optional<Value> place_of_issue(const Program& program, const Database& database);

}  // namespace mingze::draft
