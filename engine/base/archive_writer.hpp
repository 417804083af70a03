// Values as compact bytes, which engine/base/archive_reader.hpp reads.
//
// A class takes part by a function beside it that visits its members, `fields(node, visit)`, and an
// enumeration by `values_of(value)`, the number of its values. What `places(node, visit)` visits is
// written too, unless the writer is to leave out where things stand. A class with a type `AsItLies`
// has no padding and nothing but numbers: many of them are taken at once. What a class makes of its
// members when it is read, it makes in `restore()`.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/node_of.hpp"
#include "engine/base/span.hpp"

namespace mingze {

/// Writes first each distinct string once, then the values, which name them by number.
class ArchiveWriter {
 public:
  /// Sources of spans are written as their distance from `base`.
  explicit ArchiveWriter(SourceId base, bool with_places = true)
      : with_places_(with_places), last_source_(base.value) {}

  void write(const std::string& text) { write(std::string_view(text)); }
  void write(std::string_view text) {
    const auto [at, added] = numbers_.try_emplace(std::string(text), numbers_.size());
    if (added) put_string(strings_, text);
    put(at->second);
  }
  void write(bool value) { put(value ? 1 : 0); }
  template <std::unsigned_integral T>
  void write(T value) {
    put(value);
  }
  template <std::signed_integral T>
  void write(T value) {
    put(zigzag(value));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void write(Enum value) { put(static_cast<std::uint64_t>(value)); }
  template <typename Tag>
  void write(Id<Tag> id) {
    put(id.value);
  }
  void write(const Span& span) {
    put(span.valid() ? std::uint64_t{span.size()} + 1 : 0);
    if (!span.valid()) return;
    put_distance(span.source.value, last_source_);
    put_distance(span.begin, last_begin_);
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    put(value ? 1 : 0);
    if (value) write(*value);
  }
  template <typename T>
  void write(const std::shared_ptr<T>& value) {
    write(*value);
  }
  template <typename A, typename B>
  void write(const std::pair<A, B>& both) {
    write(both.first);
    write(both.second);
  }
  template <typename Key, typename T>
  void write(const std::map<Key, T>& values) {
    put(values.size());
    for (const auto& value : values) write(value);
  }
  template <typename T>
  void write(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) write(value);
  }
  template <TakenAsItLies T>
  void write(const std::vector<T>& values) {
    put(values.size());
    values_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  template <typename... Types>
  void write(const std::variant<Types...>& value) {
    put(value.index());
    std::visit([this](const auto& held) { write(held); }, value);
  }
  template <typename Node>
  requires std::is_class_v<Node>
  void write(const Node& node) {
    const auto all = [this](const auto&... members) { (write(members), ...); };
    fields(node, all);
    if constexpr (requires { places(node, all); })
      if (with_places_) places(node, all);
  }

  [[nodiscard]] std::string finish() const {
    std::string out;
    put_number(out, numbers_.size());
    out += strings_;
    out += values_;
    return out;
  }

 private:
  static std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
  }
  static void put_number(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out += static_cast<char>(0x80U | (value & 0x7FU));
    out += static_cast<char>(value);
  }
  static void put_string(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out += text;
  }
  void put(std::uint64_t value) { put_number(values_, value); }
  void put_distance(std::uint32_t value, std::uint32_t& last) {
    put(zigzag(std::int64_t{value} - std::int64_t{last}));
    last = value;
  }

  bool with_places_;
  std::unordered_map<std::string, std::size_t> numbers_ = {};
  std::string strings_ = {};
  std::string values_ = {};
  std::uint32_t last_source_;
  std::uint32_t last_begin_ = 0;
};

}  // namespace mingze
