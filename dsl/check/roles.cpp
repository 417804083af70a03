#include "dsl/check/roles.hpp"

namespace mingze::dsl {

std::vector<std::uint32_t> slots_meant(const std::string& word, const Predicate& predicate,
                                       const Vocabulary& vocabulary, const Program& program) {
  const auto where = [&](auto fits) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < predicate.slots.size(); ++i)
      if (fits(predicate.slots[i])) out.push_back(i);
    return out;
  };
  const auto of_role = [&](const std::string& role) {
    return where([&](const Slot& slot) { return slot.role == role; });
  };
  auto meant = of_role(word);
  const KindId* kind = vocabulary.kinds.find(word);
  if (meant.empty() && kind != nullptr) meant = of_role(program.symbols.kind(*kind).id);
  if (meant.empty() && kind != nullptr)
    meant = where([&](const Slot& slot) { return slot.kind == *kind; });
  return meant;
}

}  // namespace mingze::dsl
