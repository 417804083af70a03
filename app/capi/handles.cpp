#include "app/capi/handles.hpp"

#include <mutex>
#include <unordered_map>

namespace mingze::capi {
namespace {

struct Table {
  std::shared_mutex turn;
  std::unordered_map<std::uintptr_t, std::shared_ptr<Thing>> things;
  std::uint64_t given = 0;  ///< how many handles were ever given
};

/// Lives until the program has ended, for threads that still call while it does. The first call
/// makes it; without memory for it the program ends.
Table& table() noexcept {
  static Table& only = *new Table;  // NOLINT(bugprone-unhandled-exception-at-new)
  return only;
}

/// The n-th handle: another for each n, spread so that small numbers and pointers to something are
/// hardly ever one.
std::uintptr_t nth(std::uint64_t n) noexcept {
  constexpr unsigned bits = sizeof(std::uintptr_t) >= 8 ? 44 : 28;
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  return static_cast<std::uintptr_t>(((n * odd) & ((std::uint64_t{1} << bits) - 1)) << 3U);
}

std::uintptr_t number(const void* handle) noexcept {
  return reinterpret_cast<std::uintptr_t>(handle);
}

}  // namespace

std::uintptr_t enter(std::shared_ptr<Thing> thing) {
  Table& all = table();
  const std::unique_lock alone(all.turn);
  const std::uintptr_t handle = nth(all.given + 1);
  all.things.emplace(handle, std::move(thing));
  ++all.given;
  return handle;
}

std::shared_ptr<Thing> look_up(const void* handle) noexcept {
  Table& all = table();
  const std::shared_lock reading(all.turn);
  const auto at = all.things.find(number(handle));
  return at == all.things.end() ? nullptr : at->second;
}

std::shared_ptr<Thing> take_out(const void* handle) noexcept {
  Table& all = table();
  const std::unique_lock alone(all.turn);
  const auto at = all.things.find(number(handle));
  if (at == all.things.end()) return nullptr;
  std::shared_ptr<Thing> thing = std::move(at->second);
  all.things.erase(at);
  return thing;
}

std::uint64_t count() noexcept {
  Table& all = table();
  const std::shared_lock reading(all.turn);
  return all.things.size();
}

}  // namespace mingze::capi
