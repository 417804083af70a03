// Reads what engine/base/archive_writer.hpp writes, with every bound checked. After the first wrong
// byte it reads nothing more and `finished` is false; what was read until then is to be thrown
// away.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/node_of.hpp"
#include "engine/base/span.hpp"

namespace mingze {

class ArchiveReader {
 public:
  /// `base`: what the sources of spans are counted from. Views that are read point into the bytes.
  ArchiveReader(std::string_view bytes, SourceId base) : bytes_(bytes), last_source_(base.value) {
    const std::uint64_t count = number();
    strings_.reserve(std::min(count, most_reserved));
    for (std::uint64_t i = 0; i < count && good_; ++i) read_string();
  }

  [[nodiscard]] bool finished() const { return good_ && at_ == bytes_.size(); }

  void read(std::string& text) {
    std::string_view view;
    read(view);
    text.assign(view);
  }
  void read(std::string_view& text) {
    const std::uint64_t index = number();
    if (index >= strings_.size()) return stop();
    text = strings_[index];
  }
  void read(bool& value) { value = below(2) == 1; }
  template <std::unsigned_integral T>
  void read(T& value) {
    value = static_cast<T>(number());
  }
  template <std::signed_integral T>
  void read(T& value) {
    value = static_cast<T>(unzigzag(number()));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void read(Enum& value) { value = static_cast<Enum>(below(values_of(value))); }
  template <typename Tag>
  void read(Id<Tag>& id) {
    read(id.value);
  }

  void read(Span& span) {
    const std::uint64_t size = number();
    if (size == 0) {
      span = {};
      return;
    }
    last_source_ += unzigzag(number());
    last_begin_ += unzigzag(number());
    const std::int64_t end = last_begin_ + static_cast<std::int64_t>(size - 1);
    if (last_begin_ < 0 || end < last_begin_ || end > most || last_source_ < 0 ||
        last_source_ > most)
      return stop();
    span = {{static_cast<std::uint32_t>(last_source_)},
            static_cast<std::uint32_t>(last_begin_),
            static_cast<std::uint32_t>(end)};
  }

  template <typename T>
  void read(std::optional<T>& value) {
    if (below(2) == 1) read(value.emplace());
  }
  template <typename T>
  void read(std::shared_ptr<T>& value) {
    const auto made = std::make_shared<std::remove_const_t<T>>();
    read(*made);
    value = made;
  }
  template <typename A, typename B>
  void read(std::pair<A, B>& both) {
    read(both.first);
    read(both.second);
  }
  template <typename Key, typename T>
  void read(std::map<Key, T>& values) {
    for (std::uint64_t left = count(1); left > 0 && good_; --left) {
      std::pair<Key, T> value;
      read(value);
      values.insert(values.end(), std::move(value));
    }
  }
  template <typename T>
  void read(std::vector<T>& values) {
    const std::uint64_t size = count(1);  // every value takes a byte at least
    values.clear();
    values.reserve(std::min<std::uint64_t>(size, most_reserved));  // a count may be wrong
    for (std::uint64_t i = 0; i < size && good_; ++i) read(values.emplace_back());
  }
  template <TakenAsItLies T>
  void read(std::vector<T>& values) {
    const std::uint64_t size = count(sizeof(T));
    values.resize(size);
    if (size > 0) std::memcpy(values.data(), bytes_.data() + at_, size * sizeof(T));
    at_ += size * sizeof(T);
  }
  template <typename... Types>
  void read(std::variant<Types...>& value) {
    read_alternative<0>(value, below(sizeof...(Types)));
  }
  template <typename Node>
  requires std::is_class_v<Node>
  void read(Node& node) {
    const auto all = [this](auto&... members) { (read(members), ...); };
    fields(node, all);
    if constexpr (requires { places(node, all); }) places(node, all);
    if constexpr (requires { node.restore(); })
      if (good_) node.restore();
  }

 private:
  template <std::size_t Index, typename Variant>
  void read_alternative(Variant& value, std::uint64_t index) {
    if constexpr (Index < std::variant_size_v<Variant>) {
      if (index == Index) return read(value.template emplace<Index>());
      read_alternative<Index + 1>(value, index);
    }
  }

  void read_string() {
    const std::uint64_t size = count(1);
    strings_.push_back(bytes_.substr(at_, size));
    at_ += size;
  }

  static std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    stop();
    return 0;
  }

  std::uint64_t below(std::uint64_t limit) {
    const std::uint64_t value = number();
    if (value < limit) return value;
    stop();
    return 0;
  }

  /// A number of things that take `size` bytes each at least.
  std::uint64_t count(std::uint64_t size) {
    const std::uint64_t value = number();
    if (value <= (bytes_.size() - at_) / size) return value;
    stop();
    return 0;
  }

  void stop() {
    good_ = false;
    at_ = bytes_.size();
  }

  static constexpr std::uint64_t most_reserved = 8192;
  static constexpr std::int64_t most = UINT32_MAX;

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
  std::vector<std::string_view> strings_ = {};
  std::int64_t last_source_;
  std::int64_t last_begin_ = 0;
};

}  // namespace mingze
