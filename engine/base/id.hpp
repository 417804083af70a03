// Dense numbers that can't be mixed up.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace mingze {

/// Number of a thing within its table; `Tag` keeps tables apart.
template <typename Tag>
struct Id {
  std::uint32_t value = UINT32_MAX;
  [[nodiscard]] bool valid() const { return value != UINT32_MAX; }
  auto operator<=>(const Id&) const = default;
};

}  // namespace mingze

template <typename Tag>
struct std::hash<mingze::Id<Tag>> {
  std::size_t operator()(mingze::Id<Tag> id) const { return id.value; }
};
