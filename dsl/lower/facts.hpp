// Facts, tests, and facts stated in a question.
#pragma once

#include <optional>

#include "dsl/lower/context.hpp"
#include "dsl/lower/declare.hpp"

namespace mingze::dsl {

/// The tuple of a sentence without variables of a relation; nothing where there is an error.
/// `entity`: the statement would be an entity if its first word were a kind.
[[nodiscard]] std::optional<mingze::Fact> lower_sentence(Context& context, const Sentence& sentence,
                                                         const Moment& moment,
                                                         const EntityForm* entity = nullptr);

/// One fact; nothing where it is out of its dates on the day of `moment`, or wrong.
[[nodiscard]] std::optional<mingze::Fact> lower_fact(Context& context, const FactForm& form,
                                                     const Moment& moment,
                                                     const EntityForm* entity = nullptr);

void lower_facts(Context& context, const std::vector<SettledFact>& facts);

void lower_tests(Context& context, const std::vector<Placed<Test>>& tests, bool default_date);

}  // namespace mingze::dsl
