// A place in a source: the one span type of the project.
#pragma once

#include <compare>
#include <cstdint>

namespace mingze {

/// Number of a source within one `Sources` collection.
struct SourceId {
  std::uint32_t value = UINT32_MAX;
  [[nodiscard]] bool valid() const { return value != UINT32_MAX; }
  auto operator<=>(const SourceId&) const = default;
};

/// UTF-8 byte offsets [begin, end) in a source. Lines and columns are derived by `LineIndex`.
/// A span of no source (`source.valid()` is false) stands for "no place".
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool valid() const { return source.valid(); }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  auto operator<=>(const Span&) const = default;
};

/// The smallest span that covers both; both must lie in one source, or one be invalid.
[[nodiscard]] inline Span cover(Span a, Span b) {
  if (!a.valid()) return b;
  if (!b.valid()) return a;
  return {a.source, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace mingze
