// What is known of one name in a clause, as facts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "draft/facts/fact_writer.hpp"
#include "draft/facts/state_reading.hpp"

namespace mingze::draft {

/// Where a draft is issued, as values of the program.
struct IssuedIn {
  std::optional<Value> place;
  Level level = Level::unknown;
};

/// A body by place or level and official name: two names mean one body only where these agree.
[[nodiscard]] std::string body_of(const Mention& mention);

/// What a name in a clause is like, whose thing is a `mention` of this draft or of another one.
class TraitWriter {
 public:
  /// The relations of form, line and level.
  TraitWriter(FactWriter& facts, const char* form, const char* line, const char* level);

  /// States form, lines and level of a name; of a collective or vague one its form.
  void state(const Mention& name, Value mention);

 private:
  FactList& form_;
  FactList& line_;
  FactList& level_;
  EntityWriter forms_;
  EntityWriter departments_;
  EntityWriter levels_;
};

/// States line, level, place, form and register's view of the names of one draft.
class NameWriter {
 public:
  NameWriter(FactWriter& facts, const Surroundings& surroundings);

  void state(const Mention& name, Value mention, const IssuedIn& issued);

 private:
  [[nodiscard]] std::optional<Value> place_of(const Mention& name, const IssuedIn& issued);

  FactWriter& facts_;
  const Surroundings& surroundings_;
  TraitWriter traits_;
  FactList& level_written_;
  FactList& in_place_;
  FactList& in_register_;
  FactList& bears_;
  FactList& now_written_;
  FactList& near_name_;
  // Places by what names call them: looked for once.
  std::map<std::pair<std::string, Level>, std::optional<Value>> places_;
};

}  // namespace mingze::draft
